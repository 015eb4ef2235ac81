/// How well markets are served, and how bad it may get: `min_service`, `chance_service`, `survive`, `max_cvar`,
/// `max_cvar_shortage`.
extension PolicyEvaluation {
  /// Indexes of the demands for an item in the policy's markets.
  private func demands(for item: NetworkPolicyItem) -> [Int] {
    network.demands.indices.filter { index in
      let demand = network.demands[index]
      return demand.item == item.item && policy.markets?.contains(demand.market) ?? true
    }
  }

  /// Units of some demands that are wanted and that are not met in a scenario.
  private func amounts(_ wanted: [Int], scenario: Int) -> (demand: Double, unmet: Double) {
    let demand = wanted.reduce(0) { $0 + network.total(demand: $1, scenario: scenario) }
    let unmet = layout.recourse[scenario].periods.reduce(0) { total, period in
      wanted.reduce(total) { $0 + period.short[$1] }
    }
    return (demand, unmet)
  }

  /// The share of the demand for an item that is met, expected over the scenarios; nil where none is demanded.
  func minService(_ item: NetworkPolicyItem) -> Reading? {
    let wanted = demands(for: item)
    var (demand, unmet) = (0.0, 0.0)
    for (index, scenario) in network.scenarios.enumerated() {
      let amounts = amounts(wanted, scenario: index)
      demand += scenario.probability * amounts.demand
      unmet += scenario.probability * amounts.unmet
    }
    if demand == 0 { return nil }
    let service = 1 - unmet / demand
    return Reading(value: service, slack: service - (limit ?? 0), place: name(item))
  }

  /// The share of the demand for each item that is met in each scenario that can happen.
  var leastServices: [Reading] {
    policy.items.flatMap { item -> [Reading] in
      let wanted = demands(for: item)
      return network.scenarios.enumerated().compactMap { index, scenario in
        let amounts = amounts(wanted, scenario: index)
        if scenario.probability == 0 || amounts.demand == 0 { return nil }
        let service = 1 - amounts.unmet / amounts.demand
        return Reading(
          value: service, slack: service - (limit ?? 0), place: "\(name(item)) in \(scenario.name)")
      }
    }
  }

  /// The probability that every item is served to the level.
  var chanceService: Reading {
    let level = policy.policy.level ?? 0
    let wanted = policy.items.map(demands)
    var probability = 0.0
    var worst: (service: Double, place: String)?
    for (index, scenario) in network.scenarios.enumerated() where scenario.probability > 0 {
      let services = zip(policy.items, wanted).compactMap { item, wanted -> (Double, String)? in
        let amounts = amounts(wanted, scenario: index)
        if amounts.demand == 0 { return nil }
        return (1 - amounts.unmet / amounts.demand, "\(name(item)) in \(scenario.name)")
      }
      let least = services.min { $0.0 < $1.0 }
      if least?.0 ?? 1 >= level - LayoutCheck.tolerance {
        probability += scenario.probability
      } else if let least, least.0 < worst?.service ?? .infinity {
        worst = (least.0, least.1)
      }
    }
    return Reading(value: probability, slack: probability - (limit ?? 0), place: worst?.place ?? "")
  }

  /// What is lost while a node is down: the cost of the demand that is not met meanwhile and until the end.
  func lostMargin(_ outage: NetworkOutage) -> Reading {
    let wanted = policy.items.flatMap(demands)
    var lost = 0.0
    for (period, done) in layout.recourse[outage.scenario].periods.enumerated() {
      for index in wanted { lost += network.demands[index].shortageCosts[period] * done.short[index] }
    }
    return Reading(value: lost, slack: (limit ?? 0) - lost, place: outage.node)
  }

  /// The conditional value at risk of the share of an item's demand that is not met; nil where none is demanded.
  func tailShortage(_ item: NetworkPolicyItem) -> Reading? {
    let wanted = demands(for: item)
    let outcomes = network.scenarios.enumerated().filter { $1.probability > 0 }.map { index, scenario in
      let amounts = amounts(wanted, scenario: index)
      let share = amounts.demand > 0 ? amounts.unmet / amounts.demand : 0
      return (demand: amounts.demand, outcome: (cost: share, probability: scenario.probability))
    }
    if outcomes.allSatisfy({ $0.demand == 0 }) { return nil }
    let value = CostEvaluation.conditionalValueAtRisk(
      outcomes.map(\.outcome), level: policy.policy.level ?? network.sourcingCase.settings.riskLevel)
    return Reading(value: value, slack: (limit ?? 0) - value, place: name(item))
  }

  /// The conditional value at risk of the scenarios' costs at the policy's own level.
  var tailCost: Double {
    CostEvaluation.conditionalValueAtRisk(
      evaluation.scenarios.map { ($0.cost, $0.probability) },
      level: policy.policy.level ?? network.sourcingCase.settings.riskLevel)
  }
}
