import LinearModel
import Sourcing

/// Policies on totals, as they are written in "The model".
extension PlainProgram {
  mutating func addTotal(_ policy: NetworkPolicy, _ limit: Double) {
    switch policy.policy.kind {
    case .maxCapital: model.addConstraint(capital <= limit, name: "max_capital")
    case .maxEmissions:
      var emitted = LinearExpression()
      forEachPeriod { probability, flows in
        for index in policy.items.flatMap(\.selected) {
          let emissions = probability * network.capabilities[index].capability.emissions
          emitted.add(emissions, flows.make[index] + flows.surge[index])
        }
      }
      model.addConstraint(emitted <= limit, name: "max_emissions")
    case .minService:
      for item in policy.items { addMinService(policy, item.item, limit) }
    case .maxCVaR: addMaxCVaR(limit)
    case .maxCVaRShortage: for item in policy.items { addMaxCVaRShortage(policy, item.item, limit) }
    default:
      forEachPeriod { _, flows in
        for (index, lane) in network.lanes.enumerated() where network.leadDays(lane: index) > limit {
          guard case .market(let market) = lane.destination, policy.markets?.contains(market) ?? true,
            policy.items.contains(where: { $0.item == lane.item })
          else { continue }
          model.addConstraint(flows.ship[index] <= 0.0, name: "max_lead_days")
        }
      }
    }
  }

  private func forEachPeriod(_ body: (Double, Flows) -> Void) {
    for (scenario, periods) in zip(network.scenarios, done) {
      for flows in periods { body(scenario.probability, flows) }
    }
  }

  private var capital: LinearExpression {
    var capital = LinearExpression()
    for (site, isOpen) in zip(network.sourcingCase.sites, open) where !site.isExisting {
      capital.add(site.openingCost, isOpen)
    }
    for (index, capability) in network.capabilities.enumerated() where !capability.capability.isQualified {
      capital.add(capability.capability.qualificationCost, primary[index] + backup[index])
    }
    for (project, developed) in zip(network.projects, develop) { capital.add(project.cost, developed) }
    return capital
  }

  private mutating func addMinService(_ policy: NetworkPolicy, _ item: Int, _ limit: Double) {
    var met = LinearExpression()
    var wanted = 0.0
    for (scenario, periods) in done.enumerated() {
      for (period, flows) in periods.enumerated() {
        for (index, demand) in network.demands.enumerated() where demand.item == item {
          guard policy.markets?.contains(demand.market) ?? true else { continue }
          let probability = network.scenarios[scenario].probability
          let quantity = network.quantity(demand: index, scenario: scenario, period: period)
          wanted += probability * quantity
          met.add(probability, quantity - flows.short[index])
        }
      }
    }
    model.addConstraint(met >= limit * wanted, name: "min_service")
  }

  private mutating func addMaxCVaR(_ limit: Double) {
    let threshold = model.addVariable("policy threshold", lower: -.infinity)
    var tail = threshold.expression
    for (scenario, cost) in zip(network.scenarios, costs) {
      let excess = model.addVariable("policy excess")
      model.addConstraint(excess >= cost - threshold, name: "policy excess")
      tail.add(scenario.probability / (1 - network.sourcingCase.settings.riskLevel), excess)
    }
    model.addConstraint(tail <= limit, name: "max_cvar")
  }

  /// In units of the demand of each scenario rather than in shares of it.
  private mutating func addMaxCVaRShortage(_ policy: NetworkPolicy, _ item: Int, _ limit: Double) {
    let threshold = model.addVariable("shortage threshold")
    var tail = threshold.expression
    for (index, scenario) in network.scenarios.enumerated() where scenario.probability > 0 {
      var (unmet, wanted) = (LinearExpression(), 0.0)
      for (period, flows) in done[index].enumerated() {
        for (position, demand) in network.demands.enumerated() where demand.item == item {
          guard policy.markets?.contains(demand.market) ?? true else { continue }
          wanted += network.quantity(demand: position, scenario: index, period: period)
          unmet.add(1, flows.short[position])
        }
      }
      let excess = model.addVariable("shortage excess")
      model.addConstraint(wanted * excess >= unmet - wanted * threshold, name: "shortage excess")
      tail.add(scenario.probability / (1 - network.sourcingCase.settings.riskLevel), excess)
    }
    model.addConstraint(tail <= limit, name: "max_cvar_shortage")
  }
}
