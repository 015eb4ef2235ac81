/// Parses JSON strictly (RFC 8259), telling the line of a mistake and the keys that stand twice, which the
/// parser of Foundation does not.
struct JSONParser {
  /// Text that is no JSON.
  struct Mistake: Error {
    /// The line, from 1.
    var line: Int
    /// What is wrong there.
    var problem: Message
  }

  /// A key that stands twice in one object.
  struct RepeatedKey {
    var line: Int
    var key: String
  }

  /// A parsed document.
  struct Document {
    var value: JSONValue
    /// Keys that stand twice, the first hundred of them; the first value of each was taken.
    var repeatedKeys: [RepeatedKey]
  }

  /// Values nested deeper than this are refused: no case is, and a hostile document must not exhaust the stack.
  static let deepest = 64

  /// Parses a whole text.
  ///
  /// - Throws: A ``Mistake``.
  static func parse(_ text: String) throws -> Document {
    var text = text
    return try text.withUTF8 { bytes in
      var parser = JSONParser(bytes: bytes)
      let value = try parser.value(depth: 0)
      parser.skipBlanks()
      guard parser.position == bytes.count else { throw parser.mistake(Message(ReadingText.textAfterEnd)) }
      return Document(value: value, repeatedKeys: parser.repeatedKeys)
    }
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var repeatedKeys: [RepeatedKey] = []

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  private mutating func value(depth: Int) throws -> JSONValue {
    guard depth <= Self.deepest else {
      throw mistake(Message(ReadingText.nestedTooDeep, ["levels": Self.deepest]))
    }
    skipBlanks()
    switch current {
    case UInt8(ascii: "{"): return .object(try object(depth: depth))
    case UInt8(ascii: "["): return .list(try list(depth: depth))
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "t"): return try word("true", .flag(true))
    case UInt8(ascii: "f"): return try word("false", .flag(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"): return .number(try number())
    case let byte? where isDigit(byte): return .number(try number())
    case nil: throw mistake(Message(ReadingText.endsTooEarly))
    default: throw mistake(Message(ReadingText.noValue))
    }
  }

  private mutating func object(depth: Int) throws -> [String: JSONValue] {
    var members: [String: JSONValue] = [:]
    position += 1
    skipBlanks()
    if take("}") { return members }
    while true {
      skipBlanks()
      guard current == UInt8(ascii: "\"") else {
        throw mistake(Message(ReadingText.noKey))
      }
      let start = position
      let key = try string()
      skipBlanks()
      guard take(":") else { throw mistake(Message(ReadingText.noColon)) }
      let value = try value(depth: depth + 1)
      if members[key] == nil {
        members[key] = value
      } else if repeatedKeys.count < 100 {
        repeatedKeys.append(RepeatedKey(line: line(of: start), key: key))
      }
      skipBlanks()
      if take("}") { return members }
      guard take(",") else { throw mistake(Message(ReadingText.noCommaInObject)) }
    }
  }

  private mutating func list(depth: Int) throws -> [JSONValue] {
    var elements: [JSONValue] = []
    position += 1
    skipBlanks()
    if take("]") { return elements }
    while true {
      elements.append(try value(depth: depth + 1))
      skipBlanks()
      if take("]") { return elements }
      guard take(",") else { throw mistake(Message(ReadingText.noCommaInList)) }
    }
  }

  private mutating func string() throws -> String {
    position += 1
    var text = ""
    var start = position
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        text += String(decoding: bytes[start..<position], as: UTF8.self)
        position += 1
        return text
      case UInt8(ascii: "\\"):
        text += String(decoding: bytes[start..<position], as: UTF8.self)
        position += 1
        text.unicodeScalars.append(try escaped())
        start = position
      case 0..<0x20: throw mistake(Message(ReadingText.controlInText))
      default: position += 1
      }
    }
    throw mistake(Message(ReadingText.unclosedText))
  }

  /// The character of an escape, read from after its backslash.
  private mutating func escaped() throws -> Unicode.Scalar {
    guard let sign = current else { throw mistake(Message(ReadingText.endsTooEarly)) }
    position += 1
    switch sign {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(sign)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let unit = try codeUnit()
      if let scalar = Unicode.Scalar(unit) { return scalar }
      // Beyond the basic plane a character is written as two units.
      guard UTF16.isLeadSurrogate(unit), take("\\"), take("u") else {
        throw mistake(Message(ReadingText.halfCharacter))
      }
      let trail = try codeUnit()
      guard UTF16.isTrailSurrogate(trail) else { throw mistake(Message(ReadingText.halfCharacter)) }
      return UTF16.decode(UTF16.EncodedScalar([unit, trail]))
    default: throw mistake(Message(ReadingText.unknownEscape))
    }
  }

  private mutating func codeUnit() throws -> UInt16 {
    let digits = bytes[position..<min(position + 4, bytes.count)]
    let isHex = digits.allSatisfy { Unicode.Scalar($0).properties.isASCIIHexDigit }
    guard digits.count == 4, isHex, let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else {
      throw mistake(Message(ReadingText.missingHex))
    }
    position += 4
    return unit
  }

  private mutating func number() throws -> Double {
    let start = position
    _ = take("-")
    // No digit but zero may begin with zero.
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let value = Double(text) else { throw mistake(Message(ReadingText.notNumber)) }
    // What is too small for a double is not zero: the range check must see it.
    return value == 0 && text.isNonzeroNumber ? .leastNonzeroMagnitude : value
  }

  private mutating func digits() throws {
    let start = position
    while let byte = current, isDigit(byte) { position += 1 }
    if position == start { throw mistake(Message(ReadingText.missingDigit)) }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws -> JSONValue {
    let end = position + word.utf8CodeUnitCount
    let isThere = end <= bytes.count && bytes[position..<end].elementsEqual(word.description.utf8)
    guard isThere else { throw mistake(Message(ReadingText.unknownLiteral)) }
    position = end
    return value
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: sign) else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private func line(of position: Int) -> Int {
    1 + bytes[..<position].count { $0 == UInt8(ascii: "\n") }
  }

  private func mistake(_ problem: Message) -> Mistake {
    Mistake(line: line(of: min(position, bytes.count)), problem: problem)
  }
}

extension String {
  /// Whether a text that reads as a number has a digit other than zero before its exponent.
  var isNonzeroNumber: Bool {
    utf8.prefix { $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E") }.contains {
      (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0)
    }
  }
}
