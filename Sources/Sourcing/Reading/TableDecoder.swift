/// Turns raw tables into typed ones, noting every cell that does not fit the schema.
struct TableDecoder {
  /// What was wrong so far.
  private(set) var faults: [Fault] = []

  /// Checks a table's header and cells.
  ///
  /// - Returns: The table with the rows that are sound, and the line of each of these rows.
  mutating func decode(_ raw: RawTable, as schema: TableSchema) -> (table: Table, lines: [Int]) {
    let columns = checkHeader(raw, schema)
    var table = Table(name: schema.name, columns: schema.columns.map(\.name), rows: [])
    var lines: [Int] = []
    table.rows.reserveCapacity(raw.rows.count)
    let positions = schema.columns.map { columns[$0.name] }
    for row in raw.rows {
      let before = faults.count
      if row.cells.count != raw.columns.count {
        faults.append(
          Fault(
            at: .init(file: raw.file, row: row.line), value: String(row.cells.count),
            "wrong number of values in the row", expected: "\(raw.columns.count), one for each column of the header"))
        continue
      }
      var cells: [Cell] = []
      cells.reserveCapacity(schema.columns.count)
      for (column, position) in zip(schema.columns, positions) {
        let location = { Fault.Location(file: raw.file, row: row.line, column: column.name) }
        guard let position else {
          if column.isRequired, raw.mayOmitColumns {
            faults.append(Fault(at: location(), "missing value", expected: column.expectation))
          }
          cells.append(.blank)
          continue
        }
        switch CellParser.parse(row.cells[position], as: column.kind) {
        case .success(.blank) where column.isRequired:
          faults.append(Fault(at: location(), "missing value", expected: column.expectation))
        case .success(let cell): cells.append(cell)
        case .failure(let mismatch):
          faults.append(
            Fault(
              at: location(), value: mismatch.value, mismatch.problem,
              expected: mismatch.expected ?? column.expectation, suggestion: mismatch.suggestion))
        }
      }
      if faults.count == before {
        table.rows.append(cells)
        lines.append(row.line)
      }
    }
    return (table, lines)
  }

  /// Finds the columns, noting unknown, repeated and missing ones.
  private mutating func checkHeader(_ raw: RawTable, _ schema: TableSchema) -> [String: Int] {
    var positions: [String: Int] = [:]
    let known = schema.columns.map(\.name)
    for (position, name) in raw.columns.enumerated() {
      let location = Fault.Location(file: raw.file, row: raw.headerLine, column: name)
      if schema.column(name) == nil {
        let isBlank = name.allSatisfy(\.isWhitespace)
        faults.append(
          Fault(
            at: location, value: name, isBlank ? "column without a name" : "unknown column",
            expected: "one of \(known.joined(separator: ", "))", suggestion: NearestName.of(name, among: known)))
      } else if positions.updateValue(position, forKey: name) != nil {
        faults.append(Fault(at: location, value: name, "column stands twice"))
      }
    }
    for column in schema.columns where column.isRequired && positions[column.name] == nil && !raw.mayOmitColumns {
      faults.append(
        Fault(
          at: .init(file: raw.file, row: raw.headerLine, column: column.name), value: column.name,
          "missing column", expected: "the columns \(schema.columns.filter(\.isRequired).map(\.name).joined(separator: ", "))"))
    }
    return positions
  }
}
