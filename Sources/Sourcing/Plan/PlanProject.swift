/// A project that is developed.
public struct PlanProject: Codable, Hashable, Sendable {
  /// The project.
  public var project: String
  /// What it unlocks, as site, item and recipe; the recipe is empty for none.
  public var unlocks: [Unlocked]
  /// Days from the start until it is ready.
  public var days: Double
  /// The first period in which what it unlocks can be used; nil where the horizon ends before.
  public var readyPeriod: Int?
  /// What it costs the case.
  public var cost: Double
  /// Regions that bear an equal part of the cost.
  public var partners: [String]

  /// A source that a project unlocks.
  public struct Unlocked: Codable, Hashable, Sendable {
    /// The site.
    public var site: String
    /// The item.
    public var item: String
    /// The recipe; empty for none.
    public var recipe: String

    /// A source from its parts.
    public init(site: String, item: String, recipe: String = "") {
      self.site = site
      self.item = item
      self.recipe = recipe
    }
  }

  /// A project from its parts.
  public init(
    project: String, unlocks: [Unlocked], days: Double, readyPeriod: Int?, cost: Double, partners: [String]
  ) {
    self.project = project
    self.unlocks = unlocks
    self.days = days
    self.readyPeriod = readyPeriod
    self.cost = cost
    self.partners = partners
  }

  enum CodingKeys: String, CodingKey {
    case project, unlocks, days, cost, partners
    case readyPeriod = "ready_period"
  }
}
