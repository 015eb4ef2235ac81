internal import CGLPK
internal import LinearModel

/// A linear program inside GLPK for many quick re-solves.
///
/// The Swift model is the truth, as in ``GLPKSession``: after a fault the problem is made anew and the run repeated
/// from the last basis that was set or found, so that a fault costs time and nothing else.
final class GLPKSimplex: SimplexSession {
  private(set) var model: Model
  private let thread: UInt64
  private var problem: GLPKProblem?
  /// Iterations of problems that were given up.
  private var lostIterations = 0
  private var seenIterations = 0
  /// The basis of the last run that ended well; nil where rows have changed since.
  private var lastBasis: SimplexBasis?
  /// Columns that are left out: GLPK has them fixed at their lower bounds, and looks at no fixed column that is not basic.
  private var isResting: [Bool]
  private var restingCount = 0

  /// Faults in one run after which it gives up.
  private static let mostFaults = 3

  init(_ model: Model) throws {
    try model.requireSound()
    self.model = model
    isResting = [Bool](repeating: false, count: model.variableCount)
    thread = cglpk_thread()
  }

  var iterations: Int { lostIterations + seenIterations }

  // MARK: Changes

  func setBounds(ofColumn column: Int, lower: Double, upper: Double) throws {
    if model.lowerBounds[column] == lower, model.upperBounds[column] == upper { return }
    model.setBounds(of: Variable(index: column), lower: lower, upper: upper)
    if let fault = model.fault(of: Variable(index: column)) { throw fault }
    forgetRest(of: column)
    carryOver { try $0.setColumnBounds(column, lower, upper) }
  }

  func bounds(ofColumn column: Int) -> (lower: Double, upper: Double) {
    (model.lowerBounds[column], model.upperBounds[column])
  }

  func objectiveValue(at point: [Double]) -> Double { model.objectiveValue(at: point) }

  func setColumnBounds(lower: [Double], upper: [Double]) throws {
    if model.lowerBounds == lower, model.upperBounds == upper { return }
    try requireOrder(lower, upper, count: model.variableCount, of: "columns")
    model.setVariableBounds(lower: lower, upper: upper)
    if restingCount > 0 {
      for column in isResting.indices { isResting[column] = false }
      restingCount = 0
    }
    carryOver { try $0.setColumnBounds(lower, upper) }
  }

  func setRowBounds(lower: [Double], upper: [Double]) throws {
    if model.rowLowerBounds == lower, model.rowUpperBounds == upper { return }
    try requireOrder(lower, upper, count: model.constraintCount, of: "rows")
    model.setConstraintBounds(lower: lower, upper: upper)
    carryOver { try $0.setRowBounds(lower, upper) }
  }

  /// Bounds that GLPK could not make sense of are an error here: it takes them without a word.
  private func requireOrder(_ lower: [Double], _ upper: [Double], count: Int, of what: String) throws {
    guard lower.count == count, upper.count == count else {
      throw SolverError(
        .invalidModel, "\(lower.count) and \(upper.count) bounds for \(count) \(what)", context: model.name)
    }
    if let index = lower.indices.first(where: { !Model.areSoundBounds(lower[$0], upper[$0]) }) {
      throw SolverError(
        .invalidModel, "bounds \(lower[index]) … \(upper[index]) at place \(index) of the \(what)",
        context: model.name)
    }
  }

  func setBounds(ofRow row: Int, lower: Double, upper: Double) throws {
    if model.rowLowerBounds[row] == lower, model.rowUpperBounds[row] == upper { return }
    model.setBounds(of: Constraint(index: row), lower: lower, upper: upper)
    guard lower <= upper, !lower.isNaN, !upper.isNaN else {
      throw SolverError(.invalidModel, "bounds \(lower) … \(upper) of row \(row)", context: model.name)
    }
    carryOver { try $0.setRowBounds(row, lower, upper) }
  }

  func setObjective(ofColumn column: Int, to coefficient: Double) throws {
    if model.objective[column] == coefficient { return }
    model.setObjective(of: Variable(index: column), to: coefficient)
    if let fault = model.fault(of: Variable(index: column)) { throw fault }
    carryOver { try $0.setObjective(column, coefficient) }
  }

  func setObjectiveConstant(to constant: Double) throws {
    if model.objectiveConstant == constant { return }
    model.objectiveConstant = constant
    guard constant.isFinite else {
      throw SolverError(.invalidModel, "an objective that begins at \(constant)", context: model.name)
    }
    carryOver { try $0.setObjectiveConstant(constant) }
  }

  func addRows(of batch: Model) throws {
    let first = model.constraintCount
    for row in 0..<batch.constraintCount {
      model.copyRow(row, of: batch)
      if let fault = model.fault(of: Constraint(index: first + row)) {
        model.truncateConstraints(to: first)
        throw fault
      }
    }
    lastBasis = nil
    carryOver { try $0.addRows(of: model, from: first) }
  }

  func removeRows(_ rows: [Int]) throws {
    if rows.isEmpty { return }
    model.removeConstraints(rows)
    lastBasis = nil
    carryOver { try $0.removeRows(rows) }
  }

  // MARK: Basis

  func basis() throws -> SimplexBasis {
    try read { try $0.basis(rows: model.constraintCount, columns: model.variableCount) }
  }

  func setBasis(_ basis: SimplexBasis) throws {
    guard basis.rows.count == model.constraintCount, basis.columns.count == model.variableCount else {
      throw SolverError(.invalidModel, "a basis of another size", context: model.name)
    }
    if restingCount > 0 {
      wake(isResting.indices.filter { isResting[$0] && basis.columns[$0] == SimplexBasis.basic })
    }
    lastBasis = basis
    carryOver { try $0.setBasis(basis) }
  }

  // MARK: Resting columns

  /// Whether columns are so many that iterations spend their time on looking at them.
  private var isWide: Bool { model.variableCount > 2 * model.constraintCount }

  func rest(_ columns: [Int]) throws {
    if !isWide { return }
    for column in columns where !isResting[column] {
      let lower = model.lowerBounds[column]
      guard lower.isFinite, lower < model.upperBounds[column] else { continue }
      isResting[column] = true
      restingCount += 1
      carryOver { try $0.setColumnBounds(column, lower, lower) }
    }
  }

  private func wake(_ columns: [Int]) {
    for column in columns where isResting[column] {
      forgetRest(of: column)
      carryOver { try $0.setColumnBounds(column, model.lowerBounds[column], model.upperBounds[column]) }
    }
  }

  private func forgetRest(of column: Int) {
    if !isResting[column] { return }
    isResting[column] = false
    restingCount -= 1
  }

  /// Takes in the resting columns of which more would pay at the present basis.
  ///
  /// - Returns: Whether there were any.
  private func wakeColumnsThatPay() throws -> Bool {
    var (point, duals, reduced): ([Double], [Double], [Double]) = ([], [], [])
    try readSolution(point: &point, duals: &duals, reducedCosts: &reduced)
    let paying = isResting.indices.filter { isResting[$0] && reduced[$0] < -Self.leastGain }
    wake(paying)
    return !paying.isEmpty
  }

  /// The reduced cost below which a resting column is taken in: the simplex method's own tolerance.
  private static let leastGain = 1e-7

  // MARK: Runs

  func run(_ limits: SimplexLimits) throws -> SimplexEnd {
    guard thread == cglpk_thread() else {
      throw SolverError(
        .wrongThread, "a session may be used only on the thread that opened it", context: model.name)
    }
    if model.constraintCount == 0 { return try runWithoutRows() }
    var options = SolveOptions(timeLimit: limits.seconds, cancellation: limits.cancellation)
    options.relaxation = true
    let clock = SolveClock(options)
    let start = iterations
    var end = try climb(Rung.allCases, limits, clock, start)
    while restingCount > 0 {
      switch end {
      case .optimal:
        guard try wakeColumnsThatPay() else { return end }
        // The point stays feasible, so that the primal method goes on from it.
        end = try climb([.primal] + Rung.allCases, limits, clock, start)
        continue
      case .cutoff:
        guard try wakeColumnsThatPay() else { return end }
      case .infeasible:
        wake(isResting.indices.filter { isResting[$0] })
      case .iterationLimit, .limit: return end
      }
      end = try climb(Rung.allCases, limits, clock, start)
    }
    return end
  }

  /// Tries one way after the other until one comes to an end.
  private func climb(
    _ rungs: [Rung], _ limits: SimplexLimits, _ clock: SolveClock, _ start: Int
  ) throws -> SimplexEnd {
    var failures: [String] = []
    var faults = 0
    for rung in rungs {
      do {
        if let end = try attempt(rung, limits, clock, start, &failures) { return end }
      } catch let error as SolverError where error.code == .internalFault || error.code == .lostSession {
        discard()
        faults += 1
        failures.append("\(rung.rawValue): \(error)")
        if faults >= Self.mostFaults { throw error }
      }
    }
    throw NumericalFailure.error(model: model, failures: failures)
  }

  /// The ways in the order in which they are tried.
  private enum Rung: String, CaseIterable {
    case dual = "dual simplex"
    case afterFault = "dual simplex again"
    case primal = "primal simplex"
    case fresh = "fresh basis"
    case cautious = "no scaling, textbook rules"
  }

  private func attempt(
    _ rung: Rung, _ limits: SimplexLimits, _ clock: SolveClock, _ start: Int, _ failures: inout [String]
  ) throws -> SimplexEnd? {
    let problem = try current()
    var options = cglpk_simplex_options(
      method: Int32(CGLPK_DUAL_PRIMAL), time_limit: 0, iteration_limit: .max, tolerance: 0, cautious: false,
      long_step: isWide, objective_limit: limits.objective ?? .infinity)
    switch rung {
    case .dual, .afterFault: break
    case .primal:
      options.method = Int32(CGLPK_PRIMAL)
      options.long_step = false
    case .fresh:
      options.long_step = false
      try problem.setBasis(CGLPK_BASIS_ADVANCED)
    case .cautious:
      try problem.scale(CGLPK_SCALE_NONE)
      try problem.setBasis(CGLPK_BASIS_STANDARD)
      options.method = Int32(CGLPK_PRIMAL)
      options.cautious = true
      options.long_step = false
    }
    let slice = SimplexSlice.iterations(rows: model.constraintCount)
    while true {
      if let limit = clock.limit { return .limit(limit) }
      options.time_limit = clock.milliseconds(atMost: Double(Int32.max))
      let left = limits.iterations.map { $0 - (iterations - start) } ?? .max
      if left <= 0 { return .iterationLimit }
      options.iteration_limit = Int32(clamping: min(left, slice))
      let answer = try problem.simplex(options)
      let status = try problem.status
      seenIterations = Int(status.iterations)
      switch answer {
      case CGLPK_ETMLIM, CGLPK_EITLIM: continue
      case CGLPK_EOBJUL:
        return .cutoff
      case CGLPK_DONE:
        if Int(status.primal) == CGLPK_FEAS, Int(status.dual) == CGLPK_FEAS { return .optimal }
        if Int(status.primal) == CGLPK_NOFEAS { return .infeasible }
        failures.append("\(rung.rawValue): statuses \(status.primal) and \(status.dual)")
        return nil
      default:
        failures.append("\(rung.rawValue): \(SimplexRun.name(ofAnswer: answer))")
        return nil
      }
    }
  }

  /// Without rows GLPK has nothing to factorize: every variable goes to its better bound.
  private func runWithoutRows() throws -> SimplexEnd {
    .optimal
  }

  func readSolution(point: inout [Double], duals: inout [Double], reducedCosts: inout [Double]) throws {
    resize(&point, to: model.variableCount)
    resize(&duals, to: model.constraintCount)
    resize(&reducedCosts, to: model.variableCount)
    if model.constraintCount == 0 {
      for column in model.objective.indices {
        reducedCosts[column] = model.objective[column]
        point[column] = model.objective[column] >= 0 ? model.lowerBounds[column] : model.upperBounds[column]
      }
      return
    }
    try read { try $0.solution(point: &point, duals: &duals, reducedCosts: &reducedCosts) }
  }

  func presentObjective() throws -> Double {
    if model.constraintCount == 0 { return model.boxBound }
    return try read { try $0.status.objective }
  }

  /// Reads what the last run came to. An error of GLPK takes the problem away with it, which is then solved once more.
  private func read<Value>(_ read: (GLPKProblem) throws -> Value) throws -> Value {
    do {
      return try read(current())
    } catch let error as SolverError where error.code == .internalFault || error.code == .lostSession {
      discard()
      _ = try run(SimplexLimits())
      return try read(current())
    }
  }

  private func resize(_ values: inout [Double], to count: Int) {
    if values.count > count { values.removeLast(values.count - count) }
    while values.count < count { values.append(0) }
  }

  func infeasibilityProof() throws -> [Double]? {
    guard let ray = try current().dualRay(rows: model.constraintCount) else { return nil }
    if model.provesInfeasibility(ray) { return ray }
    let opposite = ray.map { -$0 }
    return model.provesInfeasibility(opposite) ? opposite : nil
  }

  // MARK: The problem

  private func current() throws -> GLPKProblem {
    if let problem, problem.isPresent { return problem }
    discard()
    let fresh = try GLPKProblem(model)
    for column in isResting.indices where isResting[column] {
      try fresh.setColumnBounds(column, model.lowerBounds[column], model.lowerBounds[column])
    }
    if let lastBasis { try fresh.setBasis(lastBasis) }
    problem = fresh
    return fresh
  }

  private func discard() {
    lostIterations += seenIterations
    seenIterations = 0
    problem = nil
  }

  private func carryOver(_ change: (GLPKProblem) throws -> Void) {
    guard let problem, problem.isPresent else { return }
    do { try change(problem) } catch { discard() }
  }
}
