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
    var sites = [Double](repeating: 1, count: found.sites.count)
    var lanes = [Double](repeating: 1, count: corridors.count)
    var firstEvent: Int?
    for disruption in disruptions {
      let factor = timeline.factor(of: disruption, in: 0)
      if let event = (0..<timeline.periods).first(where: { timeline.factor(of: disruption, in: $0) != 1 }) {
        firstEvent = min(firstEvent ?? event, event)
      }
      switch disruption.targetKind {
      case .site:
        for index in sites.indices where found.sites[index].id == disruption.target { sites[index] *= factor }
      case .region:
        for index in sites.indices where chain(of: index).contains(disruption.target) {
          sites[index] *= factor
        }
      case .bloc:
        for index in sites.indices where blocs(of: index).contains(disruption.target) {
          sites[index] *= factor
        }
      case .corridor:
        for index in corridors.indices where corridors[index] == disruption.target { lanes[index] *= factor }
      case .lane, .item, .itemClass, .duty, .control, .demand:
        // Refused by validation before a network is made.
        continue
      }
    }
    return NetworkScenario(
      name: name, probability: probability, siteAvailability: sites, corridorAvailability: lanes,
      firstEvent: firstEvent)
  }

  private func chain(of site: Int) -> [String] {
    regions.index(of: found.sites[site].region).map { regions.chains[$0] } ?? []
  }

  private func blocs(of site: Int) -> Set<String> {
    regions.index(of: found.sites[site].region).map { regions.blocs[$0] } ?? []
  }
}
