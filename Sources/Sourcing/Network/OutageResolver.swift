/// Finds what each policy `survive` asks the layout to survive: every node that its filters name, down from day 0 for
/// the `outage_days` that it needs to recover (Simchi-Levi and others 2015).
struct OutageResolver {
  private let found: SourcingCase
  private let regions: RegionIndex

  /// A node's outage, not yet a scenario.
  struct Outage {
    /// Position of the policy.
    let policy: Int
    /// The site or region.
    let node: String
    /// The name of its scenario.
    let scenario: String
    /// What happens in it.
    let disruption: Disruption
  }

  init(_ found: SourcingCase, _ regions: RegionIndex) {
    self.found = found
    self.regions = regions
  }

  /// The outages of all policies, in their order.
  ///
  /// Their scenarios have names that no other scenario of the case has, listed or generated: a number is put behind one that is
  /// taken.
  ///
  /// - Throws: ``CaseFaults`` where a node does not say how long it needs.
  func outages() throws -> [Outage] {
    // Only the places that policies select matter here, which neither items nor demand have a part in.
    let policies = PolicyResolver(found: found, regions: regions, capabilities: [], demands: [], needs: [])
      .resolve()
    var names = UniqueNames(Set(found.scenarios.map(\.scenario)).union([SourcingNetwork.undisturbed]))
    var outages: [Outage] = []
    var faults: [Fault] = []
    for (position, policy) in policies.enumerated() where policy.policy.kind == .survive {
      for node in nodes(of: policy) {
        guard let days = node.days else {
          faults.append(
            Fault(
              at: found.origin.location(table: node.table, row: node.row, column: "outage_days"), value: nil,
              Message(NetworkText.unknownRecovery, ["policy": policy.policy.id, "node": node.name]),
              expected: Message(ExpectedText.days)))
          continue
        }
        let name = names.name("\(policy.policy.id): \(node.name) down")
        outages.append(
          Outage(
            policy: position, node: node.name, scenario: name,
            disruption: Disruption(
              name, node.table == "sites" ? .site : .region, node.name, factor: 0, durationDays: days)))
      }
    }
    if !faults.isEmpty { throw CaseFaults(faults) }
    return outages
  }

  private struct Node {
    let table: String
    let row: Int
    let name: String
    let days: Double?
  }

  /// Each selected site, or, where the scope is `region`, each region that is named, or that a selected site names
  /// where none is.
  private func nodes(of policy: NetworkPolicy) -> [Node] {
    if policy.policy.scope != .region {
      return policy.sites.sorted().map { index in
        let site = found.sites[index]
        return Node(table: "sites", row: index, name: site.id, days: site.outageDays)
      }
    }
    let homes = policy.sites.map { found.sites[$0].region }
    let above = Set(homes.flatMap { home in regions.index(of: home).map { regions.chains[$0] } ?? [] })
    let wanted = policy.policy.regions.isEmpty ? Set(homes) : above.intersection(policy.policy.regions)
    return found.regions.indices.filter { wanted.contains(found.regions[$0].id) }.map { index in
      let region = found.regions[index]
      return Node(table: "regions", row: index, name: region.id, days: region.outageDays)
    }
  }
}
