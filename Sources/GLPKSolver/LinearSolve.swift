internal import CGLPK
internal import LinearModel

/// Solves a session's linear program and checks the answer, climbing a ladder of other ways where one
/// fails.
final class LinearSolve {
  /// The ways in the order in which they are tried.
  enum Rung: String, CaseIterable {
    case presentBasis = "present basis, dual simplex"
    case otherSimplex = "primal simplex"
    case freshBasis = "fresh basis, dual simplex"
    case otherScaling = "other scaling, primal simplex"
    case noScaling = "no scaling, textbook rules"
    case exact = "exact arithmetic"
  }

  private let session: GLPKSession
  private let clock: SolveClock
  private let incumbent: Double?
  private let rungs: [Rung]
  /// The best bound that was proven on the way; a later basis may prove less.
  private var bound: Double

  /// Exact arithmetic is tried only up to this many coefficients; it is thousands of times slower.
  private static let exactLimit = 20_000
  /// Greatest scaled violation that passes the check.
  static let feasibilityTolerance = 1e-6
  /// Internal faults after which a solve gives up.
  private static let mostFaults = 2

  private var model: Model { session.model }

  /// - Parameters:
  ///   - incumbent: Objective of the best integer point, for reports only.
  ///   - rungs: What is tried, in this order.
  init(
    session: GLPKSession, clock: SolveClock, incumbent: Double? = nil, rungs: [Rung] = Rung.allCases
  ) {
    self.session = session
    self.clock = clock
    self.incumbent = incumbent
    self.rungs = rungs
    bound = session.model.unprovenBound
  }

  /// - Throws: ``LinearModel/SolverError`` where no rung gave an answer that passed its check.
  func run() throws -> LinearOutcome {
    var failures: [String] = []
    var faults = 0
    var infeasibleClaims = 0
    for rung in rungs {
      if let limit = clock.limit { return limitOutcome(limit, problem: nil) }
      if rung == .exact, model.nonzeroCount > Self.exactLimit { continue }
      do {
        switch try attempt(rung) {
        case .outcome(let outcome): return outcome
        case .failed(let reason): failures.append("\(rung.rawValue): \(reason)")
        case .unprovenInfeasibility:
          infeasibleClaims += 1
          failures.append("\(rung.rawValue): infeasible, but its certificate did not hold")
        }
      } catch let error as SolverError where error.code == .internalFault {
        session.discardProblem()
        faults += 1
        failures.append("\(rung.rawValue): \(error)")
        if faults >= Self.mostFaults { throw error }
      }
    }
    // Several methods agree that there is no point, within tolerances that blur the certificate.
    if infeasibleClaims >= 2, infeasibleClaims == failures.count {
      var outcome = LinearOutcome(.infeasible, bound: model.emptyBound)
      outcome.detail = "found by \(infeasibleClaims) methods, but their certificates drown in rounding"
      return outcome
    }
    throw NumericalFailure.error(model: model, failures: failures)
  }

  private enum Attempt {
    case outcome(LinearOutcome)
    case failed(String)
    case unprovenInfeasibility
  }

  private func attempt(_ rung: Rung) throws -> Attempt {
    let problem = try session.currentProblem()
    let run = SimplexRun(problem: problem, rows: model.constraintCount, clock: clock) {
      try self.report(problem)
    }
    let end: SimplexRun.End
    var method = CGLPK_DUAL_PRIMAL
    switch rung {
    case .presentBasis:
      end = try run.run(method: method)
    case .otherSimplex:
      method = CGLPK_PRIMAL
      end = try run.run(method: method)
    case .freshBasis:
      try problem.setBasis(CGLPK_BASIS_ADVANCED)
      end = try run.run(method: method)
    case .otherScaling:
      method = CGLPK_PRIMAL
      try problem.scale(CGLPK_SCALE_GEOMETRIC)
      try problem.setBasis(CGLPK_BASIS_STANDARD)
      end = try run.run(method: method, tolerance: 1e-8)
    case .noScaling:
      try problem.scale(CGLPK_SCALE_NONE)
      try problem.setBasis(CGLPK_BASIS_STANDARD)
      end = try run.run(method: method, cautious: true, tolerance: 1e-9)
    case .exact:
      try problem.setBasis(CGLPK_BASIS_STANDARD)
      let answer = try problem.exact(milliseconds: clock.milliseconds(atMost: 60_000))
      method = CGLPK_PRIMAL
      end =
        answer == CGLPK_DONE
        ? .finished : .failed(SimplexRun.name(ofAnswer: answer))
    }
    return try judge(end, method: method, problem: problem)
  }

  /// Looks at the primal and the dual status, each for itself.
  private func judge(_ end: SimplexRun.End, method: Int, problem: GLPKProblem) throws -> Attempt {
    switch end {
    case .limit(let limit): return .outcome(limitOutcome(limit, problem: problem))
    case .failed(let reason): return .failed(reason)
    case .finished: break
    }
    let status = try problem.status
    switch (Int(status.primal), Int(status.dual)) {
    case (CGLPK_FEAS, CGLPK_FEAS):
      return try checkedOptimum(problem)
    case (CGLPK_NOFEAS, _):
      if method != CGLPK_PRIMAL, let ray = try checkedRay(problem) { return .outcome(infeasible(ray)) }
      // The primal simplex gives no certificate, and the dual simplex may mean an unbounded problem.
      return method == CGLPK_PRIMAL ? try certifyInfeasibility(problem) : try classify(problem)
    case (_, CGLPK_NOFEAS):
      return method == CGLPK_PRIMAL ? try checkedUnboundedness(problem) : try classify(problem)
    default:
      return .failed("no conclusion (primal status \(status.primal), dual status \(status.dual))")
    }
  }

  /// Tells an unbounded problem from an infeasible one, which the dual simplex cannot.
  private func classify(_ problem: GLPKProblem) throws -> Attempt {
    let run = SimplexRun(problem: problem, rows: model.constraintCount, clock: clock) {
      try self.report(problem)
    }
    let end = try run.run(method: CGLPK_PRIMAL)
    return try judge(end, method: CGLPK_PRIMAL, problem: problem)
  }

  private func checkedOptimum(_ problem: GLPKProblem) throws -> Attempt {
    let point = clipped(try problem.point(columns: model.variableCount))
    let duals = try problem.rowDuals(rows: model.constraintCount)
    let report = model.feasibility(of: point, tolerance: Self.feasibilityTolerance, relaxed: true)
    if !report.isFeasible {
      return .failed("the point is not feasible: \(report.worst.first?.description ?? "not finite")")
    }
    if let flaw = model.optimalityFlaw(point: point, duals: duals) { return .failed(flaw) }
    return .outcome(
      LinearOutcome(.optimal, point: point, duals: duals, bound: model.objectiveValue(at: point)))
  }

  /// Values that overstep a bound by no more than rounding lie on it.
  private func clipped(_ point: [Double]) -> [Double] {
    var point = point
    for index in point.indices {
      let clamped = min(max(point[index], model.lowerBounds[index]), model.upperBounds[index])
      if abs(clamped - point[index]) <= Self.feasibilityTolerance * max(1, abs(clamped)) {
        point[index] = clamped
      }
    }
    return point
  }

  private func checkedUnboundedness(_ problem: GLPKProblem) throws -> Attempt {
    let point = try problem.point(columns: model.variableCount)
    let report = model.feasibility(of: point, tolerance: Self.feasibilityTolerance, relaxed: true)
    guard report.isFeasible, let ray = try problem.primalRay(columns: model.variableCount) else {
      return .failed("unbounded, but without a feasible point and a direction")
    }
    guard model.provesUnboundedness(ray) || model.provesUnboundedness(ray.map { -$0 }) else {
      return .failed("unbounded, but its direction does not hold")
    }
    return .outcome(LinearOutcome(.unbounded, bound: model.unprovenBound))
  }

  /// Solves without an objective by the dual simplex, which gives a certificate where there is no point.
  private func certifyInfeasibility(_ problem: GLPKProblem) throws -> Attempt {
    for column in model.objective.indices where model.objective[column] != 0 {
      try problem.setObjective(column, 0)
    }
    let end = try SimplexRun(problem: problem, rows: model.constraintCount, clock: clock, betweenSlices: {})
      .run(method: CGLPK_DUAL)
    var ray: [Double]?
    if case .finished = end, Int(try problem.status.primal) == CGLPK_NOFEAS {
      ray = try checkedRay(problem)
    }
    for column in model.objective.indices where model.objective[column] != 0 {
      try problem.setObjective(column, model.objective[column])
    }
    if case .limit(let limit) = end { return .outcome(limitOutcome(limit, problem: nil)) }
    guard let ray else { return .unprovenInfeasibility }
    return .outcome(infeasible(ray))
  }

  private func checkedRay(_ problem: GLPKProblem) throws -> [Double]? {
    guard let ray = try problem.dualRay(rows: model.constraintCount) else { return nil }
    if model.provesInfeasibility(ray) { return ray }
    let opposite = ray.map { -$0 }
    return model.provesInfeasibility(opposite) ? opposite : nil
  }

  private func infeasible(_ ray: [Double]) -> LinearOutcome {
    LinearOutcome(.infeasible, ray: ray, bound: model.emptyBound)
  }

  private func limitOutcome(_ limit: Termination.Limit, problem: GLPKProblem?) -> LinearOutcome {
    improveBound(problem)
    return LinearOutcome(.limit(limit), bound: bound)
  }

  /// Takes what the bounds of the variables and the duals of the present basis prove.
  private func improveBound(_ problem: GLPKProblem?) {
    bound = model.tighter(bound, model.boxBound)
    guard let duals = try? problem?.rowDuals(rows: model.constraintCount) else { return }
    bound = model.tighter(bound, model.dualBound(of: duals))
  }

  private func report(_ problem: GLPKProblem) throws {
    improveBound(problem)
    guard clock.wantsReport else { return }
    clock.report(
      bound: bound, incumbent: incumbent, nodes: 0, iterations: Int(try problem.status.iterations))
  }
}
