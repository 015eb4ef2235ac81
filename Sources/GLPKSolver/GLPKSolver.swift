internal import CGLPK
public import LinearModel

/// The GNU Linear Programming Kit as a solver.
///
/// GLPK ends the process on an internal error and ties every problem to the thread that made it. Here an
/// internal error is a ``LinearModel/SolverError``, and use from a wrong thread is refused. No answer is
/// passed on as it is: points are compared with the model, optima with their duals, infeasibility with
/// its Farkas ray; what fails its check is solved again in other ways, and in the end is an error.
public struct GLPKSolver: Solver {
  /// A solver with the settings that served best on the models measured.
  public init() {}

  /// Name and version, such as "GLPK 5.0".
  public var identity: String { "GLPK " + String(cString: cglpk_version()) }

  /// All that there is.
  public var capabilities: Set<SolverCapability> { Set(SolverCapability.allCases) }

  /// Opens a session with a copy of a model, for the calling thread alone.
  public func open(_ model: Model) throws -> any SolverSession {
    try GLPKSession(model)
  }

  /// Opens a linear program for many quick re-solves, for the calling thread alone.
  public func openSimplex(_ model: Model) throws -> any SimplexSession {
    try GLPKSimplex(model)
  }

  /// Runs work on a new thread with a large stack, and waits for it; GLPK's memory of that thread is
  /// freed when it ends.
  public func onDedicatedThread<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) throws -> Value {
    let thread = try DedicatedThread(work)
    return try thread.wait()
  }

  /// Runs work on a new thread with a large stack, while the calling task is suspended.
  public func onDedicatedThread<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      do {
        let thread = try DedicatedThread { continuation.resume(with: Result { try work() }) }
        thread.detach()
      } catch {
        continuation.resume(throwing: error)
      }
    }
  }
}
