/// What multipliers of a program's rows come to: a number, and what they leave of the costs of the columns.
///
/// What is left is charged to the bounds of the columns (Neumaier and Shcherbina 2004), so that any multipliers prove a bound.
struct RowCharges {
  /// Whether they are to prove that there is no point, instead of a bound on the objective.
  let isRay: Bool
  let constant: Double
  /// What is left of the cost of each column.
  let left: [Double]
  /// The largest amount that was summed up.
  let size: Double

  /// What is proven of the objective within bounds of the columns: infinite where it is proven that there is no point.
  func bound(within lower: [Double], _ upper: [Double]) -> Double {
    var total = constant
    var size = size
    for column in left.indices where left[column] != 0 {
      let bound = left[column] > 0 ? lower[column] : upper[column]
      if bound.isInfinite { return -.infinity }
      total += left[column] * bound
      size = max(size, abs(left[column] * bound))
    }
    if !isRay { return total.isNaN ? -.infinity : total }
    return total > 1e-9 * max(size, 1e-3) ? .infinity : -.infinity
  }
}
