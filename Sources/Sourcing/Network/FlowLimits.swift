/// Finds the most that can be worth receiving by each lane in a period, whatever is demanded: the least of its
/// capacity, what its origin can have made by then and what the site it leads to can use.
struct FlowLimits {
  let capabilities: [NetworkCapability]
  let nodes: [NetworkNode]
  /// The most of each item that can be of use over the whole horizon in any scenario.
  let peakNeeds: [Double]
  let settings: Settings

  /// The limit of a lane from one node to another, or to a market.
  func limit(_ lane: NetworkLane, from origin: Int, to destination: Int?) -> Double {
    var limit = destination.map { use(at: nodes[$0]) } ?? .infinity
    if let capacity = lane.capacity { limit = min(limit, capacity) }
    let node = nodes[origin]
    if !settings.strategicStock, node.inbound.isEmpty {
      let made = node.capabilities.reduce(0) { $0 + capabilities[$1].capability.capacity }
      limit = min(limit, made * spread)
    }
    return limit
  }

  /// Periods whose making can come together in one, since it was kept. What is under way at the start was made
  /// before it.
  private var spread: Double { Double(settings.periods) }

  /// The most of an item that a site can use in a period: all that its makers take over the horizon where it can
  /// be kept, or all that anyone needs where the site sends it on.
  private func use(at node: NetworkNode) -> Double {
    if !node.outbound.isEmpty { return peakNeeds[node.item] }
    let taken = node.consumers.reduce(0) {
      $0 + $1.quantity * capabilities[$1.capability].capability.capacity
    }
    return min(peakNeeds[node.item], taken * spread)
  }
}
