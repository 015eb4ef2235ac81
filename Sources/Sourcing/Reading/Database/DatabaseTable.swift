internal import GRDB

/// One table of a database as a raw table.
struct DatabaseTable {
  private let table: String
  private let file: String
  private(set) var faults: [Fault] = []

  private static let mostColumns = 512

  init(table: String, file: String) {
    self.table = table
    self.file = file
  }

  /// Reads the rows in the order of their numbers (`rowid`), which faults name; a table without these in its own order,
  /// counted from 1.
  ///
  /// - Returns: The table; rows in which every cell is blank are left out.
  /// - Throws: A ``Fault`` where it is none, `DatabaseError` where it is damaged.
  mutating func read(_ db: Database) throws -> RawTable {
    let described = try Row.fetchAll(
      db, sql: "SELECT name, hidden FROM pragma_table_xinfo(?)", arguments: [table])
    guard described.count <= Self.mostColumns else {
      throw Fault(
        at: .init(file: file), Message(ReadingText.tooManyColumns),
        expected: Message(ExpectedText.mostColumns, ["count": Self.mostColumns]))
    }
    for column in described where column["hidden"] != 0 {
      throw Fault(
        at: .init(file: file, column: column["name"]), Message(ReadingText.computedColumn),
        expected: Message(ExpectedText.storedColumn))
    }
    let isNumbered =
      try Int.fetchOne(
        db, sql: "SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?", arguments: [table])
      == 0
    let columns: [String] = described.map { $0["name"] }
    let named = columns.map { $0.quotedDatabaseIdentifier }.joined(separator: ", ")
    let query = "\(named) FROM main.\(table.quotedDatabaseIdentifier)"
    let cursor = try Row.fetchCursor(
      db, sql: isNumbered ? "SELECT _rowid_, \(query) ORDER BY _rowid_" : "SELECT 0, \(query)")
    var rows: [RawTable.Row] = []
    var count = 0
    while let row = try cursor.next() {
      count += 1
      guard count <= CSVTable.mostRows else {
        throw Fault(
          at: .init(file: file, row: count), Message(ReadingText.tableTooLong),
          expected: Message(ExpectedText.mostRows, ["count": CSVTable.mostRows]))
      }
      let line = isNumbered ? (row[0] as Int64?).flatMap { Int(exactly: $0) } ?? count : count
      let cells = columns.indices.map { cell(row, $0 + 1, columns[$0], line) }
      if cells.contains(where: { if case .blank = $0 { false } else { true } }) {
        rows.append(RawTable.Row(line: line, cells: cells))
      }
    }
    return RawTable(
      name: table, file: file, columns: columns, headerLine: nil, rows: rows, declaresColumns: true)
  }

  /// Numbers come as texts, so that a name such as 2026 stays a name: columns say what they take.
  private mutating func cell(_ row: Row, _ position: Int, _ column: String, _ line: Int) -> RawCell {
    let value: DatabaseValue = row[position]
    let place = Fault.Location(file: file, row: line, column: column)
    switch value.storage {
    case .null: return .blank
    case .int64(let number): return .text(String(number))
    case .double(let number): return .text(number.isFinite ? NumberText.shortest(number) : "\(number)")
    case .string(let text):
      if text.unicodeScalars.contains("\u{FFFD}") {
        faults.append(
          Fault(at: place, Message(ReadingText.textNotUTF8), expected: Message(ExpectedText.textInUTF8)))
        return .blank
      }
      return text.allSatisfy(\.isWhitespace) ? .blank : .text(text)
    case .blob(let bytes):
      faults.append(
        Fault(
          at: place, value: "\(bytes.count) bytes", Message(ReadingText.blob),
          expected: Message(ExpectedText.textNumberOrNull)))
      return .blank
    }
  }
}
