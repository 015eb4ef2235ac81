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
