import LinearModel
import Sourcing

/// What is under way when the horizon begins.
extension PlainProgram {
  /// The quiet period before the first.
  mutating func addPipeline() {
    for index in network.capabilities.indices {
      let make = model.addVariable(
        "make before", upper: network.unlocking[index].isEmpty ? .infinity : 0)
      model.addConstraint(make <= commit[index], name: "make before")
      before.make.append(make)
    }
    for (index, lane) in network.lanes.enumerated() {
      let isBanned = network.rules[0].stopped.contains(index)
      let ship = model.addVariable("ship before", upper: isBanned ? 0 : lane.capacity ?? .infinity)
      var most = everything[lane.item]
      if case .market(let market) = lane.destination {
        let demand = network.demandIndex(market: market, item: lane.item)
        most = demand.flatMap { network.demands[$0].quantities.max() } ?? 0
      }
      model.addConstraint(ship <= most * open[lane.origin], name: "sender before")
      before.ship.append(ship)
    }
    for node in network.nodes {
      var left = sum(node.outbound, before.ship)
      for consumer in node.consumers { left.add(consumer.quantity, before.make[consumer.capability]) }
      model.addConstraint(
        sum(node.inbound, before.ship) + sum(node.capabilities, before.make) == left, name: "balance before")
      let onward = node.outbound.filter(isInRing)
      if onward.isEmpty { continue }
      model.addConstraint(
        sum(onward, before.ship)
          <= sum(node.capabilities, before.make) + sum(node.inbound.filter { !isInRing($0) }, before.ship),
        name: "ring before")
    }
  }

  /// Whether a lane's end leads back to its beginning, over a lane that takes time on the way round or beside it.
  private func isInRing(_ index: Int) -> Bool {
    let lanes = network.lanes.filter { $0.item == network.lanes[index].item }
    func reached(_ start: Int) -> Set<Int> {
      var reached: Set<Int> = [start]
      for _ in lanes {
        for lane in lanes where reached.contains(lane.origin) {
          if case .site(let site) = lane.destination { reached.insert(site) }
        }
      }
      return reached
    }
    guard case .site(let end) = network.lanes[index].destination else { return false }
    let onward = reached(end)
    guard onward.contains(network.lanes[index].origin) else { return false }
    return lanes.contains { lane in
      guard lane.lead > 0, case .site(let other) = lane.destination else { return false }
      return onward.contains(lane.origin) && onward.contains(other) && reached(other).contains(end)
    }
  }
}
