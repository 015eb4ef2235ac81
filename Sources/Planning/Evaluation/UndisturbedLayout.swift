internal import LinearModel
internal import Sourcing

/// The layout that is best while nothing happens, and what it comes to in the scenarios of the case.
///
/// It is the reference of the value of the stochastic solution: the mean of scenarios has no meaning where some of them
/// hold bans, so the scenario that a deterministic planner would plan for stands in its place.
struct UndisturbedLayout {
  private let solver: any Solver
  private let network: SourcingNetwork
  private let limit: EvaluationLimit
  private let gap: Double

  /// What it comes to.
  enum Outcome {
    /// The objective in the scenarios of the case.
    case objective(Double)
    /// It breaks what the case asks for in disturbed scenarios, as the words say.
    case broken(String)
    /// Time was up.
    case outOfTime
  }

  init(_ solver: any Solver, _ network: SourcingNetwork, _ limit: EvaluationLimit, gap: Double) {
    self.solver = solver
    self.network = network
    self.limit = limit
    self.gap = gap
  }

  func evaluate() throws -> Outcome {
    guard let layout = try find() else { return .outOfTime }
    if network.policies.contains(where: \.speaksOfAllScenarios) { return try evaluateUnderPolicies(layout) }
    var costs = FixedLayoutCosts(network, layout, solver, limit)
    // What is done in the undisturbed scenario was chosen with the layout, under the policies on it.
    let evaluation = CostEvaluation(layout, network)
    var outcomes = [(cost: evaluation.scenarios[0].cost, probability: network.scenarios[0].probability)]
    for scenario in network.scenarios.indices.dropFirst() {
      if network.scenarios[scenario].probability == 0 {
        outcomes.append((0, 0))
        continue
      }
      guard let found = try costs.cost(of: scenario) else { return .outOfTime }
      if !found.isServed {
        return .broken(
          "the undisturbed layout cannot keep the least service in '\(network.scenarios[scenario].name)'")
      }
      outcomes.append((found.cost, network.scenarios[scenario].probability))
    }
    let risk = RiskFunctional(network.sourcingCase.settings)
    return .objective(
      evaluation.costs.firstStage + risk.value(outcomes, waitAndSee: network.waitAndSee ?? []))
  }

  /// The best layout for a quiet world; nil where time was up.
  private func find() throws -> Layout? {
    let quiet = QuietForm(network)
    var solving = SolveOptions(timeLimit: limit.remaining, relativeGap: gap)
    solving.cancellation = limit.cancellation
    solving.start = try Dive(quiet.model, solver.open(quiet.model), solving).point()
    solving.timeLimit = limit.remaining
    let solution = try ConicSession(quiet.model, quiet.cones, solver).solve(solving)
    guard solution.termination.reason == .optimal, let point = solution.point else { return nil }
    return quiet.layout(at: point)
  }

  /// Policies that speak of all scenarios tie what is done in them together.
  private func evaluateUnderPolicies(_ layout: Layout) throws -> Outcome {
    var given = Plan(name: "", currency: "", status: .feasible, message: "")
    layout.write(into: &given, network)
    var options = limit.planOptions(gap: gap)
    options.fixedLayout = given
    let plan = try PlanSearch(solver, network, options).run()
    if plan.status == .infeasible {
      return .broken("the undisturbed layout breaks policies that speak of disturbed scenarios")
    }
    guard plan.status == .optimal, let objective = plan.objective else { return .outOfTime }
    return .objective(objective)
  }
}
