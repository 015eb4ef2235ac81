internal import LinearModel
internal import Sourcing

/// A search by the form of the objective: cost and risk by weight at once, or in stages.
struct ObjectiveSearch {
  private let solver: any Solver
  private let network: SourcingNetwork
  private let options: PlanOptions
  private let blur: Double

  /// - Parameter blur: By how much regret may be overstated, because what it is measured against is known no better.
  init(_ solver: any Solver, _ network: SourcingNetwork, _ options: PlanOptions, blur: Double = 0) {
    self.solver = solver
    self.network = network
    self.options = options
    self.blur = blur
  }

  func run() throws -> Plan {
    if network.sourcingCase.settings.objective.stages.isEmpty { return try search(network, options) }
    return try StagedSearch(solver, network, options, search: search).run()
  }

  /// One search, its bound lowered by what regret may be overstated by.
  private func search(_ network: SourcingNetwork, _ options: PlanOptions) throws -> Plan {
    var plan = try PlanSearch(solver, network, options).run()
    let weight = network.sourcingCase.settings.effectiveRiskWeight
    guard blur * weight > 0, let objective = plan.objective, let proven = plan.bound else { return plan }
    let bound = proven - weight * blur
    plan.bound = bound
    plan.gap = objective == 0 ? 0 : (objective - bound) / abs(objective)
    if plan.status == .optimal, objective - bound > 1e-6 + options.gap * abs(objective) {
      plan.status = .feasible
      plan.message = "the plans for each scenario alone, which regret is measured against, carry gaps"
    }
    return plan
  }
}
