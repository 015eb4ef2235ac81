/// Makes scenarios with the availability of every site and corridor.
struct ScenarioResolver {
  let found: SourcingCase
  let regions: RegionIndex
  let corridors: [String]
  let rules: RuleResolver

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
    let ones = { (count: Int) in
      [[Double]](repeating: [Double](repeating: 1, count: count), count: timeline.periods)
    }
    var sites = ones(found.sites.count)
    var lanesThrough = ones(corridors.count)
    var items = ones(found.items.count)
    var lanes: [Int: [Double]] = [:]
    var marketDemand = ones(found.markets.count)
    var itemDemand = ones(found.items.count)
    var firstEvent: Int?
    let ruleChanges = disruptions.filter { $0.targetKind == .duty || $0.targetKind == .control }
    for change in ruleChanges {
      guard let event = rules.firstPeriod(of: change) else { continue }
      firstEvent = min(firstEvent ?? event, event)
    }
    for disruption in disruptions {
      let factors = (0..<timeline.periods).map { timeline.factor(of: disruption, in: $0) }
      guard let event = factors.firstIndex(where: { $0 != 1 }) else { continue }
      switch disruption.targetKind {
      case .duty, .control: continue
      default: firstEvent = min(firstEvent ?? event, event)
      }
      switch disruption.targetKind {
      case .site, .region, .bloc:
        scale(&sites, by: factors, at: found.sites.indices.filter { hits(disruption, site: $0) })
      case .corridor:
        scale(&lanesThrough, by: factors, at: corridors.indices.filter { corridors[$0] == disruption.target })
      case .item:
        scale(&items, by: factors, at: found.items.indices.filter { found.items[$0].id == disruption.target })
      case .itemClass:
        scale(
          &items, by: factors,
          at: found.items.indices.filter { found.items[$0].itemClass == disruption.target })
      case .lane:
        for (row, lane) in found.lanes.enumerated() where lane.end == disruption.target {
          lanes[row] = zip(lanes[row] ?? factors.map { _ in 1 }, factors).map { $0 * $1 }
        }
      case .demand:
        let isAll = disruption.target == "*"
        scale(
          &marketDemand, by: factors,
          at: found.markets.indices.filter { isAll || found.markets[$0].id == disruption.target })
        scale(
          &itemDemand, by: factors,
          at: isAll ? [] : found.items.indices.filter { found.items[$0].id == disruption.target })
      case .duty, .control:
        continue
      }
    }
    return NetworkScenario(
      name: name, probability: probability, siteAvailability: sites, corridorAvailability: lanesThrough,
      itemAvailability: items, laneAvailability: lanes, marketDemand: marketDemand, itemDemand: itemDemand,
      firstEvent: firstEvent, ruleChanges: ruleChanges)
  }

  private func scale(_ values: inout [[Double]], by factors: [Double], at indexes: [Int]) {
    for (period, factor) in factors.enumerated() where factor != 1 {
      for index in indexes { values[period][index] *= factor }
    }
  }

  /// Whether a disruption takes capacity from a site.
  private func hits(_ disruption: Disruption, site: Int) -> Bool {
    switch disruption.targetKind {
    case .site: found.sites[site].id == disruption.target
    case .region: chain(of: site).contains(disruption.target)
    case .bloc: blocs(of: site).contains(disruption.target)
    case .corridor, .lane, .item, .itemClass, .duty, .control, .demand: false
    }
  }

  private func chain(of site: Int) -> [String] {
    regions.index(of: found.sites[site].region).map { regions.chains[$0] } ?? []
  }

  private func blocs(of site: Int) -> Set<String> {
    regions.index(of: found.sites[site].region).map { regions.blocs[$0] } ?? []
  }
}
