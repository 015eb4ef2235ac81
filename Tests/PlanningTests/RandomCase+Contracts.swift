import Sourcing

extension RandomCase {
  /// The case of a seed with price tiers, clusters and quotas besides.
  static func contracted(seed: Int) throws -> SourcingCase {
    var found = try mixed(seed: seed, seed.isMultiple(of: 2) ? .tiny : .chained)
    var draw = Draw(seed: 1_000_000 + seed)
    found.settings.tierMode = draw.chance(0.5) ? .incremental : .allUnits
    for row in found.capabilities where row.recipe == nil && draw.chance(0.5) {
      if found.priceTiers.contains(where: { $0.site == row.site && $0.item == row.item }) { continue }
      let steps = Set(
        (0..<draw.whole(1...2)).map { _ in (row.capacity * draw.amount(0.1...0.9) * 100).rounded() / 100 })
      for step in steps.sorted() where step > 0 {
        // Mostly cheaper with volume, now and then dearer.
        let factor = draw.chance(0.8) ? draw.amount(0.5...0.95) : draw.amount(1.05...1.5)
        found.priceTiers.append(
          PriceTier(
            site: row.site, item: row.item, fromVolume: step,
            unitCost: (row.unitCost * factor * 100).rounded() / 100))
      }
    }
    for region in found.regions where draw.chance(0.4) {
      for sites in 1...draw.whole(1...3) where draw.chance(0.7) {
        found.clusters.append(Cluster(region.id, minSites: sites, saving: draw.amount(1...200)))
      }
    }
    let ends = found.regions.map(\.id) + Set(found.blocs.map(\.bloc)).sorted() + ["*"]
    for _ in 0..<draw.whole(0...2) {
      found.controls.append(
        Control(
          from: draw.one(of: ends) ?? "*", to: draw.one(of: ends) ?? "*",
          item: draw.chance(0.5) ? nil : draw.one(of: found.items.map(\.id)), kind: .quota,
          limit: draw.amount(0...60)))
    }
    addShocks(to: &found, &draw)
    return found
  }

  /// Disruptions of items, classes, lanes and demand, each in a scenario of its own or beside another.
  private static func addShocks(to found: inout SourcingCase, _ draw: inout Draw) {
    let targets: [(DisruptionTarget, String?)] = [
      (.item, draw.one(of: found.items.map(\.id))),
      (.itemClass, draw.one(of: found.items.compactMap(\.itemClass))),
      (.lane, draw.one(of: found.lanes.map(\.end))),
      (.demand, draw.one(of: found.markets.map(\.id) + found.items.map(\.id) + ["*"])),
    ]
    let names = Set(found.scenarios.map(\.scenario))
    let left = max(
      0,
      1
        - names.reduce(0) { total, name in
          total + (found.scenarios.first { $0.scenario == name }?.probability ?? 0)
        })
    for (kind, target) in targets where draw.chance(0.4) {
      guard let target else { continue }
      let name = "shock \(kind.rawValue)"
      let factor = kind == .demand ? draw.amount(0...2) : draw.amount(0...0.9)
      found.disruptions.append(Disruption(name, kind, target, factor: factor, rampDays: draw.amount(0...90)))
      if let other = draw.one(of: names.sorted()), draw.chance(0.4),
        let row = found.scenarios.first(where: { $0.scenario == other })
      {
        found.scenarios.append(ScenarioRow(other, probability: row.probability, disruption: name))
      } else {
        found.scenarios.append(ScenarioRow(name, probability: left / 5, disruption: name))
      }
    }
  }
}
