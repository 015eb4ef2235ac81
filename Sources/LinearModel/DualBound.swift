extension Model {
  /// The bound on the objective that a vector of dual values proves, whatever its quality.
  ///
  /// For a minimum, with reduced costs `d = c − Aᵀy`, every feasible x has
  /// `cᵀx = yᵀ(Ax) + dᵀx ≥ Σ min(yᵢ·Lᵢ, yᵢ·Uᵢ) + Σ min(dⱼ·lⱼ, dⱼ·uⱼ)`; a maximum mirrors this. What is left
  /// of a wrong or rounded y is charged to the bounds (Neumaier and Shcherbina 2004), so no tolerance of
  /// a simplex method enters. Integrality is not used.
  ///
  /// - Parameters:
  ///   - duals: One value per constraint, with the signs of ``Solution/duals``.
  ///   - tolerance: A multiplier or reduced cost that meets an infinite bound counts as zero up to this
  ///     size, in proportion to the terms that it is made of; 0 for a bound without any tolerance.
  /// - Returns: The bound in the model's own sense, ∓∞ where nothing is proven.
  public func dualBound(of duals: [Double], tolerance: Double = 0) -> Double {
    let worst = sense == .minimize ? -Double.infinity : Double.infinity
    guard duals.count == constraintCount else { return worst }
    let sign = sense == .minimize ? 1.0 : -1.0
    var total = sign * objectiveConstant
    var reduced = objective.map { sign * $0 }
    var sizes = objective.map { abs($0) }
    for row in duals.indices where duals[row] != 0 {
      let dual = sign * duals[row]
      let bound = dual > 0 ? rowLowerBounds[row] : rowUpperBounds[row]
      if bound.isInfinite {
        // The multiplier is left out altogether, which keeps the bound valid.
        if abs(dual) <= tolerance { continue }
        return worst
      }
      total += dual * bound
      for position in rows.starts[row]..<rows.starts[row + 1] {
        let column = Int(rows.columns[position])
        let share = dual * rows.values[position]
        reduced[column] -= share
        sizes[column] = max(sizes[column], abs(share))
      }
    }
    for column in reduced.indices where reduced[column] != 0 {
      let bound = reduced[column] > 0 ? lowerBounds[column] : upperBounds[column]
      if bound.isInfinite {
        if abs(reduced[column]) <= tolerance * max(1, sizes[column]) { continue }
        return worst
      }
      total += reduced[column] * bound
    }
    return total.isNaN ? worst : sign * total
  }

  /// The bound on the objective that the bounds of the variables alone prove, ∓∞ where they prove none.
  public var boxBound: Double {
    dualBound(of: [Double](repeating: 0, count: constraintCount))
  }

  /// Whether multipliers of the constraints prove that no point satisfies the model (integrality aside).
  ///
  /// The certificate of Farkas: with `g = Aᵀy`, every point in the box has `gᵀx ≤ Σ max(gⱼ·lⱼ, gⱼ·uⱼ)`,
  /// while the rows ask for `yᵀ(Ax) ≥ Σ min(yᵢ·Lᵢ, yᵢ·Uᵢ)`. A positive multiplier uses the lower bound of
  /// its constraint, a negative one the upper bound, for minimization and maximization alike.
  ///
  /// - Parameters:
  ///   - ray: One multiplier per constraint.
  ///   - tolerance: How much the two sides must differ, in proportion to the terms they are made of;
  ///     also what counts as zero against an infinite bound.
  public func provesInfeasibility(_ ray: [Double], tolerance: Double = 1e-9) -> Bool {
    guard ray.count == constraintCount else { return false }
    let largest = ray.reduce(0) { max($0, abs($1)) }
    guard largest > 0, largest.isFinite else { return false }
    var required = 0.0
    var size = 0.0
    var gradient = [Double](repeating: 0, count: variableCount)
    var sizes = gradient
    for row in ray.indices where ray[row] != 0 {
      let multiplier = ray[row] / largest
      let bound = multiplier > 0 ? rowLowerBounds[row] : rowUpperBounds[row]
      if bound.isInfinite {
        if abs(multiplier) <= tolerance { continue }
        return false
      }
      required += multiplier * bound
      size = max(size, abs(multiplier * bound))
      for position in rows.starts[row]..<rows.starts[row + 1] {
        let column = Int(rows.columns[position])
        let share = multiplier * rows.values[position]
        gradient[column] += share
        sizes[column] = max(sizes[column], abs(share))
      }
    }
    var possible = 0.0
    for column in gradient.indices where gradient[column] != 0 {
      let bound = gradient[column] > 0 ? upperBounds[column] : lowerBounds[column]
      if bound.isInfinite {
        if abs(gradient[column]) <= tolerance * max(1, sizes[column]) { continue }
        return false
      }
      possible += gradient[column] * bound
      size = max(size, abs(gradient[column] * bound))
    }
    return required - possible > tolerance * max(size, 1e-3)
  }
}
