/// One change to a table of a case: what a what-if is made of.
///
/// Names are those of the schema. Values are checked when the edit is applied, so an edit may be built of anything.
public struct TableEdit: Hashable, Sendable {
  /// What is done to the rows that the condition picks.
  public enum Action: Hashable, Sendable {
    /// A column gets a value.
    case set(column: String, to: Cell)
    /// The numbers of a column are multiplied; blanks stay blank.
    case scale(column: String, by: Double)
    /// A row is added, its values by column.
    case add([String: Cell])
    /// The rows are taken away.
    case delete
  }

  /// The table's name. In `settings` a key counts as a column of a table with one row.
  public var table: String
  /// What is done.
  public var action: Action
  /// Which rows it is done to: in each column one of the values; all rows where it is empty.
  public var condition: [String: [Cell]]

  /// An edit from its parts.
  public init(_ table: String, _ action: Action, where condition: [String: [Cell]] = [:]) {
    self.table = table
    self.action = action
    self.condition = condition
  }
}

/// Who makes an edit, for messages: the document and, counted from 1, the edit in it.
public struct EditOrigin: Hashable, Sendable {
  /// How messages name the variant, such as `variants.json#low demand`.
  public var name: String
  /// The number of the first edit.
  public var first: Int

  /// An origin from its parts.
  public init(_ name: String, first: Int = 1) {
    self.name = name
    self.first = first
  }
}
