public import LinearModel
public import Sourcing

/// What a layout can do in any scenario, as one linear program in which only bounds change from scenario to scenario,
/// and costs where duties change.
///
/// It is the recourse of the article "The model" with the first stage as numbers, which turns every row on a single
/// variable into a bound. Policies and least service play no part, but for the lanes that `max_lead_days` closes.
public struct ResponseProgram: Sendable {
  /// What a column stands for.
  public enum Column: Hashable, Sendable {
    /// Units made by a capability in a period.
    case make(Int, Int)
    /// Units drawn from the reserve of a capability in a period.
    case surge(Int, Int)
    /// Units that arrive by a lane in a period.
    case ship(Int, Int)
    /// Units kept at a node at the end of a period.
    case hold(Int, Int)
    /// Units taken from strategic stock at a node in a period.
    case release(Int, Int)
    /// Units of a demand that are not met in a period.
    case short(Int, Int)
    /// Units that arrive by a lane in a period and claim the preferential rate of an origin.
    case claim(origin: Int, lane: Int, period: Int)
    /// Units that are made, used or kept and originate, which costs nothing by itself.
    case originating(origin: Int)
  }

  /// The network that it was made of.
  public let network: SourcingNetwork
  /// The layout.
  public let layout: Layout
  /// The program of the undisturbed scenario.
  public private(set) var model: Model
  /// What each column stands for.
  public private(set) var columns: [Column] = []
  /// For each demand and period, the row that it is met by.
  private(set) var demandRows: [[Int]]
  /// For each quota and period, the row that keeps it; −1 where no lane crosses it.
  private(set) var quotaRows: [[Int]]
  /// Rows that keep releases within the stock, with the node of each.
  private(set) var stockRows: [(row: Int, node: Int)] = []
  /// The columns that a hit on something can touch.
  private(set) var touch: ResponseTouch

  /// The program of a layout.
  public init(_ network: SourcingNetwork, _ layout: Layout) {
    self.network = network
    self.layout = layout
    model = Model(name: "response")
    touch = ResponseTouch(network)
    let none = [Int](repeating: -1, count: network.periods)
    demandRows = [[Int]](repeating: none, count: network.demands.count)
    quotaRows = [[Int]](repeating: none, count: network.quotas.count)
    build(ResponseReach(network, layout))
  }

  // MARK: Bounds and costs

  /// The most that a column can be under some conditions; the least is 0.
  func upper(_ column: Column, _ conditions: ResponseConditions, peak: Double = 1) -> Double {
    let scenario = conditions.scenario
    switch column {
    case .make(let capability, let period):
      return network.availability(capability: capability, in: scenario, period: period)
        * layout.usablePart(capability, in: period, network) * layout.commit[capability]
    case .surge(let capability, let period):
      let ready = network.timeline.readiness(
        of: network.capabilities[capability].capability, event: scenario.firstEvent, in: period)
      if ready == 0 { return 0 }
      return network.availability(capability: capability, in: scenario, period: period) * ready
        * layout.usablePart(capability, in: period, network) * layout.reserve[capability]
    case .ship(let index, let period):
      let lane = network.lanes[index]
      var upper = network.flowBound(lane: index, arrival: period, in: scenario)
      if network.servedDemand(lane: index) == nil { upper *= peak }
      let departure = period - lane.lead
      if departure < 0 { return min(upper, layout.pipeline.ship[index]) }
      let available = network.availability(
        lane: index, in: scenario, conditions.rules[departure], departure: departure)
      if available == 0 { return 0 }
      return min(upper, lane.capacity.map { $0 * available } ?? .infinity)
    case .hold(let node, _): return network.peakNeed(item: network.nodes[node].item) * peak
    case .release(let index, let period):
      guard let event = scenario.firstEvent, period >= event,
        scenario.siteAvailability[period][network.nodes[index].site] > 0
      else { return 0 }
      return layout.stock[index]
    case .short(let demand, let period): return network.quantity(demand: demand, in: scenario, period: period)
    // Rows keep these within what they are a part of, so that no bound changes with the scenario.
    case .claim, .originating: return .infinity
    }
  }

  /// What a unit of a column costs under some rules.
  func cost(_ column: Column, _ rules: [NetworkRules]) -> Double {
    switch column {
    case .make: return 0
    case .surge(let capability, _):
      let row = network.capabilities[capability].capability
      return row.unitCost + row.surgeCost
    case .ship(let index, let period):
      let lane = network.lanes[index]
      return lane.freight + (rules[period].duties[index] ?? lane.duty)
    case .hold(let node, _): return network.sourcingCase.items[network.nodes[node].item].holdingCost
    case .release(let node, _): return network.sourcingCase.items[network.nodes[node].item].unitValue
    case .short(let demand, let period): return network.demands[demand].shortageCosts[period]
    case .claim(let origin, let lane, let period):
      guard let preference = rules[period].preferences[lane], preference.origin == origin else { return 0 }
      return -preference.saving
    case .originating: return 0
    }
  }

  /// What is due for the commitments to a capability in a period under some conditions.
  func due(_ capability: Int, _ period: Int, _ scenario: NetworkScenario) -> Double {
    network.availability(capability: capability, in: scenario, period: period)
      * layout.usablePart(capability, in: period, network)
      * network.capabilities[capability].commitmentCost(layout.commit[capability])
  }

  // MARK: Building

  private mutating func build(_ reach: ResponseReach) {
    let calm = ResponseConditions(network, scenario: 0)
    let periods = network.periods
    var balances = [[LinearExpression]](
      repeating: [LinearExpression](repeating: LinearExpression(), count: periods), count: network.nodes.count
    )
    var met = [[LinearExpression]](
      repeating: [LinearExpression](repeating: LinearExpression(), count: periods),
      count: network.demands.count
    )
    var crossing = [[LinearExpression]](
      repeating: [LinearExpression](repeating: LinearExpression(), count: periods),
      count: network.quotas.count)
    var quotasOfLane: [Int: [Int]] = [:]
    for (index, quota) in network.quotas.enumerated() {
      for lane in quota.lanes { quotasOfLane[lane, default: []].append(index) }
    }
    let nodeOf = NodeIndex(network)
    for index in network.capabilities.indices where reach.isContracted[index] {
      let capability = network.capabilities[index]
      for period in 0..<periods {
        var made: [Variable] = []
        if layout.commit[index] > 0 { made.append(add(.make(index, period), calm)) }
        if layout.reserve[index] > 0 { made.append(add(.surge(index, period), calm)) }
        for variable in made {
          if let node = nodeOf[capability.site, capability.item] { balances[node][period].add(1, variable) }
          for input in capability.inputs {
            if let node = nodeOf[capability.site, input.item] {
              balances[node][period].add(-input.quantity, variable)
            }
          }
        }
      }
    }
    for index in network.lanes.indices where reach.isUsable[index] {
      let lane = network.lanes[index]
      for period in 0..<periods {
        if period < lane.lead, layout.pipeline.ship[index] == 0 { continue }
        let ship = add(.ship(index, period), calm)
        if period >= lane.lead { balances[network.originNode(lane: index)][period - lane.lead].add(-1, ship) }
        if let demand = network.servedDemand(lane: index) {
          met[demand][period].add(1, ship)
        } else if case .site(let site) = lane.destination, let node = nodeOf[site, lane.item] {
          balances[node][period].add(1, ship)
        }
        for quota in quotasOfLane[index] ?? [] { crossing[quota][period].add(1, ship) }
      }
    }
    addInventory(to: &balances, calm)
    for (node, rows) in balances.enumerated() {
      for (period, row) in rows.enumerated() where !row.isConstant {
        model.addConstraint(LinearRelation(row, lower: 0, upper: 0), name: "balance[\(node),\(period)]")
      }
    }
    addDemand(met, calm)
    for (quota, rows) in crossing.enumerated() {
      for (period, row) in rows.enumerated() where !row.isConstant {
        quotaRows[quota][period] = model.constraintCount
        let limit = quotaLimit(quota, calm.rules[period])
        model.addConstraint(
          LinearRelation(row, lower: -.infinity, upper: limit), name: "quota[\(quota),\(period)]")
      }
    }
    addOrigins(calm)
  }

  /// Which units originate under an agreement and pay its preferential rate.
  private mutating func addOrigins(_ calm: ResponseConditions) {
    if network.origins.isEmpty { return }
    let wholes = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, Variable(index: $0)) })
    for index in network.origins.indices {
      var origin = ResponseOrigin(index, network, wholes)
      for column in origin.add(to: &model) {
        model.setObjective(of: Variable(index: columns.count), to: cost(column, calm.rules))
        touch.note(column, at: columns.count, network)
        columns.append(column)
      }
    }
  }

  /// What can be kept and released, wherever anything comes or goes.
  private mutating func addInventory(to balances: inout [[LinearExpression]], _ calm: ResponseConditions) {
    let last = network.periods - 1
    for index in network.nodes.indices {
      let isIdle = balances[index].allSatisfy(\.isConstant)
      if layout.stock[index] > 0, !isIdle {
        var taken = LinearExpression()
        for period in 0...last {
          let release = add(.release(index, period), calm)
          balances[index][period].add(1, release)
          taken.add(1, release)
        }
        stockRows.append((model.constraintCount, index))
        model.addConstraint(taken <= layout.stock[index], name: "stock[\(index)]")
      }
      if isIdle { continue }
      for period in 0..<last {
        let hold = add(.hold(index, period), calm)
        balances[index][period].add(-1, hold)
        balances[index][period + 1].add(1, hold)
      }
    }
  }

  private mutating func addDemand(_ met: [[LinearExpression]], _ calm: ResponseConditions) {
    for (index, rows) in met.enumerated() {
      for (period, row) in rows.enumerated() {
        let short = add(.short(index, period), calm)
        var whole = row
        whole.add(1, short)
        demandRows[index][period] = model.constraintCount
        let quantity = network.quantity(demand: index, in: calm.scenario, period: period)
        model.addConstraint(
          LinearRelation(whole, lower: quantity, upper: quantity), name: "demand[\(index),\(period)]")
      }
    }
  }

  /// What a quota lets through; anything where it is not in force.
  func quotaLimit(_ quota: Int, _ rules: NetworkRules) -> Double {
    rules.quotas.contains(quota) ? network.quotas[quota].limit : .infinity
  }

  private mutating func add(_ column: Column, _ calm: ResponseConditions) -> Variable {
    let variable = model.addVariable(
      "", lower: 0, upper: upper(column, calm), objective: cost(column, calm.rules))
    touch.note(column, at: columns.count, network)
    columns.append(column)
    return variable
  }
}

/// Finds the node of an item at a site.
private struct NodeIndex {
  private let nodes: [Int: Int]
  private let items: Int

  init(_ network: SourcingNetwork) {
    let items = network.sourcingCase.items.count
    nodes = Dictionary(
      uniqueKeysWithValues: network.nodes.enumerated().map { ($1.site * items + $1.item, $0) })
    self.items = items
  }

  subscript(site: Int, item: Int) -> Int? { nodes[site * items + item] }
}
