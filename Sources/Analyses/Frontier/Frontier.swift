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
  /// What counts as one, of ``FrontierAxis/concentration``; nil for other axes.
  public var scope: String?
  /// Regions and blocs that are one's own, of ``FrontierAxis/autonomy``; nil for other axes.
  public var places: [String]?
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
  /// Position among the points of the knee: the proven one that lies farthest below the straight line between the ends, both axes
  /// measured from end to end. Nil where no point lies below it.
  public var knee: Int?

  /// Where the layout lies that was to be held against the frontier; nil where none was, or where it cannot respond to all scenarios.
  public var given: Given?

  /// One layout.
  public struct Point: Codable, Hashable, Sendable {
    /// First stage and expected cost of the scenarios.
    public var cost: Double
    /// What the cost is held against.
    public var value: Double
    /// Proven: no layout of at most this value costs less; nil where time ended the proof.
    public var bound: Double?
    /// Whether it is proven, within the gap, that no layout is better in one thing without being worse in the other. A point of
    /// which it is not proven is a layout that there is, and not called efficient.
    public var isProven: Bool
    /// What the next proven point costs more for each unit that it is better by; nil for the last, and where this is not proven.
    public var priceToNext: Double?
    /// Its sites in use.
    public var sites: [String]
    /// Its sources.
    public var sourcing: [PlanSource]

    enum CodingKeys: String, CodingKey {
      case cost, value, bound, sites, sourcing
      case priceToNext = "price_to_next"
      case isProven = "proven"
    }
  }

  /// A given layout, as it responds at least cost.
  public struct Given: Codable, Hashable, Sendable {
    /// Whose layout it is: `plan` or `current`.
    public var layout: StandingLayout.Source
    /// First stage and expected cost of the scenarios.
    public var cost: Double
    /// What the cost is held against.
    public var value: Double
    /// What the cheapest layout costs that keeps the policies and is at least as safe; nil where there is none, or time was up.
    public var leastCost: Double?
    /// Proven: no layout that is at least as safe costs less; nil where it is not.
    public var bound: Double?
    /// The cheapest of the points that are no worse in both things and better in one; nil where there is none.
    public var dominatedBy: Int?

    enum CodingKeys: String, CodingKey {
      case layout, cost, value, bound
      case leastCost = "least_cost"
      case dominatedBy = "dominated_by"
    }
  }

  enum CodingKeys: String, CodingKey {
    case schema, name, currency, against, scope, places, completeness, seconds, solves, points, knee, given
    case isFeasible = "feasible"
  }
}
