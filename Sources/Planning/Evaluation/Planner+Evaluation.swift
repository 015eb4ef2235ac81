internal import LinearModel
public import Sourcing

extension Planner {
  /// Finds what planning under uncertainty is worth for a plan, and how sure its expected cost is.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - network: The one that the plan was made for.
  ///   - options: What is to be found out, and by how many samples.
  /// - Returns: What could be found; a limit or an interrupt leaves parts out and says so.
  /// - Throws: ``Sourcing/CaseFaults`` where an interval is asked for of scenarios that are not drawn, or from the very samples
  ///   that the plan was made for; `SolverError` or ``PlanningError`` where the program failed.
  public func evaluate(
    _ plan: Plan, of network: SourcingNetwork, _ options: EvaluationOptions = EvaluationOptions()
  ) throws -> PlanEvaluation {
    try checkEvaluation(of: network, seed: plan.seed, options)
    let solver = solver
    return try solver.onDedicatedThread { try PlanEvaluator(solver, network, plan, options).run() }
  }

  /// Checks before a search whether what is asked for can be found out afterwards.
  ///
  /// - Parameters:
  ///   - network: The case.
  ///   - seed: The seed of the plan.
  ///   - options: What is to be found out, and by how many samples.
  /// - Throws: ``Sourcing/CaseFaults`` as ``evaluate(_:of:_:)`` does.
  public func checkEvaluation(of network: SourcingNetwork, seed: Int, _ options: EvaluationOptions) throws {
    guard options.parts.contains(.interval) else { return }
    _ = try PlanEvaluator.freshSeed(seed, network, options)
  }

  /// Finds what each scenario would cost if it were foreseen, which an objective that measures regret is made of.
  ///
  /// - Returns: The network that knows it; as it was where the objective does not ask for it.
  /// - Throws: ``PlanningError`` where a scenario has no layout at all.
  public func foreseeing(_ network: SourcingNetwork) throws -> SourcingNetwork {
    guard network.measuresRegret else { return network }
    let solver = solver
    return try solver.onDedicatedThread {
      switch try RegretSearch(solver, network, PlanOptions()).foresee() {
      case .known(let foresight): return network.knowing(foresight)
      case .impossible, .outOfTime:
        throw PlanningError(
          "no layout for some scenario alone, so that there is nothing to measure regret against")
      }
    }
  }
}
