public import LinearModel
internal import Planning
public import Sourcing

/// Finds layouts that differ from the best as much as their cost allows.
public struct AlternativeFinder: Sendable {
  private let solver: any Solver

  /// A finder over a solver.
  public init(solver: any Solver) {
    self.solver = solver
  }

  /// Layouts that cost little more than a plan of the case.
  ///
  /// Small cases are searched by the whole model in one, made as far from the layouts known as the cost allows. Of other
  /// cases a layout that differs in so many decisions is sought by decomposition, for one number after the other; where neither
  /// such a layout nor that there is none is found within some hundred nodes of a search tree, a smaller number is tried, and
  /// the alternative is not proven to be the farthest.
  ///
  /// - Parameters:
  ///   - best: A plan of the case with a layout: the best one, or the best that is known.
  ///   - network: The case of the plan.
  ///   - options: How many, how near to the least cost, and limits of the search.
  /// - Returns: The alternatives; where time ended the search, those found by then.
  /// - Throws: `SolverError` or `PlanningError` where the program failed.
  public func alternatives(
    to best: Plan, in network: SourcingNetwork, _ options: AlternativeOptions = AlternativeOptions()
  ) throws -> Alternatives {
    let deadline = Deadline(timeLimit: options.timeLimit, cancellation: options.cancellation)
    guard best.hasLayout, let objective = best.objective else {
      var none = Alternatives(within: options.within, best: best)
      none.completeness = deadline.standing
      return none
    }
    let solver = solver
    let limit = objective + options.within * abs(objective) + 1e-9 * max(1, abs(objective))
    return try solver.onDedicatedThread {
      if options.method != .extensive, options.method == .benders || !PlanMethod.suitsExtensiveForm(network) {
        return try DecomposedAlternatives(network, best: best, limit: limit, solver, deadline, options).run()
      }
      let model = AlternativeModel(network, limit: limit)
      return try AlternativeSearch(model, best: best, solver, deadline, options).run()
    }
  }
}

extension Alternatives {
  init(within: Double, best: Plan) {
    self.within = within
    self.best = best
  }

  /// Notes how the search ended.
  ///
  /// - Parameter isCut: Whether the time for one of the alternatives ended the search for it.
  mutating func close(_ deadline: Deadline, isCut: Bool) {
    completeness = deadline.standing
    if completeness == .complete, isCut { completeness = .timeLimit }
    seconds = deadline.seconds
  }
}

extension Alternatives.Alternative {
  /// - Parameters:
  ///   - best: The best layout, which what opens and closes is told against.
  ///   - bound: The most that the distance can be, where it is proven.
  /// - Throws: ``PlanningError`` where the layout does not pass the verifier.
  init(_ layout: Layout, of network: SourcingNetwork, besides best: Plan, distance: Int, bound: Int?) throws {
    let evaluation = try PlanVerifier.passed(layout, in: network, calling: "an alternative").evaluation
    var document = Plan(name: "", currency: "", status: .feasible, message: "")
    layout.write(into: &document, network)
    let sites = document.sites.filter(\.open).map(\.site)
    let before = best.sites.filter(\.open).map(\.site)
    self.init(
      objective: evaluation.objective, distance: distance, distanceBound: bound,
      opens: sites.filter { !before.contains($0) }, closes: before.filter { !sites.contains($0) },
      sites: sites, sourcing: document.sourcing)
  }
}
