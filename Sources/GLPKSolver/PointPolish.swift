internal import CGLPK
internal import LinearModel

/// Makes an exactly integer, feasible point of one that GLPK holds for integer.
struct PointPolish {
  let options: SolveOptions
  let clock: SolveClock

  /// Rounds, and solves the continuous variables again with the integers fixed where rounding breaks
  /// something. Returns nil where that does not help either.
  ///
  /// - Parameter rows: The model with the rows that came on the way; more may come here.
  func feasiblePoint(near raw: [Double], rows: inout LazyRows) throws -> [Double]? {
    var rounded = raw
    for index in raw.indices {
      if rows.model.domains[index] == .integer { rounded[index].round() }
      rounded[index] = clamped(rounded[index], index, rows.model)
    }
    if holds(rounded, rows) { return rounded }
    return try resolved(rounded, &rows)
  }

  private func holds(_ point: [Double], _ rows: LazyRows) -> Bool {
    rows.model.feasibility(of: point, tolerance: LinearSolve.feasibilityTolerance).isFeasible
  }

  /// Values that overstep a bound by no more than rounding lie on it.
  private func clamped(_ value: Double, _ index: Int, _ model: Model) -> Double {
    let inside = min(max(value, model.lowerBounds[index]), model.upperBounds[index])
    return abs(inside - value) <= LinearSolve.feasibilityTolerance * max(1, abs(inside)) ? inside : value
  }

  private func resolved(_ rounded: [Double], _ rows: inout LazyRows) throws -> [Double]? {
    var fixed = rows.model
    for index in rounded.indices where fixed.domains[index] == .integer {
      guard rounded[index] >= fixed.lowerBounds[index], rounded[index] <= fixed.upperBounds[index] else {
        return nil
      }
      fixed.setBounds(of: Variable(index: index), lower: rounded[index], upper: rounded[index])
    }
    var relaxation = SolveOptions(timeLimit: 60, relaxation: true)
    relaxation.lazyConstraints = options.lazyConstraints
    guard let point = try? GLPKSession(fixed).solve(relaxation).point else { return nil }
    return holds(point, rows) ? point : nil
  }
}
