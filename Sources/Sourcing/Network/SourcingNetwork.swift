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
  /// What open sites of a region save together.
  public let clusters: [NetworkCluster]
  /// Developments that unlock capabilities.
  public let projects: [NetworkProject]
  /// For each capability the indexes of the projects that unlock it; none where it needs no development.
  public let unlocking: [[Int]]
  /// Limits on what crosses borders, whenever they are in force.
  public let quotas: [NetworkQuota]
  /// How duties and controls may stand, each once; the first is how they stand while nothing happens.
  public let rules: [NetworkRules]
  /// Policies, in the order of the table.
  public private(set) var policies: [NetworkPolicy]
  /// Remarks on what looks odd: markets that nothing reaches, for example.
  public let advice: [Fault]

  private let nodeIndex: [NodeKey: Int]
  private let demandIndex: [NodeKey: Int]
  /// For each lane the node where it begins.
  private var originNodes: [Int] = []
  /// For each lane the demand that it serves; nil where it leads to a site.
  private var servedDemands: [Int?] = []
  /// For each lane the most that is worth receiving in any period, whatever is demanded.
  private var flowLimits: [Double] = []
  private let needs: [Double]
  /// Which of the rules hold, by scenario and period.
  private let rulesByPeriod: [[Int]]
  /// The most that any scenario multiplies a demand by, at least 1.
  private let demandPeak: Double
  /// The horizon.
  public let timeline: Timeline

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
    let recipes = Dictionary(grouping: found.recipes, by: \.recipe)
    let current = Dictionary(
      uniqueKeysWithValues: found.current.map { ([$0.site, $0.item, $0.recipe], $0.role) })
    let capabilities = found.capabilities.compactMap { row -> NetworkCapability? in
      guard let site = sites[row.site], let item = items[row.item] else { return nil }
      let inputs = (row.recipe.flatMap { recipes[$0] } ?? []).compactMap { input in
        items[input.input].map { NetworkInput(item: $0, quantity: input.quantity) }
      }
      return NetworkCapability(
        capability: row, site: site, item: item, currentRole: current[[row.site, row.item, row.recipe]],
        inputs: inputs, tiers: Self.tiers(of: row, found), tierMode: found.settings.tierMode)
    }
    let wanted = DemandResolver(found, markets: markets, items: items).resolve()
    let corridors = Set(found.lanes.compactMap(\.corridor)).sorted()
    let ruleResolver = RuleResolver(found)
    let scenarios = ScenarioResolver(
      found: found, regions: regions, corridors: corridors, rules: ruleResolver
    )
    .resolve()
    let (states, rulesByPeriod) = ruleResolver.resolve(scenarios)
    let lanes = try Self.lanes(
      of: found, regions, capabilities: capabilities, wanted: wanted.map { ($0.market, $0.item) },
      corridors: corridors, states: states)

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
    var consumers: [NodeKey: [NetworkConsumer]] = [:]
    for (index, capability) in capabilities.enumerated() {
      for input in capability.inputs {
        consumers[NodeKey(place: capability.site, item: input.item), default: []].append(
          NetworkConsumer(capability: index, quantity: input.quantity))
      }
    }
    let keys = Set(made.keys).union(consumers.keys).union(inbound.keys).union(outbound.keys).sorted {
      ($0.place, $0.item) < ($1.place, $1.item)
    }
    let nodes = keys.map { key in
      NetworkNode(
        site: key.place, item: key.item, capabilities: made[key] ?? [], consumers: consumers[key] ?? [],
        inbound: inbound[key] ?? [], outbound: outbound[key] ?? [])
    }
    let demands = wanted.map { demand in
      NetworkDemand(
        market: demand.market, item: demand.item, quantities: demand.quantities,
        shortageCosts: demand.shortageCosts,
        inbound: arriving[NodeKey(place: demand.market, item: demand.item)] ?? [],
        leastServices: demand.leastServices)
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
    needs = NeedResolver(items: found.items.count, capabilities: capabilities, demands: demands).needs()
    timeline = Timeline(periodDays: found.settings.periodDays, periods: found.settings.periods)
    clusters = Self.clusters(of: found, regions)
    let resolver = ProjectResolver(found: found, regions: regions, timeline: timeline)
    projects = resolver.resolve()
    var unlocking = [[Int]](repeating: [], count: capabilities.count)
    for (index, project) in projects.enumerated() {
      for capability in project.capabilities { unlocking[capability].append(index) }
    }
    self.unlocking = unlocking
    quotas = Self.quotas(of: found, regions, lanes: lanes)
    rules = try Self.rules(of: found, regions, states, lanes: lanes, quotas: quotas)
    self.rulesByPeriod = rulesByPeriod
    self.scenarios = scenarios
    demandPeak = scenarios.reduce(1) { peak, scenario in
      let factors = zip(scenario.marketDemand, scenario.itemDemand).map { ($0.max() ?? 1) * ($1.max() ?? 1) }
      return max(peak, factors.max() ?? 1)
    }
    policies = PolicyResolver(
      found: found, regions: regions, capabilities: capabilities, demands: demands, needs: needs
    ).resolve()
    advice = Self.advice(found, demands: demands) + resolver.advice(projects)
    indexLanes()
  }

  /// Finds the ends of the lanes and the most that they can carry, which are asked for in every scenario and period.
  private mutating func indexLanes() {
    let limits = FlowLimits(self)
    for lane in lanes {
      let origin = nodeIndex[NodeKey(place: lane.origin, item: lane.item)] ?? 0
      var destination: Int?
      var served: Int?
      switch lane.destination {
      case .site(let site): destination = nodeIndex[NodeKey(place: site, item: lane.item)]
      case .market(let market): served = demandIndex[NodeKey(place: market, item: lane.item)]
      }
      originNodes.append(origin)
      servedDemands.append(served)
      let leadsNowhere = destination == nil && served == nil
      flowLimits.append(leadsNowhere ? 0 : limits.limit(lane, from: origin, to: destination))
    }
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

  /// How many periods are planned.
  public var periods: Int { timeline.periods }

  /// Whether anything can be kept from one period to the next.
  public var hasHolding: Bool { periods > 1 }

  /// What is needed of an item over the whole horizon when nothing goes wrong: by markets, and by what is made of
  /// it for them.
  public func need(item: Int) -> Double {
    needs[item]
  }

  /// The most of an item that can be of use over the whole horizon in any scenario.
  public func peakNeed(item: Int) -> Double {
    needs[item] * demandPeak
  }

  /// Units that a market needs in a period of a scenario.
  public func quantity(demand index: Int, scenario: Int, period: Int) -> Double {
    let demand = demands[index]
    let found = scenarios[scenario]
    return demand.quantities[period] * found.marketDemand[period][demand.market]
      * found.itemDemand[period][demand.item]
  }

  /// Units that a market needs in all periods of a scenario together.
  public func total(demand index: Int, scenario: Int) -> Double {
    (0..<periods).reduce(0) { $0 + quantity(demand: index, scenario: scenario, period: $1) }
  }

  /// Units of a demand that must be met over all periods of a scenario.
  public func leastMet(demand index: Int, scenario: Int) -> Double {
    (0..<periods).reduce(0) {
      $0 + demands[index].leastServices[$1] * quantity(demand: index, scenario: scenario, period: $1)
    }
  }

  /// Days that a lane takes, as its row says, whatever the length of the periods.
  public func leadDays(lane: Int) -> Double {
    sourcingCase.lanes[lanes[lane].row].leadDays
  }

  /// What is left of a capability's capacity in a scenario and period.
  public func availability(capability: Int, scenario: Int, period: Int) -> Double {
    let found = scenarios[scenario]
    let source = capabilities[capability]
    return found.siteAvailability[period][source.site] * found.itemAvailability[period][source.item]
  }

  /// What of a capability's reserve can be drawn in a scenario and period, before availability.
  public func readiness(capability: Int, scenario: Int, period: Int) -> Double {
    timeline.readiness(
      of: capabilities[capability].capability, event: scenarios[scenario].firstEvent, in: period)
  }

  /// What is left of a lane's capacity for what departs in a period of a scenario: that of its row and its
  /// corridor, and nothing where its origin is down or a ban stops it.
  public func availability(lane: Int, scenario: Int, departure: Int) -> Double {
    let found = scenarios[scenario]
    if found.siteAvailability[departure][lanes[lane].origin] == 0 { return 0 }
    if rules(scenario: scenario, period: departure).stopped.contains(lane) { return 0 }
    let through = lanes[lane].corridor.map { found.corridorAvailability[departure][$0] } ?? 1
    return through * (found.laneAvailability[lanes[lane].row]?[departure] ?? 1)
  }

  /// The node where a lane begins, as an index.
  public func originNode(lane: Int) -> Int {
    originNodes[lane]
  }

  /// How duties and controls stand in a period of a scenario.
  public func rules(scenario: Int, period: Int) -> NetworkRules {
    rules[rulesByPeriod[scenario][period]]
  }

  /// Duty and licence fees on a unit that arrives by a lane in a period of a scenario.
  public func duty(lane: Int, scenario: Int, arrival: Int) -> Double {
    rules(scenario: scenario, period: arrival).duties[lane] ?? lanes[lane].duty
  }

  /// The most that can ever be worth receiving by a lane in a period.
  ///
  /// The least of the lane's capacity, what the origin can have made by then (where nothing is brought there or
  /// put in stock), and the demand that lies behind the lane.
  public func flowBound(lane: Int, arrival period: Int, scenario: Int) -> Double {
    guard let demand = servedDemands[lane] else { return flowLimits[lane] }
    return min(flowLimits[lane], quantity(demand: demand, scenario: scenario, period: period))
  }
}
