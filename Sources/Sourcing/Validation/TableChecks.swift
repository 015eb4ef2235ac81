/// Checks every cell against its column, for cases built in code; rows read from files were checked before.
enum ValueCheck {
  static func faults(_ tables: [Table], _ origin: CaseOrigin) -> [Fault] {
    var faults: [Fault] = []
    for table in tables where origin.lines[table.name] == nil {
      guard let schema = CaseSchema.table(table.name) else { continue }
      for (index, row) in table.rows.enumerated() {
        for (column, cell) in zip(schema.columns, row) {
          let location = { origin.location(table: table.name, row: index, column: column.name) }
          // Settings are typed by key, and the code that sets them is typed already.
          if table.name == "settings", case .text(let key) = row[0], column.name == "value",
            let kind = SettingsSchema.key(key)?.kind, kind != .text
          {
            faults += mismatch(cell, kind, SettingsSchema.key(key)?.expectation ?? "", location)
          } else if cell == .blank {
            if column.isRequired { faults.append(Fault(at: location(), "missing value", expected: column.expectation)) }
          } else {
            faults += mismatch(cell, column.kind, column.expectation, location)
          }
        }
      }
    }
    return faults
  }

  private static func mismatch(
    _ cell: Cell, _ kind: ColumnSchema.Kind, _ expectation: String, _ location: () -> Fault.Location
  ) -> [Fault] {
    let raw: RawCell =
      switch cell {
      case .blank: .blank
      case .text(let text): .text(text)
      case .number(let value): .number(value)
      case .flag(let value): .flag(value)
      }
    guard case .failure(let mismatch) = CellParser.parse(raw, as: kind) else { return [] }
    return [
      Fault(
        at: location(), value: mismatch.value, mismatch.problem, expected: mismatch.expected ?? expectation,
        suggestion: mismatch.suggestion)
    ]
  }
}

/// Checks that the key of each table differs from row to row.
enum KeyCheck {
  static func faults(_ tables: [Table], _ origin: CaseOrigin) -> [Fault] {
    var faults: [Fault] = []
    for table in tables {
      guard let schema = CaseSchema.table(table.name), !schema.key.isEmpty else { continue }
      let positions = schema.key.compactMap { name in schema.columns.firstIndex { $0.name == name } }
      var first: [[Cell]: Int] = [:]
      for (index, row) in table.rows.enumerated() {
        let key = positions.map { row[$0] }
        if let earlier = first[key] {
          let line = origin.location(table: table.name, row: earlier).row ?? 0
          faults.append(
            Fault(
              at: origin.location(table: table.name, row: index, column: schema.key.joined(separator: "+")),
              value: key.map(\.text).joined(separator: ", "), "duplicate", expected: "one row; row \(line) has the same key"))
        } else {
          first[key] = index
        }
      }
    }
    return faults
  }
}

/// Checks that every name that a row refers to exists.
enum ReferenceCheck {
  static func faults(_ tables: [Table], _ names: NameIndex, _ origin: CaseOrigin) -> [Fault] {
    var faults: [Fault] = []
    for table in tables {
      guard let schema = CaseSchema.table(table.name) else { continue }
      for (position, column) in schema.columns.enumerated() {
        guard let (targets, isList) = targets(of: column.kind) else { continue }
        for (index, row) in table.rows.enumerated() {
          guard case .text(let text) = row[position], text != "*" || isExact(column.kind) else { continue }
          let wanted = isList ? text.split(separator: ";").map { String($0).trimmingSpaces } : [text]
          for name in wanted where !names.contains(name, in: targets) {
            faults.append(
              Fault(
                at: origin.location(table: table.name, row: index, column: column.name), value: name, "unknown name",
                expected: column.expectation, suggestion: names.nearest(to: name, in: targets), references: targets))
          }
        }
      }
    }
    return faults
  }

  private static func targets(of kind: ColumnSchema.Kind) -> (tables: [String], isList: Bool)? {
    switch kind {
    case .reference(let tables), .pattern(let tables): (tables, false)
    case .filter(let tables): (tables, true)
    case .text, .name, .number, .integer, .flag, .choice, .any: nil
    }
  }

  private static func isExact(_ kind: ColumnSchema.Kind) -> Bool {
    if case .reference = kind { true } else { false }
  }
}
