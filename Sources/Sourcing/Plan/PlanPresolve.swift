/// What of a case can never matter, and was left out of the model.
public struct PlanPresolve: Codable, Hashable, Sendable {
  /// A row of a table, and what of it can never matter.
  public struct Finding: Codable, Hashable, Sendable {
    /// The table.
    public var table: String
    /// The row, as messages count it: the line of a CSV file.
    public var row: Int
    /// Why it can never matter.
    public var reason: Presolve.Reason
    /// How many of the lanes that the row stands for this is so of; 1 in other tables.
    public var count: Int
    /// How many lanes of the row can carry something; 0 in other tables.
    public var kept: Int
    /// The same in words.
    public var words: String
  }

  /// How many lanes, one for each pair of places and item, were left out.
  public var lanesLeftOut: Int
  /// Rows of which something can never matter.
  public var findings: [Finding]

  /// What was found of a network; nil where there is nothing to tell.
  public init?(_ presolve: Presolve) {
    if presolve.findings.isEmpty { return nil }
    lanesLeftOut = presolve.lanesLeftOut
    findings = presolve.findings.map {
      Finding(
        table: $0.table, row: $0.location.row ?? 0, reason: $0.reason, count: $0.count, kept: $0.kept,
        words: $0.message.text())
    }
  }

  enum CodingKeys: String, CodingKey {
    case findings
    case lanesLeftOut = "lanes_left_out"
  }
}
