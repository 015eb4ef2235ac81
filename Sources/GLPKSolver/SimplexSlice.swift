/// How many iterations the simplex method makes between two looks at cancellation, time and progress.
///
/// Slices are counted in iterations rather than in time: where one ends changes the iterations that follow (perturbations
/// are taken back, prices begin anew), so that a busy machine would end on another of several optimal points.
enum SimplexSlice {
  /// The iterations of a slice times the rows of the model: about a second's work.
  private static let work = 3_000_000
  /// Starting again has a price (a factorization), which runs should not pay often.
  private static let shortest = 500

  static func iterations(rows: Int) -> Int {
    max(shortest, work / max(1, rows))
  }
}
