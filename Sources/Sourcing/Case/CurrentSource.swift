/// A source of the layout that stands today: a row of `current`.
public struct CurrentSource: Hashable, Sendable {
  /// What part a source plays.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    /// A mainstay of the item.
    case primary
    /// One that is ready for the case that a mainstay fails.
    case backup
  }

  /// Who.
  public var site: String
  /// What.
  public var item: String
  /// By which recipe; nil where it is made of nothing that the case knows.
  public var recipe: String?
  /// As what.
  public var role: Role
  /// Units a period that are committed; nil where nothing is said.
  public var commit: Double?
  /// Units a period that are reserved; nil where nothing is said.
  public var reserve: Double?

  /// A source from its columns.
  public init(
    site: String, item: String, recipe: String? = nil, role: Role, commit: Double? = nil,
    reserve: Double? = nil
  ) {
    self.site = site
    self.item = item
    self.recipe = recipe
    self.role = role
    self.commit = commit
    self.reserve = reserve
  }
}
