internal import LinearModel
internal import Sourcing

/// One search by the extensive form: build, start, solve, price, verify. It runs on one thread throughout.
struct ExtensiveSearch {
  private let solver: any Solver
  private let network: SourcingNetwork
  private let options: PlanOptions
  private let clock = SearchClock()

  /// From this size on a layout is sought before the whole model is solved, so that there is one to show
  /// when a limit or an interrupt ends the search.
  private static let largeModel = 4000

  init(_ solver: any Solver, _ network: SourcingNetwork, _ options: PlanOptions) {
    self.solver = solver
    self.network = network
    self.options = options
  }

  func run() throws -> Plan {
    report("building the model", SolveProgress(bound: -.infinity, incumbent: nil, seconds: 0, nodes: 0, iterations: 0))
    let form = ExtensiveForm(network)
    var solving = SolveOptions(timeLimit: remaining, relativeGap: options.gap, cancellation: options.cancellation)
    if form.model.constraintCount > Self.largeModel {
      let starter = StartingLayout(solver, network, options, deadline: options.timeLimit.map { $0 / 4 })
      if let layout = try starter.find() {
        let evaluation = CostEvaluation(layout, network)
        solving.start = form.point(of: layout, evaluation)
        report(
          "solving", SolveProgress(bound: 0, incumbent: evaluation.objective, seconds: 0, nodes: 0, iterations: 0))
      }
      solving.timeLimit = remaining
    }
    solving.progress = { [self] progress in report("solving", progress) }
    let session = try solver.open(form.model)
    let solution = try session.solve(solving)
    var plan = Plan(
      name: network.sourcingCase.settings.name, currency: network.sourcingCase.settings.currency, status: .error,
      message: "")
    plan.seed = options.seed ?? network.sourcingCase.settings.seed
    plan.method = "extensive"
    plan.solver = solver.identity
    if let point = solution.point {
      let layout = form.layout(at: try settled(point, form, session))
      let prices = try PolicyPrices(form, session, solution, options: timed(solving)).prices()
      try fill(&plan, layout, solution, prices)
    }
    conclude(&plan, solution)
    plan.seconds = clock.seconds
    return plan
  }

  private var remaining: Double? {
    options.timeLimit.map { max(0, $0 - clock.seconds) }
  }

  /// Options for a short solve after the search: never without limit where the caller set one.
  private func timed(_ solving: SolveOptions) -> SolveOptions {
    var timed = SolveOptions(timeLimit: options.timeLimit.map { max(1, $0 / 10) }, relaxation: true)
    timed.cancellation = solving.cancellation
    return timed
  }

  /// Scenarios of probability zero cost nothing in the model, so their recourse is whatever the solver left:
  /// it is chosen anew at least cost, all else as it is.
  private func settled(_ point: [Double], _ form: ExtensiveForm, _ session: any SolverSession) throws -> [Double] {
    let idle = form.recourses.filter { network.scenarios[$0.scenario].probability == 0 }
    if idle.isEmpty { return point }
    return try IdleRecourse(form, idle).settle(point, solver) ?? point
  }

  private func fill(_ plan: inout Plan, _ layout: Layout, _ solution: Solution, _ prices: [Double?]) throws {
    let report = PlanVerifier.verify(layout, against: network)
    guard report.isSound, let evaluation = report.evaluation else {
      throw PlanningError(
        "the layout that the solver found does not pass the verifier:\n"
          + report.faults.prefix(10).map(\.description).joined(separator: "\n"))
    }
    let objective = evaluation.objective
    let claimed = solution.objective ?? objective
    // The layout may cost less than the solver's point, whose trace amounts it leaves out, but never more.
    guard objective <= claimed + 1e-6 * max(1, abs(claimed)) else {
      throw PlanningError("the tables give a cost of \(objective) for a layout that the solver puts at \(claimed)")
    }
    layout.write(into: &plan, network)
    plan.costs = evaluation.costs
    plan.risk = evaluation.risk
    plan.scenarios = evaluation.scenarios
    plan.policies = report.policies
    for (index, price) in prices.enumerated() { plan.policies[index].price = price }
    plan.objective = objective
    if solution.bound.isFinite {
      let bound = min(solution.bound, objective)
      plan.bound = bound
      plan.gap = objective == 0 ? 0 : (objective - bound) / abs(objective)
    }
  }

  private func conclude(_ plan: inout Plan, _ solution: Solution) {
    switch solution.termination.reason {
    case .optimal:
      plan.status = .optimal
      plan.message = "proven optimal within the gap of \(options.gap)"
    case .infeasible:
      plan.status = .infeasible
      plan.message = "no layout satisfies the policies"
    case .unbounded:
      plan.status = .unbounded
      plan.message = "the cost has no lower end"
    case .limit:
      let cause = solution.termination.limit == .cancelled ? "interrupted" : "the time limit was reached"
      plan.status = solution.point == nil ? .error : .feasible
      plan.message = solution.point == nil ? "\(cause) before a layout was found" : "\(cause) before the proof"
    }
  }

  private func report(_ stage: String, _ progress: SolveProgress) {
    options.progress?(
      PlanProgress(
        stage: stage, bound: progress.bound.isFinite ? progress.bound : nil, incumbent: progress.incumbent,
        seconds: clock.seconds, nodes: progress.nodes))
  }
}

/// Wall time since it was made.
struct SearchClock: Sendable {
  private let start = ContinuousClock.now

  var seconds: Double {
    let elapsed = ContinuousClock.now - start
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
  }
}
