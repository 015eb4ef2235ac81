/// What differs between two layouts, and how to get from one to the other.
public struct ComparisonReport: Codable, Hashable, Sendable {
  /// Identifies the format of the document.
  public static let schema = "mainstay/compare/1"

  /// The format.
  public var schema = ComparisonReport.schema
  /// What money is in.
  public var currency: String
  /// Whose layout is compared: `plan` or `current`.
  public var from: StandingLayout.Source
  /// Whose layout it is compared with.
  public var to: StandingLayout.Source
  /// Whether everything was looked at.
  public var completeness = Completeness.complete
  /// Sites that are used in one of them only.
  public var sites: [SiteChange]
  /// Sources whose role, contract or share differs, by item.
  public var sources: [SourceChange]
  /// Projects that are developed in one of them only.
  public var projects: [SiteChange]
  /// Strategic stock that differs.
  public var stock: [StockChange]
  /// Costs over the horizon that differ.
  public var costs: [FigureChange]
  /// Risk figures that differ.
  public var risk: [FigureChange]
  /// Policies: how close each is to its limit.
  public var policies: [FigureChange]
  /// The order of the changes; nil where it was not asked for.
  public var path: ChangePath?
}

/// Something that one layout has and the other has not.
public struct SiteChange: Codable, Hashable, Sendable {
  /// The site or project.
  public var name: String
  /// `added` or `removed`.
  public var change: String
}

/// A source in both layouts.
public struct SourceChange: Codable, Hashable, Sendable {
  /// The item.
  public var item: String
  /// The site.
  public var site: String
  /// The recipe; empty for none.
  public var recipe: String
  /// What it is in the first one; nil where it is no source there.
  public var before: Contract?
  /// What it is in the second one; nil where it is no source there.
  public var after: Contract?

  /// A role with its amounts.
  public struct Contract: Codable, Hashable, Sendable {
    /// `primary` or `backup`.
    public var role: String
    /// Units a period committed.
    public var commit: Double
    /// Units a period reserved.
    public var reserve: Double
    /// Its share of the item's supply while nothing happens.
    public var share: Double
  }
}

/// Strategic stock in both layouts.
public struct StockChange: Codable, Hashable, Sendable {
  /// The item.
  public var item: String
  /// The site.
  public var site: String
  /// Units in the first one.
  public var before: Double
  /// Units in the second one.
  public var after: Double
}

/// A figure of both layouts; nil where one does not have it.
public struct FigureChange: Codable, Hashable, Sendable {
  /// What it is.
  public var name: String
  /// In the first one.
  public var before: Double?
  /// In the second one.
  public var after: Double?
}

/// An order in which one layout becomes another, each change made once.
public struct ChangePath: Codable, Hashable, Sendable {
  /// The changes in their order.
  public var steps: [Step]
  /// Running cost of the first layout over the horizon.
  public var startCost: Double
  /// Share of demand that the first layout meets while nothing happens.
  public var startService: Double
  /// Whether every order was looked at; otherwise each step is the best next one.
  public var isProven: Bool
  /// Whether all changes are among the steps.
  public var completeness = Completeness.complete

  enum CodingKeys: String, CodingKey {
    case steps, completeness
    case startCost = "start_cost"
    case startService = "start_service"
    case isProven = "proven"
  }

  /// A change and the layout that stands after it.
  public struct Step: Codable, Hashable, Sendable {
    /// What is done.
    public var change: String
    /// The site, or the project.
    public var place: String
    /// The item; empty for a project, or a site that only passes on.
    public var item: String
    /// Running cost over the horizon: reserves, stock, and the expected cost of what is done then.
    public var cost: Double
    /// Share of demand that is met while nothing happens.
    public var service: Double
    /// Whether it serves no worse than the worse of the two layouts.
    public var isFeasible: Bool

    enum CodingKeys: String, CodingKey {
      case change, place, item, cost, service
      case isFeasible = "feasible"
    }
  }
}
