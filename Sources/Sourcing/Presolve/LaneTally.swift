/// What became of the lanes that a row of `lanes` stands for.
struct LaneTally: Sendable {
  /// Lanes that can carry something.
  var kept = 0
  /// Lanes that can carry nothing, by the reason.
  var leftOut: [Presolve.Reason: Int] = [:]

  mutating func leaveOut(_ reason: Presolve.Reason) {
    leftOut[reason, default: 0] += 1
  }
}

/// The lanes of a case with what was left out of them.
struct ResolvedLanes: Sendable {
  /// The lanes, ordered by origin, destination, item and row.
  var lanes: [NetworkLane] = []
  /// By row of the table.
  var tallies: [LaneTally]
  /// For each row how many lanes it would be, were it not for more specific rows.
  var matched: [Int]
  /// For each row whether any site where it begins has something that it takes.
  var hasOrigin: [Bool]
  /// What can be had and is of use, where; nil where nothing is left out.
  var reach: Reach?
}
