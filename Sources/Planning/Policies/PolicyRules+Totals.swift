internal import LinearModel
internal import Sourcing

/// Policies on what a layout takes altogether: `max_cost`, `max_capital`.
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
    let kinds: Set<PolicyKind> = [.maxCost]
    return kinds.contains(self)
  }
}
