internal import Sourcing

/// Which parts of a network a layout can use at all, whatever happens: sources with a contract, and lanes that can
/// have something to bring from an open place to where it is of use.
struct ResponseReach {
  /// Whether each capability is contracted.
  let isContracted: [Bool]
  /// Whether each lane can ever carry anything.
  let isUsable: [Bool]

  init(_ network: SourcingNetwork, _ layout: Layout) {
    let shape = NetworkShape(network)
    let closed = PolicyRules.closedLanes(network)
    let contracted = network.capabilities.indices.map { index in
      layout.isQualified(index) && layout.commit[index] + layout.reserve[index] > 0
    }
    isContracted = contracted
    let items = network.sourcingCase.items.count
    let nodeAt = Dictionary(
      uniqueKeysWithValues: network.nodes.enumerated().map { ($1.site * items + $1.item, $0) })
    let ends = network.lanes.map { lane -> Int? in
      guard case .site(let site) = lane.destination else { return nil }
      return nodeAt[site * items + lane.item]
    }
    var isOpen = network.lanes.indices.map { index in
      if closed.contains(index) { return false }
      return switch shape.allowances[network.originNode(lane: index)] {
      case .qualified(let source): layout.isQualified(source)
      case .open(let site): layout.isOpen[site]
      }
    }
    // Forward: what a node can have.
    var has = network.nodes.indices.map { index in
      layout.stock[index] > 0 || network.nodes[index].capabilities.contains { contracted[$0] }
    }
    var next = network.nodes.indices.filter { has[$0] }
    while let node = next.popLast() {
      for lane in network.nodes[node].outbound where isOpen[lane] {
        if let end = ends[lane], !has[end] {
          has[end] = true
          next.append(end)
        }
      }
    }
    // Backward: where it is of use.
    var isWanted = network.nodes.indices.map { index in
      network.nodes[index].consumers.contains { contracted[$0.capability] }
    }
    for (index, lane) in network.lanes.enumerated() where isOpen[index] && ends[index] == nil {
      if case .market = lane.destination { isWanted[network.originNode(lane: index)] = true }
    }
    next = network.nodes.indices.filter { isWanted[$0] }
    while let node = next.popLast() {
      for lane in network.nodes[node].inbound where isOpen[lane] {
        let origin = network.originNode(lane: lane)
        if !isWanted[origin] {
          isWanted[origin] = true
          next.append(origin)
        }
      }
    }
    for index in network.lanes.indices where isOpen[index] {
      isOpen[index] = has[network.originNode(lane: index)] && (ends[index].map { isWanted[$0] } ?? true)
    }
    isUsable = isOpen
  }
}
