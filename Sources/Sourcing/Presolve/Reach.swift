/// Ways that items can go from site to site and to markets.
protocol FlowGraph {
  /// Calls with every site that any of the items can go to from a site, and the item.
  func forEachSuccessor(of site: Int, _ items: [Int], _ visit: (Int, Int) -> Void)
  /// Calls with every site from which any of the items can come to a site, and the item.
  func forEachPredecessor(of site: Int, _ items: [Int], _ visit: (Int, Int) -> Void)
  /// Calls with every site from which a market can get what it demands, and the item.
  func forEachSupplierOfMarkets(_ visit: (Int, Int) -> Void)
}

/// What each site can ever have, and what of it can ever be of use, whatever is decided and whatever happens.
///
/// An item can be had where a source that can work makes it, or where a way leads from a site that can have it. A source
/// can work where it may be used at all and every input can be had at its site. An item is of use where a way leads on
/// to a market that demands it or to a site where it is of use, or where a source that can work makes of it what is of
/// use there. Elsewhere the balance of goods leaves no other flow than none, since whatever comes to a place must go on.
struct Reach {
  /// For each site the items that it can have.
  private(set) var sourced: [ItemSet]
  /// For each site the items that it can have and that are of use there.
  private(set) var needed: [ItemSet]
  /// For each capability whether it can work.
  private(set) var works: [Bool]

  private let capabilities: [NetworkCapability]
  private var capabilitiesAt: [[Int]]
  private var waiting: [Int] = []
  /// For each site what is new since it was looked at.
  private var fresh: [ItemSet]
  private let none: ItemSet

  /// - Parameters:
  ///   - isUsable: For each capability whether it may ever be used.
  ///   - mayHoldStock: Whether strategic stock may stand wherever lanes lead, so that nothing is taken to be out of reach.
  init(
    _ graph: some FlowGraph, _ capabilities: [NetworkCapability], isUsable: [Bool], mayHoldStock: Bool,
    sites: Int, items: Int
  ) {
    self.capabilities = capabilities
    none = ItemSet(capacity: items)
    sourced = [ItemSet](repeating: none, count: sites)
    needed = sourced
    fresh = sourced
    works = [Bool](repeating: false, count: capabilities.count)
    capabilitiesAt = [[Int]](repeating: [], count: sites)
    for (index, capability) in capabilities.enumerated() { capabilitiesAt[capability.site].append(index) }
    if mayHoldStock {
      sourced = [ItemSet](repeating: ItemSet(full: items), count: sites)
      works = [Bool](repeating: true, count: capabilities.count)
    } else {
      goForward(graph, isUsable)
    }
    goBack(graph)
  }

  private mutating func goForward(_ graph: some FlowGraph, _ isUsable: [Bool]) {
    for (index, capability) in capabilities.enumerated() where isUsable[index] && capability.inputs.isEmpty {
      works[index] = true
      source(capability.site, capability.item)
    }
    while let site = waiting.popLast() {
      let items = fresh[site].items
      fresh[site] = none
      for index in capabilitiesAt[site] where !works[index] && isUsable[index] {
        guard capabilities[index].inputs.allSatisfy({ sourced[site].contains($0.item) }) else { continue }
        works[index] = true
        source(site, capabilities[index].item)
      }
      graph.forEachSuccessor(of: site, items) { source($0, $1) }
    }
  }

  private mutating func source(_ site: Int, _ item: Int) {
    if sourced[site].insert(item) { note(site, item) }
  }

  private mutating func goBack(_ graph: some FlowGraph) {
    graph.forEachSupplierOfMarkets { need($0, $1) }
    while let site = waiting.popLast() {
      let items = fresh[site].items
      fresh[site] = none
      for index in capabilitiesAt[site] where works[index] && needed[site].contains(capabilities[index].item)
      {
        for input in capabilities[index].inputs { need(site, input.item) }
      }
      graph.forEachPredecessor(of: site, items) { need($0, $1) }
    }
  }

  private mutating func need(_ site: Int, _ item: Int) {
    if sourced[site].contains(item), needed[site].insert(item) { note(site, item) }
  }

  private mutating func note(_ site: Int, _ item: Int) {
    if fresh[site].isEmpty { waiting.append(site) }
    fresh[site].insert(item)
  }
}

/// The ways that rows of `lanes` stand for, without a look at bans and capacities.
struct PatternGraph: FlowGraph {
  let patterns: LanePatterns
  let demanded: [ItemSet]
  /// Items that each site can have and pass on.
  let available: [ItemSet]

  func forEachSuccessor(of site: Int, _ items: [Int], _ visit: (Int, Int) -> Void) {
    for (row, _) in patterns.rows(from: site) {
      let named = patterns.rows[row].item
      for item in items where (named == nil || named == item) && available[site].contains(item) {
        switch patterns.rows[row].destination {
        case .site(let next): if patterns.brings(row, item, to: next) { visit(next, item) }
        case .pattern(let pattern): for user in patterns.users(pattern, of: item) { visit(user.place, item) }
        case .market: break
        }
      }
    }
  }

  func forEachPredecessor(of site: Int, _ items: [Int], _ visit: (Int, Int) -> Void) {
    let rows = patterns.rows(to: site)
    for row in rows.named {
      for item in items where patterns.brings(row, item, to: site) { visitOrigins(of: row, item, visit) }
    }
    for row in rows.byPattern {
      for item in items where patterns.used[site].contains(item) { visitOrigins(of: row, item, visit) }
    }
  }

  func forEachSupplierOfMarkets(_ visit: (Int, Int) -> Void) {
    for market in demanded.indices {
      let items = demanded[market].items
      for row in patterns.rows(toMarket: market) { for item in items { visitOrigins(of: row, item, visit) } }
    }
  }

  private func visitOrigins(of row: Int, _ item: Int, _ visit: (Int, Int) -> Void) {
    if let named = patterns.rows[row].item, named != item { return }
    switch patterns.rows[row].origin {
    case .site(let site): if available[site].contains(item) { visit(site, item) }
    case .pattern(let pattern):
      for site in patterns.sites[pattern] where available[site.place].contains(item) {
        visit(site.place, item)
      }
    case .market: break
    }
  }
}

/// The ways that lanes are.
struct LaneGraph: FlowGraph {
  private struct Way {
    var site: Int
    var item: Int
  }

  private var outward: [[Way]]
  private var inward: [[Way]]
  private var toMarkets: [Way] = []

  init(_ lanes: [NetworkLane], sites: Int) {
    outward = [[Way]](repeating: [], count: sites)
    inward = outward
    for lane in lanes {
      switch lane.destination {
      case .site(let site):
        outward[lane.origin].append(Way(site: site, item: lane.item))
        inward[site].append(Way(site: lane.origin, item: lane.item))
      case .market: toMarkets.append(Way(site: lane.origin, item: lane.item))
      }
    }
  }

  func forEachSuccessor(of site: Int, _ items: [Int], _ visit: (Int, Int) -> Void) {
    for way in outward[site] where items.contains(way.item) { visit(way.site, way.item) }
  }

  func forEachPredecessor(of site: Int, _ items: [Int], _ visit: (Int, Int) -> Void) {
    for way in inward[site] where items.contains(way.item) { visit(way.site, way.item) }
  }

  func forEachSupplierOfMarkets(_ visit: (Int, Int) -> Void) {
    for way in toMarkets { visit(way.site, way.item) }
  }
}
