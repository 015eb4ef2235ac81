/// What a coded type looks like as JSON, found by decoding it from nothing: every key that it asks for, with its kind.
indirect enum CodingShape: Hashable {
  case number
  case integer
  case flag
  case text
  /// One of some words.
  case words(Set<String>)
  case list(CodingShape)
  case object([String: Member])

  /// A key's value.
  struct Member: Hashable {
    var shape: CodingShape
    var isRequired: Bool
  }

  /// The shape of a type.
  ///
  /// - Throws: What decoding it throws.
  init<Value: Decodable>(of type: Value.Type) throws {
    if let words = Self.words(of: type) {
      self = .words(words)
      return
    }
    let probe = Probe()
    _ = try Value(from: probe)
    self = probe.shape
  }

  /// The words of an enumeration of texts.
  fileprivate static func words(of type: Any.Type) -> Set<String>? {
    guard let type = type as? any (CaseIterable & RawRepresentable<String>).Type else { return nil }
    func values<Words: CaseIterable & RawRepresentable<String>>(_ type: Words.Type) -> Set<String> {
      Set(type.allCases.map(\.rawValue))
    }
    return values(type)
  }
}

/// A decoder that has a value for everything and remembers what it was asked for.
private final class Probe: Decoder {
  var shape = CodingShape.object([:])
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Keyed(probe: self))
  }

  func unkeyedContainer() -> any UnkeyedDecodingContainer { Elements(probe: self) }

  func singleValueContainer() -> any SingleValueDecodingContainer { Single(probe: self) }

  /// A value of a type, and its shape.
  func value<Value: Decodable>(_ type: Value.Type) throws -> (Value, CodingShape) {
    if let words = CodingShape.words(of: type) {
      // An enumeration accepts its own words only.
      guard let word = words.min(), let value = try? Value(from: Word(word)) else {
        throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "\(type) has no words"))
      }
      return (value, .words(words))
    }
    let probe = Probe()
    let value = try Value(from: probe)
    return (value, probe.shape)
  }

  private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let probe: Probe
    let codingPath: [any CodingKey] = []
    let allKeys: [Key] = []

    func contains(_ key: Key) -> Bool { true }
    func decodeNil(forKey key: Key) -> Bool { false }

    private func note(_ key: Key, _ shape: CodingShape, _ isRequired: Bool) {
      guard case .object(var members) = probe.shape else { return }
      members[key.stringValue] = .init(shape: shape, isRequired: isRequired)
      probe.shape = .object(members)
    }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
      let (value, shape) = try probe.value(type)
      note(key, shape, true)
      return value
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
      let (value, shape) = try probe.value(type)
      note(key, shape, false)
      return value
    }

    // The plain types have requirements of their own, whose defaults would pass over the two above.
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { plain(key, .flag, true, false) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { plain(key, .text, true, "") }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { plain(key, .number, true, 0) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { plain(key, .integer, true, 0) }
    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
      plain(key, .flag, false, false)
    }
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
      plain(key, .text, false, "")
    }
    func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? {
      plain(key, .number, false, 0)
    }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { plain(key, .integer, false, 0) }

    private func plain<Value>(
      _ key: Key, _ shape: CodingShape, _ isRequired: Bool, _ value: Value
    ) -> Value {
      note(key, shape, isRequired)
      return value
    }

    func nestedContainer<NestedKey: CodingKey>(
      keyedBy type: NestedKey.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<NestedKey> { throw Unforeseen() }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { throw Unforeseen() }
    func superDecoder() throws -> any Decoder { throw Unforeseen() }
    func superDecoder(forKey key: Key) throws -> any Decoder { throw Unforeseen() }
  }

  /// A list of one element.
  private struct Elements: UnkeyedDecodingContainer {
    let probe: Probe
    let codingPath: [any CodingKey] = []
    let count: Int? = 1
    var currentIndex = 0
    var isAtEnd: Bool { currentIndex > 0 }

    mutating func decodeNil() -> Bool { false }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
      let (value, shape) = try probe.value(type)
      probe.shape = .list(shape)
      currentIndex += 1
      return value
    }

    mutating func nestedContainer<NestedKey: CodingKey>(
      keyedBy type: NestedKey.Type
    ) throws -> KeyedDecodingContainer<NestedKey> { throw Unforeseen() }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { throw Unforeseen() }
    mutating func superDecoder() throws -> any Decoder { throw Unforeseen() }
  }

  private struct Single: SingleValueDecodingContainer {
    let probe: Probe
    let codingPath: [any CodingKey] = []

    func decodeNil() -> Bool { false }
    func decode(_ type: Bool.Type) throws -> Bool { plain(.flag, false) }
    func decode(_ type: String.Type) throws -> String { plain(.text, "") }
    func decode(_ type: Double.Type) throws -> Double { plain(.number, 0) }
    func decode(_ type: Int.Type) throws -> Int { plain(.integer, 0) }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
      let (value, shape) = try probe.value(type)
      probe.shape = shape
      return value
    }

    private func plain<Value>(_ shape: CodingShape, _ value: Value) -> Value {
      probe.shape = shape
      return value
    }
  }

  /// A text.
  private struct Word: Decoder, SingleValueDecodingContainer {
    let word: String
    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]

    init(_ word: String) { self.word = word }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }
    func decodeNil() -> Bool { false }
    func decode(_ type: String.Type) throws -> String { word }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { throw Unforeseen() }
    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
      throw Unforeseen()
    }
    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw Unforeseen() }
  }

  /// Something that no coded type of the program does.
  struct Unforeseen: Error {}
}
