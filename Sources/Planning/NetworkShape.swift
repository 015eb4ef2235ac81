internal import LinearModel
internal import Sourcing

/// What the builders of a model ask of a network again and again: names, and which short cuts its shape allows.
struct NetworkShape {
  /// Names of the lanes as they stand in names of variables and rows.
  let laneNames: [String]
  /// Names of the capabilities.
  let capabilityNames: [String]
  /// Names of the nodes.
  let nodeNames: [String]
  /// Names of the demands.
  let demandNames: [String]
  /// Whether what is made at a node follows from what is sent: one capability makes the item there, nothing is
  /// brought, used, kept or put in stock.
  let isMakeImplied: [Bool]
  private let network: SourcingNetwork

  init(_ network: SourcingNetwork) {
    self.network = network
    let found = network.sourcingCase
    laneNames = network.lanes.enumerated().map { index, lane in
      let destination =
        switch lane.destination {
        case .site(let site): found.sites[site].id
        case .market(let market): found.markets[market].id
        }
      return "\(found.sites[lane.origin].id),\(destination),\(found.items[lane.item].id),\(index)"
    }
    capabilityNames = network.capabilities.map { capability in
      let row = capability.capability
      return "\(row.site),\(row.item)" + (row.recipe.map { ",\($0)" } ?? "")
    }
    nodeNames = network.nodes.map { "\(found.sites[$0.site].id),\(found.items[$0.item].id)" }
    demandNames = network.demands.map { "\(found.markets[$0.market].id),\(found.items[$0.item].id)" }
    isMakeImplied = network.nodes.map { node in
      node.capabilities.count == 1 && node.inbound.isEmpty && node.consumers.isEmpty && !network.hasHolding
        && !found.settings.strategicStock
    }
  }

  /// What must be decided for a site to have an item: a qualified source, or, where the item is also brought
  /// there or made in several ways, an open site.
  func allowance(at site: Int, of item: Int, _ stage: FirstStage) -> LinearExpression {
    guard let node = network.node(site: site, item: item), node.inbound.isEmpty, node.capabilities.count == 1,
      let only = node.capabilities.first
    else { return stage.open[site] }
    return stage.qualify(only)
  }
}
