internal import LinearModel
internal import Planning
internal import Sourcing

/// A case made ready for a frontier, and what cost is held against in it.
struct FrontierCase {
  /// The case without risk in its objective, and with a policy that only names groups.
  let network: SourcingNetwork
  let axis: FrontierAxis

  /// - Throws: ``Sourcing/CaseFaults`` where the places are not in the case.
  init(_ given: SourcingNetwork, _ options: FrontierOptions) throws {
    network = try SourcingNetwork(Self.prepared(given.sourcingCase, options))
    axis = options.axis
  }

  /// The case with an objective of expected cost alone, and for shares a policy last that names the groups and asks nothing.
  private static func prepared(_ found: SourcingCase, _ options: FrontierOptions) -> SourcingCase {
    var prepared = found
    prepared.settings.riskMeasure = .expected
    switch options.axis {
    case .cvar, .worst, .shortage: break
    case .concentration:
      prepared.policies.append(Policy("groups", .maxShare, scope: options.scope, limit: 1))
    case .autonomy:
      let blocs = Set(found.blocs.map(\.bloc))
      prepared.policies.append(
        Policy(
          "groups", .autonomy, regions: options.places.filter { !blocs.contains($0) },
          blocs: options.places.filter(blocs.contains), limit: 0))
    }
    return prepared
  }

  // MARK: Measures

  /// What must not supply too much of an item, by item and group.
  var shares: [FrontierShare] {
    guard let policy = network.policies.last else { return [] }
    return policy.items.flatMap { item -> [FrontierShare] in
      let need = item.demand * Double(network.periods)
      if need <= 0 { return [] }
      let groups: [[Int]] =
        axis == .concentration
        ? item.groups.map(\.capabilities)
        : [item.capabilities.filter { !item.makers.contains(network.capabilities[$0].site) }]
      return groups.map { FrontierShare(capabilities: $0, need: need) }
    }
  }

  /// The measure in terms that a decomposition can carry.
  var decomposedMeasure: FrontierMeasure {
    switch axis {
    case .cvar: .tail(level: network.sourcingCase.settings.riskLevel)
    case .worst: .worst
    case .shortage: .shortage
    case .concentration, .autonomy: .shares(shares)
    }
  }

  /// The same for a world in which nothing happens, where that tells all of the measure; nil where it does not.
  func quiet(_ options: FrontierOptions) throws -> FrontierCase? {
    guard axis == .concentration || axis == .autonomy, QuietCase.tellsAll(of: network) else { return nil }
    var found = network.sourcingCase
    found.policies.removeLast()
    found.scenarios = []
    return try FrontierCase(SourcingNetwork(found), options)
  }

  // MARK: A layout's own figures

  /// What a layout's cost is held against, computed from its decisions alone.
  func value(of layout: Layout, _ evaluation: CostEvaluation) -> Double {
    switch axis {
    case .cvar: return evaluation.costs.firstStage + evaluation.risk.cvar
    case .worst: return evaluation.costs.firstStage + evaluation.risk.worst
    case .shortage:
      var (short, demand) = (0.0, 0.0)
      for (scenario, found) in network.scenarios.enumerated() where found.probability > 0 {
        for index in network.demands.indices {
          demand += found.probability * network.total(demand: index, scenario: scenario)
          for done in layout.recourse[scenario].periods { short += found.probability * done.short[index] }
        }
      }
      return demand > 0 ? short / demand : 0
    case .concentration, .autonomy:
      return shares.reduce(0.0) { largest, share in
        max(largest, share.capabilities.reduce(0.0) { $0 + layout.recourse[0].volume($1) } / share.need)
      }
    }
  }
}
