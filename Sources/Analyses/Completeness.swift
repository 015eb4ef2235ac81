/// Whether an answer is whole. An answer that was cut short is still an answer, and says so.
public enum Completeness: String, Hashable, Sendable, Codable, CaseIterable {
  /// Everything that was asked for has been looked at.
  case complete
  /// The time limit was reached before the end.
  case timeLimit = "time limit"
  /// The user interrupted it.
  case interrupted

  /// Whether something that was asked for is missing.
  public var isPartial: Bool { self != .complete }
}
