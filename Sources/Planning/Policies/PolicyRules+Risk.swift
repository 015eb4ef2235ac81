internal import LinearModel
internal import Sourcing

/// Policies on how bad it may get: `max_cvar`.
extension PolicyRules {
  /// The variables of the tail are the policy's own, so that it does not matter whether the objective has any.
  mutating func addMaxCVaR(_ policy: NetworkPolicy, to model: inout Model) -> [PolicyRow] {
    let level = policy.policy.level ?? network.sourcingCase.settings.riskLevel
    // What has no probability has no part in the tail.
    let likely = recourses.filter { network.scenarios[$0.scenario].probability > 0 }
    let highest = likely.map { RiskObjective.upperBound($0.cost, model) }.max() ?? 0
    let threshold = model.addVariable(name(policy, nil, "threshold"), upper: highest)
    note(
      threshold,
      .valueAtRisk(
        likely.map(\.cost), probabilities: likely.map { network.scenarios[$0.scenario].probability },
        level: level))
    var tail = threshold.expression
    for recourse in likely {
      let scenario = network.scenarios[recourse.scenario]
      let label = name(policy, nil, scenario.name)
      let excess = model.addVariable(label, upper: highest)
      model.addConstraint(excess >= recourse.cost - threshold, name: label)
      note(excess, .excess(recourse.cost - threshold))
      tail.add(scenario.probability / (1 - level), excess)
    }
    let row = model.addConstraint(tail <= (policy.policy.limit ?? 0), name: name(policy))
    return [PolicyRow(constraint: row, sensitivity: LinearExpression(constant: 1))]
  }
}
