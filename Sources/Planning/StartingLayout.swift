internal import LinearModel
internal import Sourcing

/// Finds a layout quickly: the best one for a quiet world, then the best that can be made of it in each
/// scenario.
///
/// It satisfies every policy but possibly those that speak of all scenarios, and gives a search something to show from its first
/// seconds on.
struct StartingLayout {
  private let solver: any Solver
  private let network: SourcingNetwork
  private let options: PlanOptions
  private let deadline: Double?
  private let clock = SearchClock()

  /// A layout for a quiet world need not be proven best.
  private static let quietGap = 0.02
  /// Nor may it take long, which is counted in nodes so that a busy machine finds the same one.
  private static let quietNodes = 300
  /// Seconds that the disturbed scenarios may take in any case.
  private static let moment = 2.0

  init(_ solver: any Solver, _ network: SourcingNetwork, _ options: PlanOptions, deadline: Double?) {
    self.solver = solver
    self.network = network
    self.options = options
    self.deadline = deadline
  }

  /// The layout; nil where none was found in time or none exists.
  func find() throws -> Layout? {
    let quiet = QuietForm(network)
    var solving = SolveOptions(
      relativeGap: Self.quietGap, nodeLimit: Self.quietNodes, cancellation: options.cancellation)
    solving.timeLimit = remaining
    solving.start = try Dive(quiet.model, solver.open(quiet.model), solving).point()
    // What is left is shared with the scenarios.
    solving.timeLimit = remaining.map { $0 / 2 }
    guard let point = try ConicSession(quiet.model, quiet.cones, solver).solve(solving).point else {
      return nil
    }
    return try completed(quiet.layout(at: point))
  }

  /// The layout with the best that can be done in each disturbed scenario.
  ///
  /// Each of these programs is small, so an interrupt or a limit leaves them a moment: without them all that was
  /// found before would be lost.
  private func completed(_ quiet: Layout) throws -> Layout? {
    var layout = quiet
    let builder = RecourseBuilder(network)
    let stage = FirstStage(layout, network)
    let reader = RecourseReader(network, stage)
    var limit = remaining.map { clock.seconds + max($0, Self.moment) }
    for scenario in network.scenarios.indices.dropFirst() {
      var model = Model(name: network.scenarios[scenario].name)
      let recourse = builder.add(scenario, to: &model, stage)
      model.addToObjective(recourse.cost)
      if limit == nil, options.cancellation?.isCancelled == true { limit = clock.seconds + Self.moment }
      let solving = SolveOptions(timeLimit: limit.map { max(0, $0 - clock.seconds) })
      let found = try solver.open(model).solve(solving)
      guard found.termination.reason == .optimal, let point = found.point else { return nil }
      layout.recourse[scenario] = reader.read(recourse, at: point)
    }
    return layout
  }

  /// The layout in which nothing is open and all demand is short; nil where a policy forbids it.
  var idle: Layout? {
    var layout = Layout(network)
    for (index, site) in network.sourcingCase.sites.enumerated() { layout.isOpen[index] = site.isExisting }
    for scenario in network.scenarios.indices {
      for period in 0..<network.periods {
        layout.recourse[scenario].periods[period].short = network.demands.indices.map {
          network.quantity(demand: $0, scenario: scenario, period: period)
        }
      }
    }
    return PlanVerifier.verify(layout, against: network).isSound ? layout : nil
  }

  private var remaining: Double? {
    deadline.map { max(0, $0 - clock.seconds) }
  }
}
