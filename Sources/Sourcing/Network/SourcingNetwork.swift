/// A case made ready for planning: names are indexes, lanes are matched to places and items, duties and
/// bans applied, availability known in every scenario.
///
/// Planning, the verifier and the exporters all read this and never the tables' patterns.
public struct SourcingNetwork: Sendable {
  /// Name of the scenario in which nothing goes wrong; it is always the first.
  public static let undisturbed = "undisturbed"

  /// The case that it was made of.
  public let sourcingCase: SourcingCase
  /// Capabilities, in the order of the table.
  public let capabilities: [NetworkCapability]
  /// Lanes that can be of use, ordered by origin, destination, item and row.
  public let lanes: [NetworkLane]
  /// Demand, one for each market and item that need something.
  public let demands: [NetworkDemand]
  /// Items at sites that make them or pass them on.
  public let nodes: [NetworkNode]
  /// Names of the corridors.
  public let corridors: [String]
  /// Scenarios, the undisturbed one first.
  public let scenarios: [NetworkScenario]
  /// Policies, in the order of the table.
  public private(set) var policies: [NetworkPolicy]
  /// Remarks on what looks odd: markets that nothing reaches, for example.
  public let advice: [Fault]

  private let nodeIndex: [NodeKey: Int]
  private let demandIndex: [NodeKey: Int]
  private let itemDemand: [Double]

  private struct NodeKey: Hashable {
    var place: Int
    var item: Int
  }

  /// Makes a case ready for planning.
  ///
  /// - Throws: ``CaseFaults`` with everything that is wrong with it.
  public init(_ found: SourcingCase) throws {
    let faults = found.faults().filter { $0.severity == .error }
    if !faults.isEmpty { throw CaseFaults(faults) }
    let regions = RegionIndex(found)
    let sites = Dictionary(uniqueKeysWithValues: found.sites.enumerated().map { ($1.id, $0) })
    let items = Dictionary(uniqueKeysWithValues: found.items.enumerated().map { ($1.id, $0) })
    let markets = Dictionary(uniqueKeysWithValues: found.markets.enumerated().map { ($1.id, $0) })
    let capabilities = found.capabilities.compactMap { row in
      sites[row.site].flatMap { site in
        items[row.item].map { NetworkCapability(capability: row, site: site, item: $0) }
      }
    }
    let wanted = found.demand.compactMap { row -> (market: Int, item: Int, row: Demand)? in
      guard let market = markets[row.market], let item = items[row.item], row.quantity > 0 else { return nil }
      return (market, item, row)
    }
    let corridors = Set(found.lanes.compactMap(\.corridor)).sorted()
    let lanes = try Self.lanes(
      of: found, regions, capabilities: capabilities, wanted: wanted.map { ($0.market, $0.item) },
      corridors: corridors)

    var inbound: [NodeKey: [Int]] = [:]
    var outbound: [NodeKey: [Int]] = [:]
    var arriving: [NodeKey: [Int]] = [:]
    for (index, lane) in lanes.enumerated() {
      outbound[NodeKey(place: lane.origin, item: lane.item), default: []].append(index)
      switch lane.destination {
      case .site(let site): inbound[NodeKey(place: site, item: lane.item), default: []].append(index)
      case .market(let market): arriving[NodeKey(place: market, item: lane.item), default: []].append(index)
      }
    }
    var made: [NodeKey: [Int]] = [:]
    for (index, capability) in capabilities.enumerated() {
      made[NodeKey(place: capability.site, item: capability.item), default: []].append(index)
    }
    let keys = Set(made.keys).union(inbound.keys).union(outbound.keys).sorted {
      ($0.place, $0.item) < ($1.place, $1.item)
    }
    let nodes = keys.map { key in
      NetworkNode(
        site: key.place, item: key.item, capabilities: made[key] ?? [], inbound: inbound[key] ?? [],
        outbound: outbound[key] ?? [])
    }
    let demands = wanted.map { demand in
      NetworkDemand(
        market: demand.market, item: demand.item, quantity: demand.row.quantity,
        shortageCost: demand.row.shortageCost,
        inbound: arriving[NodeKey(place: demand.market, item: demand.item)] ?? [])
    }

    sourcingCase = found
    self.capabilities = capabilities
    self.lanes = lanes
    self.demands = demands
    self.nodes = nodes
    self.corridors = corridors
    nodeIndex = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
    demandIndex = Dictionary(
      uniqueKeysWithValues: demands.enumerated().map { (NodeKey(place: $1.market, item: $1.item), $0) })
    var itemDemand = [Double](repeating: 0, count: found.items.count)
    for demand in demands { itemDemand[demand.item] += demand.quantity }
    self.itemDemand = itemDemand
    scenarios = ScenarioResolver(found: found, regions: regions, corridors: corridors).resolve()
    policies = PolicyResolver(
      found: found, regions: regions, capabilities: capabilities, demands: demands
    ).resolve()
    advice = Self.advice(found, demands: demands)
  }

  /// The same network under some of its policies.
  ///
  /// - Parameter kept: Their positions among ``policies``.
  public func keeping(policies kept: [Int]) -> SourcingNetwork {
    var network = self
    network.policies = kept.map { policies[$0] }
    return network
  }

  /// The node of an item at a site; nil where the site neither makes nor passes it on.
  public func node(site: Int, item: Int) -> NetworkNode? {
    nodeIndex[NodeKey(place: site, item: item)].map { nodes[$0] }
  }

  /// The index of a market's demand for an item; nil where it needs none.
  public func demandIndex(market: Int, item: Int) -> Int? {
    demandIndex[NodeKey(place: market, item: item)]
  }

  /// Demand for an item in all markets together, a period.
  public func totalDemand(item: Int) -> Double {
    itemDemand[item]
  }

  /// What is left of a capability's capacity in a scenario.
  public func availability(capability: Int, scenario: Int) -> Double {
    scenarios[scenario].siteAvailability[capabilities[capability].site]
  }

  /// What of a capability's reserve can be drawn in a scenario, before availability.
  public func readiness(capability: Int, scenario: Int) -> Double {
    Timeline(periodDays: sourcingCase.settings.periodDays, periods: sourcingCase.settings.periods).readiness(
      of: capabilities[capability].capability, event: scenarios[scenario].firstEvent, in: 0)
  }

  /// What is left of a lane's capacity in a scenario: that of its corridor, and nothing where its origin is down.
  public func availability(lane: Int, scenario: Int) -> Double {
    let found = scenarios[scenario]
    if found.siteAvailability[lanes[lane].origin] == 0 { return 0 }
    return lanes[lane].corridor.map { found.corridorAvailability[$0] } ?? 1
  }

  /// The most that can ever be worth moving on a lane in a period.
  ///
  /// The least of the lane's capacity, what the origin can make (where nothing is brought there), and the
  /// demand that lies behind the lane.
  public func flowBound(lane index: Int) -> Double {
    let lane = lanes[index]
    var bound =
      switch lane.destination {
      case .market(let market): demandIndex(market: market, item: lane.item).map { demands[$0].quantity } ?? 0
      case .site: totalDemand(item: lane.item)
      }
    if let capacity = lane.capacity { bound = min(bound, capacity) }
    if let node = node(site: lane.origin, item: lane.item), node.inbound.isEmpty {
      bound = min(bound, node.capabilities.reduce(0) { $0 + capabilities[$1].capability.capacity })
    }
    return bound
  }
}
