internal import LinearModel
internal import Sourcing

/// Policies on how bad it may get: `max_cvar`, `max_cvar_shortage`.
extension PolicyRules {
  /// The variables of the tail are the policy's own, so that it does not matter whether the objective has any.
  mutating func addMaxCVaR(_ policy: NetworkPolicy, to model: inout Model) -> [PolicyRow] {
    let level = policy.policy.level ?? network.sourcingCase.settings.riskLevel
    let id = policy.policy.id
    let tail = tailCost(level: level, to: &model) { "policy[\(id),\($0)]" }
    let row = model.addConstraint(tail <= (policy.policy.limit ?? 0), name: name(policy))
    return [PolicyRow(constraint: row, sensitivity: LinearExpression(constant: 1))]
  }

  /// In the worst scenarios of probability 1 − α together, no more than the limit of an item's demand is unmet on average.
  ///
  /// Shares lie between 0 and 1, and so do the threshold and what exceeds it; a scenario that demands nothing has none.
  mutating func addMaxCVaRShortage(_ policy: NetworkPolicy, to model: inout Model) -> [PolicyRow] {
    let level = policy.policy.level ?? network.sourcingCase.settings.riskLevel
    let likely = recourses.filter { network.scenarios[$0.scenario].probability > 0 }
    return policy.items.compactMap { item -> PolicyRow? in
      let wanted = demands(for: item, policy)
      let shares = likely.map { recourse -> LinearExpression in
        let demand = total(wanted, scenario: recourse.scenario)
        return demand > 0 ? 1 / demand * amount(policy, item, recourse) : LinearExpression()
      }
      if shares.allSatisfy(\.isConstant) { return nil }
      let threshold = model.addVariable(name(policy, item, "threshold"), upper: 1)
      note(
        threshold,
        .valueAtRisk(
          shares, probabilities: likely.map { network.scenarios[$0.scenario].probability }, level: level))
      var tail = threshold.expression
      for (recourse, share) in zip(likely, shares) where !share.isConstant {
        let scenario = network.scenarios[recourse.scenario]
        let label = name(policy, item, scenario.name)
        let excess = model.addVariable(label, upper: 1)
        model.addConstraint(excess >= share - threshold, name: label)
        note(excess, .excess(share - threshold))
        tail.add(scenario.probability / (1 - level), excess)
      }
      let row = model.addConstraint(tail <= (policy.policy.limit ?? 0), name: name(policy, item))
      return PolicyRow(constraint: row, sensitivity: LinearExpression(constant: 1))
    }
  }
}
