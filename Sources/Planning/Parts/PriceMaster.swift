internal import LinearModel

/// Finds prices of sites for the parts from the layouts known of each: Kelley's cutting planes (1960) for the Lagrangian dual, which is the
/// dual of the master of Dantzig and Wolfe (1960):
///
///     greatest  Σ_k w_k − Σ_i t_i   with   w_k ≤ cost_p + Σ_i λ_ik needs_pi  for every layout p of part k,
///                                          t_i ≥ Σ_k λ_ik − f_i,  t ≥ 0,  λ ≥ 0
final class PriceMaster {
  private let parts: MasterParts
  /// The program of the best prices, and that of the prices nearest to others that are good enough.
  private let best: any SimplexSession
  private let nearest: any SimplexSession
  /// Where the prices of each part begin among the columns, and what is paid too much for each site.
  private let firstPrice: [Int]
  private let firstExcess: Int
  /// The row that keeps the nearest prices good enough, and the first of two rows for each price that measure how far it is away.
  private let levelRow: Int
  private let ceiling: Double
  private let penalty: Double
  /// How many layouts of each part it knows.
  private var known: [Int]
  /// What sites cost that are open anyway.
  private var costOfOpen = 0.0

  /// - Parameters:
  ///   - ceiling: More than any layout costs.
  ///   - penalty: The price of a site that is closed.
  init(_ parts: MasterParts, _ solver: any Solver, ceiling: Double, penalty: Double) throws {
    self.parts = parts
    known = parts.parts.map { _ in 0 }
    self.ceiling = ceiling
    self.penalty = penalty
    var model = Model(name: "prices of sites")
    for _ in parts.parts { model.addVariable("", lower: -ceiling, upper: ceiling, objective: -1) }
    var firstPrice: [Int] = []
    for part in parts.parts {
      firstPrice.append(model.variableCount)
      for _ in part.sites { model.addVariable("", lower: 0, upper: ceiling) }
    }
    let firstExcess = model.variableCount
    for _ in parts.openings {
      model.addVariable("", lower: 0, upper: ceiling * Double(parts.parts.count), objective: 1)
    }
    for (site, cost) in parts.openingCosts.enumerated() {
      var columns = [Int32(firstExcess + site)]
      for (part, first) in zip(parts.parts, firstPrice) {
        if let copy = part.sites.firstIndex(of: site) { columns.append(Int32(first + copy)) }
      }
      model.addRow(
        columns: columns, values: [1] + columns.dropFirst().map { _ in -1 }, lower: -cost, upper: .infinity,
        name: "")
    }
    self.firstPrice = firstPrice
    self.firstExcess = firstExcess
    best = try solver.openSimplex(model)
    levelRow = model.constraintCount
    let earnings = Array(0..<parts.parts.count) + Array(firstExcess..<model.variableCount)
    model.addRow(
      columns: earnings.map { Int32($0) }, values: earnings.map { model.objective[$0] }, lower: -.infinity,
      upper: .infinity, name: "level")
    for price in firstPrice[0]..<firstExcess {
      let distance = model.addVariable("", lower: 0, upper: ceiling, objective: 1)
      for sign in [-1.0, 1] {
        model.addRow(
          columns: [Int32(price), Int32(distance.index)], values: [sign, 1], lower: -.infinity,
          upper: .infinity,
          name: "")
      }
    }
    nearest = try solver.openSimplex(model)
    for column in earnings { try nearest.setObjective(ofColumn: column, to: 0) }
  }

  /// Goes to a node: sites that are closed have their price and earn nothing for it, those that are open anyway have none.
  func go(to node: PricingNode) throws {
    costOfOpen = 0
    for (site, cost) in parts.openingCosts.enumerated() {
      let isClosed = node.upper[site] < 0.5
      let isOpen = !isClosed && node.lower[site] > 0.5
      if isOpen { costOfOpen += cost }
      let range = isClosed ? (penalty, penalty) : isOpen ? (0, 0) : (0, ceiling)
      for session in [best, nearest] {
        let isFree = !isClosed && !isOpen
        try session.setBounds(
          ofColumn: firstExcess + site, lower: 0, upper: isFree ? ceiling * Double(parts.parts.count) : 0)
        try session.setBounds(ofRow: site, lower: isFree ? -cost : -.infinity, upper: .infinity)
        for (part, first) in zip(parts.parts, firstPrice) {
          guard let copy = part.sites.firstIndex(of: site) else { continue }
          try session.setBounds(ofColumn: first + copy, lower: range.0, upper: range.1)
        }
      }
    }
  }

  /// Takes in those of a part's layouts that it does not know; the others come first.
  func take(_ layouts: [PartLayout], of part: Int) throws {
    var batch = Model()
    for layout in layouts[known[part]...] {
      let needed = layout.needs.indices.filter { layout.needs[$0] }
      batch.addRow(
        columns: [Int32(part)] + needed.map { Int32(firstPrice[part] + $0) },
        values: [1] + needed.map { _ in -1 }, lower: -.infinity, upper: layout.cost, name: "")
    }
    known[part] = layouts.count
    if batch.constraintCount == 0 { return }
    try best.addRows(of: batch)
    try nearest.addRows(of: batch)
  }

  /// What the layouts known tell.
  struct Answer {
    /// The best prices.
    var prices: [[Double]]
    /// The bound that they would give if there were no other layouts.
    var value: Double
    /// How far each site is open in the best mixture of the layouts.
    var openShares: [Double]
  }

  /// - Returns: nil where time was up.
  func solve(_ limits: SimplexLimits) throws -> Answer? {
    guard try best.run(limits) == .optimal else { return nil }
    var (point, duals, reduced): ([Double], [Double], [Double]) = ([], [], [])
    try best.readSolution(point: &point, duals: &duals, reducedCosts: &reduced)
    let shares = parts.openings.indices.map { min(1, max(0, duals[$0])) }
    return Answer(
      prices: prices(point), value: parts.constant + costOfOpen - best.objectiveValue(at: point),
      openShares: shares)
  }

  /// The prices nearest to others by which the layouts known cost at least so much.
  ///
  /// - Returns: nil where there are none, or time was up.
  func prices(near centre: [[Double]], level: Double, _ limits: SimplexLimits) throws -> [[Double]]? {
    try nearest.setBounds(ofRow: levelRow, lower: -.infinity, upper: parts.constant + costOfOpen - level)
    var row = levelRow + 1
    for price in centre.joined() {
      try nearest.setBounds(ofRow: row, lower: -price, upper: .infinity)
      try nearest.setBounds(ofRow: row + 1, lower: price, upper: .infinity)
      row += 2
    }
    guard try nearest.run(limits) == .optimal else { return nil }
    var (point, duals, reduced): ([Double], [Double], [Double]) = ([], [], [])
    try nearest.readSolution(point: &point, duals: &duals, reducedCosts: &reduced)
    return prices(point)
  }

  private func prices(_ point: [Double]) -> [[Double]] {
    zip(parts.parts, firstPrice).map { part, first in
      part.sites.indices.map { max(0, point[first + $0]) }
    }
  }
}

extension MasterParts {
  /// What prices prove of the whole, from what is proven of each part at them.
  ///
  /// - Parameter node: What the decisions to open sites are kept to.
  func bound(_ prices: [[Double]], _ proven: [Double], in node: PricingNode) -> Double {
    var left = openingCosts
    for (part, prices) in zip(parts, prices) {
      for (site, price) in zip(part.sites, prices) { left[site] -= price }
    }
    return left.indices.reduce(constant + proven.reduce(0, +)) {
      $0 + min(left[$1] * node.lower[$1], left[$1] * node.upper[$1])
    }
  }

  /// Prices to begin with: what the rows of each part take of a site's cost in the linear relaxation of the whole.
  ///
  /// - Parameter duals: The duals of the master's permanent rows.
  func prices(_ model: Model, _ duals: [Double]) -> [[Double]] {
    parts.map { part in
      var prices = [Double](repeating: 0, count: part.sites.count)
      for row in part.rows where duals[row] != 0 {
        for position in model.rows.starts[row]..<model.rows.starts[row + 1] {
          guard let site = part.sites.firstIndex(where: { openings[$0] == Int(model.rows.columns[position]) })
          else { continue }
          prices[site] += duals[row] * model.rows.values[position]
        }
      }
      return prices.map { max(0, $0) }
    }
  }
}
