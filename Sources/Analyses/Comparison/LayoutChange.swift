internal import Sourcing

/// One change on the way from a layout to another.
struct LayoutChange {
  /// What changes.
  enum Kind {
    /// Role and contract of a capability.
    case source(Int)
    /// Strategic stock at a node.
    case stock(Int)
    /// A project, by index.
    case project(Int)
    /// A site that is opened or closed and of which nothing else changes.
    case site(Int)
  }

  var kind: Kind

  /// All changes between two layouts.
  static func all(from: Layout, to: Layout, _ network: SourcingNetwork) -> [LayoutChange] {
    var changes: [LayoutChange] = []
    var changingSites: Set<Int> = []
    for index in network.projects.indices where from.isDeveloped[index] != to.isDeveloped[index] {
      changes.append(LayoutChange(kind: .project(index)))
    }
    for index in network.capabilities.indices {
      let isSame =
        from.role[index] == to.role[index] && !Comparison.differs(from.commit[index], to.commit[index])
        && !Comparison.differs(from.reserve[index], to.reserve[index])
      if isSame { continue }
      changes.append(LayoutChange(kind: .source(index)))
      changingSites.insert(network.capabilities[index].site)
    }
    for index in network.nodes.indices where Comparison.differs(from.stock[index], to.stock[index]) {
      changes.append(LayoutChange(kind: .stock(index)))
      changingSites.insert(network.nodes[index].site)
    }
    for index in from.isOpen.indices where from.isOpen[index] != to.isOpen[index] {
      if !changingSites.contains(index) { changes.append(LayoutChange(kind: .site(index))) }
    }
    return changes
  }

  /// Words for it: what is done, where, and with which item.
  func words(from: Layout, to: Layout, _ network: SourcingNetwork) -> (
    change: String, place: String, item: String
  ) {
    let found = network.sourcingCase
    switch kind {
    case .source(let index):
      let row = network.capabilities[index].capability
      let change =
        switch (from.role[index], to.role[index]) {
        case (nil, let role?): "take on as \(role.rawValue)"
        case (_, nil): "give up"
        case (let old?, let new?): old == new ? "change the contract" : "make \(new.rawValue)"
        }
      return (change, row.site, row.item)
    case .stock(let index):
      let node = network.nodes[index]
      let change = to.stock[index] > from.stock[index] ? "build up stock" : "run down stock"
      return (change, found.sites[node.site].id, found.items[node.item].id)
    case .project(let index):
      return (to.isDeveloped[index] ? "develop" : "give up the project", network.projects[index].name, "")
    case .site(let index): return (to.isOpen[index] ? "open" : "close", found.sites[index].id, "")
    }
  }
}

/// The layouts between two, by which changes are made already.
struct LayoutsBetween {
  let network: SourcingNetwork
  let from: Layout
  let to: Layout
  let changes: [LayoutChange]

  init(_ network: SourcingNetwork, from: Layout, to: Layout) {
    self.network = network
    self.from = from
    self.to = to
    changes = LayoutChange.all(from: from, to: to, network)
  }

  /// The layout in which some of the changes are made: a site is open from its first change that uses it until its last
  /// source is given up, and what is under way from a source is that of the layout whose contract it has.
  func layout(_ isMade: [Bool]) -> Layout {
    if isMade.allSatisfy({ $0 }) { return to }
    var layout = from
    for (change, made) in zip(changes, isMade) where made {
      switch change.kind {
      case .source(let index):
        layout.role[index] = to.role[index]
        layout.commit[index] = to.commit[index]
        layout.reserve[index] = to.reserve[index]
        layout.pipeline.make[index] = to.pipeline.make[index]
        let capability = network.capabilities[index]
        if let node = network.node(site: capability.site, item: capability.item) {
          for lane in node.outbound { layout.pipeline.ship[lane] = to.pipeline.ship[lane] }
        }
      case .stock(let index): layout.stock[index] = to.stock[index]
      case .project(let index): layout.isDeveloped[index] = to.isDeveloped[index]
      case .site(let index): layout.isOpen[index] = to.isOpen[index]
      }
    }
    openSites(&layout, isMade)
    return layout
  }

  private func openSites(_ layout: inout Layout, _ isMade: [Bool]) {
    var waiting: Set<Int> = []
    for (change, made) in zip(changes, isMade) {
      let site: Int
      switch change.kind {
      case .source(let index): site = network.capabilities[index].site
      case .stock(let index): site = network.nodes[index].site
      case .project, .site: continue
      }
      if to.isOpen[site], !from.isOpen[site], made { layout.isOpen[site] = true }
      if from.isOpen[site], !to.isOpen[site], !made { waiting.insert(site) }
    }
    for site in from.isOpen.indices where from.isOpen[site] && !to.isOpen[site] && !waiting.contains(site) {
      // Sites of which nothing else changes have a change of their own.
      let hasOther = changes.contains { change in
        if case .site(site) = change.kind { return true }
        return false
      }
      if !hasOther { layout.isOpen[site] = false }
    }
  }
}
