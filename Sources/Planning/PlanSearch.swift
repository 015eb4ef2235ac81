internal import LinearModel
public import Sourcing

/// One search for a plan, by the method that was asked for or that fits the case.
struct PlanSearch {
  private let solver: any Solver
  private let network: SourcingNetwork
  private let options: PlanOptions
  private let clock = SearchClock()
  private let progress: SearchProgress

  /// What a first layout may take where the time was up before the search had one.
  private static let startingSeconds = 2.0

  init(_ solver: any Solver, _ network: SourcingNetwork, _ options: PlanOptions) {
    self.solver = solver
    self.network = network
    self.options = options
    progress = SearchProgress(clock, options.progress)
  }

  func run() throws -> Plan {
    do {
      return try search()
    } catch let interruption as BuildInterruption {
      return try plan(endedBy: interruption.limit)
    }
  }

  private func search() throws -> Plan {
    let isSmall =
      options.memory == nil
      ? PlanMethod.suitsExtensiveForm(network) : PlanMethod.hasLittleToTakeApart(network)
    let isProven = options.certificate != nil || options.resume != nil
    if options.method != .extensive, options.method == .benders || isProven || !isSmall {
      progress.report("taking the model apart")
      let fixed = try options.fixedLayout.map { try Layout.readingFirstStage($0, network) }
      let master = try BendersMaster(network, fixing: fixed) { () throws(BuildInterruption) in
        try clock.check(options)
      }
      options.modelSize?(ModelSize(master, network))
      // Without a plan, numerical trouble left the decomposition without a proof; the model in one is another way to it.
      if let plan = try decomposed(master, options) { return plan }
      if options.memory != nil {
        var fresh = options
        fresh.memory = nil
        if let plan = try decomposed(master, fresh) { return plan }
      }
    }
    return try ExtensiveSearch(solver, network, options, clock, progress).run()
  }

  /// - Returns: The plan; nil where the search came to its end without a proof.
  private func decomposed(_ master: BendersMaster, _ options: PlanOptions) throws -> Plan? {
    let outcome = try DecomposedSearch(solver, network, options, clock, progress).run(master)
    guard let termination = termination(of: outcome) else { return nil }
    let assembly = PlanAssembly(solver, network, options, clock, progress)
    var plan = assembly.emptyPlan(method: .benders)
    var layout: Layout?
    if let point = outcome.point {
      progress.report("planning what is done in each scenario")
      layout = try MasterLayout(solver, network, master).layout(at: point)
    }
    if layout == nil, outcome.limit != nil { layout = try firstLayout() }
    if let layout {
      try assembly.fill(
        &plan, layout, claimed: outcome.objective, bound: outcome.bound,
        outcome.prices)
    }
    try assembly.conclude(&plan, termination, hasLayout: layout != nil)
    plan.seconds = clock.seconds
    return plan
  }

  /// The plan of a search that was to end before its model was built.
  private func plan(endedBy limit: Termination.Limit) throws -> Plan {
    let assembly = PlanAssembly(solver, network, options, clock, progress)
    var plan = assembly.emptyPlan(method: options.method == .extensive ? .extensive : .benders)
    // Who interrupts is not kept waiting for another model.
    let layout = try firstLayout(mayBeSought: limit == .time)
    if let layout {
      try assembly.fill(&plan, layout, claimed: nil, bound: -.infinity, [])
    }
    try assembly.conclude(&plan, Termination(.limit, limit: limit), hasLayout: layout != nil)
    plan.seconds = clock.seconds
    return plan
  }

  /// A layout found quickly where a search has none at its end: a plan a second late is worth more than none in time.
  ///
  /// - Parameter mayBeSought: Whether there is time for more than the layout in which nothing is open.
  private func firstLayout(mayBeSought: Bool = true) throws -> Layout? {
    if options.fixedLayout != nil { return nil }
    let starter = StartingLayout(solver, network, options, deadline: Self.startingSeconds)
    let found = mayBeSought ? try starter.find() : nil
    // It may break what speaks of all scenarios, and is no layout then.
    let isSound = found.map { PlanVerifier.verify($0, against: network).isSound } ?? false
    return isSound ? found : starter.idle
  }

  /// How the search ended; nil where it ended, but neither a layout within the gap nor that there is none is proven.
  private func termination(of outcome: DecomposedSearch.Outcome) -> Termination? {
    if let limit = outcome.limit { return Termination(.limit, limit: limit) }
    guard let objective = outcome.objective else {
      return outcome.unprovenEnds == 0 ? Termination(.infeasible) : nil
    }
    return objective - outcome.bound <= options.gap * abs(objective) + 1e-9 ? Termination(.optimal) : nil
  }
}

extension PlanMethod {
  /// Lanes times periods times scenarios up to which the whole model in one is the quicker way: at 135 it took 16 ms against
  /// 26 ms, at 260 it took 46 ms against 16 ms, at 315 (the starter case) 147 ms against 44 ms.
  private static let smallCase = 200
  /// With fewer scenarios there is little to take apart.
  private static let fewScenarios = 4

  /// Whether a case has so few scenarios that it is not worth taking apart.
  static func hasLittleToTakeApart(_ network: SourcingNetwork) -> Bool {
    network.scenarios.count < fewScenarios
  }

  /// Whether a case is one of those that are solved by the whole model in one where the method is left to the program.
  public static func suitsExtensiveForm(_ network: SourcingNetwork) -> Bool {
    hasLittleToTakeApart(network)
      || network.lanes.count * network.periods * network.scenarios.count <= smallCase
  }
}
