extension SourcingNetwork {
  /// The lanes with their costs, without those that lead nowhere or are banned however the rules change.
  static func lanes(
    of found: SourcingCase, _ regions: RegionIndex, capabilities: [NetworkCapability],
    wanted: [(market: Int, item: Int)], corridors: [String], states: [RuleState]
  ) throws -> [NetworkLane] {
    var resolver = LaneResolver(found, regions, capabilities: capabilities, demands: wanted)
    var rules = states.map { BorderRules(found, regions, $0) }
    let matches = resolver.resolve()
    var faults = resolver.faults
    let siteRegions = found.sites.map { regions.index(of: $0.region) ?? 0 }
    let marketRegions = found.markets.map { regions.index(of: $0.region) ?? 0 }
    let corridorIndex = Dictionary(uniqueKeysWithValues: corridors.enumerated().map { ($1, $0) })
    var withoutCoordinates: Set<Int> = []
    var lanes: [NetworkLane] = []
    lanes.reserveCapacity(matches.count)
    for match in matches {
      let lane = found.lanes[match.row]
      let from = siteRegions[match.origin]
      let to: Int
      let end: Coordinates?
      switch match.destination {
      case .site(let site):
        to = siteRegions[site]
        end = regions.coordinates(
          latitude: found.sites[site].latitude, longitude: found.sites[site].longitude, region: to)
      case .market(let market):
        to = marketRegions[market]
        end = regions.coordinates(
          latitude: found.markets[market].latitude, longitude: found.markets[market].longitude, region: to)
      }
      let isBanned = rules.indices.allSatisfy { rules[$0].isBanned(from: from, to: to, item: match.item) }
      if isBanned { continue }
      var freight = lane.unitCost
      if lane.costPerKm > 0 {
        let site = found.sites[match.origin]
        let start = regions.coordinates(latitude: site.latitude, longitude: site.longitude, region: from)
        if let start, let end {
          freight += lane.costPerKm * start.distance(to: end)
        } else if withoutCoordinates.insert(match.row).inserted {
          faults.append(
            Fault(
              at: found.origin.location(table: "lanes", row: match.row, column: "cost_per_km"),
              value: NumberText.shortest(lane.costPerKm), "the distance is not known",
              expected:
                "latitude and longitude of \(start == nil ? site.id : name(of: match.destination, found)) or its region"
            ))
        }
      }
      lanes.append(
        NetworkLane(
          row: match.row, origin: match.origin, destination: match.destination, item: match.item,
          freight: freight, duty: rules[0].charge(from: from, to: to, item: match.item),
          capacity: lane.capacity,
          lead: periods(lane.leadDays, found.settings),
          corridor: lane.corridor.flatMap { corridorIndex[$0] }, mode: lane.mode))
    }
    faults += rules[0].faults
    if !faults.isEmpty { throw CaseFaults(faults) }
    return withoutDeadEnds(lanes, capabilities)
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
  private static func periods(_ days: Double, _ settings: Settings) -> Int {
    if settings.periods == 1 { return 0 }
    return Timeline(periodDays: settings.periodDays, periods: settings.periods).wholePeriods(days)
  }

  static func name(of place: NetworkPlace, _ found: SourcingCase) -> String {
    switch place {
    case .site(let site): found.sites[site].id
    case .market(let market): found.markets[market].id
    }
  }

  /// Remarks on demand that no lane reaches.
  static func advice(_ found: SourcingCase, demands: [NetworkDemand]) -> [Fault] {
    demands.filter(\.inbound.isEmpty).map { demand in
      let market = found.markets[demand.market].id
      let item = found.items[demand.item].id
      let row = found.demand.firstIndex { $0.market == market && $0.item == item }
      return Fault(
        .advice, at: found.origin.location(table: "demand", row: row, column: "market"), value: market,
        "no lane can bring \(item) there, so all of it will be short")
    }
  }
}
