internal import LinearModel
public import Sourcing

/// Policies on how well markets are served: `min_service`, `chance_service`, `survive`.
extension PolicyRules {
  func addMinService(_ policy: NetworkPolicy, to model: inout Model) -> [PolicyRow] {
    policy.policy.scope == .scenario
      ? addServiceInEveryScenario(policy, to: &model) : addExpectedService(policy, to: &model)
  }

  private func addExpectedService(_ policy: NetworkPolicy, to model: inout Model) -> [PolicyRow] {
    let limit = policy.policy.limit ?? 0
    return policy.items.compactMap { item -> PolicyRow? in
      let wanted = demands(for: item, policy)
      let demand = network.scenarios.indices.reduce(0.0) {
        $0 + network.scenarios[$1].probability * total(wanted, scenario: $1)
      }
      if demand == 0 { return nil }
      let unmet = expectation { amount(policy, item, $0) }
      let row = model.addConstraint(demand - unmet >= limit * demand, name: name(policy, item))
      return PolicyRow(constraint: row, sensitivity: LinearExpression(constant: demand))
    }
  }

  private func addServiceInEveryScenario(_ policy: NetworkPolicy, to model: inout Model) -> [PolicyRow] {
    let limit = policy.policy.limit ?? 0
    return policy.items.flatMap { item -> [PolicyRow] in
      let wanted = demands(for: item, policy)
      return recourses.compactMap { recourse -> PolicyRow? in
        let scenario = network.scenarios[recourse.scenario]
        let demand = total(wanted, scenario: recourse.scenario)
        if scenario.probability == 0 || demand == 0 { return nil }
        let row = model.addConstraint(
          amount(policy, item, recourse) <= (1 - limit) * demand, name: name(policy, item, scenario.name))
        // One more unit of the limit leaves that much less to be unmet.
        return PolicyRow(constraint: row, sensitivity: LinearExpression(constant: -demand))
      }
    }
  }

  /// A scenario fails where any item is served below the level; those that fail have little probability together.
  ///
  /// A failing scenario may leave everything unmet, one that does not `1 − level` of each item: the coefficient of
  /// the yes-or-no variable is exactly what lies between.
  mutating func addChanceService(_ policy: NetworkPolicy, to model: inout Model) -> [PolicyRow] {
    let level = policy.policy.level ?? 0
    var failing = LinearExpression()
    for recourse in recourses {
      let scenario = network.scenarios[recourse.scenario]
      let label = name(policy, nil, scenario.name)
      let parts = policy.items.map { (item: $0, wanted: demands(for: $0, policy)) }.filter {
        total($0.wanted, scenario: recourse.scenario) > 0
      }
      if scenario.probability == 0 || level == 0 || parts.isEmpty { continue }
      let fails = model.addBinary(label)
      var excesses: [LinearExpression] = []
      for part in parts {
        let demand = total(part.wanted, scenario: recourse.scenario)
        let allowed = (1 - level) * demand
        let unmet = amount(policy, part.item, recourse)
        model.addConstraint(
          unmet <= allowed + level * demand * fails, name: name(policy, part.item, scenario.name))
        // In shares of the demand, so that the same trace counts for all.
        excesses.append(1 / demand * (unmet - LinearExpression(constant: allowed)))
      }
      note(fails, .anyPositive(excesses))
      failing.add(scenario.probability, fails)
    }
    if failing.isConstant { return [] }
    let row = model.addConstraint(failing <= 1 - (policy.policy.limit ?? 0), name: name(policy))
    return [PolicyRow(constraint: row, sensitivity: LinearExpression(constant: -1))]
  }

  /// While a node is down, what is lost to unmet demand stays within the limit.
  func addSurvive(_ policy: NetworkPolicy, to model: inout Model) -> [PolicyRow] {
    policy.outages.compactMap { outage -> PolicyRow? in
      guard let recourse = recourses.first(where: { $0.scenario == outage.scenario }) else { return nil }
      let lost = amount(policy, nil, recourse)
      if lost.isConstant { return nil }
      let row = model.addConstraint(
        lost <= (policy.policy.limit ?? 0), name: name(policy, nil, outage.node))
      return PolicyRow(constraint: row, sensitivity: LinearExpression(constant: 1))
    }
  }

  /// Indexes of the demands for an item in the policy's markets.
  func demands(for item: NetworkPolicyItem, _ policy: NetworkPolicy) -> [Int] {
    Self.demands(of: policy, network).filter { network.demands[$0].item == item.item }
  }

  /// Units of some demands in all periods of a scenario.
  func total(_ demands: [Int], scenario: Int) -> Double {
    demands.reduce(0) { $0 + network.total(demand: $1, scenario: scenario) }
  }
}

extension NetworkPolicy {
  /// Whether it speaks of disturbed scenarios too, so that a quiet world alone cannot tell of it.
  public var speaksOfAllScenarios: Bool {
    let kinds: Set<PolicyKind> = [
      .maxCost, .maxEmissions, .minService, .maxCVaR, .maxCVaRShortage, .chanceService, .survive,
    ]
    return kinds.contains(policy.kind)
  }
}
