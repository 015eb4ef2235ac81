/// Makes scenarios with the availability of every site and corridor.
struct ScenarioResolver {
  let found: SourcingCase
  let regions: RegionIndex
  let corridors: [String]

  /// The undisturbed scenario first, then the listed ones in the order of their first rows.
  func resolve() -> [NetworkScenario] {
    let disruptions = Dictionary(uniqueKeysWithValues: found.disruptions.map { ($0.id, $0) })
    var order: [String] = []
    var hits: [String: (probability: Double, disruptions: [Disruption])] = [:]
    for row in found.scenarios {
      if hits[row.scenario] == nil {
        order.append(row.scenario)
        hits[row.scenario] = (row.probability, [])
      }
      if let disruption = row.disruption.flatMap({ disruptions[$0] }) {
        hits[row.scenario]?.disruptions.append(disruption)
      }
    }
    let listed = order.map { name in
      scenario(name, probability: hits[name]?.probability ?? 0, hits[name]?.disruptions ?? [])
    }
    // Rounding must not leave a negative probability where the listed ones sum to one.
    let left = max(0, 1 - listed.reduce(0) { $0 + $1.probability })
    let rest = left < 1e-12 ? 0 : left
    return [scenario(SourcingNetwork.undisturbed, probability: rest, [])] + listed
  }

  private func scenario(_ name: String, probability: Double, _ disruptions: [Disruption]) -> NetworkScenario {
    let timeline = Timeline(periodDays: found.settings.periodDays, periods: found.settings.periods)
    var sites = [[Double]](
      repeating: [Double](repeating: 1, count: found.sites.count), count: timeline.periods)
    var lanes = [[Double]](repeating: [Double](repeating: 1, count: corridors.count), count: timeline.periods)
    var firstEvent: Int?
    for disruption in disruptions {
      if let event = (0..<timeline.periods).first(where: { timeline.factor(of: disruption, in: $0) != 1 }) {
        firstEvent = min(firstEvent ?? event, event)
      }
      let hitSites = found.sites.indices.filter { hits(disruption, site: $0) }
      let hitCorridors = corridors.indices.filter {
        disruption.targetKind == .corridor && corridors[$0] == disruption.target
      }
      for period in 0..<timeline.periods {
        let factor = timeline.factor(of: disruption, in: period)
        if factor == 1 { continue }
        for index in hitSites { sites[period][index] *= factor }
        for index in hitCorridors { lanes[period][index] *= factor }
      }
    }
    return NetworkScenario(
      name: name, probability: probability, siteAvailability: sites, corridorAvailability: lanes,
      firstEvent: firstEvent)
  }

  /// Whether a disruption takes capacity from a site.
  private func hits(_ disruption: Disruption, site: Int) -> Bool {
    switch disruption.targetKind {
    case .site: found.sites[site].id == disruption.target
    case .region: chain(of: site).contains(disruption.target)
    case .bloc: blocs(of: site).contains(disruption.target)
    case .corridor: false
    case .lane, .item, .itemClass, .duty, .control, .demand:
      // Refused by validation before a network is made.
      false
    }
  }

  private func chain(of site: Int) -> [String] {
    regions.index(of: found.sites[site].region).map { regions.chains[$0] } ?? []
  }

  private func blocs(of site: Int) -> Set<String> {
    regions.index(of: found.sites[site].region).map { regions.blocs[$0] } ?? []
  }
}
