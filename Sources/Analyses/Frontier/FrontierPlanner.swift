public import LinearModel
public import Sourcing

/// Finds what safety costs: the efficient layouts between the cheapest and the safest.
public struct FrontierPlanner: Sendable {
  private let solver: any Solver

  /// A planner of frontiers over a solver.
  public init(solver: any Solver) {
    self.solver = solver
  }

  /// The frontier of a case.
  ///
  /// - Returns: A frontier that says itself whether it is whole: a time limit or an interrupt leaves the points found by then.
  /// - Throws: ``Sourcing/CaseFaults`` where the places of the options are not in the case or a given layout does not fit it, `SolverError` or `PlanningError` where the
  ///   program failed.
  public func frontier(_ network: SourcingNetwork, _ options: FrontierOptions = FrontierOptions()) throws
    -> Frontier
  {
    let deadline = Deadline(timeLimit: options.timeLimit, cancellation: options.cancellation)
    if options.axis == .autonomy, options.places.isEmpty {
      throw CaseFaults([
        Fault(
          at: .init(file: "autonomy"), Message(QuestionText.noPlaceNamed),
          expected: Message(QuestionText.ownPlaces))
      ])
    }
    let solver = solver
    options.progress?("building the model")
    let frontier = try FrontierCase(network, options)
    let given = try options.layout.flatMap { try place($0, in: frontier, options) }
    return try solver.onDedicatedThread {
      try FrontierSearch(frontier, solver, deadline, options).run(besides: given)
    }
  }

  /// Where a layout lies that responds to each scenario at least cost; nil where an interrupt came first, or where it cannot give the
  /// least service that demand asks for, so that there is no response.
  private func place(_ standing: StandingLayout, in frontier: FrontierCase, _ options: FrontierOptions) throws
    -> Frontier.Given?
  {
    let network = frontier.network
    let costed = try standing.costed(in: network, solver: solver, cancellation: options.cancellation)
    guard costed.plan.objective != nil else { return nil }
    let layout = Layout.reading(costed.plan, network).layout
    let evaluation = CostEvaluation(layout, network)
    return Frontier.Given(
      layout: standing.source, cost: evaluation.costs.total, value: frontier.value(of: layout, evaluation))
  }
}
