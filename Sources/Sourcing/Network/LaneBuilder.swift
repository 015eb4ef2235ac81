/// Makes lanes of what the rows of `lanes` match: with their costs, and without those that can carry nothing.
struct LaneBuilder {
  let found: SourcingCase
  let regions: RegionIndex
  let capabilities: [NetworkCapability]
  let wanted: [(market: Int, item: Int)]
  let states: [RuleState]
  /// For each capability whether it may ever be used; nil where only dead ends and what is banned are left out.
  let isUsable: [Bool]?

  /// The lanes.
  ///
  /// - Throws: ``CaseFaults`` where rows contradict each other or a distance is not known.
  func build() throws -> ResolvedLanes {
    var resolver = LaneResolver(found, regions, capabilities: capabilities, demands: wanted)
    let reach = isUsable.map { isUsable in
      self.reach(
        PatternGraph(
          patterns: resolver.patterns, demanded: resolver.demanded, available: resolver.available), isUsable)
    }
    var resolved = ResolvedLanes(
      tallies: [LaneTally](repeating: LaneTally(), count: found.lanes.count), matched: [],
      hasOrigin: hasOrigin(resolver), reach: reach)
    var places = Places(found, regions)
    var rules = states.map { BorderRules(found, regions, $0) }
    var faults: [Fault] = []
    var kept: [LaneResolver.Match] = []
    var isDropped = false
    resolver.forEachMatch { match in
      let (from, to) = places.border(match)
      if rules.indices.allSatisfy({ rules[$0].isBanned(from: from, to: to, item: match.item) }) {
        resolved.tallies[match.row].leaveOut(.banned)
        isDropped = true
        return
      }
      if found.lanes[match.row].costPerKm > 0, let fault = places.distanceFault(match) {
        faults.append(fault)
      }
      // Rows of duties that contradict each other are a fault wherever a lane could be.
      _ = rules[0].charge(from: from, to: to, item: match.item)
      _ = rules[0].preference(from: from, to: to, item: match.item)
      if let reach {
        if let reason = Self.uselessness(match.origin, match.destination, match.item, reach) {
          resolved.tallies[match.row].leaveOut(reason)
          return
        }
        if found.lanes[match.row].capacity == 0 {
          resolved.tallies[match.row].leaveOut(.noCapacity)
          isDropped = true
          return
        }
      }
      kept.append(match)
    }
    kept.sort { left, right in
      (left.origin, places.order(left.destination), left.item, left.row) < (
        right.origin, places.order(right.destination), right.item, right.row
      )
    }
    resolved.matched = resolver.matched
    resolved.lanes = kept.map { match in
      let (from, to) = places.border(match)
      let lane = found.lanes[match.row]
      return NetworkLane(
        row: match.row, origin: match.origin, destination: match.destination, item: match.item,
        freight: lane.unitCost + (lane.costPerKm > 0 ? lane.costPerKm * (places.distance(match) ?? 0) : 0),
        duty: rules[0].charge(from: from, to: to, item: match.item), capacity: lane.capacity,
        lead: periods(lane.leadDays), corridor: lane.corridor.flatMap { places.corridors[$0] },
        mode: lane.mode)
    }
    faults = resolver.faults + faults + rules[0].faults
    if !faults.isEmpty { throw CaseFaults(faults) }
    prune(&resolved, isDropped: isDropped)
    for lane in resolved.lanes { resolved.tallies[lane.row].kept += 1 }
    return resolved
  }

  /// Bans and rows without capacity may cut off what lies behind them: what is left is looked at once more.
  private func prune(_ resolved: inout ResolvedLanes, isDropped: Bool) {
    guard let isUsable else {
      resolved.lanes = Self.withoutDeadEnds(resolved.lanes, capabilities)
      return
    }
    if !isDropped { return }
    let reach = reach(
      LaneGraph(resolved.lanes, sites: found.sites.count), isUsable)
    var lanes: [NetworkLane] = []
    for lane in resolved.lanes {
      if let reason = Self.uselessness(lane.origin, lane.destination, lane.item, reach) {
        resolved.tallies[lane.row].leaveOut(reason)
      } else {
        lanes.append(lane)
      }
    }
    resolved.lanes = lanes
    resolved.reach = reach
  }

  private func reach(_ graph: some FlowGraph, _ isUsable: [Bool]) -> Reach {
    Reach(
      graph, capabilities, isUsable: isUsable, mayHoldStock: found.settings.strategicStock,
      sites: found.sites.count, items: found.items.count)
  }

  /// Why a lane can carry nothing; nil where it can.
  private static func uselessness(
    _ origin: Int, _ destination: NetworkPlace, _ item: Int, _ reach: Reach
  ) -> Presolve.Reason? {
    if !reach.sourced[origin].contains(item) { return .noSupply }
    if case .site(let site) = destination, !reach.needed[site].contains(item) { return .noNeed }
    return nil
  }

  private func hasOrigin(_ resolver: LaneResolver) -> [Bool] {
    var hasOrigin = [Bool](repeating: false, count: found.lanes.count)
    for site in found.sites.indices where !resolver.available[site].isEmpty {
      for (row, _) in resolver.patterns.rows(from: site) where !hasOrigin[row] {
        hasOrigin[row] =
          resolver.patterns.rows[row].item.map { resolver.available[site].contains($0) } ?? true
      }
    }
    return hasOrigin
  }

  /// Leaves out lanes into sites that neither use the item nor can send it on.
  private static func withoutDeadEnds(
    _ lanes: [NetworkLane], _ capabilities: [NetworkCapability]
  ) -> [NetworkLane] {
    struct Stop: Hashable {
      var site: Int
      var item: Int
    }
    let uses = Set(
      capabilities.flatMap { capability in
        capability.inputs.map { Stop(site: capability.site, item: $0.item) }
      })
    var kept = lanes
    while true {
      let origins = Set(kept.map { Stop(site: $0.origin, item: $0.item) }).union(uses)
      let useful = kept.filter { lane in
        if case .site(let site) = lane.destination {
          origins.contains(Stop(site: site, item: lane.item))
        } else {
          true
        }
      }
      if useful.count == kept.count { return kept }
      kept = useful
    }
  }

  /// A lead time as whole periods; within one period everything arrives at once.
  private func periods(_ days: Double) -> Int {
    if found.settings.periods == 1 { return 0 }
    return Timeline(periodDays: found.settings.periodDays, periods: found.settings.periods).wholePeriods(days)
  }
}

/// Where the ends of lanes lie.
private struct Places {
  let corridors: [String: Int]
  private let found: SourcingCase
  private let siteRegions: [Int]
  private let marketRegions: [Int]
  private let siteCoordinates: [Coordinates?]
  private let marketCoordinates: [Coordinates?]
  private var withoutDistance: Set<Int> = []

  init(_ found: SourcingCase, _ regions: RegionIndex) {
    self.found = found
    let siteRegions = found.sites.map { regions.index(of: $0.region) ?? 0 }
    let marketRegions = found.markets.map { regions.index(of: $0.region) ?? 0 }
    siteCoordinates = zip(found.sites, siteRegions).map {
      regions.coordinates(latitude: $0.latitude, longitude: $0.longitude, region: $1)
    }
    marketCoordinates = zip(found.markets, marketRegions).map {
      regions.coordinates(latitude: $0.latitude, longitude: $0.longitude, region: $1)
    }
    (self.siteRegions, self.marketRegions) = (siteRegions, marketRegions)
    corridors = Dictionary(
      uniqueKeysWithValues: Set(found.lanes.compactMap(\.corridor)).sorted().enumerated().map { ($1, $0) })
  }

  /// The regions at both ends.
  func border(_ match: LaneResolver.Match) -> (from: Int, to: Int) {
    switch match.destination {
    case .site(let site): (siteRegions[match.origin], siteRegions[site])
    case .market(let market): (siteRegions[match.origin], marketRegions[market])
    }
  }

  /// Kilometres; nil where the coordinates of an end are not known.
  func distance(_ match: LaneResolver.Match) -> Double? {
    guard let start = siteCoordinates[match.origin], let end = end(match) else { return nil }
    return start.distance(to: end)
  }

  /// What is missing for the distance, told once a row.
  mutating func distanceFault(_ match: LaneResolver.Match) -> Fault? {
    let start = siteCoordinates[match.origin]
    if start != nil, end(match) != nil { return nil }
    guard withoutDistance.insert(match.row).inserted else { return nil }
    let missing =
      start == nil ? found.sites[match.origin].id : SourcingNetwork.name(of: match.destination, found)
    return Fault(
      at: found.origin.location(table: "lanes", row: match.row, column: "cost_per_km"),
      value: NumberText.shortest(found.lanes[match.row].costPerKm), Message(NetworkText.unknownDistance),
      expected: Message(ExpectedText.coordinatesOf, ["place": missing]))
  }

  private func end(_ match: LaneResolver.Match) -> Coordinates? {
    switch match.destination {
    case .site(let site): siteCoordinates[site]
    case .market(let market): marketCoordinates[market]
    }
  }

  /// Sites first, then markets.
  func order(_ place: NetworkPlace) -> Int {
    switch place {
    case .site(let site): site
    case .market(let market): siteRegions.count + market
    }
  }
}
