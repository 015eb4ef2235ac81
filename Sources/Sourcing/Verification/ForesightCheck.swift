/// Checks what a plan claims of the cost of scenarios that are foreseen.
///
/// That no layout costs less in a scenario rests on the solver's proof, as any bound does; but a claim that the plan itself
/// is cheaper than is wrong.
enum ForesightCheck {
  static func faults(_ plan: Plan, _ found: CostEvaluation) -> [Fault] {
    let claims = Dictionary(
      (plan.foresight ?? []).map { ($0.scenario, $0) }, uniquingKeysWith: { first, _ in first })
    return found.scenarios.filter { $0.probability > 0 }.compactMap { scenario in
      let place = Fault.Location(file: "plan", column: "foresight.\(scenario.scenario)")
      guard let claim = claims[scenario.scenario] else {
        return Fault(
          at: place, Message(PlanFaultText.foresightMissing),
          expected: Message(PlanFaultText.objectiveAndBound))
      }
      let allowed = LayoutCheck.tolerance * max(1, abs(claim.objective))
      if claim.bound > claim.objective + allowed {
        return Fault(
          at: place, value: NumberText.shortest(claim.bound),
          Message(PlanFaultText.boundAboveObjective),
          expected: Message(ExpectedText.atMost, ["limit": claim.objective]))
      }
      let cost = found.costs.firstStage + scenario.cost
      guard claim.bound > cost + allowed else { return nil }
      return Fault(
        at: place, value: NumberText.shortest(claim.bound),
        Message(PlanFaultText.planCostsLess), expected: Message(ExpectedText.atMost, ["limit": cost]))
    }
  }
}
