/// A country, a province or any other area in which sites fail together: a row of `regions`.
public struct Region: Hashable, Sendable {
  /// The name that other rows refer to.
  public var id: String
  /// The name for people.
  public var name: String?
  /// Degrees north of its centre.
  public var latitude: Double?
  /// Degrees east of its centre.
  public var longitude: Double?
  /// Outages of the whole region a year.
  public var outageRate: Double?
  /// Days that such an outage lasts.
  public var outageDays: Double?
  /// The region that this one is part of.
  public var parent: String?

  /// A region from its columns.
  public init(
    _ id: String, name: String? = nil, latitude: Double? = nil, longitude: Double? = nil,
    outageRate: Double? = nil, outageDays: Double? = nil, parent: String? = nil
  ) {
    self.id = id
    self.name = name
    self.latitude = latitude
    self.longitude = longitude
    self.outageRate = outageRate
    self.outageDays = outageDays
    self.parent = parent
  }
}

/// One region's membership in a bloc: a row of `blocs`.
public struct BlocMembership: Hashable, Sendable {
  /// The bloc.
  public var bloc: String
  /// The region that belongs to it.
  public var region: String
  /// Trade agreement, alliance, customs union, export-control regime, …
  public var kind: String?

  /// A membership from its columns.
  public init(bloc: String, region: String, kind: String? = nil) {
    self.bloc = bloc
    self.region = region
    self.kind = kind
  }
}

/// How well two regions get on: a row of `alignment`.
public struct Alignment: Hashable, Sendable {
  /// One region.
  public var regionA: String
  /// The other.
  public var regionB: String
  /// From −1, opposed, to 1, aligned.
  public var score: Double

  /// An alignment from its columns.
  public init(_ regionA: String, _ regionB: String, score: Double) {
    self.regionA = regionA
    self.regionB = regionB
    self.score = score
  }
}

/// A place that makes, holds or passes on items: a row of `sites`.
public struct Site: Hashable, Sendable {
  /// The name that other rows refer to.
  public var id: String
  /// The name for people.
  public var name: String?
  /// The region it is in.
  public var region: String
  /// Paid once if it is used and does not exist yet.
  public var openingCost: Double
  /// Whether it exists already.
  public var isExisting: Bool
  /// Paid once if it exists and is not used.
  public var closingCost: Double
  /// Outages of the site alone a year.
  public var outageRate: Double?
  /// Days that such an outage lasts.
  public var outageDays: Double?
  /// Degrees north; nil for its region's.
  public var latitude: Double?
  /// Degrees east; nil for its region's.
  public var longitude: Double?
  /// Who owns it; nil for an owner of its own.
  public var owner: String?
  /// Where its owner is at home; nil for the site's region.
  public var ownerRegion: String?
  /// Whether it is a hub, such as a warehouse or a port: lanes without an item bring it anything, and that may go on from it. Nil: it
  /// is one where it uses nothing to make something.
  public var isHub: Bool?

  /// A site from its columns.
  public init(
    _ id: String, region: String, name: String? = nil, openingCost: Double = 0, isExisting: Bool = false,
    closingCost: Double = 0, outageRate: Double? = nil, outageDays: Double? = nil, latitude: Double? = nil,
    longitude: Double? = nil, owner: String? = nil, ownerRegion: String? = nil, isHub: Bool? = nil
  ) {
    self.id = id
    self.name = name
    self.region = region
    self.isHub = isHub
    self.openingCost = openingCost
    self.isExisting = isExisting
    self.closingCost = closingCost
    self.outageRate = outageRate
    self.outageDays = outageDays
    self.latitude = latitude
    self.longitude = longitude
    self.owner = owner
    self.ownerRegion = ownerRegion
  }
}

/// A place that needs items: a row of `markets`.
public struct Market: Hashable, Sendable {
  /// The name that other rows refer to.
  public var id: String
  /// The name for people.
  public var name: String?
  /// The region it is in.
  public var region: String
  /// Degrees north; nil for its region's.
  public var latitude: Double?
  /// Degrees east; nil for its region's.
  public var longitude: Double?

  /// A market from its columns.
  public init(
    _ id: String, region: String, name: String? = nil, latitude: Double? = nil, longitude: Double? = nil
  ) {
    self.id = id
    self.name = name
    self.region = region
    self.latitude = latitude
    self.longitude = longitude
  }
}

/// What sites close together save: a row of `clusters`.
public struct Cluster: Hashable, Sendable {
  /// Where the cluster is, with the regions below.
  public var region: String
  /// How many sites with a qualified source it needs.
  public var minSites: Int
  /// What it saves over the horizon.
  public var saving: Double

  /// A cluster from its columns.
  public init(_ region: String, minSites: Int, saving: Double) {
    self.region = region
    self.minSites = minSites
    self.saving = saving
  }
}

/// A way on which items can move: a row of `lanes`.
public struct Lane: Hashable, Sendable {
  /// A site, a region for all of its sites, or `*`.
  public var origin: String
  /// A site or market, a region for all of its markets, or `*`.
  public var destination: String
  /// The item it carries; nil for any.
  public var item: String?
  /// Freight for a unit.
  public var unitCost: Double
  /// Freight for a unit and kilometre of great circle, on top of `unitCost`.
  public var costPerKm: Double
  /// Days that a unit is on its way.
  public var leadDays: Double
  /// Most units a period, of each item and between each two places that the row stands for; nil for no limit.
  public var capacity: Double?
  /// The chokepoint it goes through.
  public var corridor: String?
  /// Sea, rail, air, …
  public var mode: String?

  /// Both ends as a disruption of kind `lane` names them: `FROM > TO`.
  public var end: String { "\(origin) > \(destination)" }

  /// A lane from its columns.
  public init(
    from origin: String, to destination: String, item: String? = nil, unitCost: Double = 0,
    costPerKm: Double = 0, leadDays: Double = 0, capacity: Double? = nil, corridor: String? = nil,
    mode: String? = nil
  ) {
    self.origin = origin
    self.destination = destination
    self.item = item
    self.unitCost = unitCost
    self.costPerKm = costPerKm
    self.leadDays = leadDays
    self.capacity = capacity
    self.corridor = corridor
    self.mode = mode
  }
}
