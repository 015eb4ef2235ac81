internal import LinearModel

/// When an evaluation is to end.
struct EvaluationLimit: Sendable {
  private let clock = SearchClock()
  private let timeLimit: Double?
  let cancellation: Cancellation?

  init(_ options: EvaluationOptions) {
    timeLimit = options.timeLimit
    cancellation = options.cancellation
  }

  /// Whether time is up or an interrupt came.
  var isReached: Bool {
    if cancellation?.isCancelled == true { return true }
    guard let remaining else { return false }
    return remaining <= 0
  }

  /// Seconds left; nil for no limit.
  var remaining: Double? { timeLimit.map { max(0, $0 - clock.seconds) } }

  /// How a plan is sought in what time is left.
  func planOptions(gap: Double) -> PlanOptions {
    PlanOptions(timeLimit: remaining, gap: gap, cancellation: cancellation)
  }
}
