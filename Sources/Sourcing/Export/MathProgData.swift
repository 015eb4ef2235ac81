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
        + found.policies.map(\.id) + groups)
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
    try writeBlock("set I :=", found.sites.lazy.map { names.quoted($0.id) }, to: sink)
    try writeBlock("set K :=", found.items.lazy.map { names.quoted($0.id) }, to: sink)
    try writeBlock("set M :=", found.markets.lazy.map { names.quoted($0.id) }, to: sink)
    try writeBlock("set S :=", network.scenarios.lazy.map { names.quoted($0.name) }, to: sink)
    try writeBlock(
      "param pi :=",
      network.scenarios.lazy.map { "\(names.quoted($0.name)) \(NumberText.shortest($0.probability))" },
      to: sink)
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

  func writeCapabilities(to sink: (String) throws -> Void) rethrows {
    let periods = Double(network.sourcingCase.settings.periods)
    try writeBlock(
      "param : C : cap cost surge_cost qual minvol :=",
      network.capabilities.lazy.map { capability in
        let row = capability.capability
        let values = [
          row.unitCost, row.surgeCost, row.isQualified ? 0 : row.qualificationCost, row.minVolume,
        ]
        return "\(place(capability)) \(NumberText.shortest(row.capacity)) "
          + values.map(valueOrDefault).joined(separator: " ")
      }, to: sink)
    try writeBlock(
      "param : RESERVABLE : fee :=",
      network.capabilities.lazy.compactMap { capability in
        capability.capability.reservationCost.map { "\(place(capability)) \(valueOrDefault($0 * periods))" }
      }, to: sink)
    let pairs = network.capabilities.indices.lazy.flatMap { index in
      network.scenarios.indices.lazy.map { (capability: index, scenario: $0) }
    }
    try writeBlock(
      "param a :=",
      pairs.compactMap { pair in
        difference(
          network.availability(capability: pair.capability, scenario: pair.scenario),
          at: place(network.capabilities[pair.capability]), scenario: pair.scenario)
      }, to: sink)
    try writeBlock(
      "param r :=",
      pairs.filter { network.capabilities[$0.capability].capability.reservationCost != nil }.compactMap {
        pair in
        difference(
          network.readiness(capability: pair.capability, scenario: pair.scenario),
          at: place(network.capabilities[pair.capability]), scenario: pair.scenario)
      }, to: sink)
  }

  func writeDemand(to sink: (String) throws -> Void) rethrows {
    let found = network.sourcingCase
    try writeBlock(
      "param : D : d p :=",
      network.demands.lazy.map { demand in
        "\(names.quoted(found.markets[demand.market].id)) \(names.quoted(found.items[demand.item].id)) "
          + "\(NumberText.shortest(demand.quantity)) \(NumberText.shortest(demand.shortageCost))"
      }, to: sink)
  }

  func writeLanes(to sink: (String) throws -> Void) rethrows {
    let found = network.sourcingCase
    try writeBlock(
      "param : L : from to item freight duty lanecap :=",
      network.lanes.indices.lazy.map { index in
        let lane = network.lanes[index]
        let end = SourcingNetwork.name(of: lane.destination, found)
        let capacity = lane.capacity.map(NumberText.shortest) ?? "."
        return "\(index + 1) \(names.quoted(found.sites[lane.origin].id)) \(names.quoted(end)) "
          + "\(names.quoted(found.items[lane.item].id)) \(valueOrDefault(lane.freight)) "
          + "\(valueOrDefault(lane.duty)) \(capacity)"
      }, to: sink)
    try writeBlock(
      "param b :=",
      network.lanes.indices.lazy.flatMap { index in
        network.scenarios.indices.lazy.compactMap { scenario in
          difference(
            network.availability(lane: index, scenario: scenario), at: "\(index + 1)", scenario: scenario)
        }
      }, to: sink)
  }

  func writeRisk(to sink: (String) throws -> Void) rethrows {
    let settings = network.sourcingCase.settings
    guard settings.effectiveRiskWeight > 0 else { return }
    try sink("\nparam lambda := \(NumberText.shortest(settings.effectiveRiskWeight));\n")
    try sink("param alpha := \(NumberText.shortest(settings.riskLevel));\n")
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

  /// Site and item of a capability.
  func place(_ capability: NetworkCapability) -> String {
    "\(names.quoted(capability.capability.site)) \(names.quoted(capability.capability.item))"
  }

  private func difference(_ availability: Double, at place: String, scenario: Int) -> String? {
    if availability == 1 { return nil }
    return "\(place) \(names.quoted(network.scenarios[scenario].name)) \(NumberText.shortest(availability))"
  }

  /// A number, or the point that stands for the default where it is zero.
  private func valueOrDefault(_ value: Double) -> String {
    value == 0 ? "." : NumberText.shortest(value)
  }
}
