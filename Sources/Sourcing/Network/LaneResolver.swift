/// Matches the rows of `lanes` to sites, markets and items, keeping the most specific ones.
struct LaneResolver {
  /// Contradictions met, and rows that need what is not there.
  private(set) var faults: [Fault] = []

  private let found: SourcingCase
  private let siteIndex: [String: Int]
  private let marketIndex: [String: Int]
  private let itemIndex: [String: Int]
  /// Items that each site uses to make others.
  private let used: [Set<Int>]
  /// The sites that each region's name and `*` stand for, with their ranks.
  private let sitesByPattern: [String: [(index: Int, rank: Int)]]
  /// The markets that each region's name and `*` stand for, with their ranks.
  private let marketsByPattern: [String: [(place: NetworkPlace, rank: Int)]]
  /// The sites that use something and that each region's name and `*` stand for, with their ranks.
  private let usersByPattern: [String: [(place: NetworkPlace, rank: Int)]]
  /// Items that each market demands.
  private let demanded: [Set<Int>]
  /// Items that each site can have, made there or brought there.
  private var available: [Set<Int>]

  /// One lane row for one pair of places and one item, still without its cost.
  struct Match {
    var row: Int
    var origin: Int
    var destination: NetworkPlace
    var item: Int
  }

  private struct Key: Hashable {
    var origin: Int
    var destination: NetworkPlace
    var item: Int
  }

  init(
    _ found: SourcingCase, _ regions: RegionIndex, capabilities: [NetworkCapability],
    demands: [(market: Int, item: Int)]
  ) {
    self.found = found
    sitesByPattern = Self.ranksByPattern(found.sites.map(\.region), regions)
    marketsByPattern = Self.ranksByPattern(found.markets.map(\.region), regions).mapValues { matches in
      matches.map { (.market($0.index), $0.rank) }
    }
    siteIndex = Dictionary(uniqueKeysWithValues: found.sites.enumerated().map { ($1.id, $0) })
    marketIndex = Dictionary(uniqueKeysWithValues: found.markets.enumerated().map { ($1.id, $0) })
    itemIndex = Dictionary(uniqueKeysWithValues: found.items.enumerated().map { ($1.id, $0) })
    var demanded = [Set<Int>](repeating: [], count: found.markets.count)
    for demand in demands { demanded[demand.market].insert(demand.item) }
    self.demanded = demanded
    var available = [Set<Int>](repeating: [], count: found.sites.count)
    var used = available
    for capability in capabilities {
      available[capability.site].insert(capability.item)
      used[capability.site].formUnion(capability.inputs.map(\.item))
    }
    self.used = used
    usersByPattern = sitesByPattern.mapValues { matches in
      matches.filter { !used[$0.index].isEmpty }.map { (.site($0.index), $0.rank) }
    }
    self.available = available
  }

  /// The lanes, ordered by origin, destination, item and row.
  mutating func resolve() -> [Match] {
    spreadAvailability()
    var best: [Key: (rank: Int, rows: [Int])] = [:]
    for (row, lane) in found.lanes.enumerated() {
      let destinations = destinations(of: lane)
      for (origin, originRank) in origins(of: lane) where canStart(lane, at: origin) {
        for (destination, destinationRank) in destinations where destination != .site(origin) {
          for item in items(of: lane, from: origin, to: destination) {
            let rank = originRank + destinationRank + (lane.item == nil ? Specificity.any : Specificity.named)
            let key = Key(origin: origin, destination: destination, item: item)
            let current = best[key]?.rank ?? -1
            if rank > current {
              best[key] = (rank, [row])
            } else if rank == current {
              best[key]?.rows.append(row)
            }
          }
        }
      }
    }
    var matches: [Match] = []
    for (key, value) in best {
      for row in withoutRepeats(value.rows, key) {
        matches.append(Match(row: row, origin: key.origin, destination: key.destination, item: key.item))
      }
    }
    matches.sort { left, right in
      (left.origin, rank(left.destination), left.item, left.row) < (
        right.origin, rank(right.destination), right.item, right.row
      )
    }
    return matches
  }

  /// Gives sites that are named as destinations what the origins of these lanes can have, until nothing
  /// is added any more.
  private mutating func spreadAvailability() {
    let inward = found.lanes.indices.filter { siteIndex[found.lanes[$0].destination] != nil }
    var changed = !inward.isEmpty
    while changed {
      changed = false
      for row in inward {
        let lane = found.lanes[row]
        guard let site = siteIndex[lane.destination] else { continue }
        for (origin, _) in origins(of: lane) where origin != site {
          let brought =
            lane.item.flatMap { itemIndex[$0] }.map { available[origin].intersection([$0]) }
            ?? available[origin]
          if !brought.isSubset(of: available[site]) {
            available[site].formUnion(brought)
            changed = true
          }
        }
      }
    }
  }

  /// What each region's name and `*` stand for among places in these regions.
  private static func ranksByPattern(
    _ placeRegions: [String], _ regions: RegionIndex
  ) -> [String: [(index: Int, rank: Int)]] {
    var matches: [String: [(index: Int, rank: Int)]] = [:]
    for (place, region) in placeRegions.enumerated() {
      let chain = regions.index(of: region).map { regions.chains[$0] } ?? []
      for (steps, name) in chain.enumerated() {
        matches[name, default: []].append((place, Specificity.region(above: steps)))
      }
      matches["*", default: []].append((place, Specificity.any))
    }
    return matches
  }

  private func origins(of lane: Lane) -> [(index: Int, rank: Int)] {
    if let site = siteIndex[lane.origin] { return [(site, Specificity.named)] }
    return sitesByPattern[lane.origin] ?? []
  }

  private func destinations(of lane: Lane) -> [(place: NetworkPlace, rank: Int)] {
    if let site = siteIndex[lane.destination] { return [(.site(site), Specificity.named)] }
    if let market = marketIndex[lane.destination] { return [(.market(market), Specificity.named)] }
    return (marketsByPattern[lane.destination] ?? []) + (usersByPattern[lane.destination] ?? [])
  }

  /// Whether a lane has something to bring from a site.
  private func canStart(_ lane: Lane, at origin: Int) -> Bool {
    guard let name = lane.item else { return !available[origin].isEmpty }
    return itemIndex[name].map(available[origin].contains) ?? false
  }

  /// The items that a lane can bring from a site to a place.
  private func items(of lane: Lane, from origin: Int, to destination: NetworkPlace) -> [Int] {
    let wanted: Set<Int>? =
      switch destination {
      case .market(let market): demanded[market]
      // A site that a row names may pass anything on; one that a pattern takes in gets what it uses.
      case .site(let site): lane.destination == found.sites[site].id ? nil : used[site]
      }
    guard let name = lane.item else {
      return Array(wanted.map { available[origin].intersection($0) } ?? available[origin])
    }
    guard let item = itemIndex[name], available[origin].contains(item) else { return [] }
    return wanted?.contains(item) ?? true ? [item] : []
  }

  /// Routes side by side differ in corridor or mode; rows that agree in both must agree in all.
  private mutating func withoutRepeats(_ rows: [Int], _ key: Key) -> [Int] {
    if rows.count == 1 { return rows }
    var kept: [Int] = []
    for row in rows {
      let lane = found.lanes[row]
      let twin = kept.first { found.lanes[$0].corridor == lane.corridor && found.lanes[$0].mode == lane.mode }
      guard let twin else {
        kept.append(row)
        continue
      }
      let first = found.lanes[twin]
      let agrees =
        first.unitCost == lane.unitCost && first.costPerKm == lane.costPerKm
        && first.capacity == lane.capacity
        && first.leadDays == lane.leadDays
      if !agrees { tell(twin, row, key) }
    }
    return kept
  }

  private var told: Set<[Int]> = []

  private mutating func tell(_ first: Int, _ second: Int, _ key: Key) {
    guard told.insert([first, second]).inserted else { return }
    let line = found.origin.location(table: "lanes", row: first).row ?? 0
    let destination =
      switch key.destination {
      case .site(let site): found.sites[site].id
      case .market(let market): found.markets[market].id
      }
    faults.append(
      Fault(
        at: found.origin.location(table: "lanes", row: second),
        "contradicts row \(line), which is as specific for \(found.sites[key.origin].id) → \(destination), item \(found.items[key.item].id)",
        expected: "another corridor or mode, the same costs, or a more specific row"))
  }

  private func rank(_ place: NetworkPlace) -> Int {
    switch place {
    case .site(let site): site
    case .market(let market): found.sites.count + market
    }
  }
}
