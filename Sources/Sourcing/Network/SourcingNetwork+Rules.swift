extension SourcingNetwork {
  /// How duties and controls stand in each of the states: what differs from the first, lane by lane.
  ///
  /// - Throws: ``CaseFaults`` where rows contradict each other in one of them.
  static func rules(
    of found: SourcingCase, _ regions: RegionIndex, _ states: [RuleState], lanes: [NetworkLane],
    quotas: [NetworkQuota], originOfRow: [Int?]
  ) throws -> [NetworkRules] {
    let siteRegions = found.sites.map { regions.index(of: $0.region) ?? 0 }
    let marketRegions = found.markets.map { regions.index(of: $0.region) ?? 0 }
    var faults: [Fault] = []
    let rules = states.map { state in
      var border = BorderRules(found, regions, state)
      var duties: [Int: Double] = [:]
      var stopped: Set<Int> = []
      var preferences: [Int: NetworkPreference] = [:]
      let hasPreferences = originOfRow.contains { $0 != nil }
      // Without any change nothing differs, and lanes that a ban stops were left out.
      if states.count > 1 || hasPreferences {
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
          if let claim = border.preference(from: from, to: to, item: lane.item),
            let origin = originOfRow[claim.row]
          {
            preferences[index] = NetworkPreference(origin: origin, saving: claim.saving)
          }
        }
      }
      faults += border.faults.filter { fault in !faults.contains { $0.location == fault.location } }
      return NetworkRules(
        duties: duties, stopped: stopped,
        quotas: quotas.indices.filter { index in
          state.controls[quotas[index].row] ?? found.controls[quotas[index].row].inForce
        }, preferences: preferences)
    }
    if !faults.isEmpty { throw CaseFaults(faults) }
    return rules
  }

  /// The sites and capabilities that investment screening keeps closed: a row without an item or a class speaks of
  /// the opening of sites that do not exist, another one of capabilities that are not qualified yet.
  static func screening(
    of found: SourcingCase, _ regions: RegionIndex, capabilities: [NetworkCapability]
  ) -> NetworkScreening {
    let rules = BorderRules(found, regions)
    let rows = found.controls.filter { $0.kind == .screening }
    var sites: Set<Int> = []
    var barred: Set<Int> = []
    for row in rows {
      let owned = found.sites.indices.filter { index in
        let site = found.sites[index]
        guard let home = regions.index(of: site.ownerRegion ?? site.region),
          let place = regions.index(of: site.region)
        else { return false }
        return rules.crosses(row, from: home, to: place)
      }
      if row.item == nil, row.itemClass == nil {
        sites.formUnion(owned.filter { !found.sites[$0].isExisting })
        continue
      }
      barred.formUnion(
        capabilities.indices.filter { index in
          let capability = capabilities[index]
          let item = found.items[capability.item]
          return !capability.capability.isQualified && owned.contains(capability.site)
            && Specificity.ofItem(item, named: row.item, inClass: row.itemClass) != nil
        })
    }
    barred.formUnion(capabilities.indices.filter { sites.contains(capabilities[$0].site) })
    return NetworkScreening(sites: sites, capabilities: barred)
  }
}
