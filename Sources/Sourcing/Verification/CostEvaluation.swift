/// What a layout costs, computed from the case alone.
public struct CostEvaluation: Sendable {
  /// Costs over the horizon.
  public let costs: PlanCosts
  /// Costs and service in each scenario.
  public let scenarios: [PlanScenario]
  /// How scenario costs are spread.
  public let risk: PlanRisk
  /// First-stage cost and risk-weighted scenario cost together.
  public let objective: Double
  /// First-stage cost and the risk of the scenarios' costs alone: the measure of a stage that makes risk least.
  public let riskCost: Double

  /// Evaluates a layout.
  public init(_ layout: Layout, _ network: SourcingNetwork) {
    let settings = network.sourcingCase.settings
    let scenarios = network.scenarios.indices.map { Self.scenario($0, layout, network) }
    var costs = Self.firstStage(layout, network)
    for scenario in scenarios {
      costs.commitment += scenario.probability * scenario.commitment
      costs.surge += scenario.probability * scenario.surge
      costs.freight += scenario.probability * scenario.freight
      costs.duty += scenario.probability * scenario.duty
      costs.holding += scenario.probability * scenario.holding
      costs.release += scenario.probability * scenario.release
      costs.shortage += scenario.probability * scenario.shortage
      costs.expectedRecourse += scenario.probability * scenario.cost
    }
    costs.total = costs.firstStage + costs.expectedRecourse

    var risk = PlanRisk()
    risk.measure = settings.riskMeasure.rawValue
    risk.weight = settings.effectiveRiskWeight
    risk.level = settings.riskLevel
    risk.expected = costs.expectedRecourse
    risk.cvar = Self.conditionalValueAtRisk(
      scenarios.map { ($0.cost, $0.probability) }, level: settings.riskLevel)
    if let worst = scenarios.filter({ $0.probability > 0 }).max(by: { $0.cost < $1.cost }) {
      risk.worst = worst.cost
      risk.worstScenario = worst.scenario
    }
    if network.measuresRegret, let waitAndSee = network.waitAndSee {
      let regrets = zip(scenarios, waitAndSee).filter { $0.0.probability > 0 }.map {
        (regret: costs.firstStage + $0.0.cost - $0.1, scenario: $0.0.scenario)
      }
      let worst = regrets.max { $0.regret < $1.regret }
      risk.regret = worst?.regret
      risk.regretScenario = worst?.scenario
    }
    let outcomes = scenarios.map { (cost: $0.cost, probability: $0.probability) }
    let waitAndSee = network.waitAndSee ?? []
    objective = costs.firstStage + RiskFunctional(settings).value(outcomes, waitAndSee: waitAndSee)
    riskCost = costs.firstStage + RiskFunctional(settings, weight: 1).value(outcomes, waitAndSee: waitAndSee)
    self.costs = costs
    self.scenarios = scenarios
    self.risk = risk
  }

  /// Conditional value at risk: the mean of the costliest outcomes that together have probability 1 − level,
  /// an outcome at the edge counting with the part that fits (Rockafellar and Uryasev 2002, formula 12).
  public static func conditionalValueAtRisk(
    _ outcomes: [(cost: Double, probability: Double)], level: Double
  ) -> Double {
    let tail = 1 - level
    var left = tail
    var sum = 0.0
    for outcome in outcomes.sorted(by: { $0.cost > $1.cost }) where left > 0 {
      let part = min(left, outcome.probability)
      sum += part * outcome.cost
      left -= part
    }
    return tail > 0 ? sum / tail : outcomes.map(\.cost).max() ?? 0
  }

  /// What a layout costs before anything happens; what is done in scenarios is left at zero.
  public static func firstStage(_ layout: Layout, _ network: SourcingNetwork) -> PlanCosts {
    var costs = PlanCosts()
    for (index, site) in network.sourcingCase.sites.enumerated() {
      if layout.isOpen[index], !site.isExisting { costs.opening += site.openingCost }
      if !layout.isOpen[index], site.isExisting { costs.closing += site.closingCost }
    }
    let periods = Double(network.sourcingCase.settings.periods)
    for (index, capability) in network.capabilities.enumerated() where layout.isQualified(index) {
      if !capability.capability.isQualified { costs.qualification += capability.capability.qualificationCost }
      let parts = (0..<network.periods).reduce(0) { $0 + layout.usablePart(index, in: $1, network) }
      costs.reservation += (capability.capability.reservationCost ?? 0) * layout.reserve[index] * parts
    }
    for (index, project) in network.projects.enumerated() where layout.isDeveloped[index] {
      costs.development += project.cost
    }
    for (index, node) in network.nodes.enumerated() {
      costs.stock += network.sourcingCase.items[node.item].holdingCost * layout.stock[index] * periods
    }
    costs.clusterSaving = clusterSaving(layout, network)
    costs.firstStage = costs.opening + costs.closing + costs.qualification + costs.development
    costs.firstStage += costs.reservation + costs.stock - costs.clusterSaving
    return costs
  }

  /// What clusters save: in each region the last step that the number of sites with a qualified source reaches.
  public static func clusterSaving(_ layout: Layout, _ network: SourcingNetwork) -> Double {
    let supplying = Set(
      network.capabilities.indices.filter { layout.isQualified($0) }.map { network.capabilities[$0].site })
    return network.clusters.reduce(0) { total, cluster in
      let count = cluster.sites.count { supplying.contains($0) && layout.isOpen[$0] }
      return total + (cluster.steps.last { $0.minSites <= count }?.saving ?? 0)
    }
  }

  private static func scenario(_ index: Int, _ layout: Layout, _ network: SourcingNetwork) -> PlanScenario {
    var result = PlanScenario(
      scenario: network.scenarios[index].name, probability: network.scenarios[index].probability)
    var (demand, unmet) = (0.0, 0.0)
    for (period, done) in layout.recourse[index].periods.enumerated() {
      for (position, capability) in network.capabilities.enumerated() {
        let row = capability.capability
        let available =
          network.availability(capability: position, scenario: index, period: period)
          * layout.usablePart(position, in: period, network)
        result.commitment += available * capability.commitmentCost(layout.commit[position])
        result.surge += (row.unitCost + row.surgeCost) * done.surge[position]
      }
      for (position, lane) in network.lanes.enumerated() {
        result.freight += lane.freight * done.ship[position]
        result.duty +=
          network.duty(lane: position, scenario: index, arrival: period) * done.ship[position]
      }
      for (origin, claimed) in done.origins.enumerated() {
        for (lane, quantity) in zip(network.origins[origin].lanes, claimed.ship) {
          result.duty -=
            network.saving(origin: origin, lane: lane, scenario: index, arrival: period) * quantity
        }
      }
      for (position, node) in network.nodes.enumerated() {
        let item = network.sourcingCase.items[node.item]
        result.holding += item.holdingCost * done.hold[position]
        result.release += item.unitValue * done.release[position]
      }
      for (position, wanted) in network.demands.enumerated() {
        result.shortage += wanted.shortageCosts[period] * done.short[position]
        demand += network.quantity(demand: position, scenario: index, period: period)
        unmet += done.short[position]
      }
    }
    result.service = demand > 0 ? 1 - unmet / demand : 1
    result.cost =
      result.commitment + result.surge + result.freight + result.duty + result.holding + result.release
      + result.shortage
    return result
  }
}
