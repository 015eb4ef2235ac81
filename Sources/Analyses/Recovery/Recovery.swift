public import LinearModel
public import Sourcing

/// What to do now that something has happened, period by period.
///
/// Coded as JSON it has the keys below, in snake case, and a `schema` with its version.
public struct Recovery: Codable, Hashable, Sendable {
  /// The version of the document's form.
  public static let schema = "mainstay/recover/1"

  /// Always ``schema`` for a recovery of this version.
  public var schema = Recovery.schema
  /// The case's name.
  public var name: String
  /// What money is in.
  public var currency: String
  /// What has happened in words: the names of ``events``, joined by "and".
  public var event: String
  /// The disruptions and scenarios that have happened.
  public var events: [String]
  /// The day on which the first of them began, counted from the beginning of the case's horizon.
  public var day: Double
  /// The first period that is planned anew, counted in the case's horizon.
  public var firstPeriod: Int
  /// Whether the plan was found, and found best.
  public var completeness = Completeness.complete
  /// Whether it is proven that nothing costs less.
  public var isProven = false
  /// Wall time.
  public var seconds = 0.0
  /// What is needed and met in each period, with what is done and without it.
  public var periods: [Period] = []
  /// The first period from which on nothing is short any more; nil where service does not come back within the horizon.
  public var backInPeriod: Int?
  /// The same where contracts are all there is.
  public var backInPeriodByContracts: Int?
  /// What the rest of the horizon costs: purchases, freight, duties, shortage, what is due for contracts, and what is spent on
  /// new sources.
  public var cost: Double?
  /// The same where contracts are all there is.
  public var costByContracts: Double?
  /// What to do.
  public var actions: [Action] = []
  /// What is short in the end.
  public var shortages: [PlanShortage] = []

  /// One period.
  public struct Period: Codable, Hashable, Sendable {
    /// The period, counted in the case's horizon.
    public var period: Int
    /// Units that are needed, all markets and items together.
    public var need: Double
    /// Units that are met.
    public var met: Double
    /// Units that would be met by contracts alone.
    public var metByContracts: Double

    enum CodingKeys: String, CodingKey {
      case period, need, met
      case metByContracts = "met_by_contracts"
    }
  }

  /// One thing to do.
  public struct Action: Codable, Hashable, Sendable {
    /// What kind of thing.
    public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
      /// Draw on a reserve that is contracted.
      case activate
      /// Take from strategic stock.
      case release
      /// Buy more than is contracted from a source of the layout.
      case buy
      /// Qualify a source that the layout does not have, and buy from it.
      case qualify
      /// Open a site that the layout does not have.
      case open
      /// Send more by a lane than without the event.
      case reroute
    }

    /// What kind of thing.
    public var kind: Kind
    /// Where: the site, or where the lane begins.
    public var site: String
    /// Where the lane ends; empty for the other kinds.
    public var to: String
    /// What; empty where a site is opened.
    public var item: String
    /// The corridor or mode of the lane, or the recipe of the source; empty for none.
    public var way: String
    /// Units in each period, from ``Recovery/firstPeriod`` on; for a lane those on top of what it carries without the event.
    public var units: [Double]
    /// What is paid once.
    public var once: Double
    /// Whether it is possible only because the source's region helps (`--mutual-aid`).
    public var isAid: Bool

    enum CodingKeys: String, CodingKey {
      case kind, site, to, item, way, units, once
      case isAid = "aid"
    }
  }

  enum CodingKeys: String, CodingKey {
    case schema, name, currency, event, events, day, completeness, seconds, periods, cost, actions, shortages
    case firstPeriod = "first_period"
    case isProven = "proven"
    case backInPeriod = "back_in_period"
    case backInPeriodByContracts = "back_in_period_by_contracts"
    case costByContracts = "cost_by_contracts"
  }
}

/// What a recovery may do.
public struct RecoveryOptions: Sendable {
  /// The disruptions and scenarios of the case that have happened, one at least.
  public var events: [String]
  /// The days on which they begin, counted from the beginning of the horizon: one for each event in its order, or one alone for
  /// the first that happens, the others as long after it as their rows say; empty for the days of their rows.
  public var days: [Double] = []
  /// How many sources and sites may be taken on that the layout does not have; nil for any number.
  public var maxChanges: Int?
  /// The part of a capacity that is not contracted that can be bought at short notice.
  public var spot = 1.0
  /// Whether sources in aligned regions deliver at once.
  public var hasMutualAid = false
  /// Relative gap at which a recovery counts as best.
  public var gap = 1e-6
  /// Wall time in seconds after which the best so far is given; nil for no limit.
  public var timeLimit: Double?
  /// Asks the search to end soon.
  public var cancellation: Cancellation?
  /// Called now and then with what is being done.
  public var progress: (@Sendable (String) -> Void)?

  /// Options: everything may be bought, nobody helps.
  public init(events: [String]) {
    self.events = events
  }
}
