internal import LinearModel
internal import Sourcing

/// Policies on shares of supply and on cover: `max_share`, `autonomy`, `backup_cover`.
extension PolicyRules {
  func addMaxShare(_ policy: NetworkPolicy, to model: inout Model) -> [PolicyRow] {
    let limit = policy.policy.limit ?? 1
    return policy.items.flatMap { item in
      let supply = supplied(policy, item, by: nil)
      let shares = item.groups.map { group in
        let share = supplied(policy, item, by: group.sites)
        let row = model.addConstraint(share <= limit * supply, name: name(policy, item, group.name))
        return PolicyRow(constraint: row, sensitivity: supply, looseness: need(of: item))
      }
      return policy.markets == nil ? shares + addMostOfSources(policy, item, limit, to: &model) : shares
    }
  }

  /// Rows that follow from a limit on shares and from the decisions being whole: a source that is used supplies no more than the
  /// limit's part of all that can be of use. A linear program would otherwise use a part of a source for as much of its capacity,
  /// and pay for a part of it.
  private func addMostOfSources(
    _ policy: NetworkPolicy, _ item: NetworkPolicyItem, _ limit: Double, to model: inout Model
  ) -> [PolicyRow] {
    let periods = Double(network.periods)
    let useful = network.peakNeed(item: item.item)
    return Set(item.groups.flatMap(\.capabilities)).sorted().compactMap { index in
      if limit * useful >= periods * network.capabilities[index].capability.capacity { return nil }
      let row = model.addConstraint(
        undisturbed.volume(index) <= limit * useful * stage.qualify(index),
        name: name(policy, item, "source \(index)"))
      return PolicyRow(constraint: row, looseness: useful, isImplied: true)
    }
  }

  func addAutonomy(_ policy: NetworkPolicy, to model: inout Model) -> [PolicyRow] {
    let limit = policy.policy.limit ?? 0
    return policy.items.map { item in
      let supply = supplied(policy, item, by: nil)
      let row = model.addConstraint(
        supplied(policy, item, by: item.makers) >= limit * supply, name: name(policy, item))
      return PolicyRow(constraint: row, sensitivity: supply, looseness: need(of: item))
    }
  }

  /// Units of an item from some sites in the undisturbed scenario: what they make, or, where the policy
  /// names markets, what they ship straight to these.
  private func supplied(_ policy: NetworkPolicy, _ item: NetworkPolicyItem, by sites: Set<Int>?)
    -> LinearExpression
  {
    guard let markets = policy.markets else {
      let members = item.capabilities.filter { sites?.contains(network.capabilities[$0].site) ?? true }
      return sum(members) { undisturbed.volume($0) }
    }
    var total = LinearExpression()
    for (index, lane) in network.lanes.enumerated() where lane.item == item.item {
      guard case .market(let market) = lane.destination, markets.contains(market),
        sites?.contains(lane.origin) ?? true
      else { continue }
      total += undisturbed.shipped(index)
    }
    return total
  }

  /// What is needed of an item over the horizon.
  private func need(of item: NetworkPolicyItem) -> Double {
    item.demand * Double(network.periods)
  }

  func addBackupCover(_ policy: NetworkPolicy, to model: inout Model) -> [PolicyRow] {
    let limit = policy.policy.limit ?? 0
    return policy.items.flatMap { item -> [PolicyRow] in
      if item.demand == 0 { return [] }
      return item.losses.map { lost in
        let left = item.capabilities.filter { !lost.sites.contains(network.capabilities[$0].site) }
        let cover = sum(left, stage.held)
        let row = model.addConstraint(cover >= limit * item.demand, name: name(policy, item, lost.name))
        return PolicyRow(constraint: row, sensitivity: LinearExpression(constant: item.demand))
      }
    }
  }
}
