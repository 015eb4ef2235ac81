/// Checks every cell against its column, for cases built in code; rows read from files were checked before.
enum ValueCheck {
  static func faults(_ tables: [Table], _ origin: CaseOrigin) -> [Fault] {
    var faults: [Fault] = []
    for table in tables where origin.lines[table.name] == nil {
      guard let schema = CaseSchema.table(table.name) else { continue }
      for (index, row) in table.rows.enumerated() {
        for (column, cell) in zip(schema.columns, row) {
          let location = { origin.location(table: table.name, row: index, column: column.name) }
          if table.name == "settings", column.name == "value" {
            faults += setting(row[0].text, cell, origin)
          } else if cell == .blank {
            if column.isRequired {
              faults.append(
                Fault(at: location(), Message(ReadingText.missingValue), expected: column.expectation))
            }
          } else {
            faults += mismatch(cell, column, location)
          }
        }
      }
    }
    return faults
  }

  /// Settings are typed by key.
  private static func setting(_ name: String, _ cell: Cell, _ origin: CaseOrigin) -> [Fault] {
    guard let key = SettingsSchema.key(name) else { return [] }
    return mismatch(cell, key, { origin.location(setting: name) })
  }

  private static func mismatch(_ cell: Cell, _ column: ColumnSchema, _ location: () -> Fault.Location)
    -> [Fault]
  {
    let raw: RawCell
    switch cell {
    case .blank: raw = .blank
    case .text(let text):
      if let fault = misleading(text, column, location) { return [fault] }
      raw = .text(text)
    case .number(let value): raw = .number(value)
    case .flag(let value): raw = .flag(value)
    }
    guard case .failure(let mismatch) = CellParser.parse(raw, as: column.kind) else { return [] }
    return [
      Fault(
        at: location(), value: mismatch.value, mismatch.problem,
        expected: mismatch.expected ?? column.expectation,
        suggestion: mismatch.suggestion)
    ]
  }

  /// A text that would mean something else once the case is written and read again.
  private static func misleading(
    _ text: String, _ column: ColumnSchema, _ location: () -> Fault.Location
  ) -> Fault? {
    if text != text.trimmingSpaces {
      return Fault(
        at: location(), value: text, Message(CheckText.spaceAtEnds), expected: Message(ExpectedText.nothing))
    }
    if text == "*", column.isOptional, case .pattern = column.kind {
      return Fault(
        at: location(), value: text, Message(CheckText.signForName), expected: Message(ExpectedText.nameOrNil)
      )
    }
    return nil
  }
}
