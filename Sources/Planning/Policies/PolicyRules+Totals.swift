internal import LinearModel
internal import Sourcing

/// Policies on what a layout takes altogether: `max_cost`, `max_capital`, `max_emissions`,
/// `min_service`.
extension PolicyRules {
  func addMaxCost(_ policy: NetworkPolicy, to model: inout Model) -> [PolicyRow] {
    let total = stage.cost(network) + expectation { $0.cost }
    let row = model.addConstraint(total <= (policy.policy.limit ?? 0), name: name(policy))
    return [PolicyRow(constraint: row, sensitivity: LinearExpression(constant: 1))]
  }

  /// Capital follows from yes-or-no decisions alone, so one more unit of it has no price.
  func addMaxCapital(_ policy: NetworkPolicy, to model: inout Model) -> [PolicyRow] {
    let capital = stage.capital(network)
    return [
      PolicyRow(constraint: model.addConstraint(capital <= (policy.policy.limit ?? 0), name: name(policy)))
    ]
  }

  func addMaxEmissions(_ policy: NetworkPolicy, to model: inout Model) -> [PolicyRow] {
    let emitters = policy.items.flatMap(\.selected)
    let emissions = expectation { recourse in
      var emitted = LinearExpression()
      for index in emitters {
        emitted.add(network.capabilities[index].capability.emissions, recourse.volume(index))
      }
      return emitted
    }
    let row = model.addConstraint(emissions <= (policy.policy.limit ?? 0), name: name(policy))
    return [PolicyRow(constraint: row, sensitivity: LinearExpression(constant: 1))]
  }

  func addMinService(_ policy: NetworkPolicy, to model: inout Model) -> [PolicyRow] {
    let limit = policy.policy.limit ?? 0
    let demands = Self.demands(of: policy, network)
    return policy.items.compactMap { item in
      let wanted = demands.filter { network.demands[$0].item == item.item }
      let demand = network.scenarios.enumerated().reduce(0.0) { total, entry in
        total + entry.element.probability
          * wanted.reduce(0) { $0 + network.total(demand: $1, scenario: entry.offset) }
      }
      if demand == 0 { return nil }
      let unmet = expectation { recourse in
        var unmet = LinearExpression()
        for period in recourse.periods { for index in wanted { unmet.add(1, period.short[index]) } }
        return unmet
      }
      let row = model.addConstraint(demand - unmet >= limit * demand, name: name(policy, item))
      return PolicyRow(constraint: row, sensitivity: LinearExpression(constant: demand))
    }
  }

  /// The expectation of an amount over the scenarios.
  private func expectation(_ amount: (Recourse) -> LinearExpression) -> LinearExpression {
    var total = LinearExpression()
    for recourse in recourses {
      total.add(network.scenarios[recourse.scenario].probability, amount(recourse))
    }
    return total
  }
}

extension PolicyKind {
  /// Whether it speaks of disturbed scenarios too, so that a quiet world alone cannot tell of it.
  var speaksOfAllScenarios: Bool {
    let kinds: Set<PolicyKind> = [.maxCost, .maxEmissions, .minService, .maxCVaR]
    return kinds.contains(self)
  }
}
