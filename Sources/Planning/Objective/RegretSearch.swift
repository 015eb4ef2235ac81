internal import LinearModel
internal import Sourcing

/// A search whose objective measures regret: first a plan for each scenario alone, then the plan for all of them.
///
/// Each scenario's regret is measured against what is proven of its wait-and-see optimum, W[s] ≥ l[s]; so the objective is
/// never understated. No layout's true objective lies more than λ · max (u[s] − l[s]) below that, u[s] being the best
/// found: the bound is lowered by as much.
struct RegretSearch {
  private let solver: any Solver
  private let network: SourcingNetwork
  private let options: PlanOptions
  private let clock = SearchClock()
  private let progress: SearchProgress

  /// The part of a time limit that the scenarios may take.
  private static let foresightPart = 0.5
  /// A gap of a scenario is a gap of the regret, which is the smaller figure.
  private static let foresightGap = 1e-7

  init(_ solver: any Solver, _ network: SourcingNetwork, _ options: PlanOptions) {
    self.solver = solver
    self.network = network
    self.options = options
    progress = SearchProgress(clock, options.progress)
  }

  func run() throws -> Plan {
    let foresight: [PlanForesight]
    switch try foresee() {
    case .known(let known): foresight = known
    // No layout for a scenario is none for all: the search for all says why.
    case .impossible: foresight = []
    case .outOfTime:
      var plan = PlanAssembly(solver, network, options, clock, progress).emptyPlan(method: options.method)
      plan.message =
        "time was up before each scenario was planned for alone, which regret is measured against"
      plan.seconds = clock.seconds
      return plan
    }
    var rest = options
    rest.timeLimit = options.timeLimit.map { max(0, $0 - clock.seconds) }
    let blur = foresight.map { $0.objective - $0.bound }.max() ?? 0
    var plan = try ObjectiveSearch(solver, network.knowing(foresight), rest, blur: max(0, blur)).run()
    plan.seconds = clock.seconds
    if plan.hasLayout { plan.foresight = foresight }
    return plan
  }

  enum Outcome {
    case known([PlanForesight])
    case impossible
    case outOfTime
  }

  /// What each scenario that can happen would cost if it were foreseen.
  func foresee() throws -> Outcome {
    var limiting = EvaluationOptions()
    limiting.timeLimit = options.timeLimit.map { $0 * Self.foresightPart }
    limiting.cancellation = options.cancellation
    let search = WaitAndSee(
      solver, network, EvaluationLimit(limiting), gap: min(options.gap, Self.foresightGap))
    var foresight: [PlanForesight] = []
    let likely = network.scenarios.indices.filter { network.scenarios[$0].probability > 0 }
    for scenario in likely {
      progress.report("planning for each scenario alone, \(foresight.count + 1) of \(likely.count)")
      guard let found = try search.optimum(for: scenario) else { return .impossible }
      guard found.low.isFinite, found.high.isFinite else { return .outOfTime }
      foresight.append(
        PlanForesight(scenario: network.scenarios[scenario].name, objective: found.high, bound: found.low))
    }
    return .known(foresight)
  }
}
