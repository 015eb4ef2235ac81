/// Matches the rows of `lanes` to sites, markets and items, keeping the most specific ones.
struct LaneResolver {
  /// Contradictions met, and rows that need what is not there.
  private(set) var faults: [Fault] = []
  /// What the ends of the rows stand for.
  let patterns: LanePatterns
  /// Items that each site uses to make others.
  let used: [ItemSet]
  /// Items that each market demands.
  let demanded: [ItemSet]
  /// Items that each site can have, made there or brought there.
  private(set) var available: [ItemSet]
  /// For each row how many lanes it would be, were it not for more specific rows.
  private(set) var matched: [Int]

  private let found: SourcingCase
  private var told: Set<[Int]> = []

  /// One lane row for one pair of places and one item, still without its cost.
  struct Match {
    var row: Int
    var origin: Int
    var destination: NetworkPlace
    var item: Int
  }

  init(
    _ found: SourcingCase, _ regions: RegionIndex, capabilities: [NetworkCapability],
    demands: [(market: Int, item: Int)]
  ) {
    self.found = found
    let none = ItemSet(capacity: found.items.count)
    var demanded = [ItemSet](repeating: none, count: found.markets.count)
    for demand in demands { demanded[demand.market].insert(demand.item) }
    var available = [ItemSet](repeating: none, count: found.sites.count)
    var used = available
    for capability in capabilities {
      available[capability.site].insert(capability.item)
      for input in capability.inputs { used[capability.site].insert(input.item) }
    }
    self.demanded = demanded
    self.used = used
    self.available = available
    patterns = LanePatterns(found, regions, used: used, demanded: demanded)
    matched = [Int](repeating: 0, count: found.lanes.count)
    spreadAvailability()
  }

  /// Gives sites that are named as destinations what the origins of these lanes can have, until nothing
  /// is added any more.
  private mutating func spreadAvailability() {
    var waiting = available.indices.filter { !available[$0].isEmpty }
    var isWaiting = available.map { !$0.isEmpty }
    while let site = waiting.popLast() {
      isWaiting[site] = false
      for (row, _) in patterns.rows(from: site) {
        guard case .site(let next) = patterns.rows[row].destination, next != site else { continue }
        let isChanged: Bool
        if let item = patterns.rows[row].item {
          isChanged = available[site].contains(item) && available[next].insert(item)
        } else {
          isChanged = available[next].formUnion(
            patterns.passedOn(available[site], by: row, from: next))
        }
        if isChanged, !isWaiting[next] {
          isWaiting[next] = true
          waiting.append(next)
        }
      }
    }
  }

  /// Calls with every lane: origin by origin, in no order that counts among those of an origin.
  mutating func forEachMatch(_ take: (Match) -> Void) {
    var best = BestRows(places: found.sites.count + found.markets.count)
    for origin in found.sites.indices {
      let rows = patterns.rows(from: origin)
      if rows.isEmpty { continue }
      for item in available[origin].items {
        best.clear()
        for (row, originRank) in rows {
          let line = patterns.rows[row]
          if let named = line.item, named != item { continue }
          let rank = originRank + (line.item == nil ? Specificity.any : Specificity.named)
          switch line.destination {
          case .site(let site):
            if site != origin, patterns.brings(row, item, to: site) {
              offer(row, rank + Specificity.named, site, &best)
            }
          case .market(let market):
            if demanded[market].contains(item) {
              offer(row, rank + Specificity.named, found.sites.count + market, &best)
            }
          case .pattern(let pattern):
            for buyer in patterns.buyers(pattern, of: item) {
              offer(row, rank + buyer.rank, found.sites.count + buyer.place, &best)
            }
            for user in patterns.users(pattern, of: item) where user.place != origin {
              offer(row, rank + user.rank, user.place, &best)
            }
          }
        }
        for place in best.places {
          let destination = self.place(place)
          for row in withoutRepeats(best.rows[place], origin, destination, item) {
            take(Match(row: row, origin: origin, destination: destination, item: item))
          }
        }
      }
    }
  }

  private mutating func offer(_ row: Int, _ rank: Int, _ place: Int, _ best: inout BestRows) {
    matched[row] += 1
    best.offer(row, rank, place)
  }

  private func place(_ index: Int) -> NetworkPlace {
    index < found.sites.count ? .site(index) : .market(index - found.sites.count)
  }

  /// The most specific rows for each place that an item can be brought to from one site.
  private struct BestRows {
    /// The places that any row leads to.
    private(set) var places: [Int] = []
    /// For each of these its rows; what stands at other places is from before.
    private(set) var rows: [[Int]]
    private var ranks: [Int]

    init(places: Int) {
      rows = [[Int]](repeating: [], count: places)
      ranks = [Int](repeating: -1, count: places)
    }

    mutating func clear() {
      for place in places {
        rows[place].removeAll(keepingCapacity: true)
        ranks[place] = -1
      }
      places.removeAll(keepingCapacity: true)
    }

    mutating func offer(_ row: Int, _ rank: Int, _ place: Int) {
      if rank < ranks[place] { return }
      if ranks[place] < 0 { places.append(place) }
      if rank > ranks[place] { rows[place].removeAll(keepingCapacity: true) }
      ranks[place] = rank
      rows[place].append(row)
    }
  }

  /// Routes side by side differ in corridor or mode; rows that agree in both must agree in all.
  private mutating func withoutRepeats(
    _ rows: [Int], _ origin: Int, _ destination: NetworkPlace, _ item: Int
  ) -> [Int] {
    if rows.count == 1 { return rows }
    var kept: [Int] = []
    for row in rows.sorted() {
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
      if !agrees { tell(twin, row, origin, destination, item) }
    }
    return kept
  }

  private mutating func tell(
    _ first: Int, _ second: Int, _ origin: Int, _ destination: NetworkPlace, _ item: Int
  ) {
    guard told.insert([first, second]).inserted else { return }
    let line = found.origin.location(table: "lanes", row: first).row ?? 0
    let end = SourcingNetwork.name(of: destination, found)
    faults.append(
      Fault(
        at: found.origin.location(table: "lanes", row: second),
        Message(
          NetworkText.contradictsRow,
          ["row": line, "places": "\(found.sites[origin].id) → \(end)", "item": found.items[item].id]),
        expected: Message(ExpectedText.otherLane)))
  }
}
