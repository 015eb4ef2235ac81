/// A duty on what crosses a border: a row of `duties`.
public struct Duty: Hashable, Sendable {
  /// Region or bloc where it comes from, or `*`.
  public var origin: String
  /// Region or bloc where it goes, or `*`.
  public var destination: String
  /// The item; nil for any.
  public var item: String?
  /// The class of items; nil for any.
  public var itemClass: String?
  /// Share of the unit value.
  public var rate: Double
  /// Share of regional value that a unit needs to claim the rate; nil where it is due for all.
  public var requiresContent: Double?
  /// The agreement or measure that the row belongs to.
  public var rule: String?
  /// Whether it holds while nothing happens.
  public var inForce: Bool

  /// A duty from its columns.
  public init(
    from origin: String, to destination: String, item: String? = nil, itemClass: String? = nil, rate: Double,
    requiresContent: Double? = nil, rule: String? = nil, inForce: Bool = true
  ) {
    self.origin = origin
    self.destination = destination
    self.item = item
    self.itemClass = itemClass
    self.rate = rate
    self.requiresContent = requiresContent
    self.rule = rule
    self.inForce = inForce
  }
}

/// A control on what crosses a border: a row of `controls`.
public struct Control: Hashable, Sendable {
  /// What a control does.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Nothing may pass.
    case ban
    /// At most `limit` units a period may pass.
    case quota
    /// At most `limit` units a period may pass, each for a fee.
    case licence
    /// Owners from the origin may open and develop nothing new at the destination.
    case screening
  }

  /// Region or bloc where it comes from, or `*`.
  public var origin: String
  /// Region or bloc where it goes, or `*`.
  public var destination: String
  /// The item; nil for any.
  public var item: String?
  /// The class of items; nil for any.
  public var itemClass: String?
  /// What it does.
  public var kind: Kind
  /// Units a period that a quota or a licence lets through.
  public var limit: Double?
  /// Fee for a unit that passes under a licence.
  public var cost: Double
  /// The regime or measure that the row belongs to.
  public var rule: String?
  /// Whether it holds while nothing happens.
  public var inForce: Bool

  /// A control from its columns.
  public init(
    from origin: String, to destination: String, item: String? = nil, itemClass: String? = nil, kind: Kind,
    limit: Double? = nil, cost: Double = 0, rule: String? = nil, inForce: Bool = true
  ) {
    self.origin = origin
    self.destination = destination
    self.item = item
    self.itemClass = itemClass
    self.kind = kind
    self.limit = limit
    self.cost = cost
    self.rule = rule
    self.inForce = inForce
  }
}

/// What a disruption hits.
public enum DisruptionTarget: String, Hashable, Sendable, CaseIterable {
  /// One site.
  case site
  /// All sites of a region.
  case region
  /// All sites of a bloc's regions.
  case bloc
  /// All lanes through a chokepoint.
  case corridor
  /// One lane.
  case lane
  /// One item wherever it is made.
  case item
  /// All items of a class.
  case itemClass = "class"
  /// The duties of a rule, or those on what crosses a border.
  case duty
  /// The controls of a rule, or what crosses a border.
  case control
  /// Demand.
  case demand
}

/// Something that may go wrong: a row of `disruptions`.
public struct Disruption: Hashable, Sendable {
  /// The name that scenarios refer to.
  public var id: String
  /// What kind of thing it hits.
  public var targetKind: DisruptionTarget
  /// The name of what it hits.
  public var target: String
  /// What is left: 0 is nothing, 1 is all.
  public var factor: Double
  /// When it begins, in days from the start.
  public var startDay: Double
  /// How many days it lasts; nil to the end.
  public var durationDays: Double?
  /// How many days recovery takes after that.
  public var rampDays: Double
  /// What a duty rises by, as a share of the unit value.
  public var addedRate: Double
  /// How often a year it happens, where scenarios are sampled; nil where it is not drawn.
  public var rate: Double?
  /// What it has in common with others of the same rate that are drawn together with it; nil where it is drawn by itself.
  public var cause: String?

  /// A disruption from its columns.
  public init(
    _ id: String, _ targetKind: DisruptionTarget, _ target: String, factor: Double = 0, startDay: Double = 0,
    durationDays: Double? = nil, rampDays: Double = 0, addedRate: Double = 0, rate: Double? = nil,
    cause: String? = nil
  ) {
    self.id = id
    self.targetKind = targetKind
    self.target = target
    self.factor = factor
    self.startDay = startDay
    self.durationDays = durationDays
    self.rampDays = rampDays
    self.addedRate = addedRate
    self.rate = rate
    self.cause = cause
  }
}

/// One disruption of a scenario: a row of `scenarios`.
public struct ScenarioRow: Hashable, Sendable {
  /// The scenario's name.
  public var scenario: String
  /// The scenario's probability, the same in each of its rows.
  public var probability: Double
  /// A disruption that it brings; nil for none.
  public var disruption: String?

  /// A row from its columns.
  public init(_ scenario: String, probability: Double, disruption: String? = nil) {
    self.scenario = scenario
    self.probability = probability
    self.disruption = disruption
  }
}
