/// How much each component of an effect matters: the share of the need for items, averaged over the items that are
/// needed, which a total loss of the component touches.
struct EffectWeights {
  private var weights: [Double] = []
  private let found: SourcingCase
  private let periods: Double
  /// Need by item over the horizon.
  private let needs: [Double]
  /// Positions of the items that are needed.
  private let needed: [Int]

  init(_ found: SourcingCase, _ effects: EffectIndex) {
    self.found = found
    periods = Double(found.settings.periods)
    needs = NeedResolver.needs(of: found)
    let needs = needs
    needed = needs.indices.filter { needs[$0] > 0 }
    weights = siteWeights() + effects.otherTargets.map { weight(of: $0.kind, $0.target) }
  }

  /// `Σ w · |difference of what is left| / periods`: what one scenario loses against the need and the other does not.
  func distance(_ left: ScenarioEffect, _ right: ScenarioEffect) -> Double {
    var (sum, position) = (0.0, 0)
    for part in left.parts {
      while position < right.parts.count, right.parts[position].component < part.component {
        sum += loss(right.parts[position])
        position += 1
      }
      if position < right.parts.count, right.parts[position].component == part.component {
        var difference = 0.0
        for (one, other) in zip(part.factors, right.parts[position].factors) {
          difference += abs(one - other)
        }
        sum += weights[part.component] * difference
        position += 1
      } else {
        sum += loss(part)
      }
    }
    for part in right.parts[position...] { sum += loss(part) }
    return sum / periods
  }

  private func loss(_ part: ScenarioEffect.Part) -> Double {
    var lost = 0.0
    for factor in part.factors { lost += abs(1 - factor) }
    return weights[part.component] * lost
  }

  /// The part of the need for each item that a site can make, at most all of it.
  private func siteWeights() -> [Double] {
    let items = Dictionary(uniqueKeysWithValues: found.items.enumerated().map { ($1.id, $0) })
    let sites = Dictionary(uniqueKeysWithValues: found.sites.enumerated().map { ($1.id, $0) })
    var capacity = [[Int: Double]](repeating: [:], count: found.sites.count)
    for row in found.capabilities {
      guard let site = sites[row.site], let item = items[row.item], needs[item] > 0 else { continue }
      capacity[site][item, default: 0] += row.capacity
    }
    return capacity.map { made in
      made.sorted { $0.key < $1.key }.reduce(0) {
        $0 + min(1, $1.value * periods / needs[$1.key]) / Double(max(1, needed.count))
      }
    }
  }

  private func weight(of kind: DisruptionTarget, _ target: String) -> Double {
    let matching: (Int) -> Double
    switch kind {
    case .item: matching = { found.items[$0].id == target ? 1 : 0 }
    case .itemClass: matching = { found.items[$0].itemClass == target ? 1 : 0 }
    case .corridor: matching = { laneShare($0) { $0.corridor == target } }
    case .lane: matching = { laneShare($0) { $0.end == target } }
    case .demand: matching = { demandShare($0, target) }
    // What a rule between countries touches shows only when lanes are matched: it counts as all.
    case .duty, .control: return 1
    case .site, .region, .bloc: return 0
    }
    return needed.reduce(0) { $0 + matching($1) } / Double(max(1, needed.count))
  }

  /// Of the rows of `lanes` that carry an item, the part that is hit.
  private func laneShare(_ item: Int, _ isHit: (Lane) -> Bool) -> Double {
    let rows = found.lanes.filter { $0.item == nil || $0.item == found.items[item].id }
    return rows.isEmpty ? 0 : Double(rows.count(where: isHit)) / Double(rows.count)
  }

  /// Of the demand for an item, the part that is hit.
  private func demandShare(_ item: Int, _ target: String) -> Double {
    let id = found.items[item].id
    if target == "*" || target == id { return 1 }
    let rows = found.demand.filter { $0.item == id }
    let all = rows.reduce(0) { $0 + $1.quantity }
    return all > 0 ? rows.filter { $0.market == target }.reduce(0) { $0 + $1.quantity } / all : 0
  }
}

extension NeedResolver {
  /// The needs by item of a case that is sound.
  static func needs(of found: SourcingCase) -> [Double] {
    let items = Dictionary(uniqueKeysWithValues: found.items.enumerated().map { ($1.id, $0) })
    let markets = Dictionary(uniqueKeysWithValues: found.markets.enumerated().map { ($1.id, $0) })
    let recipes = Dictionary(grouping: found.recipes, by: \.recipe)
    let makers = found.capabilities.compactMap { row -> NetworkCapability? in
      guard let item = items[row.item] else { return nil }
      let inputs = (row.recipe.flatMap { recipes[$0] } ?? []).compactMap { input in
        items[input.input].map { NetworkInput(item: $0, quantity: input.quantity) }
      }
      return NetworkCapability(
        capability: row, site: 0, item: item, currentRole: nil, inputs: inputs, tiers: [],
        tierMode: .incremental)
    }
    let demands = DemandResolver(found, markets: markets, items: items).resolve().map {
      NetworkDemand(
        market: $0.market, item: $0.item, quantities: $0.quantities, shortageCosts: $0.shortageCosts,
        inbound: [], leastServices: $0.leastServices)
    }
    return NeedResolver(items: found.items.count, capabilities: makers, demands: demands).needs()
  }
}
