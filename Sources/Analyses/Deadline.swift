public import LinearModel

/// What an analysis is given to finish in, and whether it must stop now.
public struct Deadline: Sendable {
  private let start = ContinuousClock.now
  private let timeLimit: Double?
  private let cancellation: Cancellation?

  /// A deadline that begins to run now.
  ///
  /// - Parameters:
  ///   - timeLimit: Wall time in seconds; nil for no limit.
  ///   - cancellation: Once it is raised, the deadline has passed.
  public init(timeLimit: Double?, cancellation: Cancellation?) {
    self.timeLimit = timeLimit
    self.cancellation = cancellation
  }

  /// Wall time so far.
  public var seconds: Double {
    let elapsed = ContinuousClock.now - start
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
  }

  /// Wall time that is left; nil where there is no limit.
  public var secondsLeft: Double? {
    timeLimit.map { max(0, $0 - seconds) }
  }

  /// Whether there is time to go on, or what has ended it.
  public var standing: Completeness {
    if cancellation?.isCancelled == true { return .interrupted }
    if let secondsLeft, secondsLeft <= 0 { return .timeLimit }
    return .complete
  }

  /// Whether the analysis must end with what it has.
  public var isOver: Bool { standing.isPartial }

  /// Options for a solve that ends by then.
  func solveOptions() -> SolveOptions {
    SolveOptions(timeLimit: secondsLeft, cancellation: cancellation)
  }
}
