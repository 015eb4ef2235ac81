internal import LinearModel

extension Model {
  /// Reduced costs `c − Aᵀy`, computed from the model and not taken from a solver.
  func reducedCosts(of duals: [Double]) -> [Double] {
    var reduced = objective
    for row in duals.indices where duals[row] != 0 {
      for position in rows.starts[row]..<rows.starts[row + 1] {
        reduced[Int(rows.columns[position])] -= duals[row] * rows.values[position]
      }
    }
    return reduced
  }

  /// Why a feasible point and its duals are not optimal; nil where they are.
  ///
  /// Weak duality: the objective exceeds the bound that the duals prove by `Σ |multiplier| · distance` to
  /// the bound which the multiplier's sign asks for, over variables and constraints. Multipliers up to
  /// `tolerance` in proportion to the terms that they are made of count as zero.
  func optimalityFlaw(point: [Double], duals: [Double], tolerance: Double = 1e-6) -> String? {
    let sign = sense == .minimize ? 1.0 : -1.0
    var sizes = objective.map { abs($0) }
    var reduced = objective
    var activities = [Double](repeating: 0, count: constraintCount)
    for row in duals.indices {
      let dual = duals[row]
      for position in rows.starts[row]..<rows.starts[row + 1] {
        let column = Int(rows.columns[position])
        activities[row] += rows.values[position] * point[column]
        if dual == 0 { continue }
        let share = dual * rows.values[position]
        reduced[column] -= share
        sizes[column] = max(sizes[column], abs(share))
      }
    }
    var gap = 0.0
    var scale = max(1, abs(objectiveConstant))
    for column in reduced.indices {
      scale = max(scale, abs(objective[column] * point[column]))
      let multiplier = sign * reduced[column]
      if abs(multiplier) <= tolerance * max(1, sizes[column]) { continue }
      let distance =
        multiplier > 0 ? point[column] - lowerBounds[column] : upperBounds[column] - point[column]
      if distance.isInfinite {
        return "\(label(of: Variable(index: column))) has a reduced cost of the wrong sign"
      }
      gap += abs(multiplier) * max(0, distance)
    }
    for row in duals.indices where duals[row] != 0 {
      let multiplier = sign * duals[row]
      let distance =
        multiplier > 0 ? activities[row] - rowLowerBounds[row] : rowUpperBounds[row] - activities[row]
      if distance.isInfinite {
        if abs(multiplier) <= tolerance { continue }
        return "\(label(of: Constraint(index: row))) has a dual value of the wrong sign"
      }
      gap += abs(multiplier) * max(0, distance)
    }
    if gap <= tolerance * scale { return nil }
    return "the duality gap is \(gap) at an objective of \(objectiveValue(at: point))"
  }

  /// Whether moving along a direction improves the objective for ever.
  func provesUnboundedness(_ direction: [Double], tolerance: Double = 1e-9) -> Bool {
    let largest = direction.reduce(0) { max($0, abs($1)) }
    guard direction.count == variableCount, largest > 0, largest.isFinite else { return false }
    var change = 0.0
    var size = 0.0
    for column in direction.indices {
      let step = direction[column] / largest
      if step > tolerance, upperBounds[column] != .infinity { return false }
      if step < -tolerance, lowerBounds[column] != -.infinity { return false }
      change += objective[column] * step
      size = max(size, abs(objective[column] * step))
    }
    for row in 0..<constraintCount {
      var slope = 0.0
      var terms = 0.0
      for position in rows.starts[row]..<rows.starts[row + 1] {
        let share = rows.values[position] * direction[Int(rows.columns[position])] / largest
        slope += share
        terms = max(terms, abs(share))
      }
      if slope > tolerance * max(1, terms), rowUpperBounds[row] != .infinity { return false }
      if slope < -tolerance * max(1, terms), rowLowerBounds[row] != -.infinity { return false }
    }
    return sense == .minimize ? change < -tolerance * size : change > tolerance * size
  }
}
