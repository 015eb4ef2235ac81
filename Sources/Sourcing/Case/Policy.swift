/// What a policy demands; the formulas are in the article "The model".
public enum PolicyKind: String, Hashable, Sendable, CaseIterable {
  /// No single scope supplies more than a share of an item.
  case maxShare = "max_share"
  /// An item has at least so many different sources qualified.
  case minSources = "min_sources"
  /// An item has exactly one primary source and enough backups.
  case oneMain = "one_main"
  /// Backups stand outside the scope of the primary source.
  case separate
  /// What remains when any one scope is lost covers enough of demand.
  case backupCover = "backup_cover"
  /// Enough of an item comes from the places named.
  case autonomy
  /// Concentration (Herfindahl–Hirschman index) stays below a limit.
  case maxConcentration = "max_concentration"
  /// Expected total cost stays below a limit.
  case maxCost = "max_cost"
  /// Capital spent stays below a limit.
  case maxCapital = "max_capital"
  /// Emissions stay below a limit.
  case maxEmissions = "max_emissions"
  /// Service stays above a limit.
  case minService = "min_service"
  /// Conditional value at risk stays below a limit.
  case maxCVaR = "max_cvar"
  /// Conditional value at risk of the share of demand that is not met stays below a limit.
  case maxCVaRShortage = "max_cvar_shortage"
  /// Service is good enough with enough probability.
  case chanceService = "chance_service"
  /// Time to survive is no shorter than time to recover.
  case survive
  /// Few enough changes against the current layout.
  case maxChanges = "max_changes"
  /// Every market gets an item from one site.
  case singleSource = "single_source"
  /// Lead times stay below a limit.
  case maxLeadDays = "max_lead_days"
  /// Sources that must not be used.
  case exclude
  /// Sources that must be used.
  case require

  /// Whether it speaks only of what is decided before anything happens and of what is done while nothing happens.
  var isOfQuietLayout: Bool {
    switch self {
    case .maxShare, .minSources, .oneMain, .separate, .backupCover, .autonomy, .maxConcentration, .maxCapital,
      .maxChanges, .singleSource, .maxLeadDays, .exclude, .require:
      true
    case .maxCost, .maxEmissions, .minService, .maxCVaR, .maxCVaRShortage, .chanceService, .survive: false
    }
  }
}

/// What a policy counts or limits.
public enum PolicyScope: String, Hashable, Sendable, CaseIterable {
  /// Each site.
  case supplier
  /// All sites of a region.
  case region
  /// All sites of a bloc's regions.
  case bloc
  /// All sites of an owner.
  case owner
  /// Each scenario that has a probability.
  case scenario

  /// The scopes that group places.
  public static let places: [PolicyScope] = [.supplier, .region, .bloc, .owner]
}

/// Something that the layout must satisfy: a row of `policies`.
///
/// A filter that is empty lets everything through; one with several names lets any of them through.
public struct Policy: Hashable, Sendable {
  /// The policy's name.
  public var id: String
  /// What it demands.
  public var kind: PolicyKind
  /// Items it speaks of.
  public var items: [String]
  /// Classes of items it speaks of.
  public var classes: [String]
  /// Only critical items, or only others; nil for both.
  public var critical: Bool?
  /// Markets it speaks of.
  public var markets: [String]
  /// Sites it speaks of.
  public var sites: [String]
  /// Regions it speaks of, with the regions below them.
  public var regions: [String]
  /// Blocs it speaks of.
  public var blocs: [String]
  /// Owners it speaks of.
  public var owners: [String]
  /// What is counted or limited; nil for the kind's own default.
  public var scope: PolicyScope?
  /// The limit, in the kind's own unit.
  public var limit: Double?
  /// The share of demand from which a scenario counts as served (`chance_service`), or the level of a conditional
  /// value at risk (`max_cvar`, `max_cvar_shortage`).
  public var level: Double?
  /// How many.
  public var count: Int?

  /// A policy from its columns.
  public init(
    _ id: String, _ kind: PolicyKind, items: [String] = [], classes: [String] = [], critical: Bool? = nil,
    markets: [String] = [], sites: [String] = [], regions: [String] = [], blocs: [String] = [],
    owners: [String] = [], scope: PolicyScope? = nil, limit: Double? = nil, level: Double? = nil,
    count: Int? = nil
  ) {
    self.id = id
    self.kind = kind
    self.items = items
    self.classes = classes
    self.critical = critical
    self.markets = markets
    self.sites = sites
    self.regions = regions
    self.blocs = blocs
    self.owners = owners
    self.scope = scope
    self.limit = limit
    self.level = level
    self.count = count
  }
}
