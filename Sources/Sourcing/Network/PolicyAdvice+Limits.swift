extension PolicyAdvice {
  /// Shares of one's own that no source can make up, and those that all sources make up.
  func ownSources(_ policy: NetworkPolicy) -> [Fault] {
    guard policy.policy.kind == .autonomy, let limit = policy.policy.limit, limit > 0 else { return [] }
    let items = policy.items.filter { item in item.demand > 0 && !able(item.capabilities).isEmpty }
    // Of several items each may be another's concern: what is odd is a policy that says nothing of any.
    if !items.isEmpty, items.allSatisfy({ able($0.capabilities).isSubset(of: $0.selected) }) {
      return [idle(policy)]
    }
    return items.compactMap { item in
      let name = network.sourcingCase.items[item.item].id
      let own = able(item.selected)
      if own.isEmpty { return fault(policy, Message(NetworkText.noOwnSources, ["item": name])) }
      let most = own.reduce(0) { $0 + network.capabilities[$1].capability.capacity }
      let asked = limit * marketDemand(for: item.item, policy)
      if most >= asked * (1 - 1e-9) { return nil }
      return fault(
        policy,
        Message(
          NetworkText.ownSourcesTooSmall,
          ["item": name, "most": NumberFormat.single(most), "asked": NumberFormat.single(asked)]))
    }
  }

  /// Lead times that every lane to a market keeps, and those that none does.
  func leadTimes(_ policy: NetworkPolicy) -> [Fault] {
    guard policy.policy.kind == .maxLeadDays, let limit = policy.policy.limit else { return [] }
    let items = Set(policy.items.map(\.item))
    let asked = network.demands.filter { demand in
      items.contains(demand.item) && policy.markets?.contains(demand.market) ?? true && demand.total > 0
        && !demand.inbound.isEmpty
    }
    func isFast(_ lane: Int) -> Bool { network.leadDays(lane: lane) <= limit }
    if !asked.isEmpty, asked.allSatisfy({ $0.inbound.allSatisfy(isFast) }) { return [idle(policy)] }
    return asked.filter { !$0.inbound.contains(where: isFast) }.map { demand in
      let found = network.sourcingCase
      let least = demand.inbound.map { network.leadDays(lane: $0) }.min() ?? 0
      return fault(
        policy,
        Message(
          NetworkText.noLaneSoEarly,
          [
            "item": found.items[demand.item].id, "market": found.markets[demand.market].id,
            "least": NumberFormat.single(least),
          ]))
    }
  }

  /// A budget that would pay for leaving all demand unmet, and one below what the cheapest sources alone ask for.
  func totalCost(_ policy: NetworkPolicy) -> [Fault] {
    guard policy.policy.kind == .maxCost, let limit = policy.policy.limit else { return [] }
    let unmet = network.demands.reduce(0) { $0 + leastCost(of: $1) { _, shortage in shortage } }
    if unmet > 0, limit >= unmet {
      return [fault(policy, Message(NetworkText.budgetForNothing, ["unmet": NumberFormat.single(unmet)]))]
    }
    guard let least = leastTotal, least > 0, limit < least * (1 - 1e-9) else { return [] }
    return [fault(policy, Message(NetworkText.budgetTooSmall, ["least": NumberFormat.single(least)]))]
  }

  /// What every layout costs at least: in the part of all cases in which nothing happens, each unit is made at the least
  /// price or short. Nil where goods may come from elsewhere: from stock, or under way when the horizon begins.
  private var leastTotal: Double? {
    let found = network.sourcingCase
    if found.settings.strategicStock || network.lanes.contains(where: { $0.lead > 0 }) { return nil }
    var prices: [Int: Double] = [:]
    for source in network.capabilities where source.capability.capacity > 0 {
      let least = source.tiers.map(\.unitCost).min() ?? source.capability.unitCost
      prices[source.item] = min(prices[source.item] ?? least, least, source.capability.unitCost)
    }
    let made = network.demands.reduce(0) { sum, demand in
      sum + leastCost(of: demand) { _, shortage in min(shortage, prices[demand.item] ?? shortage) }
    }
    let savings = network.clusters.reduce(0) { $0 + ($1.steps.map(\.saving).max() ?? 0) }
    return made * (network.scenarios.first?.probability ?? 1) - savings
  }

  private func leastCost(of demand: NetworkDemand, _ price: (_ period: Int, _ shortage: Double) -> Double)
    -> Double
  {
    demand.quantities.indices.reduce(0) {
      $0 + demand.quantities[$1] * price($1, demand.shortageCosts[$1])
    }
  }

  /// Those of some capabilities that can make anything.
  private func able(_ capabilities: [Int]) -> Set<Int> {
    Set(capabilities.filter { network.capabilities[$0].capability.capacity > 0 })
  }

  /// Units a period that markets ask for: what they get has to come from somewhere, what makers use may be made otherwise.
  private func marketDemand(for item: Int, _ policy: NetworkPolicy) -> Double {
    let demands = network.demands.filter {
      $0.item == item && policy.markets?.contains($0.market) ?? true
    }
    return demands.reduce(0) { $0 + $1.total } / Double(network.periods)
  }

  private func idle(_ policy: NetworkPolicy) -> Fault {
    fault(policy, Message(CheckText.idleLimit, ["kind": policy.policy.kind.rawValue]))
  }

  private func fault(_ policy: NetworkPolicy, _ message: Message) -> Fault {
    Fault(
      .advice,
      at: network.sourcingCase.origin.location(table: "policies", row: policy.row, column: "limit"),
      value: policy.policy.limit.map(NumberText.shortest), message)
  }
}
