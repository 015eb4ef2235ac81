internal import Synchronization

/// A flag that asks a running solve to end soon; may be raised from any thread.
public final class Cancellation: Sendable {
  private static let reasons: [Termination.Limit] = [.cancelled, .memory]
  /// 0 while it is down, then one more than the place of the reason.
  private let raised = Atomic<Int>(0)
  /// Looks at the flag until it raises itself, where it does.
  private let looksLeft: Atomic<Int>
  private let raisesItself: Bool

  /// A flag that is down.
  public init() {
    looksLeft = Atomic(0)
    raisesItself = false
  }

  /// A flag that raises itself when it is looked at for so many times: what an interrupt at one moment or another leaves can be
  /// tried with it, whatever the speed of the machine.
  ///
  /// - Parameter look: 1 for a flag that is up whenever it is looked at.
  public init(raisedAtLook look: Int) {
    looksLeft = Atomic(look)
    raisesItself = true
  }

  /// Raises the flag. It cannot be lowered.
  ///
  /// - Parameter limit: What the plan is to name as the reason: that it was cancelled, or that memory ran short.
  public func cancel(for limit: Termination.Limit = .cancelled) {
    let reason = (Self.reasons.firstIndex(of: limit) ?? 0) + 1
    // The first reason stands.
    _ = raised.compareExchange(expected: 0, desired: reason, ordering: .relaxed)
  }

  /// Whether the flag is up.
  public var isCancelled: Bool { limit != nil }

  /// Why the flag is up; nil while it is down.
  public var limit: Termination.Limit? {
    if raisesItself, looksLeft.subtract(1, ordering: .relaxed).newValue <= 0 { cancel() }
    let reason = raised.load(ordering: .relaxed)
    return reason == 0 ? nil : Self.reasons[reason - 1]
  }
}

/// How far a solve has come.
public struct SolveProgress: Sendable {
  /// Proven bound so far; infinite where nothing is proven.
  public var bound: Double
  /// Objective of the best point so far.
  public var incumbent: Double?
  /// Wall time since the solve began.
  public var seconds: Double
  /// Nodes of the branch-and-bound tree so far.
  public var nodes: Int
  /// Simplex iterations so far.
  public var iterations: Int

  /// A progress record from its parts.
  public init(bound: Double, incumbent: Double?, seconds: Double, nodes: Int, iterations: Int) {
    self.bound = bound
    self.incumbent = incumbent
    self.seconds = seconds
    self.nodes = nodes
    self.iterations = iterations
  }
}

/// What a solve is asked to do.
public struct SolveOptions: Sendable {
  /// Wall time in seconds after which the best point so far is returned; nil for no limit.
  public var timeLimit: Double?
  /// Relative gap `|objective − bound| / |objective|` at which a point counts as optimal.
  public var relativeGap: Double
  /// Branch-and-bound nodes after which the best point so far is returned; nil for no limit.
  public var nodeLimit: Int?
  /// Solve the linear relaxation: integer variables count as continuous.
  public var relaxation: Bool
  /// A point to begin from; it is used as the first incumbent where it is feasible, else left aside.
  public var start: [Double]?
  /// Asks the solve to end soon.
  public var cancellation: Cancellation?
  /// Called now and then on the solving thread.
  public var progress: (@Sendable (SolveProgress) -> Void)?
  /// Rows that are added only where a point breaks them. Called with a candidate or fractional point
  /// (one value per variable) and whether it is integer; returns relations that the point breaks, none
  /// where it is acceptable. Relations must be valid everywhere in the tree.
  public var lazyConstraints: (@Sendable (_ point: [Double], _ isInteger: Bool) throws -> [LinearRelation])?

  /// Options with their defaults: no limits, a relative gap of 1e-6.
  public init(
    timeLimit: Double? = nil, relativeGap: Double = 1e-6, nodeLimit: Int? = nil, relaxation: Bool = false,
    start: [Double]? = nil, cancellation: Cancellation? = nil,
    progress: (@Sendable (SolveProgress) -> Void)? = nil
  ) {
    self.timeLimit = timeLimit
    self.relativeGap = relativeGap
    self.nodeLimit = nodeLimit
    self.relaxation = relaxation
    self.start = start
    self.cancellation = cancellation
    self.progress = progress
    self.lazyConstraints = nil
  }
}
