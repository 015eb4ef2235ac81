internal import LinearModel
internal import Sourcing

/// Policies on what a layout takes altogether: `max_cost`, `max_capital`, `max_emissions`.
extension PolicyRules {
  func addMaxCost(_ policy: NetworkPolicy, to model: inout Model) -> [PolicyRow] {
    let total = stage.cost(network) + expectation { $0.cost }
    let row = model.addConstraint(total <= (policy.policy.limit ?? 0), name: name(policy))
    return [PolicyRow(constraint: row, sensitivity: LinearExpression(constant: 1))]
  }

  /// Capital follows from yes-or-no decisions alone, so that its price is that of the relaxation.
  func addMaxCapital(_ policy: NetworkPolicy, to model: inout Model) -> [PolicyRow] {
    let capital = stage.capital(network)
    let row = model.addConstraint(capital <= (policy.policy.limit ?? 0), name: name(policy))
    return [PolicyRow(constraint: row, sensitivity: LinearExpression(constant: 1))]
  }

  func addMaxEmissions(_ policy: NetworkPolicy, to model: inout Model) -> [PolicyRow] {
    let emissions = expectation { amount(policy, nil, $0) }
    let row = model.addConstraint(emissions <= (policy.policy.limit ?? 0), name: name(policy))
    return [PolicyRow(constraint: row, sensitivity: LinearExpression(constant: 1))]
  }

  /// The expectation of an amount over the scenarios.
  func expectation(_ amount: (Recourse) -> LinearExpression) -> LinearExpression {
    var total = LinearExpression()
    for recourse in recourses {
      total.add(network.scenarios[recourse.scenario].probability, amount(recourse))
    }
    return total
  }
}
