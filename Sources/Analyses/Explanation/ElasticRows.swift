internal import LinearModel
internal import Planning
internal import Sourcing

/// The rows of an elastic program: each limit with a variable for what it is exceeded by.
struct ElasticRows {
  /// The limits with their variables, in units of the limit.
  private(set) var excess: [(limit: CaseLimit, variable: Variable)] = []
  private let form: ExtensiveForm
  private let network: SourcingNetwork
  /// The case with the limits as they are; the network may have them taken away.
  private let found: SourcingCase

  /// Rows of `demand` with their variables, by demand.
  private var services: [Int: [(row: Int, variable: Variable)]] = [:]

  init(_ form: ExtensiveForm, _ network: SourcingNetwork, _ found: SourcingCase) {
    self.form = form
    self.network = network
    self.found = found
  }

  /// Adds a limit.
  ///
  /// - Parameters:
  ///   - weight: What a unit of excess counts.
  ///   - from: The limit as it is.
  ///   - mayTighten: Whether the limit may also become stricter.
  mutating func add(
    _ limit: CaseLimit, weight: Double, from: Double, mayTighten: Bool, to model: inout Model
  ) {
    let isLeast: Bool =
      switch limit {
      case .policy(let row): !found.policies[row].isCeiling
      case .leastService: true
      default: false
      }
    let name = "excess[\(limit.table),\(limit.row + 1)]"
    let variable = model.addVariable(
      name, lower: mayTighten ? -max(1, from) : 0, upper: isLeast ? from : .infinity, objective: weight)
    excess.append((limit, variable))
    switch limit {
    case .policy(let row): loosenRows(of: row, variable, in: &model)
    case .leastService(let row):
      let demand = found.demand[row]
      if let index = demandIndex(demand.market, demand.item) {
        services[index, default: []].append((row, variable))
      }
    case .capacity(let row):
      // A source that is not qualified has no capacity to add to.
      let held = form.stage.commit[row] + form.stage.reserve[row]
      model.addConstraint(
        held <= from * form.stage.qualify(row) + LinearExpression(variable), name: name)
    case .laneCapacity(let row): addLane(row, from, variable, to: &model)
    case .control(let row): addQuota(row, from, variable, to: &model)
    case .budget:
      var total = form.stage.cost(network)
      for recourse in form.recourses {
        total.add(network.scenarios[recourse.scenario].probability, recourse.cost)
      }
      model.addConstraint(total <= from + LinearExpression(variable), name: name)
    }
  }

  /// Gives the rows of a policy room.
  private func loosenRows(of policy: Int, _ variable: Variable, in model: inout Model) {
    for row in form.policyRows[policy] {
      guard let looseness = row.looseness else { continue }
      let index = row.constraint.index
      let (lower, upper) = (model.rowLowerBounds[index], model.rowUpperBounds[index])
      var loose = LinearExpression(terms: model.terms(of: row.constraint))
      loose.add(upper.isFinite ? -looseness : looseness, variable)
      model.setBounds(of: row.constraint, lower: -.infinity, upper: .infinity)
      model.addConstraint(loose.between(lower, upper), name: "loose[\(policy + 1),\(index)]")
    }
  }

  /// Adds the rows that several limits share, once all limits are there.
  func finish(_ model: inout Model) {
    for (index, rows) in services.sorted(by: { $0.key < $1.key }) {
      for recourse in form.recourses where network.scenarios[recourse.scenario].probability > 0 {
        addService(index, rows, recourse, to: &model)
      }
    }
  }

  /// What must be met of a demand, less what its rows are loosened by.
  private func addService(
    _ index: Int, _ rows: [(row: Int, variable: Variable)], _ recourse: Recourse, to model: inout Model
  ) {
    var unmet = LinearExpression()
    var allowed = 0.0
    for (period, done) in recourse.periods.enumerated() {
      let quantity = network.quantity(demand: index, scenario: recourse.scenario, period: period)
      unmet.add(1, done.short[index])
      allowed += quantity
      if let (row, variable) = rows.first(where: { periods(of: $0.row).contains(period) }) {
        allowed -= (found.demand[row].minService ?? 0) * quantity
        unmet.add(-quantity, variable)
      } else {
        allowed -= network.demands[index].leastServices[period] * quantity
      }
    }
    model.addConstraint(unmet <= allowed, name: "least[\(index),\(recourse.scenario)]")
  }

  private func demandIndex(_ market: String, _ item: String) -> Int? {
    network.demands.indices.first { index in
      network.sourcingCase.markets[network.demands[index].market].id == market
        && network.sourcingCase.items[network.demands[index].item].id == item
    }
  }

  /// The periods for which a row of `demand` counts.
  private func periods(of row: Int) -> Set<Int> {
    let demand = found.demand[row]
    if let period = demand.period { return [period] }
    let others = found.demand.filter { $0.market == demand.market && $0.item == demand.item }
    return Set(0..<network.periods).subtracting(others.compactMap(\.period))
  }

  private func addLane(_ row: Int, _ capacity: Double, _ variable: Variable, to model: inout Model) {
    for (index, lane) in network.lanes.enumerated() where lane.row == row {
      for recourse in form.recourses {
        for period in lane.lead..<max(lane.lead, network.periods) {
          guard let ship = recourse.periods[period].ship[index] else { continue }
          let left = network.availability(
            lane: index, scenario: recourse.scenario, departure: period - lane.lead)
          let most = capacity * left + left * variable
          model.addConstraint(LinearExpression(ship) <= most, name: "lane[\(row + 1),\(index)]")
        }
      }
    }
  }

  private func addQuota(_ row: Int, _ limit: Double, _ variable: Variable, to model: inout Model) {
    guard let position = network.quotas.firstIndex(where: { $0.row == row }) else { return }
    for recourse in form.recourses {
      for period in 0..<network.periods {
        let inForce = network.rules(scenario: recourse.scenario, period: period).quotas
        if !inForce.contains(position) { continue }
        var passed = LinearExpression()
        for lane in network.quotas[position].lanes {
          if let ship = recourse.periods[period].ship[lane] { passed.add(1, ship) }
        }
        model.addConstraint(
          passed <= limit + LinearExpression(variable), name: "quota[\(row + 1),\(period)]")
      }
    }
  }
}
