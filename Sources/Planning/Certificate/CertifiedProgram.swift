internal import LinearModel

/// The master's program with the rows of a certificate, for working out what multipliers prove.
struct CertifiedProgram {
  private let model: Model
  private let cuts: [CertifiedRow]

  /// What multipliers prove wherever the columns' ranges are: `constant + Σ rest · x`, with the rests of all columns that have one.
  struct Proof {
    /// Whether they prove that there is no layout, instead of a bound.
    let provesNothingThere: Bool
    fileprivate let constant: SafeSum
    fileprivate let rests: [(column: Int, rest: SafeSum)]
  }

  init(_ master: BendersMaster, _ cuts: [CertifiedRow]) {
    model = master.model
    self.cuts = cuts
  }

  /// What is left of the objective when the rows are taken off it with their multipliers.
  func proof(of multipliers: Certificate.Multipliers) -> Proof {
    let isRay = multipliers.provesNothingThere
    var constant = SafeSum()
    var rests = model.objective.map { cost in
      var sum = SafeSum()
      if !isRay { sum.add(cost) }
      return sum
    }
    if !isRay { constant.add(model.objectiveConstant) }
    for (row, value) in zip(multipliers.rows, multipliers.rowValues) {
      let side = value > 0 ? model.rowLowerBounds[row] : model.rowUpperBounds[row]
      // A multiplier of the wrong sign is rounding; the bound is valid without it.
      if side.isInfinite { continue }
      constant.add(value, side)
      for position in model.rows.starts[row]..<model.rows.starts[row + 1] {
        rests[Int(model.rows.columns[position])].add(-value, model.rows.values[position])
      }
    }
    for (number, value) in zip(multipliers.cuts, multipliers.cutValues) {
      let cut = cuts[number]
      let side = value > 0 ? cut.lower : cut.upper
      if side.isInfinite { continue }
      constant.add(value, side)
      for (column, coefficient) in zip(cut.columns, cut.values) {
        rests[column].add(coefficient, times: -value)
      }
    }
    return Proof(
      provesNothingThere: isRay, constant: constant,
      rests: rests.indices.filter { rests[$0].value != 0 || rests[$0].error != 0 }.map { ($0, rests[$0]) })
  }

  /// The ranges of the columns at the end of some steps of the tree.
  func bounds(at end: Int, of tree: Certificate.Tree) -> (lower: [Double], upper: [Double]) {
    var (lower, upper) = (model.lowerBounds, model.upperBounds)
    var step = end
    while step >= 0 {
      let column = tree.columns[step]
      lower[column] = max(lower[column], tree.lower[step])
      upper[column] = min(upper[column], tree.upper[step])
      step = tree.parents[step]
    }
    return (lower, upper)
  }

  /// The least that the objective can be within ranges of the columns: infinite where nothing is within them.
  func bound(_ proof: Proof, _ lower: [Double], _ upper: [Double]) -> Double {
    var total = proof.constant
    for (column, rest) in proof.rests {
      if lower[column] > upper[column] { return .infinity }
      let bound = rest.value > 0 ? lower[column] : upper[column]
      if rest.value != 0 { total.add(rest.value, bound) }
      if rest.error > 0 { total.blur(rest.error * max(abs(lower[column]), abs(upper[column]))) }
    }
    let least = total.least
    if least.isNaN { return -.infinity }
    if proof.provesNothingThere { return least > 0 ? .infinity : -.infinity }
    return least
  }
}
