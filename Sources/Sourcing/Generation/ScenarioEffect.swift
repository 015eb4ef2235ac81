/// What a scenario leaves of all that it hits; scenarios with the same effect are one.
struct ScenarioEffect: Hashable {
  /// What is left of one component in each period.
  struct Part: Hashable {
    var component: Int
    var factors: [Double]
  }

  /// The parts that lose or gain anything, by component.
  var parts: [Part] = []

  /// Whether nothing happens.
  var isNone: Bool { parts.isEmpty }
}

/// Numbers everything that disruptions can hit: sites one by one, whether by name, region or bloc, and each other
/// target as it is named.
final class EffectIndex {
  private let found: SourcingCase
  private let timeline: Timeline
  private let sitesOf: [DisruptionTarget: [String: [Int]]]
  private var others: [String: Int] = [:]
  /// The targets that are no sites, by component less the number of sites.
  private(set) var otherTargets: [(kind: DisruptionTarget, target: String)] = []

  init(_ found: SourcingCase) {
    self.found = found
    timeline = Timeline(periodDays: found.settings.periodDays, periods: found.settings.periods)
    let regions = RegionIndex(found)
    var sites: [DisruptionTarget: [String: [Int]]] = [:]
    for (index, site) in found.sites.enumerated() {
      sites[.site, default: [:]][site.id] = [index]
      guard let region = regions.index(of: site.region) else { continue }
      for name in regions.chains[region] { sites[.region, default: [:]][name, default: []].append(index) }
      for name in regions.blocs[region] { sites[.bloc, default: [:]][name, default: []].append(index) }
    }
    sitesOf = sites
  }

  /// The components that a disruption hits, ascending.
  func components(of disruption: Disruption) -> [Int] {
    switch disruption.targetKind {
    case .site, .region, .bloc: return sitesOf[disruption.targetKind]?[disruption.target] ?? []
    case .corridor, .lane, .item, .itemClass, .duty, .control, .demand:
      var key = "\(disruption.targetKind.rawValue)\u{0}\(disruption.target)"
      // What changes a rule is told apart by how it changes it.
      if disruption.changesRules { key += "\u{0}\(disruption.factor)\u{0}\(disruption.addedRate)" }
      if let known = others[key] { return [known] }
      let component = found.sites.count + otherTargets.count
      others[key] = component
      otherTargets.append((disruption.targetKind, disruption.target))
      return [component]
    }
  }

  /// What is left when disruptions come together: their factors multiply.
  func effect(of disruptions: [Disruption]) -> ScenarioEffect {
    var left: [Int: [Double]] = [:]
    for disruption in disruptions {
      var acting = disruption
      // A rule that comes into force has the factor 1, and a duty that rises by points may: what counts is when.
      if disruption.changesRules { acting.factor = 0 }
      let factors = (0..<timeline.periods).map { timeline.factor(of: acting, in: $0) }
      if factors.allSatisfy({ $0 == 1 }) { continue }
      for component in components(of: disruption) {
        if let known = left[component] {
          left[component] = zip(known, factors).map { $0 * $1 }
        } else {
          left[component] = factors
        }
      }
    }
    return ScenarioEffect(
      parts: left.sorted { $0.key < $1.key }.map { .init(component: $0.key, factors: $0.value) })
  }
}

extension Disruption {
  /// Whether it changes a duty or a control rather than taking capacity or demand.
  fileprivate var changesRules: Bool { targetKind == .duty || targetKind == .control }
}
