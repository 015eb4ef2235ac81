internal import LinearModel
internal import Sourcing

/// What the builders of a model ask of a network again and again: names, and which short cuts its shape allows.
struct NetworkShape {
  /// What must be decided for a site to have an item.
  enum Allowance {
    /// A qualified source: it is the only way.
    case qualified(Int)
    /// An open site: the item is also brought there or made in several ways.
    case open(Int)
  }

  /// Whether what is made at a node follows from what is sent: one capability makes the item there, nothing is
  /// brought, used, kept or put in stock.
  let isMakeImplied: [Bool]
  /// What must be decided for each node to have its item.
  let allowances: [Allowance]
  private let network: SourcingNetwork

  init(_ network: SourcingNetwork) {
    self.network = network
    let mayKeep = network.hasHolding || network.sourcingCase.settings.strategicStock
    isMakeImplied = network.nodes.map { node in
      node.capabilities.count == 1 && node.inbound.isEmpty && node.consumers.isEmpty && !mayKeep
    }
    allowances = network.nodes.map { node in
      guard node.inbound.isEmpty, node.capabilities.count == 1, let only = node.capabilities.first else {
        return .open(node.site)
      }
      return .qualified(only)
    }
  }

  // MARK: Names as they stand in names of variables and rows

  func laneName(_ index: Int) -> String {
    let lane = network.lanes[index]
    let found = network.sourcingCase
    let destination =
      switch lane.destination {
      case .site(let site): found.sites[site].id
      case .market(let market): found.markets[market].id
      }
    return "\(found.sites[lane.origin].id),\(destination),\(found.items[lane.item].id),\(index)"
  }

  func capabilityName(_ index: Int) -> String {
    let row = network.capabilities[index].capability
    return "\(row.site),\(row.item)" + (row.recipe.map { ",\($0)" } ?? "")
  }

  func nodeName(_ index: Int) -> String {
    let node = network.nodes[index]
    return "\(network.sourcingCase.sites[node.site].id),\(network.sourcingCase.items[node.item].id)"
  }

  func demandName(_ index: Int) -> String {
    let demand = network.demands[index]
    return "\(network.sourcingCase.markets[demand.market].id),\(network.sourcingCase.items[demand.item].id)"
  }

  // MARK: Allowances

  /// What must be decided for an item to leave by a lane, as an expression.
  func allowance(lane: Int, _ stage: FirstStage) -> LinearExpression {
    switch allowances[network.originNode(lane: lane)] {
    case .qualified(let source): stage.qualify(source)
    case .open(let site): stage.open[site]
    }
  }

  /// Adds a number of times the same to an expression.
  func addAllowance(
    lane: Int, times factor: Double, to expression: inout LinearExpression, _ stage: FirstStage
  ) {
    switch allowances[network.originNode(lane: lane)] {
    case .qualified(let source):
      expression.add(factor, stage.primary[source])
      expression.add(factor, stage.backup[source])
    case .open(let site): expression.add(factor, stage.open[site])
    }
  }
}
