internal import Sourcing

/// Edits as JSON: `{"do": "scale", "table": "demand", "column": "quantity", "by": 1.2, "where": {"market": "Lyon"}}`.
enum EditCoding {
  /// What can be done, as `do` names it.
  static let actions = ["set", "scale", "add", "delete"]

  /// Edits as one line of JSON, the same for the same edits.
  static func text(of edits: [TableEdit]) -> String {
    JSONValue.list(edits.map { json(of: $0.normal) }).text
  }

  static func json(of edit: TableEdit) -> JSONValue {
    var members: [String: JSONValue] = ["table": .text(edit.table)]
    switch edit.action {
    case .set(let column, let value):
      members["do"] = .text("set")
      members["column"] = .text(column)
      members["to"] = json(of: value)
    case .scale(let column, let factor):
      members["do"] = .text("scale")
      members["column"] = .text(column)
      members["by"] = .number(factor)
    case .add(let values):
      members["do"] = .text("add")
      members["row"] = .object(values.mapValues(json))
    case .delete: members["do"] = .text("delete")
    }
    if !edit.condition.isEmpty || edit.action == .delete {
      members["where"] = .object(
        edit.condition.mapValues { values in
          let sorted = values.map(json).sorted { $0.text < $1.text }
          return sorted.count == 1 ? sorted[0] : .list(sorted)
        })
    }
    return .object(members)
  }

  private static func json(of cell: Cell) -> JSONValue {
    switch cell {
    case .blank: .null
    case .text(let text): .text(text)
    case .number(let value): .number(value)
    case .flag(let value): .flag(value)
    }
  }

  /// Reads an edit.
  ///
  /// - Throws: A `Fault` at the place given where it is none.
  static func edit(_ value: JSONValue, at place: Fault.Location) throws -> TableEdit {
    guard case .object(let members) = value else {
      throw Fault(
        at: place, Message(VariantText.editNoObject), expected: Message(VariantText.objectWithDoAndTable))
    }
    let reader = MemberReader(members: members, place: place)
    let action = try reader.text("do")
    let table = try reader.text("table")
    switch action {
    case "set":
      try reader.allow(["do", "table", "column", "to", "where"])
      guard members["to"] != nil else { throw reader.missing("to", Message(VariantText.newValue)) }
      let cell = try reader.cell("to")
      return TableEdit(
        table, .set(column: try reader.text("column"), to: cell), where: try reader.condition())
    case "scale":
      try reader.allow(["do", "table", "column", "by", "where"])
      return TableEdit(
        table, .scale(column: try reader.text("column"), by: try reader.number("by")),
        where: try reader.condition())
    case "add":
      try reader.allow(["do", "table", "row"])
      return TableEdit(table, .add(try reader.cells("row")))
    case "delete":
      try reader.allow(["do", "table", "where"])
      guard members["where"] != nil else {
        throw reader.missing("where", Message(VariantText.conditionOrAll, ["open": "{", "close": "}"]))
      }
      return TableEdit(table, .delete, where: try reader.condition())
    default:
      throw Fault(
        at: place, value: action, Message(VariantText.unknownDo),
        expected: Message(ExpectedText.oneOf, ["words": actions.joined(separator: ", ")]),
        suggestion: NearestName.of(action, among: actions))
    }
  }
}
