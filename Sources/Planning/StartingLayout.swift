internal import LinearModel
internal import Sourcing

/// Finds a layout quickly: the best one for a quiet world, then the best that can be made of it in each
/// scenario.
///
/// It satisfies every policy but possibly `max_cost`, and gives a search something to show from its first
/// seconds on.
struct StartingLayout {
  private let solver: any Solver
  private let network: SourcingNetwork
  private let options: PlanOptions
  private let deadline: Double?
  private let clock = SearchClock()

  /// A layout for a quiet world need not be proven best.
  private static let quietGap = 0.02
  /// Nor may it take long where no time limit is set.
  private static let quietSeconds = 30.0

  init(_ solver: any Solver, _ network: SourcingNetwork, _ options: PlanOptions, deadline: Double?) {
    self.solver = solver
    self.network = network
    self.options = options
    self.deadline = deadline
  }

  /// The layout; nil where none was found in time or none exists.
  func find() throws -> Layout? {
    let quiet = QuietForm(network)
    let solution = try solver.open(quiet.model).solve(limited(gap: Self.quietGap))
    guard let point = solution.point else { return nil }
    var layout = quiet.layout(at: point)
    let builder = RecourseBuilder(network)
    let stage = FirstStage(layout)
    for scenario in network.scenarios.indices.dropFirst() {
      var model = Model(name: network.scenarios[scenario].name)
      let recourse = builder.add(scenario, to: &model, stage)
      model.addToObjective(recourse.cost)
      let found = try solver.open(model).solve(limited(gap: 0))
      guard found.termination.reason == .optimal, let point = found.point else { return nil }
      layout.recourse[scenario] = RecourseReader(network, stage).read(recourse, at: point)
    }
    return layout
  }

  private func limited(gap: Double) -> SolveOptions {
    let limit = min(deadline ?? Self.quietSeconds, Self.quietSeconds)
    return SolveOptions(
      timeLimit: max(0, limit - clock.seconds), relativeGap: gap, cancellation: options.cancellation)
  }
}

/// The first stage and the undisturbed recourse alone.
private struct QuietForm {
  let model: Model
  private let network: SourcingNetwork
  private let stage: FirstStage
  private let undisturbed: Recourse

  init(_ network: SourcingNetwork) {
    var model = Model(name: "quiet")
    let stage = FirstStageBuilder(network).add(to: &model)
    var builder = RecourseBuilder(network)
    builder.lanesForcedElsewhere = PolicyRules.forcedLanes(network)
    let undisturbed = builder.add(0, to: &model, stage)
    model.addToObjective(stage.cost(network))
    model.addToObjective(undisturbed.cost)
    var rules = PolicyRules(
      network: network, stage: stage, undisturbed: undisturbed, totalCost: LinearExpression())
    for policy in network.policies { _ = rules.add(policy, to: &model) }
    self.model = model
    self.network = network
    self.stage = stage
    self.undisturbed = undisturbed
  }

  func layout(at point: [Double]) -> Layout {
    var layout = StageReader(network).read(stage, at: point)
    layout.recourse[0] = RecourseReader(network, FirstStage(layout)).read(undisturbed, at: point)
    return layout
  }
}
