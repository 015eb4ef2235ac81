internal import LinearModel
internal import Sourcing

/// What some conditions change in a program against the undisturbed scenario.
struct ResponseChanges {
  private var bounds: [(column: Int, upper: Double)] = []
  private var duties: [(column: Int, cost: Double)] = []
  private var demands: [(row: Int, quantity: Double)] = []
  private var quotas: [(row: Int, limit: Double)] = []
  /// Bounds of the undisturbed scenario.
  private let calmUpper: [Double]

  /// - Parameters:
  ///   - calmRules: The rules of the undisturbed scenario, by period.
  ///   - calmUpper: The bounds of its columns.
  ///   - bound: What becomes of the bound of a column; nil where it stays as it is.
  init(
    _ program: ResponseProgram, _ conditions: ResponseConditions, _ calmRules: [NetworkRules],
    _ calmUpper: [Double], bound: (ResponseProgram.Column, Double) -> Double? = { $1 }
  ) {
    self.calmUpper = calmUpper
    let network = program.network
    let peak = conditions.demandPeak
    for position in program.touch.columns(conditions, calm: calmRules) {
      let column = Int(position)
      let most = program.upper(program.columns[column], conditions, peak: peak)
      guard let upper = bound(program.columns[column], most) else { continue }
      if upper != calmUpper[column] { bounds.append((column, upper)) }
    }
    for position in program.touch.dutyColumns(conditions, calm: calmRules) {
      let column = Int(position)
      let cost = program.cost(program.columns[column], conditions.rules)
      if cost != program.model.objective[column] { duties.append((column, cost)) }
    }
    let scenario = conditions.scenario
    for period in 0..<network.periods {
      let isCalm =
        scenario.marketDemand[period].allSatisfy { $0 == 1 }
        && scenario.itemDemand[period].allSatisfy { $0 == 1 }
      if !isCalm {
        for demand in network.demands.indices {
          let quantity = network.quantity(demand: demand, in: scenario, period: period)
          let row = program.demandRows[demand][period]
          if quantity != program.model.rowUpperBounds[row] { demands.append((row, quantity)) }
        }
      }
      if conditions.rules[period].quotas != calmRules[period].quotas {
        for quota in network.quotas.indices where program.quotaRows[quota][period] >= 0 {
          let row = program.quotaRows[quota][period]
          let limit = program.quotaLimit(quota, conditions.rules[period])
          if limit != program.model.rowUpperBounds[row] { quotas.append((row, limit)) }
        }
      }
    }
  }

  /// Whether the undisturbed response may be none, or not the best, under these conditions.
  ///
  /// It stays the best one where it keeps within all new bounds and nothing that became free or cheaper is a gain at
  /// its prices.
  func touches(_ point: [Double], _ reducedCosts: [Double], gain: Double) -> Bool {
    if !duties.isEmpty || !demands.isEmpty || !quotas.isEmpty { return true }
    return bounds.contains { column, upper in
      upper < calmUpper[column] ? point[column] > upper : reducedCosts[column] < -gain
    }
  }

  /// Whether demand is another one.
  var changesDemand: Bool { !demands.isEmpty }

  /// Calls a function with each column whose bound is another one, and its bound before and after.
  func forEachBound(_ body: (_ column: Int, _ before: Double, _ after: Double) -> Void) {
    // A column may be named twice.
    var last = -1
    for (column, upper) in bounds.sorted(by: { $0.column < $1.column }) where column != last {
      last = column
      body(column, calmUpper[column], upper)
    }
  }

  /// Makes the changes.
  ///
  /// - Parameter withCosts: Whether duties count.
  func apply(to session: any SimplexSession, withCosts: Bool = true) throws {
    for (column, upper) in bounds { try session.setBounds(ofColumn: column, lower: 0, upper: upper) }
    if withCosts { for (column, cost) in duties { try session.setObjective(ofColumn: column, to: cost) } }
    for (row, quantity) in demands { try session.setBounds(ofRow: row, lower: quantity, upper: quantity) }
    for (row, limit) in quotas { try session.setBounds(ofRow: row, lower: -.infinity, upper: limit) }
  }

  /// Takes the changes back.
  func undo(in session: any SimplexSession, _ calm: Model, withCosts: Bool = true) throws {
    for (column, _) in bounds { try session.setBounds(ofColumn: column, lower: 0, upper: calmUpper[column]) }
    for (column, _) in withCosts ? duties : [] {
      try session.setObjective(ofColumn: column, to: calm.objective[column])
    }
    for (row, _) in demands + quotas {
      try session.setBounds(ofRow: row, lower: calm.rowLowerBounds[row], upper: calm.rowUpperBounds[row])
    }
  }
}
