/// A network as sets and parameters of the MathProg model.
struct MathProgData {
  let network: SourcingNetwork
  let names: MathProgNames

  init(_ network: SourcingNetwork) {
    self.network = network
    let found = network.sourcingCase
    let groups = network.policies.flatMap { $0.items.flatMap { $0.groups.map(\.name) } }
    names = MathProgNames(
      found.sites.map(\.id) + found.items.map(\.id) + found.markets.map(\.id) + network.scenarios.map(\.name)
        + found.policies.map(\.id) + groups + network.clusters.map(\.region)
        + network.projects.map(\.name) + network.origins.map(\.name))
  }

  func writeHeader(to sink: (String) throws -> Void) rethrows {
    try sink(
      "# Data of Models/sourcing.mod: \(MathProgNames.printable(network.sourcingCase.settings.name))\n")
    for (name, alias) in names.aliases {
      try sink("# '\(alias)' stands for: \(MathProgNames.printable(name))\n")
    }
    try sink("\ndata;\n")
  }

  func writeNames(to sink: (String) throws -> Void) rethrows {
    let found = network.sourcingCase
    if network.periods > 1 { try sink("\nparam periods := \(network.periods);\n") }
    try writeBlock("set I :=", found.sites.lazy.map { names.quoted($0.id) }, to: sink)
    try writeBlock("set K :=", found.items.lazy.map { names.quoted($0.id) }, to: sink)
    try writeBlock("set M :=", found.markets.lazy.map { names.quoted($0.id) }, to: sink)
    try writeBlock("set S :=", network.scenarios.lazy.map { names.quoted($0.name) }, to: sink)
    try writeBlock(
      "param pi :=",
      network.scenarios.lazy.map { "\(names.quoted($0.name)) \(NumberText.shortest($0.probability))" },
      to: sink)
    if !found.settings.strategicStock { return }
    try sink("\nparam strategic_stock := 1;\n")
    try writeBlock(
      "param e :=",
      network.scenarios.lazy.compactMap { scenario in
        scenario.firstEvent.map { "\(names.quoted(scenario.name)) \($0)" }
      }, to: sink)
  }

  /// What it costs to keep an item, and what it is worth where it is replaced.
  func writeItems(to sink: (String) throws -> Void) rethrows {
    let settings = network.sourcingCase.settings
    let items = network.sourcingCase.items.lazy
    if network.hasHolding || settings.strategicStock {
      try writeBlock(
        "param h :=",
        items.filter { $0.holdingCost != 0 }.map {
          "\(names.quoted($0.id)) \(NumberText.shortest($0.holdingCost))"
        }, to: sink)
    }
    if settings.strategicStock {
      try writeBlock(
        "param v :=",
        items.filter { $0.unitValue != 0 }.map {
          "\(names.quoted($0.id)) \(NumberText.shortest($0.unitValue))"
        }, to: sink)
    }
  }

  func writeSites(to sink: (String) throws -> Void) rethrows {
    let sites = network.sourcingCase.sites.lazy
    try writeBlock("set EXISTING :=", sites.filter(\.isExisting).map { names.quoted($0.id) }, to: sink)
    try writeBlock(
      "param opening_cost :=",
      sites.filter { !$0.isExisting && $0.openingCost != 0 }.map {
        "\(names.quoted($0.id)) \(NumberText.shortest($0.openingCost))"
      }, to: sink)
    try writeBlock(
      "param closing_cost :=",
      sites.filter { $0.isExisting && $0.closingCost != 0 }.map {
        "\(names.quoted($0.id)) \(NumberText.shortest($0.closingCost))"
      }, to: sink)
  }

  func writeAvailability(to sink: (String) throws -> Void) rethrows {
    let sites = network.sourcingCase.sites
    try writeBlock(
      "param a :=",
      sites.indices.lazy.flatMap { [moments] site in
        moments.lazy.compactMap { moment in
          difference(
            network.scenarios[moment.scenario].siteAvailability[moment.period][site],
            at: names.quoted(sites[site].id), moment)
        }
      }, to: sink)
  }

  func writeCapabilities(to sink: (String) throws -> Void) rethrows {
    try writeBlock(
      "param : C : site makes cap cost surge_cost qual minvol :=",
      network.capabilities.indices.lazy.map { index in
        let row = network.capabilities[index].capability
        let values = [
          row.unitCost, row.surgeCost, row.isQualified ? 0 : row.qualificationCost, row.minVolume,
        ]
        return "\(index + 1) \(names.quoted(row.site)) \(names.quoted(row.item)) "
          + "\(NumberText.shortest(row.capacity)) " + values.map(valueOrDefault).joined(separator: " ")
      }, to: sink)
    try writeBlock(
      "param : INPUTS : q :=",
      network.capabilities.indices.lazy.flatMap { index in
        network.capabilities[index].inputs.lazy.map { input in
          "\(index + 1) \(names.quoted(network.sourcingCase.items[input.item].id)) "
            + NumberText.shortest(input.quantity)
        }
      }, to: sink)
    try writeBlock(
      "param : RESERVABLE : fee :=",
      network.capabilities.indices.lazy.compactMap { index in
        network.capabilities[index].capability.reservationCost.map { "\(index + 1) \(valueOrDefault($0))" }
      }, to: sink)
    let reservable = network.capabilities.indices.lazy.filter {
      network.capabilities[$0].capability.reservationCost != nil
    }
    try writeBlock(
      "param r :=",
      reservable.flatMap { [moments] index in
        moments.lazy.compactMap { moment in
          difference(
            network.readiness(capability: index, scenario: moment.scenario, period: moment.period),
            at: "\(index + 1)", moment)
        }
      }, to: sink)
  }

  /// Demand of the first period for all, and what differs from it in later ones.
  func writeDemand(to sink: (String) throws -> Void) rethrows {
    try writeBlock(
      "param : D : quantity shortage_cost :=",
      network.demands.lazy.map { demand in
        "\(place(demand)) \(NumberText.shortest(demand.quantities[0])) "
          + NumberText.shortest(demand.shortageCosts[0])
      }, to: sink)
    for (name, values) in [("d", \NetworkDemand.quantities), ("p", \.shortageCosts)] {
      try writeBlock(
        "param \(name) :=",
        network.demands.lazy.flatMap { demand in
          let all = demand[keyPath: values]
          return all.indices.lazy.filter { all[$0] != all[0] }.map { period in
            "\(place(demand)) \(period) \(NumberText.shortest(all[period]))"
          }
        }, to: sink)
    }
  }

  /// What must be met of each demand whatever happens.
  func writeLeastService(to sink: (String) throws -> Void) rethrows {
    try writeBlock(
      "param least_service :=",
      network.demands.lazy.flatMap { demand in
        demand.leastServices.indices.lazy.filter { demand.leastServices[$0] > 0 }.map { period in
          "\(place(demand)) \(period) \(NumberText.shortest(demand.leastServices[period]))"
        }
      }, to: sink)
  }

  func writeLanes(to sink: (String) throws -> Void) rethrows {
    let found = network.sourcingCase
    let lead = network.lanes.contains { $0.lead > 0 } ? " lead" : ""
    try writeBlock(
      "param : L : from to item freight duty lanecap\(lead) :=",
      network.lanes.indices.lazy.map { index in
        let lane = network.lanes[index]
        let end = SourcingNetwork.name(of: lane.destination, found)
        let capacity = lane.capacity.map(NumberText.shortest) ?? "."
        return "\(index + 1) \(names.quoted(found.sites[lane.origin].id)) \(names.quoted(end)) "
          + "\(names.quoted(found.items[lane.item].id)) \(valueOrDefault(lane.freight)) "
          + "\(valueOrDefault(lane.duty)) \(capacity)" + (lead.isEmpty ? "" : " \(lane.lead)")
      }, to: sink)
    try writeBlock(
      "set RING :=", network.ringLanes.indices.lazy.filter { network.ringLanes[$0] }.map { "\($0 + 1)" },
      to: sink)
    try writeBlock(
      "param b :=",
      network.lanes.indices.lazy.flatMap { [moments] index in
        moments.lazy.compactMap { moment in
          difference(
            network.availability(lane: index, scenario: moment.scenario, departure: moment.period),
            at: "\(index + 1)", moment)
        }
      }, to: sink)
    try writeRules(to: sink)
    try writeScreening(to: sink)
  }

  func writeRisk(to sink: (String) throws -> Void) rethrows {
    let settings = network.sourcingCase.settings
    let isWorst = settings.riskMeasure == .worst || settings.riskMeasure == .worstRegret
    if isWorst, settings.effectiveRiskWeight > 0 {
      try sink("\nparam mu := \(NumberText.shortest(settings.effectiveRiskWeight));\n")
    }
    if settings.riskMeasure == .worstRegret {
      try writeBlock(
        "param wait_and_see :=",
        zip(network.scenarios, network.waitAndSee ?? []).lazy.filter { $0.0.probability > 0 }.map {
          "\(names.quoted($0.0.name)) \(NumberText.shortest($0.1))"
        }, to: sink)
    }
    for limit in network.objectiveLimits {
      try sink("\nparam \(limit.measure.rawValue)_limit := \(NumberText.shortest(limit.most));\n")
    }
    let limitsRisk = network.objectiveLimits.contains { $0.measure == .risk }
    if limitsRisk, isWorst { try sink("\nparam limits_worst := 1;\n") }
    let weight = isWorst ? 0 : settings.effectiveRiskWeight
    guard weight > 0 || limitsRisk || network.policies.contains(where: { $0.policy.kind.readsTail }) else {
      return
    }
    if weight > 0 { try sink("\nparam lambda := \(NumberText.shortest(weight));\n") }
    try sink("\nparam alpha := \(NumberText.shortest(settings.riskLevel));\n")
  }

  /// A statement with an entry a line; nothing where there are no entries, which is the default.
  func writeBlock(_ head: String, _ entries: some Sequence<String>, to sink: (String) throws -> Void) rethrows
  {
    var isBegun = false
    for entry in entries {
      if !isBegun { try sink("\n\(head)\n") }
      isBegun = true
      try sink("  \(entry)\n")
    }
    if isBegun { try sink(";\n") }
  }

  /// A period of a scenario.
  struct Moment {
    let scenario: Int
    let period: Int
  }

  var moments: [Moment] {
    network.scenarios.indices.flatMap { scenario in
      (0..<network.periods).map { Moment(scenario: scenario, period: $0) }
    }
  }

  func place(_ demand: NetworkDemand) -> String {
    let found = network.sourcingCase
    return "\(names.quoted(found.markets[demand.market].id)) \(names.quoted(found.items[demand.item].id))"
  }

  func difference(_ availability: Double, at place: String, _ moment: Moment) -> String? {
    if availability == 1 { return nil }
    let scenario = names.quoted(network.scenarios[moment.scenario].name)
    return "\(place) \(moment.period) \(scenario) \(NumberText.shortest(availability))"
  }

  /// A number, or the point that stands for the default where it is zero.
  func valueOrDefault(_ value: Double) -> String {
    value == 0 ? "." : NumberText.shortest(value)
  }
}

extension PolicyKind {
  /// Whether it has the level of the risk where it names none of its own.
  fileprivate var readsTail: Bool { self == .maxCVaR || self == .maxCVaRShortage }
}
