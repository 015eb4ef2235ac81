internal import LinearModel

/// Takes a scenario's recourse apart: into a part of the cost that the first stage alone decides, and independent blocks.
///
/// The model holds the first stage's columns in front and the scenario's behind; rows tie them.
struct BlockSplitter {
  /// What a scenario's recourse consists of.
  struct Parts {
    var blocks: [RecourseBlock] = []
    /// Rows in which nothing of the recourse occurs.
    var firstStageRows: [Int] = []
    /// The part of the cost that the first stage decides.
    var firstStageCost = LinearExpression()
  }

  private let model: Model
  private let first: Int
  private let cost: LinearExpression
  private let amounts: [LinearExpression]

  /// - Parameters:
  ///   - first: How many columns belong to the master.
  ///   - cost: What the scenario costs.
  ///   - amounts: Amounts of the scenario's own columns that the master limits.
  init(
    _ model: Model, firstStageColumns first: Int, cost: LinearExpression, amounts: [LinearExpression] = []
  ) {
    self.model = model
    self.first = first
    self.cost = cost
    self.amounts = amounts
  }

  func split() -> Parts {
    var parts = Parts()
    var columnCost = [Double](repeating: 0, count: model.variableCount)
    parts.firstStageCost.constant = cost.constant
    for term in cost.terms { columnCost[term.variable.index] += term.coefficient }
    for column in 0..<first where columnCost[column] != 0 {
      parts.firstStageCost.add(columnCost[column], Variable(index: column))
    }
    let own = model.variableCount - first
    // Rows by what they hold: nothing of the recourse, one column (a cap), or several (which belong together).
    var groups = DisjointSets(own)
    var caps: [(row: Int, column: Int)] = []
    var ties: [Int] = []
    for row in 0..<model.constraintCount {
      var leader: Int?
      var count = 0
      for position in model.rows.starts[row]..<model.rows.starts[row + 1] {
        let column = Int(model.rows.columns[position]) - first
        if column < 0 || isFixedAtZero(column + first) { continue }
        count += 1
        if let leader { groups.join(leader, column) } else { leader = column }
      }
      guard let leader else {
        parts.firstStageRows.append(row)
        continue
      }
      if count == 1, isCap(row, column: leader + first) {
        caps.append((row, leader))
      } else {
        ties.append(row)
      }
    }
    fill(&parts, own, columnCost, &groups, caps, ties)
    return parts
  }

  private func isFixedAtZero(_ column: Int) -> Bool { model.upperBounds[column] <= 0 }

  /// Whether a row with one column of the recourse only bounds it from above.
  private func isCap(_ row: Int, column: Int) -> Bool {
    let coefficient = self.coefficient(row, column)
    return coefficient > 0
      ? model.rowLowerBounds[row] == -.infinity && model.rowUpperBounds[row] < .infinity
      : model.rowUpperBounds[row] == .infinity && model.rowLowerBounds[row] > -.infinity
  }

  private func coefficient(_ row: Int, _ column: Int) -> Double {
    for position in model.rows.starts[row]..<model.rows.starts[row + 1]
    where Int(model.rows.columns[position]) == column {
      return model.rows.values[position]
    }
    return 0
  }

  private func fill(
    _ parts: inout Parts, _ own: Int, _ columnCost: [Double], _ groups: inout DisjointSets,
    _ caps: [(row: Int, column: Int)], _ ties: [Int]
  ) {
    var isTied = [Bool](repeating: false, count: own)
    for row in ties {
      for position in positions(row) {
        let column = Int(model.rows.columns[position])
        if isOwn(column) { isTied[column - first] = true }
      }
    }
    let columnAmounts = amounts.map { amount in
      var columns: [Int: Double] = [:]
      for term in amount.terms { columns[term.variable.index - first, default: 0] += term.coefficient }
      return columns
    }
    var blockOf: [Int: Int] = [:]
    var place = [Int](repeating: -1, count: own)
    for column in 0..<own {
      if isFixedAtZero(column + first) { continue }
      // A column in no row stays at zero, unless it earns something.
      if !isTied[column], columnCost[column + first] >= 0 { continue }
      let leader = groups.leader(of: column)
      let block: Int
      if let known = blockOf[leader] {
        block = known
      } else {
        block = parts.blocks.count
        blockOf[leader] = block
        parts.blocks.append(RecourseBlock())
      }
      place[column] = parts.blocks[block].cost.count
      parts.blocks[block].cost.append(columnCost[column + first])
      parts.blocks[block].bound.append(model.upperBounds[column + first])
      for (amount, columns) in columnAmounts.enumerated() {
        guard let part = columns[column], part != 0 else { continue }
        parts.blocks[block].amounts[amount, default: RecourseBlock.Amount()].add(part, place[column])
      }
    }
    for row in ties {
      guard let own = positions(row).first(where: { isOwn(Int(model.rows.columns[$0])) }),
        let block = blockOf[groups.leader(of: Int(model.rows.columns[own]) - first)]
      else { continue }
      for position in positions(row) {
        let (column, value) = (Int(model.rows.columns[position]), model.rows.values[position])
        if column < first {
          parts.blocks[block].links.append(column, value)
        } else if isOwn(column) {
          parts.blocks[block].matrix.append(place[column - first], value)
        }
      }
      parts.blocks[block].links.endRow()
      parts.blocks[block].matrix.endRow()
      parts.blocks[block].lower.append(model.rowLowerBounds[row])
      parts.blocks[block].upper.append(model.rowUpperBounds[row])
    }
    for cap in caps where place[cap.column] >= 0 {
      guard let block = blockOf[groups.leader(of: cap.column)] else { continue }
      let coefficient = self.coefficient(cap.row, cap.column + first)
      let limit = coefficient > 0 ? model.rowUpperBounds[cap.row] : model.rowLowerBounds[cap.row]
      parts.blocks[block].capColumns.append(Int32(place[cap.column]))
      parts.blocks[block].capConstants.append(limit / coefficient)
      for position in positions(cap.row) {
        let column = Int(model.rows.columns[position])
        if column < first {
          parts.blocks[block].caps.append(column, -model.rows.values[position] / coefficient)
        }
      }
      parts.blocks[block].caps.endRow()
    }
  }

  private func positions(_ row: Int) -> Range<Int> { model.rows.starts[row]..<model.rows.starts[row + 1] }

  /// Whether a column is one of the scenario's, and may be other than zero.
  private func isOwn(_ column: Int) -> Bool { column >= first && !isFixedAtZero(column) }
}

/// Sets that are joined and never parted (Tarjan 1975).
struct DisjointSets {
  private var parents: [Int]

  init(_ count: Int) { parents = Array(0..<count) }

  mutating func leader(of member: Int) -> Int {
    var member = member
    while parents[member] != member {
      parents[member] = parents[parents[member]]
      member = parents[member]
    }
    return member
  }

  mutating func join(_ left: Int, _ right: Int) {
    let (left, right) = (leader(of: left), leader(of: right))
    // The lower index leads, so that the outcome does not depend on the order of the rows.
    if left < right { parents[right] = left } else { parents[left] = right }
  }
}
