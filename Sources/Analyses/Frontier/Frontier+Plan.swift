internal import Planning
public import Sourcing

extension Frontier {
  /// What a plan's cost is to be held against to be set beside the points: the plan's value of ``against``.
  ///
  /// - Parameters:
  ///   - plan: A plan with a layout.
  ///   - network: The case of both.
  /// - Returns: Nil where the document does not say what it counted.
  /// - Throws: ``Sourcing/CaseFaults`` where the places of the frontier are not in the case.
  public func value(of plan: Plan, in network: SourcingNetwork) throws -> Double? {
    switch against {
    case .cvar: return plan.costs.firstStage + plan.risk.cvar
    case .worst: return plan.costs.firstStage + plan.risk.worst
    case .shortage: return Self.shortage(plan, network)
    case .concentration:
      guard let scope = scope.flatMap(PolicyScope.init) else { return nil }
      var options = FrontierOptions()
      options.axis = against
      options.scope = scope
      return try largestShare(plan, network, options)
    case .autonomy:
      guard let places else { return nil }
      var options = FrontierOptions()
      options.axis = against
      options.places = places
      return try largestShare(plan, network, options)
    }
  }

  /// The expected part of demand that is not met.
  private static func shortage(_ plan: Plan, _ network: SourcingNetwork) -> Double {
    var short: [String: Double] = [:]
    for row in plan.shortages { short[row.scenario, default: 0] += row.quantity }
    var (missing, demand) = (0.0, 0.0)
    for (index, scenario) in network.scenarios.enumerated() where scenario.probability > 0 {
      missing += scenario.probability * (short[scenario.name] ?? 0)
      for number in network.demands.indices {
        demand += scenario.probability * network.total(demand: number, scenario: index)
      }
    }
    return demand > 0 ? missing / demand : 0
  }

  /// The largest part of an item's need that a group supplies while nothing happens.
  private func largestShare(
    _ plan: Plan, _ network: SourcingNetwork, _ options: FrontierOptions
  ) throws -> Double {
    let frontier = try FrontierCase(network, options)
    let prepared = frontier.network
    let bought = Dictionary(
      plan.sourcing.map { ([$0.site, $0.item, $0.recipe], $0.volume) }, uniquingKeysWith: +)
    let volumes = prepared.capabilities.map { source -> Double in
      let row = source.capability
      return (bought[[row.site, row.item, row.recipe ?? ""]] ?? 0) * Double(prepared.periods)
    }
    return frontier.shares.reduce(0.0) { largest, share in
      max(largest, share.capabilities.reduce(0.0) { $0 + volumes[$1] } / share.need)
    }
  }
}
