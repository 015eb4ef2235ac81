/// Fixes integers whose change alone would cost more than is of use, by the reduced costs of the program's last run (Dantzig,
/// Fulkerson and Johnson 1954).
struct ReducedCostFixing {
  /// An integer that is left one end of its range.
  struct Fixed {
    let column: Int
    /// What its range was.
    let lower: Double
    let upper: Double
    /// The end that is left.
    let value: Double
    /// What is proven of the objective at all other values.
    let bound: Double
  }

  private let program: MasterProgram
  private let integers: [Int]

  /// How far a reduced cost must be above what is left, and how near its end a column must stand.
  private static let margin = (cost: 1e-7, value: 1e-9)

  init(_ program: MasterProgram, _ integers: [Int]) {
    self.program = program
    self.integers = integers
  }

  /// - Parameters:
  ///   - cutoff: The objective from which on nothing is of use.
  ///   - proven: What the duals that the reduced costs belong to prove.
  func fixed(below cutoff: Double, _ proven: Double) -> [Fixed] {
    guard cutoff.isFinite else { return [] }
    let slack = cutoff - proven
    return integers.compactMap { column -> Fixed? in
      let (lower, upper) = (program.lowerBound(column), program.upperBound(column))
      if lower >= upper { return nil }
      let reduced = program.reducedCosts[column]
      let isLow = reduced > slack + Self.margin.cost && program.point[column] <= lower + Self.margin.value
      let isHigh = -reduced > slack + Self.margin.cost && program.point[column] >= upper - Self.margin.value
      guard isLow || isHigh else { return nil }
      return Fixed(
        column: column, lower: lower, upper: upper, value: isLow ? lower : upper, bound: proven + abs(reduced)
      )
    }
  }
}
