/// Unpacks data packed by deflate (RFC 1951), to a size that is known before and never beyond it.
struct Inflater {
  /// Why data cannot be unpacked.
  enum Broken: Error {
    /// The data ends early or makes no sense.
    case damaged
    /// There is more than was said.
    case tooLong
  }

  private let input: ArraySlice<UInt8>
  private var position: Int
  private var held: UInt32 = 0
  private var heldBits = 0
  private let limit: Int
  private var output: [UInt8] = []

  /// The unpacked data.
  ///
  /// - Parameter limit: The size that it is said to have; more is refused, so that a small file cannot fill the memory.
  static func inflate(_ input: ArraySlice<UInt8>, limit: Int) throws -> [UInt8] {
    var inflater = Inflater(input: input, position: input.startIndex, limit: limit)
    inflater.output.reserveCapacity(min(limit, 1 << 24))
    while try inflater.block() {}
    return inflater.output
  }

  private init(input: ArraySlice<UInt8>, position: Int, limit: Int) {
    self.input = input
    self.position = position
    self.limit = limit
  }

  /// Unpacks a block; false after the last.
  private mutating func block() throws -> Bool {
    let isLast = try bits(1) == 1
    switch try bits(2) {
    case 0: try stored()
    case 1: try coded(lengths: Codes.fixedLengths, distances: Codes.fixedDistances)
    case 2:
      let (lengths, distances) = try dynamicCodes()
      try coded(lengths: lengths, distances: distances)
    default: throw Broken.damaged
    }
    return !isLast
  }

  // MARK: Bits

  private mutating func bits(_ count: Int) throws -> Int {
    while heldBits < count {
      guard position < input.endIndex else { throw Broken.damaged }
      held |= UInt32(input[position]) << UInt32(heldBits)
      position += 1
      heldBits += 8
    }
    let value = held & ((1 << UInt32(count)) - 1)
    held >>= UInt32(count)
    heldBits -= count
    return Int(value)
  }

  /// The next symbol of a code, bit by bit (Huffman codes in canonical order).
  private mutating func symbol(_ codes: Codes) throws -> Int {
    var code = 0
    var first = 0
    var index = 0
    for length in 1...15 {
      code |= try bits(1)
      let count = codes.counts[length]
      if code - count < first { return codes.symbols[index + code - first] }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    throw Broken.damaged
  }

  // MARK: Blocks

  private mutating func append(_ byte: UInt8) throws {
    guard output.count < limit else { throw Broken.tooLong }
    output.append(byte)
  }

  private mutating func stored() throws {
    held = 0
    heldBits = 0
    let length = try bits(16)
    let check = try bits(16)
    guard length == ~check & 0xFFFF, position + length <= input.endIndex else { throw Broken.damaged }
    guard output.count + length <= limit else { throw Broken.tooLong }
    output += input[position..<position + length]
    position += length
  }

  private mutating func coded(lengths: Codes, distances: Codes) throws {
    while true {
      let symbol = try symbol(lengths)
      if symbol < 256 {
        try append(UInt8(symbol))
        continue
      }
      if symbol == 256 { return }
      guard Self.lengthBase.indices.contains(symbol - 257) else { throw Broken.damaged }
      let length = Self.lengthBase[symbol - 257] + (try bits(Self.lengthBits[symbol - 257]))
      let far = try self.symbol(distances)
      guard Self.distanceBase.indices.contains(far) else { throw Broken.damaged }
      let distance = Self.distanceBase[far] + (try bits(Self.distanceBits[far]))
      guard distance <= output.count else { throw Broken.damaged }
      for _ in 0..<length { try append(output[output.count - distance]) }
    }
  }

  private mutating func dynamicCodes() throws -> (Codes, Codes) {
    let lengthCount = try bits(5) + 257
    let distanceCount = try bits(5) + 1
    let codeCount = try bits(4) + 4
    guard lengthCount <= 286, distanceCount <= 30 else { throw Broken.damaged }
    var sizes = [Int](repeating: 0, count: 19)
    for index in 0..<codeCount { sizes[Self.codeOrder[index]] = try bits(3) }
    let codes = try Codes(sizes)
    var all: [Int] = []
    while all.count < lengthCount + distanceCount {
      let symbol = try symbol(codes)
      switch symbol {
      case 0..<16: all.append(symbol)
      case 16:
        guard let last = all.last else { throw Broken.damaged }
        all += [Int](repeating: last, count: 3 + (try bits(2)))
      case 17: all += [Int](repeating: 0, count: 3 + (try bits(3)))
      default: all += [Int](repeating: 0, count: 11 + (try bits(7)))
      }
    }
    guard all.count == lengthCount + distanceCount, all[256] > 0 else { throw Broken.damaged }
    return (try Codes(Array(all[..<lengthCount])), try Codes(Array(all[lengthCount...])))
  }

  // MARK: Codes

  /// A canonical Huffman code: how many symbols there are of each length, and the symbols in order.
  struct Codes {
    fileprivate var counts = [Int](repeating: 0, count: 16)
    fileprivate var symbols: [Int]

    /// - Throws: ``Broken/damaged`` where there are more codes than bits can tell apart.
    fileprivate init(_ lengths: [Int]) throws {
      self.init(unchecked: lengths)
      var left = 1
      for length in 1...15 {
        left = left << 1 - counts[length]
        if left < 0 { throw Broken.damaged }
      }
    }

    private init(unchecked lengths: [Int]) {
      for length in lengths { counts[length] += 1 }
      counts[0] = 0
      symbols = lengths.indices.filter { lengths[$0] > 0 }.sorted {
        (lengths[$0], $0) < (lengths[$1], $1)
      }
    }

    fileprivate static let fixedLengths = Codes(
      unchecked: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
    fileprivate static let fixedDistances = Codes(unchecked: [Int](repeating: 5, count: 30))
  }

  private static let codeOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  private static let lengthBase = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
    227,
    258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBase = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073,
    4097,
    6145, 8193, 12289, 16385, 24577,
  ]
  private static let distanceBits = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
  ]
}
