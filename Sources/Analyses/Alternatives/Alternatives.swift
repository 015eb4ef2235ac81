public import LinearModel
public import Planning
public import Sourcing

/// Layouts that cost little more than the best and differ from it, and from each other, as much as they can.
///
/// Coded as JSON it has the keys below, in snake case, and a `schema` with its version.
public struct Alternatives: Codable, Hashable, Sendable {
  /// The version of the document's form.
  public static let schema = "mainstay/alternatives/1"

  /// Always ``schema`` for alternatives of this version.
  public var schema = Alternatives.schema
  /// By which part an alternative may cost more than the best layout.
  public var within: Double
  /// Whether as many were looked for as were asked for.
  public var completeness = Completeness.complete
  /// Whether there are no more: each layout of that cost is one of those told, as far as its yes-or-no decisions go.
  public var isExhausted = false
  /// Wall time.
  public var seconds = 0.0
  /// The best layout.
  public var best: Plan
  /// The alternatives, in the order in which they were found: the first is the farthest from the best, the next the farthest
  /// from both, and so on.
  public var layouts: [Alternative] = []

  /// One layout.
  public struct Alternative: Codable, Hashable, Sendable {
    /// What it costs, as the objective of a plan.
    public var objective: Double
    /// In how many decisions it differs at least from every layout before it, the best among them.
    public var distance: Int
    /// What is proven: no layout of that cost differs in more from all of them. Where it is ``distance``, none is farther; nil
    /// where nothing is proven.
    public var distanceBound: Int?
    /// Sites in use that the best layout does not have.
    public var opens: [String]
    /// Sites in use in the best layout that it does not have.
    public var closes: [String]
    /// Its sites in use.
    public var sites: [String]
    /// Its sources.
    public var sourcing: [PlanSource]

    enum CodingKeys: String, CodingKey {
      case objective, distance, opens, closes, sites, sourcing
      case distanceBound = "distance_bound"
    }
  }

  enum CodingKeys: String, CodingKey {
    case schema, within, completeness, seconds, best, layouts
    case isExhausted = "exhausted"
  }
}

/// What alternatives are asked for.
public struct AlternativeOptions: Sendable {
  /// How many.
  public var count = 3
  /// By which part each may cost more than the best layout.
  public var within = 0.01
  /// Wall time in seconds after which those found are given, shared by the alternatives; nil for no limit.
  public var timeLimit: Double?
  /// How the search is made.
  public var method = PlanMethod.auto
  /// Asks the search to end soon.
  public var cancellation: Cancellation?
  /// Called now and then with what is being done.
  public var progress: (@Sendable (String) -> Void)?

  /// Options: three layouts within a hundredth.
  public init() {}
}
