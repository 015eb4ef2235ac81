internal import Sourcing

/// Who can get which item from whom while nothing happens, over hubs too.
struct SupplyLinks {
  /// A place that needs an item: a market that demands it, or a site that uses it.
  struct Buyer {
    var item: Int
    var place: NetworkPlace
    /// Units a period: demand, or what the site's capacity to use it takes.
    var need: Double
    /// Sites that make it and can reach the place, ascending.
    var suppliers: [Int]
    /// Corridors of the last lanes that lead to the place.
    var corridors: Set<Int>
    /// Whether it can also come by a lane through no corridor, or is made at the place.
    var hasOtherWay: Bool
  }

  let buyers: [Buyer]

  init(_ network: SourcingNetwork) {
    let items = network.sourcingCase.items.count
    let nodeAt = Dictionary(
      uniqueKeysWithValues: network.nodes.enumerated().map { ($1.site * items + $1.item, $0) })
    let stopped = network.rules(scenario: 0, period: 0).stopped
    // Makers that reach each node, spread along lanes until nothing is added.
    var makers = network.nodes.map { node in node.capabilities.isEmpty ? Set<Int>() : [node.site] }
    var next = network.nodes.indices.filter { !makers[$0].isEmpty }
    while let node = next.popLast() {
      for lane in network.nodes[node].outbound where !stopped.contains(lane) {
        guard case .site(let site) = network.lanes[lane].destination,
          let end = nodeAt[site * items + network.lanes[lane].item]
        else { continue }
        if !makers[node].isSubset(of: makers[end]) {
          makers[end].formUnion(makers[node])
          next.append(end)
        }
      }
    }
    func corridors(_ inbound: [Int]) -> (Set<Int>, Bool) {
      let open = inbound.filter { !stopped.contains($0) && !makers[network.originNode(lane: $0)].isEmpty }
      return (
        Set(open.compactMap { network.lanes[$0].corridor }),
        open.contains { network.lanes[$0].corridor == nil }
      )
    }
    var buyers: [Buyer] = []
    for demand in network.demands {
      let origins = demand.inbound.filter { !stopped.contains($0) }.map { network.originNode(lane: $0) }
      let (through, isFree) = corridors(demand.inbound)
      buyers.append(
        Buyer(
          item: demand.item, place: .market(demand.market), need: demand.total / Double(network.periods),
          suppliers: origins.reduce(into: Set<Int>()) { $0.formUnion(makers[$1]) }.sorted(),
          corridors: through, hasOtherWay: isFree))
    }
    for (index, node) in network.nodes.enumerated() where !node.consumers.isEmpty {
      let (through, isFree) = corridors(node.inbound)
      buyers.append(
        Buyer(
          item: node.item, place: .site(node.site),
          need: node.consumers.reduce(0) {
            $0 + $1.quantity * network.capabilities[$1.capability].capability.capacity
          }, suppliers: makers[index].sorted(), corridors: through,
          hasOtherWay: isFree || !node.capabilities.isEmpty))
    }
    self.buyers = buyers
  }
}
