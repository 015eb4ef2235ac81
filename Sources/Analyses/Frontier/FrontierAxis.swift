public import LinearModel
public import Planning
public import Sourcing

/// What cost is held against along a frontier. Less is safer for each.
public enum FrontierAxis: String, Hashable, Sendable, CaseIterable, Codable {
  /// First stage and the conditional value at risk of the scenarios' costs, at the case's `risk_level`.
  case cvar
  /// First stage and the cost of the worst scenario that has a probability.
  case worst
  /// The expected part of demand, by quantity, that is not met.
  case shortage
  /// The largest part of an item's need that one supplier, region, bloc or owner supplies in the undisturbed scenario.
  case concentration
  /// The largest part of an item's need that comes from outside of the places named, in the undisturbed scenario.
  case autonomy

  /// Whether it is a share rather than an amount of money.
  public var isShare: Bool { self != .cvar && self != .worst }
}

/// What a frontier is asked for.
public struct FrontierOptions: Sendable {
  /// What cost is held against.
  public var axis = FrontierAxis.cvar
  /// How many points the frontier is cut into, its ends among them.
  public var points = 10
  /// What counts as one for ``FrontierAxis/concentration``.
  public var scope = PolicyScope.region
  /// Regions and blocs that are one's own for ``FrontierAxis/autonomy``.
  public var places: [String] = []
  /// A layout to be held against the frontier; nil for none.
  public var layout: StandingLayout?
  /// How the programs are solved.
  public var method = PlanMethod.auto
  /// Relative gap at which a layout counts as best.
  public var gap = 1e-5
  /// Wall time in seconds after which the points so far are given; nil for no limit.
  public var timeLimit: Double?
  /// Asks the search to end soon.
  public var cancellation: Cancellation?
  /// Called now and then with what is being done.
  public var progress: (@Sendable (String) -> Void)?

  /// Options: ten points of cost against CVaR.
  public init() {}
}
