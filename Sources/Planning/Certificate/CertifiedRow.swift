internal import LinearModel

/// A row of the program that is none of the master's permanent ones, with what its numbers may be off by.
struct CertifiedRow {
  private(set) var columns: [Int] = []
  private(set) var values: [SafeSum] = []
  private(set) var lower = -Double.infinity
  private(set) var upper = Double.infinity

  /// - Parameter cut: A cut whose numbers fit the certificate and the master.
  init(_ cut: Certificate.Cut, _ certificate: Certificate, _ master: BendersMaster) {
    if let row = cut.row {
      let rows = master.lazyRows.rows
      for position in rows.starts[row]..<rows.starts[row + 1] {
        add(Int(rows.columns[position]), rows.values[position])
      }
      (lower, upper) = (master.lazyRows.rowLowerBounds[row], master.lazyRows.rowUpperBounds[row])
    } else if let cone = cut.cone, let point = cut.point {
      if let tangent = master.cones[cone].tangent(at: point) {
        for term in tangent.relation.expression.terms {
          add(term.variable.index, term.coefficient, blur: true)
        }
        upper = 0
      }
    } else {
      addCut(cut, certificate, master)
    }
  }

  private mutating func add(_ column: Int, _ value: Double, blur: Bool = false) {
    var sum = SafeSum()
    sum.add(value)
    // The coefficients of a tangent come of a square root and a few products.
    if blur { sum.blur(abs(value) * 0x1p-45) }
    columns.append(column)
    values.append(sum)
  }

  /// `θ − Σ weight · gradient · x ≥ Σ weight · constant`, or without θ where the block has no solution otherwise.
  private mutating func addCut(_ cut: Certificate.Cut, _ certificate: Certificate, _ master: BendersMaster) {
    var constant = SafeSum()
    var gradient: [Int: SafeSum] = [:]
    let members = cut.estimate.map { master.estimates[$0].members }
    for (index, number) in (cut.recipes ?? []).enumerated() {
      let recipe = certificate.recipes[number]
      let part = CertifiedCut(recipe, master.blocks[recipe.block])
      let weight = members?[index].weight ?? 1
      constant.add(part.constant, times: weight)
      for (column, value) in part.gradient { gradient[column, default: SafeSum()].add(value, times: -weight) }
    }
    for column in gradient.keys.sorted() {
      columns.append(column)
      values.append(gradient[column] ?? SafeSum())
    }
    if let estimate = cut.estimate { add(master.estimates[estimate].variable.index, 1) }
    lower = constant.least
  }
}

/// The cut that multipliers of a block's rows prove: `constant + gradient · x ≤` the block's cost, or `≤ 0`.
struct CertifiedCut {
  private(set) var constant = SafeSum()
  private(set) var gradient: [Int: SafeSum] = [:]

  init(_ recipe: Certificate.Recipe, _ block: RecourseBlock) {
    var left = block.cost.map { cost in
      var sum = SafeSum()
      if recipe.boundsCost { sum.add(cost) }
      return sum
    }
    for (row, multiplier) in zip(recipe.rows, recipe.values) {
      let side = multiplier > 0 ? block.lower[row] : block.upper[row]
      // Without a multiplier of the wrong sign the cut stays valid.
      if side.isInfinite { continue }
      constant.add(multiplier, side)
      for position in block.links.starts[row]..<block.links.starts[row + 1] {
        gradient[Int(block.links.columns[position]), default: SafeSum()].add(
          -multiplier, block.links.values[position])
      }
      for position in block.matrix.starts[row]..<block.matrix.starts[row + 1] {
        left[Int(block.matrix.columns[position])].add(-multiplier, block.matrix.values[position])
      }
    }
    var capOf: [Int: Int] = [:]
    for cap in recipe.caps { capOf[Int(block.capColumns[cap])] = cap }
    // What may be below zero is charged to what bounds the column: a cap where one is named, else its own bound.
    for column in left.indices where left[column].least < 0 {
      let charge = left[column].least
      guard let cap = capOf[column] else {
        constant.add(charge, block.bound[column])
        continue
      }
      constant.add(charge, block.capConstants[cap])
      for position in block.caps.starts[cap]..<block.caps.starts[cap + 1] {
        gradient[Int(block.caps.columns[position]), default: SafeSum()].add(
          charge, block.caps.values[position])
      }
    }
  }
}
