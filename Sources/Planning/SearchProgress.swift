internal import LinearModel
internal import Synchronization

/// Tells how far a search has come, over all of its steps: bounds never fall, incumbents never rise.
final class SearchProgress: Sendable {
  private struct Best {
    var bound: Double?
    var incumbent: Double?
    var nodes = 0
  }

  private let best = Mutex(Best())
  private let clock: SearchClock
  private let tell: (@Sendable (PlanProgress) -> Void)?

  init(_ clock: SearchClock, _ tell: (@Sendable (PlanProgress) -> Void)?) {
    self.clock = clock
    self.tell = tell
  }

  /// Tells that a step begins, or what is known by now.
  func report(_ stage: String, bound: Double? = nil, incumbent: Double? = nil, nodes: Int = 0) {
    guard let tell else { return }
    let known = best.withLock { best in
      if let bound, bound.isFinite { best.bound = max(best.bound ?? bound, bound) }
      if let incumbent { best.incumbent = min(best.incumbent ?? incumbent, incumbent) }
      best.nodes = max(best.nodes, nodes)
      return best
    }
    tell(
      PlanProgress(
        stage: stage, bound: known.bound, incumbent: known.incumbent, seconds: clock.seconds,
        nodes: known.nodes))
  }

  /// Tells what a solve of the whole model tells.
  func report(_ stage: String, _ progress: SolveProgress) {
    report(stage, bound: progress.bound, incumbent: progress.incumbent, nodes: progress.nodes)
  }
}

/// Wall time since it was made.
struct SearchClock: Sendable {
  private let start = ContinuousClock.now

  var seconds: Double {
    let elapsed = ContinuousClock.now - start
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
  }

  /// What asks a search to end now, if anything.
  func limit(_ options: PlanOptions) -> Termination.Limit? {
    if let limit = options.cancellation?.limit { return limit }
    if let timeLimit = options.timeLimit, seconds >= timeLimit { return .time }
    return nil
  }

  /// Ends the building of a model where something asks the search to end.
  func check(_ options: PlanOptions) throws(BuildInterruption) {
    if let limit = limit(options) { throw BuildInterruption(limit: limit) }
  }
}

/// A model was not built to its end, since its search is to end.
struct BuildInterruption: Error {
  let limit: Termination.Limit
}
