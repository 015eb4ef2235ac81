internal import LinearModel
internal import Sourcing

/// The policy `single_source`: in the undisturbed scenario each market gets an item from one site.
extension PolicyRules {
  /// Lanes whose undisturbed flow the policy's own rows tie to a choice of site.
  static func forcedLanes(_ network: SourcingNetwork) -> Set<Int> {
    let policies = network.policies.filter { $0.policy.kind == .singleSource }
    return Set(
      policies.flatMap { policy in demands(of: policy, network).flatMap { network.demands[$0].inbound } })
  }

  mutating func addSingleSource(_ policy: NetworkPolicy, to model: inout Model) -> [PolicyRow] {
    Self.demands(of: policy, network).map { index in
      let demand = network.demands[index]
      let detail = network.sourcingCase.markets[demand.market].id
      let lanesBySite = Dictionary(grouping: demand.inbound) { network.lanes[$0].origin }
      var choices = LinearExpression()
      for (site, lanes) in lanesBySite.sorted(by: { $0.key < $1.key }) {
        let used = lanes.compactMap { undisturbed.ship[$0] }
        guard !used.isEmpty, let upper = used.map({ model.upperBounds[$0.index] }).max() else { continue }
        let label = name(
          policy, nil,
          "\(detail),\(network.sourcingCase.items[demand.item].id),\(network.sourcingCase.sites[site].id)")
        let chosen = model.addBinary(label)
        choices.add(1, chosen)
        let bound = min(demand.quantity, max(upper, used.reduce(0) { $0 + model.upperBounds[$1.index] }))
        var shipped = LinearExpression()
        for ship in used { shipped.add(1, ship) }
        note(chosen, .positive(shipped))
        model.addConstraint(shipped <= bound * chosen, name: label)
        model.addConstraint(chosen <= allowance(site: site, item: demand.item), name: "\(label),allowed")
      }
      return PolicyRow(constraint: model.addConstraint(choices <= 1.0, name: name(policy, nil, detail)))
    }
  }

  /// What must be decided for a site to deliver: a qualified source, or, where the item is also brought
  /// there, an open site.
  private func allowance(site: Int, item: Int) -> LinearExpression {
    guard let node = network.node(site: site, item: item), node.inbound.isEmpty, node.capabilities.count == 1,
      let only = node.capabilities.first
    else { return stage.open[site] }
    return stage.qualify(only)
  }

  private static func demands(of policy: NetworkPolicy, _ network: SourcingNetwork) -> [Int] {
    let items = Set(policy.items.map(\.item))
    return network.demands.indices.filter { index in
      items.contains(network.demands[index].item)
        && policy.markets?.contains(network.demands[index].market) ?? true
    }
  }
}
