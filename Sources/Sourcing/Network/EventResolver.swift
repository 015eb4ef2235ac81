/// Makes scenarios of disruptions that a case need not list: what a question asks about.
public struct EventResolver: Sendable {
  private let network: SourcingNetwork
  private let resolver: ScenarioResolver

  /// A resolver for the places, items and rules of a network.
  public init(_ network: SourcingNetwork) {
    let found = network.sourcingCase
    self.network = network
    resolver = ScenarioResolver(
      found: found, regions: RegionIndex(found), corridors: network.corridors, rules: RuleResolver(found))
  }

  /// What disruptions leave that change no rule.
  ///
  /// - Returns: A scenario of no probability; nil where one of them is of the kind `duty` or `control`, whose lanes a
  ///   network has only where a scenario of its own case changes them (``network(changingRules:)``).
  public func scenario(_ name: String, _ disruptions: [Disruption]) -> NetworkScenario? {
    if disruptions.contains(where: { $0.targetKind == .duty || $0.targetKind == .control }) { return nil }
    return resolver.scenario(name, probability: 0, disruptions)
  }

  /// What disruptions leave, rules that they change among them, in a network that was made for these changes.
  ///
  /// - Returns: A scenario of no probability.
  public func anyScenario(_ name: String, _ disruptions: [Disruption]) -> NetworkScenario {
    resolver.scenario(name, probability: 0, disruptions)
  }

  /// The network with a scenario for each of some disruptions, in their order behind the undisturbed one, and without
  /// scenarios and policies of its own but those that close lanes.
  ///
  /// - Throws: ``CaseFaults`` where rows contradict each other once a rule has changed.
  public func network(changingRules disruptions: [Disruption]) throws -> SourcingNetwork {
    try network(changingRulesTogether: disruptions.map { [$0] })
  }

  /// The same with a scenario for each of some sets of disruptions.
  public func network(changingRulesTogether sets: [[Disruption]]) throws -> SourcingNetwork {
    var found = network.sourcingCase
    found.scenarios = []
    found.policies = found.policies.filter { $0.kind == .maxLeadDays }
    var names = UniqueNames(Set(found.disruptions.map(\.id)))
    for (index, disruptions) in sets.enumerated() {
      for disruption in disruptions {
        var row = disruption.undrawn
        row.id = names.name(disruption.id)
        found.disruptions.append(row)
        found.scenarios.append(ScenarioRow("change \(index + 1)", probability: 0, disruption: row.id))
      }
    }
    return try SourcingNetwork(found)
  }
}
