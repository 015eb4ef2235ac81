/// How scenario costs are weighed.
public enum RiskMeasure: String, Hashable, Sendable, CaseIterable {
  /// Their expectation.
  case expected
  /// Expectation and conditional value at risk, by weight.
  case cvar
  /// Expectation and the cost of the worst scenario, by weight.
  case worst
  /// Expectation and the worst regret, by weight: what a scenario costs beyond what it would if it were known beforehand.
  case worstRegret = "worst_regret"
}

/// How price tiers are meant.
public enum TierMode: String, Hashable, Sendable, CaseIterable {
  /// Each unit at the price of the tier that it falls into.
  case incremental
  /// All units at the price of the tier that the whole volume reaches.
  case allUnits = "all_units"
}

/// What rows of `lanes` without an item bring to a site that they name and that is no hub, and what of it goes on from there.
///
/// A hub, such as a warehouse or a port, gets and passes on anything that can be had where they begin (``Site/isHub``).
public enum PassingOn: String, Hashable, Sendable, CaseIterable {
  /// They bring what the site uses, and that may go on from it.
  case usedItems = "used_items"
  /// They bring anything that can be had where they begin, and it may go on.
  case anything
  /// They bring what the site uses, and it stays there. What is to go on, a row must name.
  case namedItems = "named_items"
}

/// What holds for a whole case: the rows of `settings`.
public struct Settings: Hashable, Sendable {
  /// The case's name.
  public var name = ""
  /// What money is in.
  public var currency = ""
  /// Days in a period.
  public var periodDays = 365.0
  /// How many periods are planned.
  public var periods = 1
  /// How scenario costs are weighed.
  public var riskMeasure = RiskMeasure.expected
  /// Weight λ of the risk (conditional value at risk, worst cost or worst regret), from 0 to 1.
  public var riskWeight = 0.0
  /// What is to be least, and in which order.
  public var objective = ObjectiveSettings()
  /// Level α of the conditional value at risk: the mean of the worst 1 − α.
  public var riskLevel = 0.95
  /// Whether stock may be placed in the design, to be released after an event.
  public var strategicStock = false
  /// How price tiers are meant.
  public var tierMode = TierMode.incremental
  /// What sites that use something get by lanes without an item, and pass on.
  public var passingOn = PassingOn.usedItems
  /// Least alignment at which a region shares the cost of a project.
  public var projectAlignment = 0.5
  /// Where scenarios come from.
  public var generation = GenerationSettings()
  /// Seed of everything drawn at random.
  public var seed = 0

  /// Settings with their defaults.
  public init() {}

  /// The weight of the risk in the objective; where it is made of stages, that in the last of them.
  public var effectiveRiskWeight: Double {
    if let last = objective.stages.last { return last == .risk ? 1 : 0 }
    return riskMeasure == .expected ? 0 : riskWeight
  }
}
