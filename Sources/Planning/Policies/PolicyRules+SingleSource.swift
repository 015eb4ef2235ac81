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
        let shipped = sum(lanes) { undisturbed.shipped($0) }
        if shipped.isConstant { continue }
        let label = name(
          policy, nil,
          "\(detail),\(network.sourcingCase.items[demand.item].id),\(network.sourcingCase.sites[site].id)")
        let chosen = model.addBinary(label)
        choices.add(1, chosen)
        note(chosen, .positive(shipped))
        for (period, done) in undisturbed.periods.enumerated() {
          let used = lanes.compactMap { done.ship[$0] }
          if used.isEmpty { continue }
          var received = LinearExpression()
          for ship in used { received.add(1, ship) }
          let bound = min(demand.quantities[period], used.reduce(0) { $0 + model.upperBounds[$1.index] })
          model.addConstraint(received <= bound * chosen, name: "\(label),\(period)")
        }
        let allowed = shape.allowance(lane: lanes[0], stage)
        model.addConstraint(chosen <= allowed, name: "\(label),allowed")
      }
      return PolicyRow(
        constraint: model.addConstraint(choices <= 1.0, name: name(policy, nil, detail)),
        sensitivity: LinearExpression(constant: 1), hasLimit: false)
    }
  }
}
