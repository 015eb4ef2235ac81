internal import Sourcing

/// How the supply of each item is shared among suppliers, regions and blocs.
struct SupplyShares {
  /// Units a period that each site can make, by item and site.
  let capacity: [[Int: Double]]
  /// Units a period that the layout of today makes, by item and site; nil where there is none.
  private let current: [[Int: Double]]?
  private let network: SourcingNetwork
  /// Whether the case says who owns sites.
  private let hasOwners: Bool
  private let places: PlaceIndex

  init(_ network: SourcingNetwork, _ places: PlaceIndex, _ standing: StandingLayout?) {
    let found = network.sourcingCase
    self.network = network
    hasOwners = found.sites.contains { $0.owner != nil }
    self.places = places
    var capacity = [[Int: Double]](repeating: [:], count: found.items.count)
    for source in network.capabilities {
      // Alternative recipes are alternatives: the greatest counts.
      let known = capacity[source.item][source.site] ?? 0
      capacity[source.item][source.site] = max(known, source.capability.capacity)
    }
    self.capacity = capacity
    guard let standing else {
      current = nil
      return
    }
    let sites = Dictionary(uniqueKeysWithValues: found.sites.enumerated().map { ($1.id, $0) })
    let items = Dictionary(uniqueKeysWithValues: found.items.enumerated().map { ($1.id, $0) })
    var made = [[Int: Double]](repeating: [:], count: found.items.count)
    for source in standing.plan.sourcing where source.volume > 0 {
      if let site = sites[source.site], let item = items[source.item] {
        made[item][site, default: 0] += source.volume
      }
    }
    current = made
  }

  /// The concentration of an item by every scope, over capacity and over what is made today.
  func concentration(of item: Int, need: Double) -> [Concentration] {
    var all = concentration(capacity[item], .capacity, need: need)
    if let current { all += concentration(current[item], .current, need: nil) }
    return all
  }

  private func concentration(
    _ amounts: [Int: Double], _ basis: Concentration.Basis, need: Double?
  ) -> [Concentration] {
    // In a fixed order, so that rounding is the same in every run.
    let supply = amounts.sorted { $0.key < $1.key }
    let total = supply.reduce(0) { $0 + $1.value }
    if total <= 0 { return [] }
    let sites = network.sourcingCase.sites
    let scopes: [(String, (Int) -> [String])] = [
      ("supplier", { [sites[$0].id] }), ("region", { [places.siteRegions[$0]] }),
      ("owner", { [sites[$0].owner ?? sites[$0].id] }),
      ("bloc", { places.siteBlocs[$0].isEmpty ? [places.siteRegions[$0]] : places.siteBlocs[$0] }),
    ]
    return scopes.compactMap { scope, groups in
      // Where nobody owns two sites, owners are suppliers.
      if scope == "owner", !hasOwners { return nil }
      var held: [String: Double] = [:]
      for (site, amount) in supply { for group in groups(site) { held[group, default: 0] += amount } }
      guard let top = held.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
      let shares = held.sorted { $0.key < $1.key }.map { $0.value / total }
      let left = need.flatMap { $0 > 0 ? (total - top.value) / $0 : nil }
      return Concentration(
        basis: basis, scope: scope, count: held.count, index: shares.reduce(0) { $0 + $1 * $1 }, top: top.key,
        topShare: top.value / total, coverWithoutTop: left)
    }
  }
}
