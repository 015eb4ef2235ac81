/// Goes through a document of XML, event by event. It knows no declarations of types or entities: a document with any is
/// refused, so nothing in it can reach for other files or grow.
struct XMLScanner {
  /// What the scanner comes by.
  enum Event: Equatable {
    /// An element begins; its name is without prefix.
    case start(String, [String: String])
    /// An element ends.
    case end(String)
    /// Text.
    case text(String)
  }

  /// Why a document cannot be read.
  struct Broken: Error {
    var problem: Message
  }

  private let bytes: [UInt8]
  private var position = 0
  /// The end of an element that closes itself.
  private var pending: String?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The next event; nil at the end.
  ///
  /// - Throws: ``Broken``.
  mutating func next() throws -> Event? {
    if let name = pending {
      pending = nil
      return .end(name)
    }
    while position < bytes.count {
      if bytes[position] != UInt8(ascii: "<") {
        let end = find("<", from: position) ?? bytes.count
        defer { position = end }
        return .text(try Self.unescaped(bytes[position..<end]))
      }
      if follows("<!--") {
        try skip(past: "-->")
      } else if follows("<![CDATA[") {
        let start = position + 9
        guard let end = find("]]>", from: start) else { throw Self.damaged }
        position = end + 3
        return .text(String(decoding: bytes[start..<end], as: UTF8.self))
      } else if follows("<!") {
        throw Broken(problem: Message(ReadingText.ownDeclarations))
      } else if follows("<?") {
        try skip(past: "?>")
      } else {
        return try tag()
      }
    }
    return nil
  }

  private static let damaged = Broken(problem: Message(ReadingText.damagedPart))

  private mutating func tag() throws -> Event {
    guard let end = endOfTag(from: position + 1) else { throw Self.damaged }
    var inner = bytes[position + 1..<end]
    position = end + 1
    if inner.first == UInt8(ascii: "/") { return .end(Self.local(inner.dropFirst())) }
    let closesItself = inner.last == UInt8(ascii: "/")
    if closesItself { inner = inner.dropLast() }
    let nameEnd = inner.firstIndex(where: Self.isSpace) ?? inner.endIndex
    let name = Self.local(inner[inner.startIndex..<nameEnd])
    if closesItself { pending = name }
    return .start(name, try Self.attributes(inner[nameEnd...]))
  }

  /// The end of a tag, beyond signs within quotation marks.
  private func endOfTag(from start: Int) -> Int? {
    var quote: UInt8?
    for index in start..<max(start, bytes.count) {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index
      }
    }
    return nil
  }

  private static func attributes(_ text: ArraySlice<UInt8>) throws -> [String: String] {
    var found: [String: String] = [:]
    var rest = text
    while true {
      rest = rest.drop(while: isSpace)
      if rest.isEmpty { return found }
      guard let equals = rest.firstIndex(of: UInt8(ascii: "=")) else { throw damaged }
      let name = local(rest[rest.startIndex..<equals].prefix { !isSpace($0) })
      rest = rest[(equals + 1)...].drop(while: isSpace)
      guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
        throw damaged
      }
      rest = rest.dropFirst()
      guard let end = rest.firstIndex(of: quote) else { throw damaged }
      found[name] = try unescaped(rest[rest.startIndex..<end])
      rest = rest[(end + 1)...]
    }
  }

  /// A name without its prefix.
  private static func local(_ name: ArraySlice<UInt8>) -> String {
    let name = name.prefix { !isSpace($0) }
    let start = name.lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? name.startIndex
    return String(decoding: name[start...], as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }

  /// A text with its five named signs and numbered characters put in.
  private static func unescaped(_ raw: ArraySlice<UInt8>) throws -> String {
    let text = String(decoding: raw, as: UTF8.self)
    guard raw.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = Substring(text)
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      guard let end = rest[mark...].firstIndex(of: ";") else { throw damaged }
      let name = rest[rest.index(after: mark)..<end]
      guard let character = character(name) else {
        throw Broken(problem: Message(ReadingText.unknownEntity))
      }
      result.unicodeScalars.append(character)
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func character(_ name: Substring) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard name.hasPrefix("#") else { return nil }
      let digits = name.dropFirst()
      let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap(Unicode.Scalar.init)
    }
  }

  private func follows(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { wanted in
      position + wanted.count <= bytes.count
        && bytes[position..<position + wanted.count].elementsEqual(wanted)
    }
  }

  private func find(_ text: StaticString, from start: Int) -> Int? {
    text.withUTF8Buffer { wanted in
      guard let first = wanted.first else { return nil }
      var index = start
      while index + wanted.count <= bytes.count {
        if bytes[index] == first, bytes[index..<index + wanted.count].elementsEqual(wanted) { return index }
        index += 1
      }
      return nil
    }
  }

  private mutating func skip(past text: StaticString) throws {
    guard let end = find(text, from: position) else { throw Self.damaged }
    position = end + text.utf8CodeUnitCount
  }
}
