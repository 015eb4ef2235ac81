internal import Sourcing

/// Reads the members of a JSON object, telling what does not fit.
struct MemberReader {
  let members: [String: JSONValue]
  let place: Fault.Location

  /// - Throws: A `Fault` where there is a member of another name.
  func allow(_ names: [String]) throws {
    for name in members.keys.sorted() where !names.contains(name) {
      throw Fault(
        at: place, value: name, Message(ReadingText.unknownKey),
        expected: Message(plain: names.joined(separator: ", ")),
        suggestion: NearestName.of(name, among: names))
    }
  }

  func missing(_ name: String, _ expected: Message) -> Fault {
    Fault(at: place, Message(VariantText.missingKey, ["key": name]), expected: expected)
  }

  func text(_ name: String) throws -> String {
    guard let value = members[name] else { throw missing(name, Message(VariantText.aText)) }
    guard case .text(let text) = value else { throw wrong(name, value, Message(VariantText.aText)) }
    return text
  }

  func optionalText(_ name: String) throws -> String? {
    members[name] == nil ? nil : try text(name)
  }

  func number(_ name: String) throws -> Double {
    guard let value = members[name] else { throw missing(name, Message(VariantText.aNumber)) }
    guard case .number(let number) = value, number.isFinite else {
      throw wrong(name, value, Message(VariantText.aNumber))
    }
    return number
  }

  /// A whole number between limits; nil where there is none.
  func integer(_ name: String, in range: ClosedRange<Int>) throws -> Int? {
    if members[name] == nil { return nil }
    let value = try number(name)
    guard value == value.rounded(), Double(range.lowerBound) <= value, value <= Double(range.upperBound)
    else {
      throw wrong(
        name, .number(value),
        Message(
          ExpectedText.wholeBetween, ["least": range.lowerBound, "most": range.upperBound]))
    }
    return Int(value)
  }

  func list(_ name: String) throws -> [JSONValue] {
    guard let value = members[name] else { throw missing(name, Message(VariantText.aList)) }
    guard case .list(let list) = value else { throw wrong(name, value, Message(VariantText.aList)) }
    return list
  }

  func object(_ name: String) throws -> [String: JSONValue] {
    guard let value = members[name] else { throw missing(name, Message(VariantText.anObject)) }
    guard case .object(let object) = value else { throw wrong(name, value, Message(VariantText.anObject)) }
    return object
  }

  /// A single value as a table's cell.
  func cell(_ name: String) throws -> Cell {
    try cell(members[name] ?? .null, name)
  }

  /// The values of an object, by column.
  func cells(_ name: String) throws -> [String: Cell] {
    try object(name).mapValues { try cell($0, name) }
  }

  /// The condition `where`: for each column one value or a list of them.
  func condition() throws -> [String: [Cell]] {
    if members["where"] == nil { return [:] }
    return try object("where").mapValues { value in
      guard case .list(let list) = value else { return [try cell(value, "where")] }
      return try list.map { try cell($0, "where") }
    }
  }

  private func cell(_ value: JSONValue, _ name: String) throws -> Cell {
    switch value {
    case .null: return .blank
    case .flag(let flag): return .flag(flag)
    case .number(let number): return .number(number)
    case .text(let text): return text.isEmpty ? .blank : .text(text)
    case .list, .object: throw wrong(name, value, Message(VariantText.singleValue))
    }
  }

  func wrong(_ name: String, _ value: JSONValue, _ expected: Message) -> Fault {
    Fault(at: place, value: value.text, Message(VariantText.wrongValueOf, ["key": name]), expected: expected)
  }
}
