internal import LinearModel
internal import Sourcing

/// The policy on concentration: `max_concentration`.
extension PolicyRules {
  /// Adds the first tangents of the cones; whoever solves the model adds those that a point breaks.
  mutating func addMaxConcentration(_ policy: NetworkPolicy, to model: inout Model) -> [PolicyRow] {
    let index = network.policies.firstIndex { $0.row == policy.row } ?? 0
    var rows: [PolicyRow] = []
    for item in policy.items where !item.capabilities.isEmpty {
      let cone = cone(policy, item, index)
      if cone.forbidsSupply {
        model.addConstraint(cone.total <= 0.0, name: name(policy, item))
        continue
      }
      for (number, tangent) in cone.startingTangents().enumerated() {
        let row = model.addConstraint(tangent.relation, name: name(policy, item, item.groups[number].name))
        rows.append(PolicyRow(constraint: row, sensitivity: tangent.sensitivity))
      }
      note(cone)
    }
    return rows
  }

  private func cone(_ policy: NetworkPolicy, _ item: NetworkPolicyItem, _ index: Int) -> ConcentrationCone {
    let periods = Double(network.periods)
    let capacity = item.capabilities.reduce(0) { $0 + periods * network.capabilities[$1].capability.capacity }
    let members = item.groups.flatMap(\.capabilities)
    return ConcentrationCone(
      policy: index,
      groups: item.groups.map { group in
        ConcentrationCone.Group(
          volume: sum(group.capabilities) { undisturbed.volume($0) },
          sources: sum(group.capabilities, stage.qualify))
      },
      total: sum(item.capabilities) { undisturbed.volume($0) }, limit: policy.policy.limit ?? 1,
      isPartition: members.count == item.capabilities.count && Set(members).count == members.count,
      most: min(capacity, network.peakNeed(item: item.item)))
  }
}
