internal import Sourcing

/// The JSON Schema of a case, made of the tables' own schema.
enum CaseDocumentSchema {
  /// The schema, with the names, kinds, ranges and meanings of ``CaseSchema``.
  static func document(identifier: String) -> JSONValue {
    .object([
      "$schema": .text("https://json-schema.org/draft/2020-12/schema"),
      "$id": .text(identifier),
      "title": .text("Case"),
      "description": .text(
        "A case: its tables, each a list of rows. A blank is null or left out; that names refer to rows that are there, and the "
          + "like, is checked by mainstay check."),
      "type": .text("object"),
      "properties": .object([
        "schema": .object([
          "description": .text("The version of this document's form."), "const": .text("mainstay/case/1"),
        ]),
        "tables": .object([
          "description": .text("The tables by name."),
          "type": .text("object"),
          "properties": .object(
            Dictionary(uniqueKeysWithValues: CaseSchema.tables.map { ($0.name, rows(of: $0)) })),
          "required": .list(CaseSchema.required.map(JSONValue.text)),
          "additionalProperties": .flag(false),
        ]),
      ]),
      "required": .list([.text("schema"), .text("tables")]),
      "additionalProperties": .flag(false),
    ])
  }

  private static func rows(of table: TableSchema) -> JSONValue {
    .object([
      "description": .text(table.meaning),
      "type": .text("array"),
      "items": .object([
        "type": .text("object"),
        "properties": .object(
          Dictionary(uniqueKeysWithValues: table.columns.map { ($0.name, value(of: $0)) })),
        "required": .list(table.columns.filter(\.isRequired).map { .text($0.name) }),
        "additionalProperties": .flag(false),
      ]),
    ])
  }

  private static func value(of column: ColumnSchema) -> JSONValue {
    var members: [String: JSONValue] = ["description": .text(column.meaning)]
    func types(_ names: String...) {
      let all = names + (column.isOptional ? ["null"] : [])
      members["type"] = all.count == 1 ? .text(all[0]) : .list(all.map(JSONValue.text))
    }
    switch column.kind {
    case .text, .name, .reference, .pattern, .filter: types("string")
    case .number(let range):
      types("number")
      members["minimum"] = .number(range.lowerBound)
      members["maximum"] = .number(range.upperBound)
    case .integer(let range):
      types("integer")
      members["minimum"] = .number(Double(range.lowerBound))
      members["maximum"] = .number(Double(range.upperBound))
    case .flag: types("boolean")
    case .choice(let words):
      members["enum"] = .list(words.map(JSONValue.text) + (column.isOptional ? [.null] : []))
    case .any: types("string", "number", "boolean")
    }
    return .object(members)
  }
}
