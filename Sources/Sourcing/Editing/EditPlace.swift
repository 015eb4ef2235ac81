/// Where an edit stands, and the checks that are told there.
struct EditPlace {
  let origin: EditOrigin
  let number: Int
  let table: String

  /// The place, with a column of the edit's table.
  func location(_ column: String?) -> Fault.Location {
    Fault.Location(file: origin.name, row: number, column: column.map { "\(table).\($0)" })
  }

  func fault(
    _ column: String?, value: String? = nil, _ problem: Message, expected: Message? = nil,
    suggestion: String? = nil
  ) -> Fault {
    Fault(at: location(column), value: value, problem, expected: expected, suggestion: suggestion)
  }

  /// The description of a column.
  func column(_ name: String, of schema: TableSchema) throws -> ColumnSchema {
    if let column = schema.column(name) { return column }
    let known = schema.columns.map(\.name)
    throw fault(
      name, value: name, Message(ReadingText.unknownColumn),
      expected: Message(ExpectedText.oneOf, ["words": known.joined(separator: ", ")]),
      suggestion: NearestName.of(name, among: known))
  }

  /// A value as a cell of a column that takes it.
  func checked(_ value: Cell, as kind: ColumnSchema.Kind, column: String) throws -> RawCell {
    let cell = RawCell(value)
    if case .failure(let mismatch) = CellParser.parse(cell, as: kind) {
      throw fault(
        column, value: mismatch.value, mismatch.problem,
        expected: mismatch.expected
          ?? ColumnSchema(name: column, kind: kind, isRequired: false, meaning: "").expectation,
        suggestion: mismatch.suggestion)
    }
    return cell
  }
}

extension RawCell {
  init(_ cell: Cell) {
    switch cell {
    case .blank: self = .blank
    case .text(let text): self = text.isEmpty ? .blank : .text(text)
    case .number(let value): self = .number(value)
    case .flag(let value): self = .flag(value)
    }
  }
}

extension RawTable {
  /// The position of a column, which is added behind the others where the table lacks it.
  mutating func position(adding name: String) -> Int {
    if let position = columns.firstIndex(of: name) { return position }
    columns.append(name)
    if headerLine == nil { firstRows.append(rows.first?.line ?? 1) }
    for index in rows.indices { rows[index].cells.append(.blank) }
    return columns.count - 1
  }
}

extension ColumnSchema.Kind {
  var isNumeric: Bool {
    switch self {
    case .number, .integer: true
    default: false
    }
  }
}
