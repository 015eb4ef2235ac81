/// The parts of a ZIP file, each unpacked on demand and within limits.
struct ZipArchive {
  /// Why a file is no archive that can be read.
  struct Broken: Error {
    var problem: Message
    var expected: Message?
  }

  private struct Entry {
    var method: Int
    var packed: Int
    var unpacked: Int
    var header: Int
  }

  private let data: [UInt8]
  private var entries: [String: Entry] = [:]

  /// What all parts together may unpack to; a workbook of two million rows has less.
  static let mostBytes = 512 << 20
  /// A part that is packed more tightly than this is no table but a trap.
  static let mostRatio = 2000
  private static let mostEntries = 10_000

  /// Names of the parts.
  var names: [String] { entries.keys.sorted() }

  /// Reads the directory of an archive.
  ///
  /// - Throws: ``Broken``.
  init(_ data: [UInt8]) throws {
    self.data = data
    if data.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw Broken(
        problem: Message(ReadingText.oldWorkbook), expected: Message(ExpectedText.xlsxNoPassword))
    }
    guard let end = endOfDirectory() else { throw Self.damaged }
    let count = number(end + 10, 2)
    var position = number(end + 16, 4)
    guard count <= Self.mostEntries, count < 0xFFFF, position < 0xFFFF_FFFF else {
      throw Broken(
        problem: Message(ReadingText.tooManyParts),
        expected: Message(ExpectedText.atMost, ["limit": Self.mostEntries]))
    }
    var total = 0
    for _ in 0..<count {
      guard position + 46 <= data.count, number(position, 4) == 0x0201_4B50 else { throw Self.damaged }
      let nameLength = number(position + 28, 2)
      let next = position + 46 + nameLength + number(position + 30, 2) + number(position + 32, 2)
      guard next <= data.count else { throw Self.damaged }
      if number(position + 8, 2) & 1 == 1 {
        throw Broken(
          problem: Message(ReadingText.encryptedWorkbook), expected: Message(ExpectedText.noPassword))
      }
      let entry = Entry(
        method: number(position + 10, 2), packed: number(position + 20, 4),
        unpacked: number(position + 24, 4),
        header: number(position + 42, 4))
      total += entry.unpacked
      guard total <= Self.mostBytes, entry.unpacked <= max(1 << 20, entry.packed * Self.mostRatio) else {
        throw Broken(
          problem: Message(ReadingText.unpackedTooLarge),
          expected: Message(
            ExpectedText.mostUnpacked, ["size": Self.mostBytes >> 20, "ratio": Self.mostRatio]))
      }
      let name = String(decoding: data[position + 46..<position + 46 + nameLength], as: UTF8.self)
      guard entries.updateValue(entry, forKey: name) == nil else { throw Self.damaged }
      position = next
    }
  }

  /// Unpacks a part; nil where there is none of the name.
  ///
  /// - Throws: ``Broken``.
  func part(_ name: String) throws -> [UInt8]? {
    guard let entry = entries[name] else { return nil }
    let header = entry.header
    guard header + 30 <= data.count, number(header, 4) == 0x0403_4B50 else { throw Self.damaged }
    let start = header + 30 + number(header + 26, 2) + number(header + 28, 2)
    guard start + entry.packed <= data.count else { throw Self.damaged }
    let packed = data[start..<start + entry.packed]
    switch entry.method {
    case 0:
      guard entry.packed == entry.unpacked else { throw Self.damaged }
      return Array(packed)
    case 8:
      do {
        let unpacked = try Inflater.inflate(packed, limit: entry.unpacked)
        guard unpacked.count == entry.unpacked else { throw Self.damaged }
        return unpacked
      } catch is Inflater.Broken { throw Self.damaged }
    default: throw Broken(problem: Message(ReadingText.unknownPacking), expected: Message(ExpectedText.xlsx))
    }
  }

  private static let damaged = Broken(
    problem: Message(ReadingText.damagedWorkbook), expected: Message(ExpectedText.xlsx))

  /// The position of the end-of-directory record: within the last 65,557 bytes.
  private func endOfDirectory() -> Int? {
    var position = data.count - 22
    let first = max(0, data.count - 65_557)
    while position >= first {
      if number(position, 4) == 0x0605_4B50 { return position }
      position -= 1
    }
    return nil
  }

  /// A number of some bytes, the lowest first.
  private func number(_ position: Int, _ bytes: Int) -> Int {
    guard position >= 0, position + bytes <= data.count else { return 0 }
    return (0..<bytes).reduce(0) { $0 | Int(data[position + $1]) << (8 * $1) }
  }
}
