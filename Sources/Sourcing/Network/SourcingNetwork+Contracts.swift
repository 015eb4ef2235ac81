extension SourcingNetwork {
  /// The prices of a capability by volume. A tier that begins past the capacity never counts; one that begins at it holds for
  /// the whole capacity where its price is that of all units, and for nothing where it is that of the units past it.
  static func tiers(of row: Capability, _ found: SourcingCase) -> [NetworkTier] {
    let steps = found.priceTiers.filter { tier in
      let counts =
        found.settings.tierMode == .allUnits
        ? tier.fromVolume <= row.capacity : tier.fromVolume < row.capacity
      return counts && tier.site == row.site && tier.item == row.item
    }.sorted { $0.fromVolume < $1.fromVolume }
    let starts = [0] + steps.map(\.fromVolume)
    let prices = [row.unitCost] + steps.map(\.unitCost)
    return starts.indices.map { index in
      NetworkTier(
        from: starts[index], to: index + 1 < starts.count ? starts[index + 1] : row.capacity,
        unitCost: prices[index])
    }
  }

  /// The clusters, one a region. A step that asks for more sites and saves no more than an earlier one is left out.
  static func clusters(of found: SourcingCase, _ regions: RegionIndex) -> [NetworkCluster] {
    let rows = Dictionary(grouping: found.clusters, by: \.region)
    return rows.sorted { $0.key < $1.key }.map { region, rows in
      var steps: [(minSites: Int, saving: Double)] = []
      for row in rows.sorted(by: { $0.minSites < $1.minSites }) where row.saving > steps.last?.saving ?? 0 {
        steps.append((row.minSites, row.saving))
      }
      let sites = found.sites.indices.filter { site in
        regions.index(of: found.sites[site].region).map { regions.chains[$0].contains(region) } ?? false
      }
      return NetworkCluster(region: region, sites: sites, steps: steps)
    }
  }

  /// The quotas and limited licences, in force or not, with the lanes that cross their borders.
  static func quotas(of found: SourcingCase, _ regions: RegionIndex, lanes: [NetworkLane]) -> [NetworkQuota] {
    let rules = BorderRules(found, regions)
    let siteRegions = found.sites.map { regions.index(of: $0.region) ?? 0 }
    let marketRegions = found.markets.map { regions.index(of: $0.region) ?? 0 }
    return found.controls.enumerated().compactMap { row, control in
      guard control.kind == .quota || control.kind == .licence, let limit = control.limit else { return nil }
      let crossing = lanes.indices.filter { index in
        let lane = lanes[index]
        let to =
          switch lane.destination {
          case .site(let site): siteRegions[site]
          case .market(let market): marketRegions[market]
          }
        return rules.matches(control, from: siteRegions[lane.origin], to: to, item: lane.item)
      }
      return NetworkQuota(row: row, limit: limit, lanes: crossing)
    }
  }
}
