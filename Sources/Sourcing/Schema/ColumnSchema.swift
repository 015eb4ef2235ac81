/// What a column of a table holds.
public struct ColumnSchema: Hashable, Sendable {
  /// The kind of value, with its limits.
  public enum Kind: Hashable, Sendable {
    /// Free text.
    case text
    /// The name that rows of other tables refer to.
    case name
    /// The name of a row of one of these tables.
    case reference([String])
    /// A reference, or `*` for any.
    case pattern([String])
    /// References parted by `;`, or `*` for any.
    case filter([String])
    /// A number between limits.
    case number(ClosedRange<Double>)
    /// A whole number between limits.
    case integer(ClosedRange<Int>)
    /// True or false (`true`/`false`, `yes`/`no`, `1`/`0`).
    case flag
    /// One of some words.
    case choice([String])
    /// A text, number or flag: a value of `settings`, whose kind depends on its key.
    case any
  }

  /// The column's name in the table's header.
  public var name: String
  /// What it holds.
  public var kind: Kind
  /// Whether every row needs a value.
  public var isRequired: Bool
  /// Meaning and unit, in words.
  public var meaning: String

  /// Whether a value may be left blank, and so the whole column left out.
  public var isOptional: Bool { !isRequired }

  /// The kind in words, for messages.
  public var expectation: Message {
    switch kind {
    case .text, .any: Message(ExpectedText.text)
    case .name: Message(ExpectedText.name)
    case .reference(let tables): Message(ExpectedText.nameFrom, ["tables": tables.joined(separator: ", ")])
    case .pattern(let tables): Message(ExpectedText.nameFromOrAny, ["tables": tables.joined(separator: ", ")])
    case .filter(let tables): Message(ExpectedText.namesFromOrAny, ["tables": tables.joined(separator: ", ")])
    case .number(let range):
      Message(ExpectedText.numberBetween, ["least": range.lowerBound, "most": range.upperBound])
    case .integer(let range):
      Message(ExpectedText.wholeBetween, ["least": range.lowerBound, "most": range.upperBound])
    case .flag: Message(ExpectedText.flag)
    case .choice(let words): Message(ExpectedText.oneOf, ["words": words.joined(separator: ", ")])
    }
  }
}

/// One table of a case: its columns and its key.
public struct TableSchema: Hashable, Sendable {
  /// The table's name, which is also its file's name without `.csv`.
  public var name: String
  /// What a row is, in words.
  public var meaning: String
  /// The columns, in the order in which they are written.
  public var columns: [ColumnSchema]
  /// Columns whose values together must differ from row to row; empty where rows may repeat.
  public var key: [String]

  /// The column of a name.
  public func column(_ name: String) -> ColumnSchema? {
    columns.first { $0.name == name }
  }
}
