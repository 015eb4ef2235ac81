/// Turns raw tables into typed ones, noting every cell that does not fit the schema.
struct TableDecoder {
  /// Faults of one table that are told; a file of the wrong kind has as many as it has cells.
  static let mostFaults = 1000

  /// What was wrong so far.
  private(set) var faults: [Fault] = []
  /// What is known of the rows that are left out.
  private(set) var broken = BrokenRows()

  /// Checks a table's header and cells.
  ///
  /// - Returns: The table with the rows that are sound, and the line of each of these rows.
  mutating func decode(_ raw: RawTable, as schema: TableSchema) -> (table: Table, lines: [Int]) {
    let before = faults.count
    let positions = checkHeader(raw, schema)
    var table = Table(name: schema.name, columns: schema.columns.map(\.name), rows: [])
    var lines: [Int] = []
    table.rows.reserveCapacity(raw.rows.count)
    for row in raw.rows {
      let (cells, isSound) = decode(row, raw, schema, positions)
      if isSound {
        table.rows.append(cells.map { $0 ?? .blank })
        lines.append(row.line)
      } else {
        broken.note(cells, of: schema)
      }
      if faults.count - before > Self.mostFaults { break }
    }
    if faults.count - before > Self.mostFaults {
      faults.removeLast(faults.count - before - Self.mostFaults)
      faults.append(Fault(at: .init(file: raw.file), Message(ReadingText.moreFaults)))
      broken.note(unreadable: schema.name)
    }
    return (table, lines)
  }

  /// The cells of a row in the order of the schema, nil for those that do not fit.
  private mutating func decode(
    _ row: RawTable.Row, _ raw: RawTable, _ schema: TableSchema, _ positions: [Int?]
  ) -> (cells: [Cell?], isSound: Bool) {
    if row.cells.count != raw.columns.count {
      faults.append(
        Fault(
          at: .init(file: raw.file, row: row.line), value: String(row.cells.count),
          Message(ReadingText.wrongCount),
          expected: Message(ExpectedText.valuePerColumn, ["count": raw.columns.count])))
      return (schema.columns.map { _ in nil }, false)
    }
    var cells: [Cell?] = []
    cells.reserveCapacity(schema.columns.count)
    var isSound = true
    for (column, position) in zip(schema.columns, positions) {
      let location = Fault.Location(file: raw.file, row: row.line, column: column.name)
      switch position.map({ CellParser.parse(row.cells[$0], as: column.kind) }) ?? .success(.blank) {
      case .success(.blank) where column.isRequired:
        isSound = false
        cells.append(nil)
        // In a file the header lacks the column, which is told once.
        if position != nil || raw.mayOmitColumns {
          faults.append(Fault(at: location, Message(ReadingText.missingValue), expected: column.expectation))
        }
      case .success(let cell): cells.append(cell)
      case .failure(let mismatch):
        isSound = false
        cells.append(nil)
        faults.append(
          Fault(
            at: location, value: mismatch.value, mismatch.problem,
            expected: mismatch.expected ?? column.expectation, suggestion: mismatch.suggestion))
      }
    }
    return (cells, isSound)
  }

  /// The position of each column of the schema, noting unknown, repeated and missing ones.
  private mutating func checkHeader(_ raw: RawTable, _ schema: TableSchema) -> [Int?] {
    var positions: [String: Int] = [:]
    let known = schema.columns.map(\.name)
    for (position, name) in raw.columns.enumerated() {
      let location = Fault.Location(file: raw.file, row: raw.headerLine(of: position), column: name)
      if schema.column(name) == nil {
        let isBlank = name.allSatisfy(\.isWhitespace)
        faults.append(
          Fault(
            at: location, value: name,
            isBlank ? Message(ReadingText.namelessColumn) : Message(ReadingText.unknownColumn),
            expected: Message(ExpectedText.oneOf, ["words": known.joined(separator: ", ")]),
            suggestion: NearestName.of(name, among: known)))
      } else if positions[name] == nil {
        positions[name] = position
      } else {
        faults.append(Fault(at: location, value: name, Message(ReadingText.columnTwice)))
      }
    }
    let required = schema.columns.filter(\.isRequired)
    for column in required where positions[column.name] == nil && !raw.mayOmitColumns {
      faults.append(
        Fault(
          at: .init(file: raw.file, row: raw.headerLine, column: column.name), value: column.name,
          Message(ReadingText.missingColumn),
          expected: Message(ExpectedText.columns, ["names": required.map(\.name).joined(separator: ", ")])))
      broken.note([], of: schema)
    }
    return schema.columns.map { positions[$0.name] }
  }
}
