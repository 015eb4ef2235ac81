/// The tables of a case as they were read, before their cells are checked.
struct RawCase: Sendable {
  /// The tables that could be read.
  var tables: [RawTable] = []
  /// Names of tables that are there and could not be read.
  var unreadable: Set<String> = []
  /// What did not fit.
  var faults: [Fault] = []

  /// Notes a table that is there and could not be read.
  mutating func reject(_ table: String, _ fault: Fault) {
    unreadable.insert(table)
    faults.append(fault)
  }

  /// Notes a table that no schema knows; the known one of the nearest name counts as there.
  mutating func reject(unknownTable table: String, at place: String) {
    let known = CaseSchema.tables.map(\.name)
    let nearest = NearestName.of(table, among: known)
    reject(
      nearest ?? table,
      Fault(
        at: .init(file: place), value: table, Message(ReadingText.unknownTable),
        expected: Message(ExpectedText.oneOf, ["words": known.joined(separator: ", ")]),
        suggestion: nearest))
  }

  /// Takes a table, unless one of that name was taken before.
  mutating func take(_ table: RawTable) {
    if let first = tables.first(where: { $0.name == table.name }) {
      faults.append(
        Fault(
          at: .init(file: table.file), value: table.name, Message(ReadingText.tableTwice),
          expected: Message(ExpectedText.onlyFile, ["file": first.file])))
    } else {
      tables.append(table)
    }
  }
}

/// A table as it was read, before its cells are checked.
package struct RawTable: Sendable {
  var name: String
  /// The file as the user would name it.
  var file: String
  package var columns: [String]
  /// Line of the header; nil in a document, where every row names its columns, and in a database.
  var headerLine: Int?
  package var rows: [Row]
  /// In a document, the first row that names each column, in the order of `columns`.
  var firstRows: [Int] = []
  /// Whether columns are declared apart from the rows, as in a database.
  var declaresColumns = false

  /// In a document a column that no row names is simply blank in all of them.
  var mayOmitColumns: Bool { headerLine == nil && !declaresColumns }

  /// The line that names a column.
  func headerLine(of position: Int) -> Int? {
    headerLine ?? (firstRows.indices.contains(position) ? firstRows[position] : nil)
  }

  package struct Row: Sendable {
    /// Line in a file, or number of the row in a document, from 1.
    package var line: Int
    package var cells: [RawCell]
  }
}

/// A value as it was read: CSV has texts only, JSON its own kinds.
package enum RawCell: Sendable {
  case blank
  case text(String)
  case number(Double)
  case flag(Bool)
  /// Something that no column takes, shown as written: a list, an object.
  case other(String)
}
