public import LinearModel
public import Planning
public import Sourcing

/// What a stress test asks.
public struct StressOptions: Sendable {
  /// Kinds of target that fail, one target at a time.
  public var kinds: [DisruptionTarget] = StressOptions.usualKinds
  /// Names of rows of `disruptions` that happen instead, one at a time; nil for targets of the kinds.
  public var disruptions: [String]?
  /// Days that an outage lasts where neither the target nor the settings of the case say so; nil to the end of the
  /// horizon.
  public var outageDays: Double?
  /// Whether the time to survive is worked out as well.
  public var seeksSurvival = true
  /// Wall time in seconds after which what is known is given; nil for no limit.
  public var timeLimit: Double?
  /// Asks it to end soon.
  public var cancellation: Cancellation?
  /// Called now and then, on the thread of the solver.
  public var progress: (@Sendable (PlanProgress) -> Void)?

  /// The kinds of target that fail where nothing else is asked for.
  public static let usualKinds: [DisruptionTarget] = [.site, .region, .bloc, .corridor, .itemClass, .control]
  /// All kinds of target that can be asked for.
  public static let allKinds: [DisruptionTarget] = usualKinds + [.item, .lane, .duty]

  /// The usual targets, no limits.
  public init() {}
}
