internal import LinearModel

/// Time, cancellation and progress of one solve.
final class SolveClock {
  private let start = ContinuousClock.now
  private let timeLimit: Double?
  private let cancellation: Cancellation?
  private let progress: (@Sendable (SolveProgress) -> Void)?
  private var lastReport = 0.0

  /// Seconds between two reports.
  private static let reportInterval = 0.2

  init(_ options: SolveOptions) {
    timeLimit = options.timeLimit
    cancellation = options.cancellation
    progress = options.progress
  }

  /// Wall time since the solve began.
  var seconds: Double {
    let duration = (ContinuousClock.now - start).components
    return Double(duration.seconds) + Double(duration.attoseconds) * 1e-18
  }

  /// What asks the solve to end now, if anything.
  var limit: Termination.Limit? {
    if let limit = cancellation?.limit { return limit }
    if let timeLimit, seconds >= timeLimit { return .time }
    return nil
  }

  /// Milliseconds left, between 1 and `most`.
  func milliseconds(atMost most: Double) -> Int32 {
    guard let timeLimit else { return Int32(most) }
    return Int32(min(most, max(1, ((timeLimit - seconds) * 1000).rounded(.up))))
  }

  /// Whether a report is due.
  var wantsReport: Bool {
    progress != nil && seconds - lastReport >= Self.reportInterval
  }

  func report(bound: Double, incumbent: Double?, nodes: Int, iterations: Int) {
    let now = seconds
    lastReport = now
    progress?(
      SolveProgress(
        bound: bound, incumbent: incumbent, seconds: now, nodes: nodes, iterations: iterations))
  }
}
