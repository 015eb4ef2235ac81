/// Finds the most that can be worth receiving by each lane in a period, whatever is demanded: the least of its
/// capacity, what its origin can have made by then and what the site it leads to can use.
struct FlowLimits {
  private let network: SourcingNetwork

  init(_ network: SourcingNetwork) {
    self.network = network
  }

  /// The limit of a lane from one node to another, or to a market.
  func limit(_ lane: NetworkLane, from origin: Int, to destination: Int?) -> Double {
    var limit = destination.map { use(at: network.nodes[$0]) } ?? .infinity
    if let capacity = lane.capacity { limit = min(limit, capacity) }
    let node = network.nodes[origin]
    if !network.sourcingCase.settings.strategicStock, node.inbound.isEmpty {
      // What was made before can have been kept, and what is under way at the start was made before it.
      let made = node.capabilities.reduce(0) { total, maker in
        let parts = network.unlocking[maker].isEmpty ? spread : network.usableParts(of: maker)
        return total + parts * network.capabilities[maker].capability.capacity
      }
      limit = min(limit, made)
    }
    return limit
  }

  /// Periods whose making can come together in one, since it was kept.
  private var spread: Double { Double(network.periods) }

  /// The most of an item that a site can use in a period: all that its makers take over the horizon where it can
  /// be kept, or all that anyone needs where the site sends it on.
  private func use(at node: NetworkNode) -> Double {
    if !node.outbound.isEmpty { return network.peakNeed(item: node.item) }
    let taken = node.consumers.reduce(0) {
      $0 + $1.quantity * network.capabilities[$1.capability].capability.capacity
    }
    return min(network.peakNeed(item: node.item), taken * spread)
  }
}
