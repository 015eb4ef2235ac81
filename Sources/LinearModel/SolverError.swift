/// A solve that could not be done: misuse, a fault inside the solver, or an answer that failed its check.
public struct SolverError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of failure it is. More may be added.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The code's name.
    public let rawValue: String

    /// A code by its name.
    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// The model has faults (not-a-number, crossed bounds, …); the message lists them.
    public static let invalidModel = Code(rawValue: "invalid-model")
    /// The solver ended abnormally and its session is lost.
    public static let internalFault = Code(rawValue: "internal-fault")
    /// The session was used from a thread that does not own it.
    public static let wrongThread = Code(rawValue: "wrong-thread")
    /// The session was lost by an earlier fault.
    public static let lostSession = Code(rawValue: "lost-session")
    /// Every step of the recovery ladder failed numerically.
    public static let numerical = Code(rawValue: "numerical")
    /// The solver does not have the capability that was asked for.
    public static let unsupported = Code(rawValue: "unsupported")
  }

  /// What kind of failure it is.
  public var code: Code
  /// What happened, in words.
  public var message: String
  /// Where it happened: the solver's function, file or model.
  public var context: String

  /// An error from its parts.
  public init(_ code: Code, _ message: String, context: String = "") {
    self.code = code
    self.message = message
    self.context = context
  }

  /// The message, with its context.
  public var description: String {
    context.isEmpty ? "\(code.rawValue): \(message)" : "\(code.rawValue): \(message) (\(context))"
  }
}
