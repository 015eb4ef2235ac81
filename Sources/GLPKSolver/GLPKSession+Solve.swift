internal import CGLPK
internal import LinearModel

extension GLPKSession {
  func solve(_ options: SolveOptions) throws -> Solution {
    try requireThread()
    let clock = SolveClock(options)
    let before = iterationCount
    var solution: Solution
    if options.lazyConstraints == nil, let closed = model.solutionWithoutRows(relaxed: options.relaxation) {
      solution = closed
    } else if model.hasIntegers, !options.relaxation {
      solution = try TreeSolve(session: self, options: options, clock: clock).run()
    } else if options.lazyConstraints == nil {
      solution = Solution(try LinearSolve(session: self, clock: clock).run(), of: model)
    } else {
      solution = try solveLazily(options, clock: clock)
    }
    solution.iterations = max(solution.iterations, iterationCount - before)
    solution.seconds = clock.seconds
    return solution
  }

  /// Simplex iterations of the present problem since it was made.
  private var iterationCount: Int {
    guard let problem = try? currentProblem(), let status = try? problem.status else { return 0 }
    return Int(status.iterations)
  }

  /// A linear program whose rows come by and by; those that came are removed in the end.
  private func solveLazily(_ options: SolveOptions, clock: SolveClock) throws -> Solution {
    let given = model.constraintCount
    defer { try? truncateConstraints(to: given) }
    while true {
      let outcome = try LinearSolve(session: self, clock: clock).run()
      guard outcome.kind == .optimal, let point = outcome.point, let lazy = options.lazyConstraints else {
        return Solution(outcome, of: model, constraints: given)
      }
      let before = model.constraintCount
      try addConstraints(try lazy(point, false), names: [])
      let broken = (before..<model.constraintCount).contains {
        LazyRows.isBroken(Constraint(index: $0), of: model, at: point)
      }
      if !broken { return Solution(outcome, of: model, constraints: given) }
    }
  }
}

extension Solution {
  /// The solution of a linear program.
  ///
  /// - Parameter constraints: How many constraints the caller knows of; the rest were added on the way.
  init(_ outcome: LinearOutcome, of model: Model, constraints: Int? = nil) {
    let known = constraints ?? model.constraintCount
    switch outcome.kind {
    case .optimal: self.init(termination: Termination(.optimal, detail: outcome.detail), bound: outcome.bound)
    case .infeasible:
      self.init(termination: Termination(.infeasible, detail: outcome.detail), bound: outcome.bound)
    case .unbounded:
      self.init(termination: Termination(.unbounded, detail: outcome.detail), bound: outcome.bound)
    case .limit(let limit):
      self.init(termination: Termination(.limit, limit: limit, detail: outcome.detail), bound: outcome.bound)
    }
    if let point = outcome.point {
      self.point = point
      objective = model.objectiveValue(at: point)
    }
    if let duals = outcome.duals {
      reducedCosts = model.reducedCosts(of: duals)
      self.duals = Array(duals.prefix(known))
    }
    // A ray that leans on rows which the caller does not know proves nothing to them.
    if let ray = outcome.ray, ray.count == known { farkasRay = ray }
  }
}
