/// Why a solve ended. An infeasible model or a reached limit is an outcome, not an error.
public struct Termination: Hashable, Sendable {
  /// What is known when the solve ends.
  public enum Reason: String, Hashable, Sendable {
    /// A point was found and proven best within the gap that was asked for.
    case optimal
    /// Proven: no point satisfies all constraints.
    case infeasible
    /// Proven: the objective can be improved without end.
    case unbounded
    /// A limit or an interrupt ended the search; the solution may hold a point and a bound.
    case limit
  }

  /// What ended the search before proof.
  public enum Limit: String, Hashable, Sendable {
    /// The time limit.
    case time
    /// The iteration limit.
    case iterations
    /// The node limit.
    case nodes
    /// ``Cancellation/cancel(for:)`` was called.
    case cancelled
    /// It was called because memory ran short.
    case memory
  }

  /// What is known.
  public var reason: Reason
  /// Which limit, where `reason` is ``Reason/limit``.
  public var limit: Limit?
  /// More, in words, for a log or a message.
  public var detail: String

  /// A termination from its parts.
  public init(_ reason: Reason, limit: Limit? = nil, detail: String = "") {
    self.reason = reason
    self.limit = limit
    self.detail = detail
  }
}
