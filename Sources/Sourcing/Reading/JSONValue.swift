/// Any JSON value, keeping numbers and booleans apart.
package enum JSONValue: Hashable, Sendable {
  case null
  case flag(Bool)
  /// A number; infinite where it is beyond all that a double holds.
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  /// The value as a table's cell.
  var cell: RawCell {
    switch self {
    case .null: .blank
    case .flag(let value): .flag(value)
    case .number(let value): .number(value)
    case .text(let value): value.isEmpty ? .blank : .text(value)
    case .list: .other("[…]")
    case .object: .other("{…}")
    }
  }
}
