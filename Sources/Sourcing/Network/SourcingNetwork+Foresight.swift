extension SourcingNetwork {
  /// The same network where it is known beforehand that one scenario comes, and its cost is all that counts.
  ///
  /// Whatever layout the whole network allows is allowed here too, so that the least cost here is at most what any
  /// layout comes to in that scenario: policies that tie scenarios together are left out. The undisturbed scenario
  /// stays, without probability, where a policy speaks of what is supplied in it.
  public func foreseeing(_ scenario: Int) -> SourcingNetwork {
    var network = self
    network.policies = policies.filter { !$0.policy.tiesScenarios }
    let needsUndisturbed = network.policies.contains { $0.policy.kind.readsUndisturbedSupply }
    let outages = network.policies.flatMap { $0.outages.map(\.scenario) }
    var kept = needsUndisturbed && scenario != 0 ? [0, scenario] : [scenario]
    kept += outages.filter { !kept.contains($0) }
    network.scenarios = kept.map { index in
      var found = scenarios[index]
      found.probability = index == scenario ? 1 : 0
      return found
    }
    network.rulesByPeriod = kept.map { rulesByPeriod[$0] }
    for policy in network.policies.indices {
      for outage in network.policies[policy].outages.indices {
        let before = network.policies[policy].outages[outage].scenario
        network.policies[policy].outages[outage].scenario = kept.firstIndex(of: before) ?? 0
      }
    }
    network.sourcingCase.settings.riskMeasure = .expected
    network.sourcingCase.settings.objective = ObjectiveSettings()
    network.objectiveLimits = []
    return network
  }

  /// The same network where it is known what each scenario would cost if it were foreseen.
  ///
  /// - Parameter foresight: The scenarios by name; those that it does not name count as costing nothing.
  public func knowing(_ foresight: [PlanForesight]) -> SourcingNetwork {
    let bounds = Dictionary(
      foresight.map { ($0.scenario, $0.bound) }, uniquingKeysWith: { first, _ in first })
    var network = self
    network.waitAndSee = scenarios.map { bounds[$0.name] ?? 0 }
    return network
  }

  /// Whether the objective measures regret, so that plans for each scenario alone come before the plan for all.
  public var measuresRegret: Bool {
    let settings = sourcingCase.settings
    let isPart = settings.effectiveRiskWeight > 0 || settings.objective.stages.contains(.risk)
    return settings.riskMeasure == .worstRegret
      && (isPart || objectiveLimits.contains { $0.measure == .risk })
  }
}

extension Policy {
  /// Whether it speaks of several scenarios together, so that it says nothing of one alone.
  public var tiesScenarios: Bool {
    switch kind {
    case .maxCost, .maxEmissions, .maxCVaR, .maxCVaRShortage, .chanceService: true
    case .minService: scope != .scenario
    case .maxShare, .minSources, .oneMain, .separate, .backupCover, .autonomy, .maxConcentration, .maxCapital,
      .survive, .maxChanges, .singleSource, .maxLeadDays, .exclude, .require:
      false
    }
  }
}

extension PolicyKind {
  /// Whether it speaks of what is supplied in the undisturbed scenario.
  var readsUndisturbedSupply: Bool {
    switch self {
    case .maxShare, .autonomy, .maxConcentration, .singleSource: true
    case .minSources, .oneMain, .separate, .backupCover, .maxCost, .maxCapital, .maxEmissions, .minService,
      .maxCVaR, .maxCVaRShortage, .chanceService, .survive, .maxChanges, .maxLeadDays, .exclude, .require:
      false
    }
  }
}
