internal import CGLPK
internal import LinearModel

/// Solves a session's mixed-integer program: the relaxation first, then branch and cut, then a check of
/// the point that came out.
final class TreeSolve {
  private let session: GLPKSession
  private let options: SolveOptions
  private let clock: SolveClock
  private var rows: LazyRows
  /// The best point that passed its check, with its objective.
  private var best: (point: [Double], objective: Double)?
  private var bound: Double
  private var nodes = 0
  private var iterations = 0
  private let cares: [TreeSettings.Care]

  private var model: Model { session.model }

  /// - Parameter cares: How branch and cut is run, in this order.
  /// - Throws: ``LinearModel/SolverError`` where the model cannot be made fit for GLPK.
  init(
    session: GLPKSession, options: SolveOptions, clock: SolveClock,
    cares: [TreeSettings.Care] = TreeSettings.Care.allCases
  ) throws {
    // GLPK wants whole-numbered bounds, and at least one coefficient. Where the model is not like that, a
    // session of its own has one that is.
    self.session = try session.model.fitForTree().map { try GLPKSession($0) } ?? session
    self.options = options
    self.clock = clock
    self.cares = cares
    rows = LazyRows(self.session.model)
    bound = self.session.model.boxBound
  }

  func run() throws -> Solution {
    try takeStart()
    let root = try solveRoot()
    bound = model.tighter(bound, root.bound)
    switch root.kind {
    case .limit(let limit): return solution(Termination(.limit, limit: limit))
    case .infeasible:
      guard best == nil else {
        throw NumericalFailure.error(
          model: model, failures: ["the relaxation came out infeasible, but the start point is feasible"])
      }
      return Solution(termination: Termination(.infeasible, detail: root.detail), bound: model.emptyBound)
    case .unbounded: return try settleUnbounded()
    case .optimal: return try branch()
    }
  }

  // MARK: Before the tree

  /// Takes the caller's point where it is feasible.
  private func takeStart() throws {
    guard var point = options.start, point.count == model.variableCount else { return }
    for index in point.indices where model.domains[index] == .integer { point[index].round() }
    guard model.feasibility(of: point, tolerance: LinearSolve.feasibilityTolerance).isFeasible else { return }
    if let lazy = options.lazyConstraints, try !rows.add(try lazy(point, true), at: point).isEmpty { return }
    best = (point, model.objectiveValue(at: point))
  }

  private func solveRoot() throws -> LinearOutcome {
    try LinearSolve(session: session, clock: clock, incumbent: best?.objective).run()
  }

  /// The relaxation is unbounded. With rational coefficients the model itself then is unbounded or has no
  /// integer point at all, which the model without its objective tells.
  private func settleUnbounded() throws -> Solution {
    if best != nil { return unboundedSolution() }
    var blind = model
    for index in 0..<blind.variableCount { blind.setObjective(of: Variable(index: index), to: 0) }
    var blindOptions = options
    blindOptions.start = nil
    let outcome = try TreeSolve(session: GLPKSession(blind), options: blindOptions, clock: clock).run()
    switch outcome.termination.reason {
    case .optimal: return unboundedSolution()
    case .infeasible: return Solution(termination: Termination(.infeasible), bound: model.emptyBound)
    case .unbounded, .limit: return solution(outcome.termination)
    }
  }

  private func unboundedSolution() -> Solution {
    Solution(
      termination: Termination(.unbounded, detail: "the relaxation is unbounded and an integer point exists"),
      bound: model.unprovenBound)
  }

  // MARK: The tree

  /// Runs branch and cut, again in more careful ways where a run fails.
  private func branch() throws -> Solution {
    var failures: [String] = []
    var faults = 0
    for care in cares {
      do {
        switch try attempt(care) {
        case .solved(let solution): return solution
        case .failed(let reason): failures.append("\(care.rawValue): \(reason)")
        }
      } catch let error as SolverError where error.code == .internalFault {
        session.discardProblem()
        faults += 1
        failures.append("\(care.rawValue): \(error)")
        if faults > 1 { throw error }
      }
      if let limit = clock.limit { return solution(Termination(.limit, limit: limit)) }
      let root = try solveRoot()
      if case .limit(let limit) = root.kind { return solution(Termination(.limit, limit: limit)) }
    }
    throw NumericalFailure.error(model: rows.model, failures: failures)
  }

  private enum Attempt {
    case solved(Solution)
    case failed(String)
  }

  private func attempt(_ care: TreeSettings.Care) throws -> Attempt {
    let problem = try session.currentProblem()
    let run = TreeRun(
      model: model, options: options, clock: clock, rows: rows, bound: bound, start: best?.point)
    let settings = TreeSettings.make(care, model, options: options, clock: clock)
    let answer: Int
    do {
      // What the run learned stays, even where it failed.
      defer { take(run) }
      answer = try run.run(problem, settings)
    }
    if let error = run.error { throw error }
    return try judge(answer, run, status: try problem.integerSolution(columns: model.variableCount))
  }

  private func take(_ run: TreeRun) {
    rows = run.rows
    nodes += run.nodes
    iterations += run.iterations
    bound = model.tighter(bound, run.bound)
  }

  /// What GLPK's answer, its status and its point together prove.
  private func judge(
    _ answer: Int, _ run: TreeRun, status: (status: Int, objective: Double, point: [Double])
  ) throws -> Attempt {
    var flaw: String?
    if status.status == CGLPK_OPT || status.status == CGLPK_FEAS {
      flaw = try takePoint(status.point, objective: status.objective)
    }
    switch answer {
    case CGLPK_DONE where status.status == CGLPK_OPT:
      if let flaw { return .failed(flaw) }
      return exhausted(objective: status.objective)
    case CGLPK_DONE where status.status == CGLPK_NOFEAS:
      if best != nil { return .failed("called infeasible, but a feasible point is known") }
      return .solved(Solution(termination: Termination(.infeasible), bound: model.emptyBound))
    case CGLPK_ESTOP:
      switch run.stop {
      case .limit(let limit): return .solved(solution(Termination(.limit, limit: limit)))
      case .gap:
        if provenWithinGap { return .solved(solution(Termination(.optimal))) }
        return .failed(flaw ?? "the gap did not hold")
      case nil: return .failed("stopped without a reason")
      }
    case CGLPK_ETMLIM:
      return .solved(solution(Termination(.limit, limit: .time)))
    default:
      return .failed("\(SimplexRun.name(ofAnswer: answer)), status \(status.status)")
    }
  }

  /// The whole tree was looked at, so that nothing is better than `objective`.
  private func exhausted(objective: Double) -> Attempt {
    guard let best else { return .failed("optimal without a point") }
    let margin = max(options.relativeGap, 1e-6) * max(1, abs(best.objective))
    // The point that is known must not be worse than what GLPK claims, and no better either.
    guard abs(best.objective - objective) <= margin else {
      return .failed("optimum \(objective) claimed, but the best point has \(best.objective)")
    }
    bound = best.objective
    return .solved(solution(Termination(.optimal)))
  }

  private var provenWithinGap: Bool {
    guard let best, bound.isFinite else { return false }
    // A trace of slack for the rounding of the objective itself.
    return abs(best.objective - bound) <= (options.relativeGap + 1e-12) * abs(best.objective) + 1e-12
  }

  // MARK: Points

  /// Checks GLPK's point and keeps it where it holds; returns why it does not.
  private func takePoint(_ raw: [Double], objective: Double) throws -> String? {
    let polish = PointPolish(options: options, clock: clock)
    guard let point = try polish.feasiblePoint(near: raw, rows: &rows) else {
      return "the integer point with objective \(objective) breaks the model"
    }
    // Rows that come by and by have the last word on the point as well.
    if let lazy = options.lazyConstraints, try !rows.add(try lazy(point, true), at: point).isEmpty {
      return "the integer point with objective \(objective) breaks a row that came late"
    }
    let value = model.objectiveValue(at: point)
    if let best, !model.isBetter(value, than: best.objective) { return nil }
    best = (point, value)
    return nil
  }

  private func solution(_ termination: Termination) -> Solution {
    var proven = bound
    // Rounding may put the bound a trace past the objective.
    if let best, model.isBetter(best.objective, than: proven) { proven = best.objective }
    return Solution(
      termination: termination, point: best?.point, objective: best?.objective, bound: proven,
      iterations: iterations, nodes: nodes)
  }
}

extension Model {
  /// This model with what GLPK's branch and cut cannot do without; nil where nothing is missing.
  fileprivate func fitForTree() -> Model? {
    var fit = self
    var changed = false
    for index in 0..<variableCount {
      let variable = Variable(index: index)
      let bounds = effectiveBounds(of: variable)
      if bounds.lower != lowerBounds[index] || bounds.upper != upperBounds[index] {
        fit.setBounds(of: variable, lower: bounds.lower, upper: bounds.upper)
        changed = true
      }
    }
    if nonzeroCount == 0 {
      fit.addRow(columns: [0], values: [1], lower: -.infinity, upper: .infinity, name: "free row")
      changed = true
    }
    return changed ? fit : nil
  }
}
