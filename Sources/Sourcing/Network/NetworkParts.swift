/// A capability with the indexes of its site and item.
public struct NetworkCapability: Sendable {
  /// The row of the table.
  public let capability: Capability
  /// Index of the site in the case.
  public let site: Int
  /// Index of the item in the case.
  public let item: Int
  /// Its role today; nil where it is no source today.
  public let currentRole: CurrentSource.Role?
  /// What a unit is made of; empty where it is made of nothing that the case knows.
  public let inputs: [NetworkInput]
  /// Prices by volume, the first from 0 on.
  public let tiers: [NetworkTier]
  /// Whether a tier's price holds for all units or for those past it.
  public let tierMode: TierMode

  /// What a period's commitment costs where all of it is delivered.
  ///
  /// With a price for all units, at a step itself the cheaper of the two prices counts; a volume that misses a step
  /// by rounding has reached it.
  public func commitmentCost(_ volume: Double) -> Double {
    switch tierMode {
    case .incremental:
      return tiers.reduce(0) { $0 + $1.unitCost * max(0, min(volume, $1.to) - $1.from) }
    case .allUnits:
      let trace = 1e-6 * max(1, capability.capacity)
      let reached = tiers.filter { $0.from - trace <= volume && volume <= $0.to + trace }
      return volume * (reached.map(\.unitCost).min() ?? capability.unitCost)
    }
  }
}

extension NetworkCapability {
  /// The most that a period's commitment can cost.
  public var greatestCommitmentCost: Double {
    switch tierMode {
    case .incremental: commitmentCost(capability.capacity)
    case .allUnits: tiers.map { $0.unitCost * $0.to }.max() ?? 0
    }
  }
}

/// A price with the volumes for which it holds.
public struct NetworkTier: Sendable {
  /// The volume from which it holds.
  public let from: Double
  /// The volume up to which it holds.
  public let to: Double
  /// Price of a unit.
  public let unitCost: Double
}

/// What open sites of a region save together.
public struct NetworkCluster: Sendable {
  /// The region.
  public let region: String
  /// Indexes of the sites in it.
  public let sites: [Int]
  /// What is saved from which number of sites on, fewest first; the last that is reached counts.
  public let steps: [(minSites: Int, saving: Double)]
}

/// How duties and controls stand in some period of a scenario.
public struct NetworkRules: Sendable {
  /// Duty and licence fees on a unit, by lane, where they are not those of ``NetworkLane/duty``.
  public let duties: [Int: Double]
  /// Indexes of the lanes that a ban stops.
  public let stopped: Set<Int>
  /// Indexes of the quotas that are in force.
  public let quotas: [Int]
  /// Preferential rates that can be claimed, by lane.
  public let preferences: [Int: NetworkPreference]
}

/// What investment screening keeps from being done before anything happens.
public struct NetworkScreening: Sendable {
  /// Indexes of the sites that may not be opened.
  public let sites: Set<Int>
  /// Indexes of the capabilities that may not be qualified.
  public let capabilities: Set<Int>
}

/// A limit on what crosses a border in a period: a quota, or a licence that has a limit.
public struct NetworkQuota: Sendable {
  /// Row of the table `controls`, from 0.
  public let row: Int
  /// Units a period, all items and lanes of the row together.
  public let limit: Double
  /// Indexes of the lanes that it speaks of.
  public let lanes: [Int]
}

/// An input of a recipe.
public struct NetworkInput: Sendable {
  /// Index of the item in the case.
  public let item: Int
  /// Units for a unit of what is made.
  public let quantity: Double
}

/// A capability that uses an item where it is.
public struct NetworkConsumer: Sendable {
  /// Index of the capability.
  public let capability: Int
  /// Units of the item for a unit of what is made.
  public let quantity: Double
}

/// Where a lane leads: a site that passes the item on, or a market.
public enum NetworkPlace: Hashable, Sendable {
  /// A site, by index in the case.
  case site(Int)
  /// A market, by index in the case.
  case market(Int)
}

/// One way for one item from one site to one place: a row of `lanes` matched to places.
public struct NetworkLane: Sendable {
  /// Row of the table, from 0.
  public let row: Int
  /// Index of the site where it begins.
  public let origin: Int
  /// Where it leads.
  public let destination: NetworkPlace
  /// Index of the item.
  public let item: Int
  /// Freight for a unit.
  public let freight: Double
  /// Duty and licence fees on a unit while nothing happens.
  public let duty: Double
  /// Most units a period; nil for no limit.
  public let capacity: Double?
  /// Periods from departure to arrival.
  public let lead: Int
  /// Index among ``SourcingNetwork/corridors``; nil where it goes through none.
  public let corridor: Int?
  /// Sea, rail, air, …
  public let mode: String?
}

/// What a market needs of an item, and the lanes that lead there.
public struct NetworkDemand: Sendable {
  /// Index of the market in the case.
  public let market: Int
  /// Index of the item in the case.
  public let item: Int
  /// Units in each period.
  public let quantities: [Double]
  /// What a unit of unmet demand costs in each period.
  public let shortageCosts: [Double]
  /// Indexes of the lanes that lead there.
  public let inbound: [Int]
  /// The share of each period's units that must be met over the horizon, in every scenario of positive probability.
  public let leastServices: [Double]

  /// Whether any of it must be met whatever happens.
  public var hasLeastService: Bool { zip(quantities, leastServices).contains { $0 * $1 > 0 } }

  /// Units in all periods together when nothing goes wrong.
  public var total: Double { quantities.reduce(0, +) }
}

/// An item at a site: what is made of it there, and the lanes that bring it or take it away.
public struct NetworkNode: Sendable {
  /// Index of the site in the case.
  public let site: Int
  /// Index of the item in the case.
  public let item: Int
  /// Indexes of the capabilities.
  public let capabilities: [Int]
  /// Capabilities of the site that use the item.
  public let consumers: [NetworkConsumer]
  /// Indexes of the lanes that lead here.
  public let inbound: [Int]
  /// Indexes of the lanes that begin here.
  public let outbound: [Int]
}

/// What may happen: a probability, and what is left of sites and corridors.
public struct NetworkScenario: Sendable {
  /// The scenario's name.
  public let name: String
  /// Its probability.
  public internal(set) var probability: Double
  /// What is left of each site's capacity, by period and index of the site.
  public let siteAvailability: [[Double]]
  /// What is left of each corridor, by period and index of the corridor.
  public let corridorAvailability: [[Double]]
  /// What is left of the capacity for each item, by period and index of the item.
  public let itemAvailability: [[Double]]
  /// What is left of the rows of `lanes` that are hit, by row and period.
  public let laneAvailability: [Int: [Double]]
  /// What demand is multiplied by, by period and index of the market.
  public let marketDemand: [[Double]]
  /// What demand is multiplied by, by period and index of the item.
  public let itemDemand: [[Double]]
  /// The first period in which something is disrupted; nil where nothing is.
  public let firstEvent: Int?
  /// Its disruptions of duties and controls.
  public let ruleChanges: [Disruption]
}

/// A policy with what it speaks of.
public struct NetworkPolicy: Sendable {
  /// The row of the table.
  public internal(set) var policy: Policy
  /// Row of the table, from 0.
  public let row: Int
  /// The items it speaks of.
  public let items: [NetworkPolicyItem]
  /// Indexes of the sites that its place filters let through.
  public let sites: Set<Int>
  /// Indexes of the markets it names; nil for all.
  public let markets: Set<Int>?
  /// What it asks the layout to survive, where it is of the kind `survive`.
  public internal(set) var outages: [NetworkOutage] = []
}

/// The loss of a site or region for the time that it needs to recover, which a policy asks the layout to survive.
public struct NetworkOutage: Sendable {
  /// The site or region that is down.
  public let node: String
  /// Index of the scenario that it makes: one of no probability.
  public internal(set) var scenario: Int
}

/// One item of a policy.
public struct NetworkPolicyItem: Sendable {
  /// Index of the item in the case.
  public let item: Int
  /// Indexes of all capabilities of the item.
  public let capabilities: [Int]
  /// Indexes of those that the place filters let through.
  public let selected: [Int]
  /// Indexes of the sites of these.
  public let makers: Set<Int>
  /// The selected sites by scope, ordered by name.
  public let groups: [NetworkPolicyGroup]
  /// Need for the item an average period, or demand for it in the policy's markets where it names any.
  public let demand: Double

  /// What can be lost of the item: each group, or, where there is none, nothing, by a group without a name.
  public var losses: [NetworkPolicyGroup] {
    groups.isEmpty ? [NetworkPolicyGroup(name: "", sites: [], capabilities: [])] : groups
  }
}

/// Sites that a policy counts as one.
public struct NetworkPolicyGroup: Sendable {
  /// The site, region, bloc or owner.
  public let name: String
  /// Indexes of the sites.
  public let sites: Set<Int>
  /// Indexes of the item's capabilities at these sites.
  public let capabilities: [Int]
}
