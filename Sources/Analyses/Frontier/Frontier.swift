public import Sourcing

/// Efficiency against backup: layouts none of which is better in one thing without being worse in the other.
///
/// Coded as JSON it has the keys below, in snake case, and a `schema` with its version.
public struct Frontier: Codable, Hashable, Sendable {
  /// The version of the document's form.
  public static let schema = "mainstay/frontier/1"

  /// Always ``schema`` for a frontier of this version.
  public var schema = Frontier.schema
  /// The case's name.
  public var name: String
  /// What money is in.
  public var currency: String
  /// What cost is held against.
  public var against: FrontierAxis
  /// Whether some layout satisfies the case; nil where that was not found out.
  public var isFeasible: Bool?
  /// Whether all points that were asked for were looked for.
  public var completeness = Completeness.complete
  /// Wall time.
  public var seconds = 0.0
  /// Mixed-integer programs solved.
  public var solves = 0
  /// The points, cheapest first.
  public var points: [Point] = []
  /// Position among the points of the knee: the one that lies farthest below the straight line between the ends, both axes
  /// measured from end to end. Nil where no point lies below it.
  public var knee: Int?

  /// One efficient layout.
  public struct Point: Codable, Hashable, Sendable {
    /// First stage and expected cost of the scenarios.
    public var cost: Double
    /// What the cost is held against.
    public var value: Double
    /// Proven: no layout of at most this value costs less; nil where time ended the proof.
    public var bound: Double?
    /// What the next point costs more for each unit that it is better by; nil for the last.
    public var priceToNext: Double?
    /// Its sites in use.
    public var sites: [String]
    /// Its sources.
    public var sourcing: [PlanSource]

    enum CodingKeys: String, CodingKey {
      case cost, value, bound, sites, sourcing
      case priceToNext = "price_to_next"
    }
  }

  enum CodingKeys: String, CodingKey {
    case schema, name, currency, against, completeness, seconds, solves, points, knee
    case isFeasible = "feasible"
  }
}
