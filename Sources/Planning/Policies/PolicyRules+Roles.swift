internal import LinearModel
internal import Sourcing

/// Policies on which sources there are and what part they play: `min_sources`, `one_main`, `separate`,
/// `require`, `exclude`, `max_changes`.
extension PolicyRules {
  mutating func addMinSources(_ policy: NetworkPolicy, to model: inout Model) -> [PolicyRow] {
    let limit = policy.policy.limit ?? 0
    return policy.items.map { item in
      var counted = LinearExpression()
      for group in item.groups {
        let sources = sum(group.capabilities, stage.qualify)
        if group.capabilities.count == 1 {
          counted += sources
          continue
        }
        // A group counts once, however many of its sources are qualified.
        let has = model.addVariable(name(policy, item, group.name), upper: 1)
        model.addConstraint(has <= sources, name: name(policy, item, group.name))
        note(has, .capped(sources))
        counted += has
      }
      let row = model.addConstraint(counted >= limit, name: name(policy, item))
      return PolicyRow(constraint: row, sensitivity: LinearExpression(constant: 1))
    }
  }

  func addOneMain(_ policy: NetworkPolicy, to model: inout Model) -> [PolicyRow] {
    let count = Double(policy.policy.count ?? 1)
    return policy.items.flatMap { item in
      let mains = sum(item.capabilities) { stage.primary[$0] }
      var rows = [PolicyRow(constraint: model.addConstraint(mains == 1.0, name: name(policy, item, "main")))]
      // Sources that share their groups stand or fall together as main source, so one row does for all of
      // them, and the row is tighter than one for each.
      var alike: [Set<Int>: [Int]] = [:]
      for index in item.capabilities { alike[sitesNear(index, policy, item), default: []].append(index) }
      for (near, members) in alike.sorted(by: { $0.value[0] < $1.value[0] }) {
        let far = item.capabilities.filter { !near.contains(network.capabilities[$0].site) }
        let backups = sum(far) { stage.backup[$0] }
        let mainsHere = sum(members) { stage.primary[$0] }
        let row = model.addConstraint(
          backups >= count * mainsHere,
          name: name(policy, item, network.capabilities[members[0]].capability.site))
        rows.append(PolicyRow(constraint: row, sensitivity: mainsHere))
      }
      return rows
    }
  }

  /// Sites that share a group with a capability's site; none where the policy has no scope.
  private func sitesNear(_ capability: Int, _ policy: NetworkPolicy, _ item: NetworkPolicyItem) -> Set<Int> {
    guard policy.policy.scope != nil else { return [] }
    let site = network.capabilities[capability].site
    return item.groups.filter { $0.sites.contains(site) }.reduce(into: []) { $0.formUnion($1.sites) }
  }

  mutating func addSeparate(_ policy: NetworkPolicy, to model: inout Model) -> [PolicyRow] {
    policy.items.flatMap { item in
      item.groups.filter { $0.capabilities.count > 1 }.flatMap { group -> [PolicyRow] in
        let main = holdsMain(group, policy, item, to: &model)
        return group.capabilities.filter { !stage.backup[$0].isConstant }.map { index in
          let row = model.addConstraint(
            stage.backup[index] + main <= 1.0,
            name: name(policy, item, "\(group.name),\(network.capabilities[index].capability.site)"))
          return PolicyRow(
            constraint: row, sensitivity: LinearExpression(constant: 1), hasLimit: false)
        }
      }
    }
  }

  /// Whether a group holds a primary source of the item.
  private mutating func holdsMain(
    _ group: NetworkPolicyGroup, _ policy: NetworkPolicy, _ item: NetworkPolicyItem, to model: inout Model
  ) -> LinearExpression {
    let mains = sum(group.capabilities) { stage.primary[$0] }
    let hasOneMain = network.policies.contains { other in
      other.policy.kind == .oneMain && other.items.contains { $0.item == item.item }
    }
    if hasOneMain { return mains }
    let holds = model.addVariable(name(policy, item, group.name), upper: 1)
    for index in group.capabilities {
      model.addConstraint(
        holds >= stage.primary[index],
        name: name(policy, item, "\(group.name),\(network.capabilities[index].capability.site),main"))
    }
    note(holds, .greatest(group.capabilities.map { stage.primary[$0] }))
    return holds.expression
  }

  func addRequire(_ policy: NetworkPolicy, to model: inout Model) -> [PolicyRow] {
    let qualified = sum(policy.items.flatMap(\.selected), stage.qualify)
    let row = model.addConstraint(qualified >= Double(policy.policy.count ?? 1), name: name(policy))
    return [PolicyRow(constraint: row, sensitivity: LinearExpression(constant: 1))]
  }

  /// A source has changed where it does not have the role that it has today, in whichever way.
  func addMaxChanges(_ policy: NetworkPolicy, to model: inout Model) -> [PolicyRow] {
    let changes = sum(policy.items.flatMap(\.selected)) { index in
      switch network.capabilities[index].currentRole {
      case .primary: 1 - stage.primary[index]
      case .backup: 1 - stage.backup[index]
      case nil: stage.qualify(index)
      }
    }
    let row = model.addConstraint(changes <= (policy.policy.limit ?? 0), name: name(policy))
    return [PolicyRow(constraint: row, sensitivity: LinearExpression(constant: 1))]
  }

  mutating func addExclude(_ policy: NetworkPolicy, to model: inout Model) -> [PolicyRow] {
    var forbidden = policy.items.flatMap(\.selected).map(stage.qualify)
    if policy.policy.speaksOfAllItems { forbidden += policy.sites.sorted().map { stage.open[$0] } }
    // Bounds rather than rows: all of these are sums of yes-or-no variables.
    for expression in forbidden {
      for term in expression.terms { forbid(term.variable, by: policy, in: &model) }
    }
    return []
  }
}
