internal import LinearModel

extension Model {
  /// The solution of a model whose constraints have no coefficients: each variable for itself goes to its
  /// better bound. Nil where there are coefficients.
  ///
  /// GLPK fails on some of these (an empty matrix has no factorization).
  func solutionWithoutRows(relaxed: Bool) -> Solution? {
    guard nonzeroCount == 0 else { return nil }
    for row in 0..<constraintCount where rowLowerBounds[row] > 0 || rowUpperBounds[row] < 0 {
      var solution = Solution(termination: Termination(.infeasible), bound: emptyBound)
      var ray = [Double](repeating: 0, count: constraintCount)
      ray[row] = rowLowerBounds[row] > 0 ? 1 : -1
      if relaxed || !hasIntegers { solution.farkasRay = ray }
      return solution
    }
    var point: [Double] = []
    point.reserveCapacity(variableCount)
    for index in 0..<variableCount {
      let variable = Variable(index: index)
      let (lower, upper) =
        relaxed ? (lowerBounds[index], upperBounds[index]) : effectiveBounds(of: variable)
      let slope = sense == .minimize ? objective[index] : -objective[index]
      let nearest = min(max(0, lower), upper)
      let value = slope > 0 ? lower : slope < 0 ? upper : nearest
      if value.isInfinite { return Solution(termination: Termination(.unbounded), bound: unprovenBound) }
      point.append(value)
    }
    let value = objectiveValue(at: point)
    var solution = Solution(termination: Termination(.optimal), point: point, objective: value, bound: value)
    if relaxed || !hasIntegers {
      solution.duals = [Double](repeating: 0, count: constraintCount)
      solution.reducedCosts = objective
    }
    return solution
  }
}
