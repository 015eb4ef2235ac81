/// A stage of an objective that makes one thing least after the other.
public struct PlanStage: Codable, Hashable, Sendable {
  /// What was made least: `cost`, `cvar`, `worst` or `worst_regret`, first stage included.
  public var measure: String
  /// The least that was found in the stage.
  public var value: Double
  /// Proven: no layout has less, within the limits of the stages before; nil where nothing is proven.
  public var bound: Double?
  /// `(value − bound) / |value|`; nil where one of them is not known.
  public var gap: Double?
  /// The most that later stages may make of it; nil for the last.
  public var limit: Double?
  /// What the plan has.
  public var reached: Double

  /// A stage from its parts.
  public init(
    measure: String, value: Double, bound: Double?, gap: Double?, limit: Double?, reached: Double
  ) {
    self.measure = measure
    self.value = value
    self.bound = bound
    self.gap = gap
    self.limit = limit
    self.reached = reached
  }
}
