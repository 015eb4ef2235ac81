/// One value of a table.
public enum Cell: Hashable, Sendable {
  /// Nothing.
  case blank
  /// A text.
  case text(String)
  /// A finite number.
  case number(Double)
  /// True or false.
  case flag(Bool)

  /// The value as it is written in CSV.
  public var text: String {
    switch self {
    case .blank: ""
    case .text(let text): text
    case .number(let value): NumberText.shortest(value)
    case .flag(let value): value ? "true" : "false"
    }
  }
}

/// A table whose cells have the kinds that its schema asks for.
public struct Table: Hashable, Sendable {
  /// The table's name.
  public var name: String
  /// The columns that are present, in the order of the cells.
  public var columns: [String]
  /// The rows, a cell a column.
  public var rows: [[Cell]]

  /// A table from its parts.
  public init(name: String, columns: [String], rows: [[Cell]]) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }
}

/// A table as it was read, before its cells are checked.
struct RawTable {
  var name: String
  /// The file as the user would name it.
  var file: String
  var columns: [String]
  /// Line of the header; nil in a document, where every row names its columns.
  var headerLine: Int?
  var rows: [Row]

  /// In a document a column that no row names is simply blank in all of them.
  var mayOmitColumns: Bool { headerLine == nil }

  struct Row {
    /// Line in a file, or number of the row in a document, from 1.
    var line: Int
    var cells: [RawCell]
  }
}

/// A value as it was read: CSV has texts only, JSON its own kinds.
enum RawCell {
  case blank
  case text(String)
  case number(Double)
  case flag(Bool)
  /// Something that no column takes, shown as written: a list, an object.
  case other(String)
}
