internal import LinearModel

/// A lower bound on what any layout of a part costs, in its choices x and whatever the prices of sites are:
/// `constant + Σ (slope_j + price_j) · x_j`.
///
/// It comes from multipliers of the part's rows: what they leave of the cost of a column that is no choice is charged to the column's
/// bounds (Neumaier and Shcherbina 2004). So it holds for all choices and prices, not only for those that it was made at.
struct PriceFunction: Sendable {
  let constant: Double
  /// By choice.
  let slopes: [Double]
  /// The multipliers, by which it can be made again for other data; nil where they are not kept.
  let evidence: PriceEvidence?

  /// - Parameter charges: What the multipliers come to; what they leave of the costs of columns that are no choices is charged to the
  ///   bounds of these.
  init(_ charges: PriceCharges, of part: MasterPart, evidence: PriceEvidence?) {
    var (constant, left) = (charges.constant, charges.left)
    slopes = part.choices.map { left[$0] }
    for column in part.choices { left[column] = 0 }
    let model = part.model
    for column in left.indices where left[column] != 0 {
      constant += left[column] * (left[column] > 0 ? model.lowerBounds[column] : model.upperBounds[column])
    }
    self.constant = constant.isNaN ? -.infinity : constant
    self.evidence = evidence
  }

  /// The least that it comes to where some choices are made.
  ///
  /// - Parameters:
  ///   - prices: What each choice costs beside its own cost.
  ///   - made: What each choice is: 1, 0, or −1 where it is open.
  func least(_ prices: [Double], _ made: [Int8]) -> Double {
    var sum = constant
    for choice in slopes.indices {
      let slope = slopes[choice] + prices[choice]
      switch made[choice] {
      case 1: sum += slope
      case 0: break
      default: if slope < 0 { sum += slope }
      }
    }
    return sum
  }
}

/// What multipliers of rows come to: a number, and what they leave of the cost of each column.
struct PriceCharges {
  var constant: Double
  var left: [Double]

  /// Adds a row of a model. A multiplier of the wrong sign is rounding; what is proven is valid without it.
  mutating func add(_ row: Int, times multiplier: Double, of model: Model) {
    let side = multiplier > 0 ? model.rowLowerBounds[row] : model.rowUpperBounds[row]
    if multiplier == 0 || side.isInfinite { return }
    constant += multiplier * side
    for position in model.rows.starts[row]..<model.rows.starts[row + 1] {
      left[Int(model.rows.columns[position])] -= multiplier * model.rows.values[position]
    }
  }
}

/// A row of a part's program: the sum of a cut of each of its blocks.
final class CutSum: Sendable {
  let cuts: [BendersCut]
  /// What the row was multiplied with.
  let scale: Double

  init(_ cuts: [BendersCut], scale: Double) {
    self.cuts = cuts
    self.scale = scale
  }
}

/// Multipliers of the rows of a part's program, without the zeros.
final class PriceEvidence: Sendable {
  let permanent: [(row: Int, value: Double)]
  /// Those of sums of cuts, as if their rows had not been scaled.
  let sums: [(sum: CutSum, value: Double)]

  init(permanent: [(row: Int, value: Double)], sums: [(sum: CutSum, value: Double)]) {
    self.permanent = permanent
    self.sums = sums
  }
}
