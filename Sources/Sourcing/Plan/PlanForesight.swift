/// What a scenario would cost if it were known beforehand that it comes: its wait-and-see optimum, first stage included.
public struct PlanForesight: Codable, Hashable, Sendable {
  /// The scenario.
  public var scenario: String
  /// What the best layout found for it alone costs.
  public var objective: Double
  /// Proven: no layout costs less in it. Regret is measured against this, so that it is never understated.
  public var bound: Double

  /// A scenario's optimum from its parts.
  public init(scenario: String, objective: Double, bound: Double) {
    self.scenario = scenario
    self.objective = objective
    self.bound = bound
  }
}
