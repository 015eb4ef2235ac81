public import LinearModel

/// A model under cones, solved by outer approximation (Duran and Grossmann 1986): the cones' tangents are added where a
/// point breaks them, first to the relaxation, then after each mixed-integer program, whose decisions are kept while the
/// amounts are put right.
///
/// Each program holds every layout within the limits, so its bound is valid throughout. A point that is returned breaks no
/// tangent by more than a linear program can tell apart.
public final class ConicSession {
  /// The session with the model; what is changed in it holds for the next solve. Rows are only to be added to it.
  public let session: any SolverSession
  private let cones: [ConcentrationCone]
  /// The tangents that were added, as rows of their policies.
  private(set) var tangents: [(policy: Int, row: PolicyRow)] = []

  private static let mostRounds = 200

  init(_ model: Model, _ cones: [ConcentrationCone], _ solver: any Solver) throws {
    session = try solver.open(model)
    self.cones = cones
  }

  /// Solves the model as it is now, under the cones.
  public func solve(_ options: SolveOptions) throws -> Solution {
    if cones.isEmpty { return try session.solve(options) }
    let clock = SearchClock()
    let timed = { (options: SolveOptions) in
      var timed = options
      timed.timeLimit = options.timeLimit.map { max(0, $0 - clock.seconds) }
      return timed
    }
    let relaxed = try relaxation(options, clock)
    if options.relaxation || relaxed.termination.reason == .infeasible { return relaxed }
    var best: Solution?
    var bound = -Double.infinity
    for round in 0..<Self.mostRounds {
      var solving = timed(options)
      if let best { solving.start = best.point }
      var solution = try session.solve(solving)
      if solution.bound.isFinite { bound = max(bound, solution.bound) }
      guard let point = solution.point else {
        // What was found before stands; the program has nothing left that is better.
        guard var best else { return solution }
        best.bound = solution.termination.reason == .infeasible ? best.objective ?? bound : bound
        best.termination = solution.termination.reason == .limit ? solution.termination : best.termination
        return best
      }
      if try addTangents(at: point, round) == 0 {
        solution.bound = max(solution.bound, bound)
        return solution
      }
      if let repaired = try repaired(point, timed(options), clock),
        (repaired.objective ?? .infinity) < (best?.objective ?? .infinity)
      {
        best = repaired
      }
      best?.bound = bound
      if solution.termination.reason == .limit || (timed(options).timeLimit ?? 1) <= 0 {
        guard var best else {
          return Solution(
            termination: Termination(.limit, limit: solution.termination.limit ?? .time), bound: bound)
        }
        best.termination = Termination(.limit, limit: solution.termination.limit ?? .time)
        return best
      }
      if let best, let objective = best.objective, objective - bound <= options.relativeGap * abs(objective) {
        return best
      }
    }
    throw PlanningError("the limits on concentration did not settle in \(Self.mostRounds) rounds")
  }

  /// The relaxation with tangents until none is broken.
  private func relaxation(_ options: SolveOptions, _ clock: SearchClock) throws -> Solution {
    var solving = options
    solving.relaxation = true
    solving.start = nil
    var round = 0
    while true {
      solving.timeLimit = options.timeLimit.map { max(0, $0 - clock.seconds) }
      let solution = try session.solve(solving)
      guard solution.termination.reason == .optimal, let point = solution.point else { return solution }
      if try addTangents(at: point, round) == 0 { return solution }
      round += 1
    }
  }

  /// The best amounts within the cones for the whole-numbered decisions of a point; nil where there are none.
  private func repaired(_ point: [Double], _ options: SolveOptions, _ clock: SearchClock) throws -> Solution?
  {
    let model = session.model
    let whole = model.domains.indices.filter { model.domains[$0] == .integer }
    for index in whole {
      let value = point[index].rounded()
      try session.setBounds(of: Variable(index: index), lower: value, upper: value)
    }
    var solution = try relaxation(options, clock)
    for index in whole {
      try session.setBounds(
        of: Variable(index: index), lower: model.lowerBounds[index], upper: model.upperBounds[index])
    }
    guard solution.termination.reason == .optimal, var found = solution.point else { return nil }
    for index in whole { found[index] = point[index].rounded() }
    solution.point = found
    solution.duals = nil
    solution.reducedCosts = nil
    return solution
  }

  /// Adds the tangents that a point breaks, and says how many.
  private func addTangents(at point: [Double], _ round: Int) throws -> Int {
    let broken = cones.flatMap { $0.brokenTangents(at: point, round: round) }
    if broken.isEmpty { return 0 }
    let first = tangents.count
    let rows = try session.addConstraints(
      broken.map(\.relation), names: broken.indices.map { "tangent[\(first + $0)]" })
    for (tangent, row) in zip(broken, rows) {
      tangents.append((tangent.policy, PolicyRow(constraint: row, sensitivity: tangent.sensitivity)))
    }
    return broken.count
  }
}

extension ExtensiveForm {
  /// Opens a session with a model under everything that a form states, on the calling thread.
  ///
  /// - Parameters:
  ///   - model: As for ``solve(_:_:_:)``.
  ///   - solver: Solves the linear programs.
  public func session(_ model: Model, _ solver: any Solver) throws -> ConicSession {
    try ConicSession(model, cones, solver)
  }

  /// Solves a model under everything that a form states, which may be more than its rows: see ``isLinear``.
  ///
  /// - Parameters:
  ///   - model: Has the form's columns in front, with any objective, bounds, and rows and columns besides.
  ///   - solver: Solves the linear programs.
  ///   - options: Limits, and how near to the optimum.
  public func solve(_ model: Model, _ solver: any Solver, _ options: SolveOptions) throws -> Solution {
    let cones = cones
    return try solver.onDedicatedThread { try ConicSession(model, cones, solver).solve(options) }
  }
}
