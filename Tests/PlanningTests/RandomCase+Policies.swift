import Sourcing

/// Policies of a random case: any kind with any filters and scope that the kind reads.
extension RandomCase {
  private static let kinds: [PolicyKind] = [
    .maxShare, .minSources, .oneMain, .separate, .backupCover, .autonomy, .maxCost, .exclude, .require,
    .singleSource,
  ]

  mutating func addPolicy(_ number: Int) {
    var policy = Policy("Q\(number)", draw.one(of: Self.kinds) ?? .maxShare)
    switch policy.kind {
    case .maxShare:
      filter(&policy, items: true, places: 0.3, markets: 0.3, scoped: true)
      policy.limit = draw.amount(0.3...1)
    case .minSources:
      filter(&policy, items: true, places: 0.2, scoped: true)
      policy.limit = Double(draw.whole(1...2))
    case .oneMain:
      filter(&policy, items: true, places: 0, scoped: true)
      policy.count = draw.one(of: [nil, 0, 1, 1]) ?? nil
    case .separate:
      filter(&policy, items: true, places: 0.2, scoped: true)
    case .backupCover:
      filter(&policy, items: true, places: 0.2, markets: 0.3, scoped: true)
      policy.limit = draw.amount(0.1...0.9)
    case .autonomy:
      filter(&policy, items: true, places: 1, markets: 0.3)
      policy.limit = draw.amount(0.1...0.8)
    case .maxCost:
      // Between what nothing at all would cost and a part of it.
      let shortage = found.demand.reduce(0) { $0 + $1.quantity * $1.shortageCost }
      policy.limit = shortage * draw.amount(0.5...1.4)
    case .exclude:
      filter(&policy, items: draw.chance(0.4), places: 1)
    case .require:
      filter(&policy, items: true, places: 0.6)
      policy.count = draw.one(of: [nil, 1, 2]) ?? nil
    default:
      filter(&policy, items: true, places: 0, markets: 0.4)
    }
    found.policies.append(policy)
  }

  /// Sets the filters: items or classes if asked for, and places and markets with a probability.
  private mutating func filter(
    _ policy: inout Policy, items: Bool, places: Double, markets: Double = 0, scoped: Bool = false
  ) {
    let classes = found.items.compactMap(\.itemClass)
    if items {
      switch draw.whole(0...5) {
      case 0, 1: policy.items = draw.some(of: found.items.map(\.id), 0.3)
      case 2: policy.classes = draw.some(of: classes, 0.3)
      case 3: policy.critical = draw.chance(0.7)
      default: break
      }
    }
    if draw.chance(places) {
      let owners = found.sites.compactMap(\.owner)
      switch draw.whole(0...4) {
      case 0: policy.regions = draw.some(of: found.regions.map(\.id).filter { $0 != "World" }, 0.3)
      case 1: policy.blocs = draw.some(of: ["Pact", "Union"], 0.2)
      case 2 where !owners.isEmpty: policy.owners = draw.some(of: owners, 0.1)
      default: policy.sites = draw.some(of: found.sites.map(\.id), 0.2)
      }
    }
    if draw.chance(markets) { policy.markets = draw.some(of: found.markets.map(\.id), 0.3) }
    if scoped, draw.chance(0.75) { policy.scope = draw.one(of: PolicyScope.places) }
  }
}
