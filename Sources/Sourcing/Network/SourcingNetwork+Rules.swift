extension SourcingNetwork {
  /// How duties and controls stand in each of the states: what differs from the first, lane by lane.
  ///
  /// - Throws: ``CaseFaults`` where rows contradict each other in one of them.
  static func rules(
    of found: SourcingCase, _ regions: RegionIndex, _ states: [RuleState], lanes: [NetworkLane],
    quotas: [NetworkQuota]
  ) throws -> [NetworkRules] {
    let siteRegions = found.sites.map { regions.index(of: $0.region) ?? 0 }
    let marketRegions = found.markets.map { regions.index(of: $0.region) ?? 0 }
    var faults: [Fault] = []
    let rules = states.map { state in
      var border = BorderRules(found, regions, state)
      var duties: [Int: Double] = [:]
      var stopped: Set<Int> = []
      // Without any change nothing differs, and lanes that a ban stops were left out.
      if states.count > 1 {
        for (index, lane) in lanes.enumerated() {
          let from = siteRegions[lane.origin]
          let to =
            switch lane.destination {
            case .site(let site): siteRegions[site]
            case .market(let market): marketRegions[market]
            }
          let charge = border.charge(from: from, to: to, item: lane.item)
          if charge != lane.duty { duties[index] = charge }
          if border.isBanned(from: from, to: to, item: lane.item) { stopped.insert(index) }
        }
      }
      faults += border.faults.filter { fault in !faults.contains { $0.location == fault.location } }
      return NetworkRules(
        duties: duties, stopped: stopped,
        quotas: quotas.indices.filter { index in
          state.controls[quotas[index].row] ?? found.controls[quotas[index].row].inForce
        })
    }
    if !faults.isEmpty { throw CaseFaults(faults) }
    return rules
  }
}
