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

/// What a site that uses something passes on of what rows of `lanes` without an item bring to it by its name.
public enum PassingOn: String, Hashable, Sendable, CaseIterable {
  /// Anything that can be had where they begin.
  case anything
  /// Nothing: they bring it what it uses. What else it is to pass on, a row must name.
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
  /// What sites that use something pass on.
  public var passingOn = PassingOn.anything
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
