/// A plan that could not be made or could not be trusted: a failure of the program, never of the case.
public struct PlanningError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What happened, in words.
  public var description: String

  /// An error in words.
  public init(_ description: String) {
    self.description = description
  }
}
