public import LinearModel
public import Sourcing

/// What a worst case is sought among.
public struct WorstCaseOptions: Sendable {
  /// How many things fail at once, at most.
  public var depth = 2
  /// Kinds of target that fail.
  public var kinds: [DisruptionTarget] = [.site]
  /// Days that an outage lasts where neither the target nor the settings of the case say so; nil to the end of the horizon.
  public var outageDays: Double?
  /// Only sets that fail together with at least this probability within the horizon, independently of each other; nil for all
  /// sets.
  public var leastProbability: Double?
  /// How many of the worst sets are told.
  public var told = 5
  /// Wall time in seconds after which the worst so far is given, with a bound; nil for no limit.
  public var timeLimit: Double?
  /// Asks the search to end soon.
  public var cancellation: Cancellation?
  /// Called now and then with what is being done.
  public var progress: (@Sendable (String) -> Void)?

  /// Kinds that can fail; rules of controls and duties come into force, and duties in force lapse.
  public static let allKinds: [DisruptionTarget] = [
    .site, .region, .bloc, .corridor, .lane, .item, .itemClass, .control, .duty,
  ]

  /// Options: two sites at once.
  public init() {}
}
