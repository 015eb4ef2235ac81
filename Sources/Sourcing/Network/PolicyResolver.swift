/// Finds what each policy speaks of: its items, its sites, and the groups that its scope makes of them.
struct PolicyResolver {
  let found: SourcingCase
  let regions: RegionIndex
  let capabilities: [NetworkCapability]
  let demands: [NetworkDemand]
  /// Need for each item over the horizon.
  let needs: [Double]

  func resolve() -> [NetworkPolicy] {
    let markets = Dictionary(uniqueKeysWithValues: found.markets.enumerated().map { ($1.id, $0) })
    return found.policies.enumerated().map { row, policy in
      let sites = Set(found.sites.indices.filter { selects(policy, site: $0) })
      let named = policy.markets.isEmpty ? nil : Set(policy.markets.compactMap { markets[$0] })
      let items = found.items.indices.compactMap { item(policy, $0, sites: sites, markets: named) }
      return NetworkPolicy(policy: policy, row: row, items: items, sites: sites, markets: named)
    }
  }

  /// An item of a policy; nil where the filters leave it out or the case neither makes nor needs it.
  private func item(_ policy: Policy, _ item: Int, sites: Set<Int>, markets: Set<Int>?) -> NetworkPolicyItem?
  {
    guard selects(policy, item: found.items[item]) else { return nil }
    let made = capabilities.indices.filter { capabilities[$0].item == item }
    let wanted = demands.filter { $0.item == item }
    if made.isEmpty, wanted.allSatisfy({ $0.total == 0 }) { return nil }
    let wantedThere = wanted.filter { markets?.contains($0.market) ?? true }.reduce(0) { $0 + $1.total }
    let demand = (markets == nil ? needs[item] : wantedThere) / Double(found.settings.periods)
    var groups: [String: Set<Int>] = [:]
    let selected = made.filter { sites.contains(capabilities[$0].site) }
    for site in Set(selected.map { capabilities[$0].site }) {
      for name in groupNames(of: site, by: policy.scope ?? .supplier) {
        groups[name, default: []].insert(site)
      }
    }
    return NetworkPolicyItem(
      item: item, capabilities: made, selected: selected, makers: Set(selected.map { capabilities[$0].site }),
      groups: groups.sorted { $0.key < $1.key }.map { name, members in
        NetworkPolicyGroup(
          name: name, sites: members, capabilities: made.filter { members.contains(capabilities[$0].site) })
      },
      demand: demand)
  }

  private func selects(_ policy: Policy, item: Item) -> Bool {
    (policy.items.isEmpty || policy.items.contains(item.id))
      && (policy.classes.isEmpty || item.itemClass.map(policy.classes.contains) ?? false)
      && (policy.critical == nil || policy.critical == item.isCritical)
  }

  private func selects(_ policy: Policy, site index: Int) -> Bool {
    let site = found.sites[index]
    return (policy.sites.isEmpty || policy.sites.contains(site.id))
      && (policy.regions.isEmpty || !Set(policy.regions).isDisjoint(with: chain(of: index)))
      && (policy.blocs.isEmpty || !blocs(of: index).isDisjoint(with: policy.blocs))
      && (policy.owners.isEmpty || site.owner.map(policy.owners.contains) ?? false)
  }

  private func groupNames(of site: Int, by scope: PolicyScope) -> [String] {
    switch scope {
    case .supplier: [found.sites[site].id]
    case .region: [found.sites[site].region]
    case .bloc: blocs(of: site).sorted()
    // A site without an owner is its own, told apart from an owner of the same name.
    case .owner: [found.sites[site].owner ?? "\(found.sites[site].id) (no owner)"]
    // Groups no places.
    case .scenario: []
    }
  }

  private func chain(of site: Int) -> [String] {
    regions.index(of: found.sites[site].region).map { regions.chains[$0] } ?? []
  }

  private func blocs(of site: Int) -> Set<String> {
    regions.index(of: found.sites[site].region).map { regions.blocs[$0] } ?? []
  }
}
