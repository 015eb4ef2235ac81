/// What a solver can do beyond linear programs; the conformance suite asks before it tests.
public enum SolverCapability: String, Hashable, Sendable, CaseIterable {
  /// Mixed-integer programs.
  case integers
  /// Rows added during branch and bound.
  case lazyConstraints
  /// Farkas rays of infeasible linear programs.
  case farkasRays
  /// Dual values and reduced costs of linear programs.
  case duals
  /// Changes to a session keep the basis for the next solve.
  case warmStart
}

/// A backend that solves models.
///
/// Sessions may be tied to the thread that made them, so everything that opens a session runs inside
/// ``onDedicatedThread(_:)``.
public protocol Solver: Sendable {
  /// Name and version, for logs and plans.
  var identity: String { get }
  /// What it can do.
  var capabilities: Set<SolverCapability> { get }

  /// Opens a session with a copy of a model, on the calling thread.
  ///
  /// - Throws: ``SolverError`` with ``SolverError/Code/invalidModel`` where the model has faults.
  func open(_ model: Model) throws -> any SolverSession

  /// Opens a linear program for the simplex method, step by step, on the calling thread; integrality is ignored.
  ///
  /// - Throws: ``SolverError`` with ``SolverError/Code/invalidModel`` where the model has faults.
  func openSimplex(_ model: Model) throws -> any SimplexSession

  /// Runs work on a thread of its own that is fit for sessions, and waits for it.
  ///
  /// Sessions must not leave the closure.
  func onDedicatedThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) throws -> Value
}

/// A model inside a solver, which can be changed and solved again from where the last solve ended.
///
/// A session belongs to the thread that opened it; use from another is an error, never a crash.
public protocol SolverSession: AnyObject {
  /// The model as it is now.
  var model: Model { get }

  /// Changes the bounds of a variable.
  func setBounds(of variable: Variable, lower: Double, upper: Double) throws
  /// Changes the bounds of a constraint.
  func setBounds(of constraint: Constraint, lower: Double, upper: Double) throws
  /// Changes a coefficient of the objective.
  func setObjective(of variable: Variable, to coefficient: Double) throws
  /// Adds constraints behind the ones there are.
  @discardableResult
  func addConstraints(_ relations: [LinearRelation], names: [String]) throws -> [Constraint]
  /// Removes the constraints from `count` on, so that the first `count` stay.
  func truncateConstraints(to count: Int) throws
  /// Adds a variable that occurs in no constraint yet.
  @discardableResult
  func addVariable(
    _ name: String, _ domain: VariableDomain, lower: Double, upper: Double, objective: Double
  ) throws -> Variable

  /// Solves the model as it is now.
  ///
  /// - Returns: What was found; infeasible, unbounded and limits are values of its termination.
  /// - Throws: ``SolverError`` on misuse, an internal fault or a numerical failure.
  func solve(_ options: SolveOptions) throws -> Solution
}

extension Solver {
  /// Solves a model once, on a thread of its own.
  public func solve(_ model: Model, _ options: SolveOptions = SolveOptions()) throws -> Solution {
    try onDedicatedThread { try open(model).solve(options) }
  }
}
