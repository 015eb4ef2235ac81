internal import LinearModel
internal import Sourcing

/// One search by the extensive form: build, start, solve, price, verify. It runs on one thread throughout.
struct ExtensiveSearch {
  private let solver: any Solver
  private let network: SourcingNetwork
  private let options: PlanOptions
  private let clock: SearchClock
  private let progress: SearchProgress

  /// From this many rows on a layout is sought before the whole model is solved, so that there is one to
  /// show when a limit or an interrupt ends the search.
  private static let largeModel = 4000
  /// The part of the time limit that may go into that layout.
  private static let startingPart = 0.25
  /// What it may always take: a plan a second late is worth more than none in time.
  private static let startingSeconds = 2.0

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

  func run() throws -> Plan {
    progress.report("building the model")
    let fixed = try options.fixedLayout.map { try Layout.readingFirstStage($0, network) }
    let form = try ExtensiveForm(network, fixing: fixed) { () throws(BuildInterruption) in
      try clock.check(options)
    }
    if let tell = options.modelSize { tell(ModelSize(form)) }
    let start = options.fixedLayout == nil ? try givenPoint(form) ?? startingPoint(form) : nil
    let progress = progress
    var solving = SolveOptions(
      timeLimit: remaining, relativeGap: options.gap, cancellation: options.cancellation)
    solving.start = start
    solving.progress = { progress.report("solving", $0) }
    let session = try ConicSession(form.model, form.cones, solver)
    let solution = try session.solve(solving)
    let assembly = PlanAssembly(solver, network, options, clock, progress)
    var plan = assembly.emptyPlan(method: .extensive)
    if let point = solution.point {
      let layout = form.layout(at: try settled(point, form))
      let prices = try ExtensivePrices(form, session, solver, options: timed, fixing: fixed).prices(at: point)
      try assembly.fill(&plan, layout, claimed: solution.objective, bound: solution.bound, prices)
    }
    try assembly.conclude(&plan, solution.termination, hasLayout: solution.point != nil)
    plan.seconds = clock.seconds
    return plan
  }

  /// The layout of the plan to begin from, as a point of the model; nil where there is none or it does not fit.
  private func givenPoint(_ form: ExtensiveForm) throws -> [Double]? {
    guard let plan = options.start, plan.hasLayout else { return nil }
    let (layout, faults) = Layout.reading(plan, network)
    guard faults.isEmpty, PlanVerifier.verify(layout, against: network).isSound else { return nil }
    return form.point(of: layout, CostEvaluation(layout, network))
  }

  /// A layout found quickly, as a point of the model; nil for a small model or where none was found.
  private func startingPoint(_ form: ExtensiveForm) throws -> [Double]? {
    guard form.model.constraintCount > Self.largeModel else { return nil }
    progress.report("looking for a first layout")
    let starter = StartingLayout(
      solver, network, options,
      deadline: options.timeLimit.map { max($0 * Self.startingPart, Self.startingSeconds) })
    guard let layout = try starter.find() ?? starter.idle else { return nil }
    let evaluation = CostEvaluation(layout, network)
    progress.report("solving", incumbent: evaluation.objective)
    return form.point(of: layout, evaluation)
  }

  private var remaining: Double? {
    options.timeLimit.map { max(0, $0 - clock.seconds) }
  }

  /// Options for a short solve after the search: never without limit where the caller set one.
  private var timed: SolveOptions {
    var timed = SolveOptions(timeLimit: options.timeLimit.map { max(1, $0 / 10) }, relaxation: true)
    timed.cancellation = options.cancellation
    return timed
  }

  /// Scenarios of probability zero cost nothing in the model, so their recourse is whatever the solver left:
  /// it is chosen anew at least cost, all else as it is.
  private func settled(_ point: [Double], _ form: ExtensiveForm) throws -> [Double] {
    let idle = form.recourses.filter { network.scenarios[$0.scenario].probability == 0 }
    if idle.isEmpty { return point }
    return try IdleRecourse(form, idle).settle(point, solver) ?? point
  }
}
