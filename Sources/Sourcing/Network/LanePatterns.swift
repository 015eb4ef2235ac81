/// What the ends of the rows of `lanes` stand for: a place by name, or every place of a kind in a region or anywhere.
struct LanePatterns {
  /// One end of a row.
  enum End {
    case site(Int)
    case market(Int)
    /// A region or `*`, by index of the pattern.
    case pattern(Int)
  }

  /// A place that a pattern stands for, with its rank.
  struct Member {
    var place: Int
    var rank: Int
  }

  /// A row of `lanes` with its ends found.
  struct Row {
    var origin: End
    var destination: End
    /// The item that the row names; nil for any.
    var item: Int?
  }

  /// Items that each site uses to make others.
  let used: [ItemSet]
  private let passingOn: PassingOn
  /// Whether lanes without an item bring each site anything.
  private let isHub: [Bool]
  /// The rows, in the order of the table.
  let rows: [Row]
  private let rowsOfSite: [[Int]]
  private let rowsOfPattern: [[Int]]
  private let rowsToSite: [[Int]]
  private let rowsToMarket: [[Int]]
  private let rowsToPattern: [[Int]]
  /// For each site, and for each market, the patterns that stand for it, with the rank.
  private let patternsOfSite: [[Member]]
  private let patternsOfMarket: [[Member]]
  /// For each pattern the sites that it stands for.
  let sites: [[Member]]
  /// For each pattern and item the sites that use the item; what a pattern as destination stands for.
  private let users: [Int: [[Member]]]
  /// For each pattern and item the markets that demand the item.
  private let buyers: [Int: [[Member]]]

  init(_ found: SourcingCase, _ regions: RegionIndex, used: [ItemSet], demanded: [ItemSet]) {
    self.used = used
    passingOn = found.settings.passingOn
    isHub = zip(found.sites, used).map { $0.isHub ?? $1.isEmpty }
    let siteIndex = Dictionary(uniqueKeysWithValues: found.sites.enumerated().map { ($1.id, $0) })
    let marketIndex = Dictionary(uniqueKeysWithValues: found.markets.enumerated().map { ($1.id, $0) })
    let itemIndex = Dictionary(uniqueKeysWithValues: found.items.enumerated().map { ($1.id, $0) })
    let names = regions.names + ["*"]
    let patternIndex = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    func end(_ name: String) -> End? {
      if let site = siteIndex[name] { return .site(site) }
      if let market = marketIndex[name] { return .market(market) }
      return patternIndex[name].map(End.pattern)
    }
    func patterns(of region: String) -> [Member] {
      let chain = regions.index(of: region).map { regions.chains[$0] } ?? []
      let ranked = chain.enumerated().map { ($1, Specificity.region(above: $0)) } + [("*", Specificity.any)]
      return ranked.compactMap { name, rank in patternIndex[name].map { Member(place: $0, rank: rank) } }
    }
    // Validation has found every name; a row that it did not would stand for nothing.
    let nowhere = End.pattern(names.count)
    rows = found.lanes.map { lane in
      Row(
        origin: end(lane.origin) ?? nowhere, destination: end(lane.destination) ?? nowhere,
        item: lane.item.flatMap { itemIndex[$0] })
    }
    var (fromSite, fromPattern, toSite, toMarket, toPattern) = (
      [[Int]](repeating: [], count: found.sites.count), [[Int]](repeating: [], count: names.count + 1),
      [[Int]](repeating: [], count: found.sites.count), [[Int]](repeating: [], count: found.markets.count),
      [[Int]](repeating: [], count: names.count + 1)
    )
    for (index, row) in rows.enumerated() {
      switch row.origin {
      case .site(let site): fromSite[site].append(index)
      case .pattern(let pattern): fromPattern[pattern].append(index)
      case .market: continue
      }
      switch row.destination {
      case .site(let site): toSite[site].append(index)
      case .market(let market): toMarket[market].append(index)
      case .pattern(let pattern): toPattern[pattern].append(index)
      }
    }
    (rowsOfSite, rowsOfPattern, rowsToSite, rowsToMarket, rowsToPattern) = (
      fromSite, fromPattern, toSite, toMarket, toPattern
    )
    patternsOfSite = found.sites.map { patterns(of: $0.region) }
    patternsOfMarket = found.markets.map { patterns(of: $0.region) }
    sites = Self.members(patternsOfSite, patterns: names.count + 1)
    let markets = Self.members(patternsOfMarket, patterns: names.count + 1)
    var (users, buyers) = ([Int: [[Member]]](), [Int: [[Member]]]())
    for pattern in toPattern.indices where !toPattern[pattern].isEmpty {
      users[pattern] = Self.byItem(sites[pattern], used, items: found.items.count)
      buyers[pattern] = Self.byItem(markets[pattern], demanded, items: found.items.count)
    }
    (self.users, self.buyers) = (users, buyers)
  }

  private static func members(_ patternsOfPlace: [[Member]], patterns: Int) -> [[Member]] {
    var members = [[Member]](repeating: [], count: patterns)
    for (place, patterns) in patternsOfPlace.enumerated() {
      for pattern in patterns { members[pattern.place].append(Member(place: place, rank: pattern.rank)) }
    }
    return members
  }

  private static func byItem(_ members: [Member], _ wanted: [ItemSet], items: Int) -> [[Member]] {
    var byItem = [[Member]](repeating: [], count: items)
    for member in members { for item in wanted[member.place].items { byItem[item].append(member) } }
    return byItem
  }

  /// Whether a row that names a site as destination brings an item there, where the row takes the item at all.
  ///
  /// A row without an item brings a site what it uses, and anything to a hub.
  func brings(_ row: Int, _ item: Int, to site: Int) -> Bool {
    isOpen(row, site) || used[site].contains(item)
  }

  /// Those of some items that can go on from a site that a row names, where the row brings them there.
  func passedOn(_ items: ItemSet, by row: Int, from site: Int) -> ItemSet {
    if isOpen(row, site) { return items }
    return passingOn == .namedItems ? ItemSet(capacity: 0) : items.intersection(used[site])
  }

  /// Whether a row brings a site that it names all that it carries.
  private func isOpen(_ row: Int, _ site: Int) -> Bool {
    rows[row].item != nil || passingOn == .anything || isHub[site]
  }

  /// The rows that may begin at a site, each with the rank of that end.
  func rows(from site: Int) -> [(row: Int, rank: Int)] {
    rowsOfSite[site].map { ($0, Specificity.named) }
      + patternsOfSite[site].flatMap { pattern in rowsOfPattern[pattern.place].map { ($0, pattern.rank) } }
  }

  /// The rows that may lead to a site: those that name it, and those whose pattern takes it in.
  func rows(to site: Int) -> (named: [Int], byPattern: [Int]) {
    (rowsToSite[site], patternsOfSite[site].flatMap { rowsToPattern[$0.place] })
  }

  /// The rows that may lead to a market.
  func rows(toMarket market: Int) -> [Int] {
    rowsToMarket[market] + patternsOfMarket[market].flatMap { rowsToPattern[$0.place] }
  }

  /// The sites of a pattern that use an item.
  func users(_ pattern: Int, of item: Int) -> [Member] { users[pattern]?[item] ?? [] }

  /// The markets of a pattern that demand an item.
  func buyers(_ pattern: Int, of item: Int) -> [Member] { buyers[pattern]?[item] ?? [] }
}
