internal import Sourcing

/// Which columns of a program depend on what a scenario can hit, so that only these are looked at.
struct ResponseTouch: Sendable {
  private var bySite: [[Int32]]
  private var byCorridor: [[Int32]]
  private var byItem: [[Int32]]
  private var byLaneRow: [Int: [Int32]] = [:]
  private var byMarket: [[Int32]]
  private var byDemandedItem: [[Int32]]
  private var byLane: [Int: [Int32]] = [:]
  private var byClaimedLane: [Int: [Int32]] = [:]
  /// Columns that are free only after a first event: cold reserves and strategic stock.
  private(set) var afterEvent: [Int32] = []
  /// Columns of lanes and of what is kept, whose bounds grow with demand.
  private(set) var flows: [Int32] = []

  init(_ network: SourcingNetwork) {
    let found = network.sourcingCase
    bySite = [[Int32]](repeating: [], count: found.sites.count)
    byCorridor = [[Int32]](repeating: [], count: network.corridors.count)
    byItem = [[Int32]](repeating: [], count: found.items.count)
    byMarket = [[Int32]](repeating: [], count: found.markets.count)
    byDemandedItem = byItem
  }

  /// Takes note of a column.
  mutating func note(_ column: ResponseProgram.Column, at position: Int, _ network: SourcingNetwork) {
    let position = Int32(position)
    switch column {
    case .make(let index, _), .surge(let index, _):
      let capability = network.capabilities[index]
      bySite[capability.site].append(position)
      byItem[capability.item].append(position)
      if case .surge = column, capability.capability.activationDays > 0 { afterEvent.append(position) }
    case .ship(let index, _):
      let lane = network.lanes[index]
      bySite[lane.origin].append(position)
      if let corridor = lane.corridor { byCorridor[corridor].append(position) }
      byLaneRow[lane.row, default: []].append(position)
      byLane[index, default: []].append(position)
      flows.append(position)
      if let demand = network.servedDemand(lane: index) { noteDemand(demand, position, network) }
    case .hold: flows.append(position)
    case .release(let node, _):
      bySite[network.nodes[node].site].append(position)
      afterEvent.append(position)
    case .short(let demand, _): noteDemand(demand, position, network)
    case .claim(_, let lane, _): byClaimedLane[lane, default: []].append(position)
    case .originating: break
    }
  }

  private mutating func noteDemand(_ index: Int, _ position: Int32, _ network: SourcingNetwork) {
    byMarket[network.demands[index].market].append(position)
    byDemandedItem[network.demands[index].item].append(position)
  }

  /// Columns whose bounds may differ from those of the undisturbed scenario; some may be named twice.
  func columns(_ conditions: ResponseConditions, calm: [NetworkRules]) -> [Int32] {
    let scenario = conditions.scenario
    var touched: [Int32] = scenario.firstEvent == nil ? [] : afterEvent
    func collect(_ values: [[Double]], _ columns: [[Int32]]) {
      for index in columns.indices where !columns[index].isEmpty {
        if values.contains(where: { $0[index] != 1 }) { touched += columns[index] }
      }
    }
    collect(scenario.siteAvailability, bySite)
    collect(scenario.corridorAvailability, byCorridor)
    collect(scenario.itemAvailability, byItem)
    collect(scenario.marketDemand, byMarket)
    collect(scenario.itemDemand, byDemandedItem)
    for row in scenario.laneAvailability.keys.sorted() { touched += byLaneRow[row] ?? [] }
    if conditions.demandPeak > 1 { touched += flows }
    for (rules, quiet) in zip(conditions.rules, calm) {
      for lane in rules.stopped.symmetricDifference(quiet.stopped).sorted() { touched += byLane[lane] ?? [] }
    }
    return touched
  }

  /// Columns of lanes whose duties, and of claims whose savings, differ from those of the undisturbed scenario.
  func dutyColumns(_ conditions: ResponseConditions, calm: [NetworkRules]) -> [Int32] {
    var lanes: Set<Int> = []
    var claimed: Set<Int> = []
    for (rules, quiet) in zip(conditions.rules, calm) where rules.duties != quiet.duties {
      lanes.formUnion(rules.duties.keys)
      lanes.formUnion(quiet.duties.keys)
    }
    for (rules, quiet) in zip(conditions.rules, calm) where rules.preferences != quiet.preferences {
      claimed.formUnion(rules.preferences.keys)
      claimed.formUnion(quiet.preferences.keys)
    }
    return lanes.sorted().flatMap { byLane[$0] ?? [] } + claimed.sorted().flatMap { byClaimedLane[$0] ?? [] }
  }
}
