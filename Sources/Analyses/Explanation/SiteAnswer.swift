/// Why a site is in a layout, or is not: what it would cost to have it otherwise.
public struct SiteAnswer: Codable, Hashable, Sendable {
  /// What was asked.
  public enum Question: String, Codable, Hashable, Sendable, CaseIterable {
    /// Why the site is not in the layout.
    case whyNot = "why_not"
    /// Why it is.
    case why
  }

  /// A price at which the site is chosen, and one at which it is not: both were planned.
  public struct Threshold: Codable, Hashable, Sendable {
    /// The part by which all of the site's prices must fall for the best layout to have it, found by planning at these prices.
    public var sufficient: Double
    /// The part at which it was found that the best layout does not have it.
    public var insufficient: Double
    /// The site's prices by item: today's, and the one at which it is chosen.
    public var prices: [Price]

    /// The price of one item.
    public struct Price: Codable, Hashable, Sendable {
      /// The item.
      public var item: String
      /// The recipe; empty for none.
      public var recipe: String
      /// Price of a unit today.
      public var today: Double
      /// Price of a unit at which the site is chosen.
      public var chosen: Double
    }
  }

  /// What was asked.
  public var question: Question
  /// The site.
  public var site: String
  /// Whether the best layout has the site.
  public var isUsed: Bool
  /// What the best layout with the site (`why_not`) or without it (`why`) costs more; of a given layout the best of its sources, and
  /// negative where having one more saves; nil where there is none, or it was not
  /// found in time.
  public var cost: Double?
  /// What leaving a site of a given layout saves (`why`): what the layout costs more than the best of its other sources; negative where
  /// the layout is the cheaper one.
  public var saving: Double?
  /// The limits of the case that collide with having it otherwise; nil where nothing does.
  public var conflict: ConflictAnswer?
  /// At which price it would be chosen (`why_not`); nil where even free goods do not suffice, or it was not found out.
  public var threshold: Threshold?
  /// What the best layout that has the site at no price for its goods costs more than the best layout today; negative where
  /// lower prices can make it chosen.
  public var costWhenFree: Double?

  /// An answer that says nothing yet.
  init(_ question: Question, _ site: String, isUsed: Bool) {
    self.question = question
    self.site = site
    self.isUsed = isUsed
  }

  enum CodingKeys: String, CodingKey {
    case question, site, cost, saving, conflict, threshold
    case isUsed = "used"
    case costWhenFree = "cost_when_free"
  }
}

/// Limits of a case that no layout satisfies together.
public struct ConflictAnswer: Codable, Hashable, Sendable {
  /// The limits.
  public var rows: [ExplainedRow]
  /// For each of them whether some layout was found to satisfy the others; null where that was not tested in time.
  public var isNeeded: [Bool?]
  /// Whether none can be left out.
  public var isIrreducible: Bool
  /// How many questions of feasibility were asked.
  public var tests: Int

  enum CodingKeys: String, CodingKey {
    case rows, tests
    case isNeeded = "needed"
    case isIrreducible = "irreducible"
  }
}
