/// A capability that a development unlocks: a row of `projects`.
public struct Project: Hashable, Sendable {
  /// The project; one of several rows unlocks several capabilities and is paid once.
  public var id: String
  /// Where.
  public var site: String
  /// What becomes possible.
  public var item: String
  /// By which recipe; nil where it is made of nothing that the case knows.
  public var recipe: String?
  /// Paid once, by the case and the partners together.
  public var cost: Double
  /// Days from the start until what it unlocks can be used.
  public var days: Double
  /// Regions that share the cost where they are aligned with that of the site.
  public var partners: [String]

  /// A row from its columns.
  public init(
    _ id: String, site: String, item: String, recipe: String? = nil, cost: Double, days: Double,
    partners: [String] = []
  ) {
    self.id = id
    self.site = site
    self.item = item
    self.recipe = recipe
    self.cost = cost
    self.days = days
    self.partners = partners
  }
}
