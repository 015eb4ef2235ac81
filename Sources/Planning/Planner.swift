public import LinearModel
public import Sourcing

/// Finds the best layout of a case and proves how good it is.
///
/// The search runs on threads of the solver's own; a planner holds no state, and several may work side by
/// side.
public struct Planner: Sendable {
  let solver: any Solver

  /// A planner over a solver.
  public init(solver: any Solver) {
    self.solver = solver
  }

  /// Plans a case.
  ///
  /// - Returns: A plan whose status says what is known. Infeasible cases, limits and cancellation are
  ///   statuses, not errors. Every layout in it passed the verifier.
  /// - Throws: ``Sourcing/CaseFaults`` where the case is not sound, `SolverError` or ``PlanningError`` where the
  ///   program failed.
  public func plan(_ sourcingCase: SourcingCase, _ options: PlanOptions = PlanOptions()) throws -> Plan {
    var seeded = sourcingCase
    if let seed = options.seed { seeded.settings.seed = seed }
    return try plan(SourcingNetwork(seeded), options)
  }

  /// Plans a case that was made ready before; scenarios that it drew stay as they are, whatever the seed of the options.
  public func plan(_ network: SourcingNetwork, _ options: PlanOptions = PlanOptions()) throws -> Plan {
    if options.certificate != nil || options.resume != nil {
      try Certificate.checkIsPossible(for: network)
      if options.method == .extensive || options.fixedLayout != nil {
        throw PlanningError("a certificate is made by decomposition, of a layout that is sought")
      }
    }
    let solver = solver
    return try solver.onDedicatedThread {
      network.measuresRegret
        ? try RegretSearch(solver, network, options).run()
        : try ObjectiveSearch(solver, network, options).run()
    }
  }
}
