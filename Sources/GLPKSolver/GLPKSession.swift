internal import CGLPK
internal import LinearModel

/// A model inside GLPK.
///
/// The Swift model is the truth and GLPK's problem a copy of it: after an internal fault, of this session
/// or of another on the same thread, the problem is made anew from the model.
final class GLPKSession: SolverSession {
  private(set) var model: Model
  private let thread: UInt64
  private var problem: GLPKProblem?

  init(_ model: Model) throws {
    try model.requireSound()
    self.model = model
    thread = cglpk_thread()
    problem = try GLPKProblem(model)
  }

  // MARK: Changes

  func setBounds(of variable: Variable, lower: Double, upper: Double) throws {
    try requireThread()
    try model.require(variable)
    let old = (model.lowerBounds[variable.index], model.upperBounds[variable.index])
    model.setBounds(of: variable, lower: lower, upper: upper)
    if let fault = model.fault(of: variable) {
      model.setBounds(of: variable, lower: old.0, upper: old.1)
      throw fault
    }
    carryOver { try $0.setColumnBounds(variable.index, lower, upper) }
  }

  func setBounds(of constraint: Constraint, lower: Double, upper: Double) throws {
    try requireThread()
    try model.require(constraint)
    let old = (model.rowLowerBounds[constraint.index], model.rowUpperBounds[constraint.index])
    model.setBounds(of: constraint, lower: lower, upper: upper)
    if let fault = model.fault(of: constraint) {
      model.setBounds(of: constraint, lower: old.0, upper: old.1)
      throw fault
    }
    carryOver { try $0.setRowBounds(constraint.index, lower, upper) }
  }

  func setObjective(of variable: Variable, to coefficient: Double) throws {
    try requireThread()
    try model.require(variable)
    let old = model.objective[variable.index]
    model.setObjective(of: variable, to: coefficient)
    if let fault = model.fault(of: variable) {
      model.setObjective(of: variable, to: old)
      throw fault
    }
    carryOver { try $0.setObjective(variable.index, coefficient) }
  }

  @discardableResult
  func addConstraints(_ relations: [LinearRelation], names: [String]) throws -> [Constraint] {
    try requireThread()
    let first = model.constraintCount
    for (index, relation) in relations.enumerated() {
      model.addConstraint(relation, name: index < names.count ? names[index] : "")
      if let fault = model.fault(of: Constraint(index: first + index)) {
        model.truncateConstraints(to: first)
        throw fault
      }
    }
    carryOver { try $0.addRows(of: model, from: first) }
    return (first..<model.constraintCount).map { Constraint(index: $0) }
  }

  func truncateConstraints(to count: Int) throws {
    try requireThread()
    guard count >= 0, count <= model.constraintCount else {
      throw SolverError(
        .invalidModel, "cannot keep \(count) of \(model.constraintCount) constraints", context: model.name)
    }
    model.truncateConstraints(to: count)
    carryOver { try $0.truncateRows(to: count) }
  }

  @discardableResult
  func addVariable(
    _ name: String, _ domain: VariableDomain, lower: Double, upper: Double, objective: Double
  ) throws -> Variable {
    try requireThread()
    // Checked in a model of its own, since a copy of this one would cost its whole size.
    var probe = Model(name: model.name)
    let probed = probe.addVariable(name, domain, lower: lower, upper: upper, objective: objective)
    if let fault = probe.fault(of: probed) { throw fault }
    let variable = model.addVariable(name, domain, lower: lower, upper: upper, objective: objective)
    carryOver {
      try $0.addColumn(lower: lower, upper: upper, objective: objective, isInteger: domain == .integer)
    }
    return variable
  }

  // MARK: The problem

  func requireThread() throws {
    if thread != cglpk_thread() {
      throw SolverError(
        .wrongThread, "a session may be used only on the thread that opened it", context: model.name)
    }
  }

  /// The problem, made anew where it was lost.
  func currentProblem() throws -> GLPKProblem {
    if let problem, problem.isPresent { return problem }
    problem = nil
    do {
      let fresh = try GLPKProblem(model)
      problem = fresh
      return fresh
    } catch let error as SolverError {
      throw SolverError(
        .lostSession, "the session could not be restored after a fault: \(error.message)",
        context: error.context)
    }
  }

  /// Gives the problem up, so that the next use makes it anew.
  func discardProblem() {
    problem = nil
  }

  /// Repeats in GLPK a change that the model has taken. A fault there costs the problem, not the change.
  private func carryOver(_ change: (GLPKProblem) throws -> Void) {
    guard let problem else { return }
    do {
      try change(problem)
    } catch {
      self.problem = nil
    }
  }
}

extension GLPKProblem {
  /// Whether the problem still lives in this thread's environment.
  var isPresent: Bool { handle.pointee.environment == cglpk_environment() }
}
