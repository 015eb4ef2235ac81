internal import LinearModel
internal import Sourcing

/// Makes the plan of what a search found: verified, priced, and with words for how the search ended.
struct PlanAssembly {
  private let solver: any Solver
  private let network: SourcingNetwork
  private let options: PlanOptions
  private let clock: SearchClock
  private let progress: SearchProgress

  init(
    _ solver: any Solver, _ network: SourcingNetwork, _ options: PlanOptions, _ clock: SearchClock,
    _ progress: SearchProgress
  ) {
    self.solver = solver
    self.network = network
    self.options = options
    self.clock = clock
    self.progress = progress
  }

  /// A plan that says what was sought and how, and nothing yet of what was found.
  func emptyPlan(method: PlanMethod) -> Plan {
    var plan = Plan(
      name: network.sourcingCase.settings.name, currency: network.sourcingCase.settings.currency,
      status: .error,
      message: "")
    plan.seed = options.seed ?? network.sourcingCase.settings.seed
    plan.method = method.rawValue
    plan.solver = solver.identity
    plan.presolve = PlanPresolve(network.presolve)
    return plan
  }

  /// Writes a layout into a plan once the verifier has passed it.
  ///
  /// - Parameters:
  ///   - claimed: What the solver puts the layout's cost at; nil where it has no say.
  ///   - bound: What is proven of the cost.
  ///   - prices: A price for each policy; empty where none is known.
  func fill(
    _ plan: inout Plan, _ layout: Layout, claimed: Double?, bound: Double, _ prices: [PolicyPrice]
  ) throws {
    let (evaluation, policies) = try PlanVerifier.passed(
      layout, in: network, calling: "the layout that the solver found")
    let objective = evaluation.objective
    let claimed = claimed ?? objective
    // The layout may cost less than the solver's point, whose trace amounts it leaves out, but never more.
    guard objective <= claimed + 1e-6 * max(1, abs(claimed)) else {
      throw PlanningError(
        "the tables give a cost of \(objective) for a layout that the solver puts at \(claimed)")
    }
    layout.write(into: &plan, network)
    plan.costs = evaluation.costs
    plan.risk = evaluation.risk
    plan.scenarios = evaluation.scenarios
    plan.policies = policies
    for index in plan.policies.indices {
      let price = prices.isEmpty ? .unsolved : prices[index]
      (plan.policies[index].price, plan.policies[index].priceBasis) = (price.value, price.basis)
    }
    plan.objective = objective
    if bound.isFinite {
      let bound = min(bound, objective)
      plan.bound = bound
      plan.gap = objective == 0 ? 0 : (objective - bound) / abs(objective)
    }
  }

  /// Says how the search ended.
  func conclude(_ plan: inout Plan, _ termination: Termination, hasLayout: Bool) throws {
    switch termination.reason {
    case .optimal:
      plan.status = .optimal
      plan.message = "proven optimal within the gap of \(options.gap)"
    case .infeasible:
      plan.status = .infeasible
      plan.message = try refusal()
    case .unbounded:
      plan.status = .unbounded
      plan.message = "the cost has no lower end"
    case .limit:
      let cause =
        switch termination.limit {
        case .cancelled: "interrupted"
        case .memory: "the memory limit was reached"
        case .time, .iterations, .nodes, nil: "the time limit was reached"
        }
      plan.status = hasLayout ? .feasible : .error
      plan.message =
        hasLayout ? "\(cause) before the proof" : "\(cause) before a layout was found"
    }
  }

  /// Why there is no layout.
  private func refusal() throws -> String {
    if options.fixedLayout != nil { return "the given layout breaks policies of the case" }
    if !options.namesConflict { return "no layout satisfies the case" }
    progress.report("finding out which policies collide")
    let conflict = PolicyConflict(solver, network, options.cancellation)
    if let finding = try conflict.find() { return conflict.words(finding) }
    let hasLeastService = network.demands.contains { $0.hasLeastService }
    return "no layout satisfies the " + (hasLeastService ? "least service that demand asks for" : "policies")
  }
}
