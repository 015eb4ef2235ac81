internal import Sourcing

/// Where the sites and markets of a case are, those at one point together.
struct MapPlaces {
  /// What a place is in the layout.
  enum Kind: String {
    case main, backup, used, unused, market
  }

  /// A point of the map.
  struct Place {
    var point: GeoPoint
    var kind: Kind
    /// What it is called on the map.
    var label: String
    /// Who is there, with what they do, for a pointer that rests on it.
    var told: [String] = []
    /// How many sites or markets of this kind.
    var count = 0
  }

  /// Places, markets last.
  private(set) var places: [Place] = []
  /// Where each site and market is, by its id.
  private(set) var points: [String: GeoPoint] = [:]
  /// Names of sites and markets of which nobody knows where they are.
  private(set) var missing: [String] = []

  /// Longer names stand aside for that of the region.
  private static let longestLabel = 22

  init(_ plan: Plan, _ network: SourcingNetwork, _ names: ReportNames) {
    let found = network.sourcingCase
    let sources = Dictionary(grouping: plan.sourcing, by: \.site)
    let open = Set(plan.sites.filter(\.open).map(\.site))
    var spots: [GeoPoint: [(kind: Kind, name: String, told: String, region: String)]] = [:]
    for site in found.sites {
      guard let point = Self.point(site.latitude, site.longitude, site.region, found) else {
        missing.append(names.site(site.id))
        continue
      }
      points[site.id] = point
      let parts = sources[site.id] ?? []
      let kind: Kind =
        parts.contains { $0.role == .primary }
        ? .main : parts.isEmpty ? (open.contains(site.id) ? .used : .unused) : .backup
      let roles = parts.map { "\($0.role == .primary ? "main" : "backup") for \(names.item($0.item))" }
      let told =
        roles.isEmpty ? (kind == .used ? "in use" : "not in the layout") : roles.joined(separator: ", ")
      spots[point, default: []].append(
        (kind, names.site(site.id), "\(names.site(site.id)): \(told)", names.region(site.region)))
    }
    for market in found.markets {
      guard let point = Self.point(market.latitude, market.longitude, market.region, found) else {
        missing.append(names.market(market.id))
        continue
      }
      points[market.id] = point
      spots[point, default: []].append(
        (.market, names.market(market.id), "\(names.market(market.id)): market", names.region(market.region)))
    }
    gather(spots)
  }

  private mutating func gather(
    _ spots: [GeoPoint: [(kind: Kind, name: String, told: String, region: String)]]
  ) {
    for (point, all) in spots.sorted(by: {
      ($0.key.longitude, $0.key.latitude) < ($1.key.longitude, $1.key.latitude)
    }) {
      let sites = all.filter { $0.kind != .market }
      let markets = all.filter { $0.kind == .market }
      let order: [Kind] = [.main, .backup, .used, .unused]
      if let first = sites.first,
        let kind = order.first(where: { kind in sites.contains { $0.kind == kind } })
      {
        // Unused sites beside used ones are told, not drawn.
        let drawn = sites.filter { $0.kind != .unused }
        let isShort = first.name.count <= Self.longestLabel
        let label = sites.count == 1 && markets.isEmpty && isShort ? first.name : first.region
        places.append(
          Place(
            point: point, kind: kind, label: label, told: sites.map(\.told), count: max(1, drawn.count)))
      }
      if let first = markets.first {
        places.append(
          Place(
            point: point, kind: .market, label: sites.isEmpty ? first.name : "", told: markets.map(\.told),
            count: markets.count))
      }
    }
  }

  /// Coordinates of a place: its own, or those of the nearest region above it that has some.
  private static func point(
    _ latitude: Double?, _ longitude: Double?, _ region: String, _ found: SourcingCase
  ) -> GeoPoint? {
    if let latitude, let longitude { return GeoPoint(latitude: latitude, longitude: longitude) }
    var next: String? = region
    for _ in 0...found.regions.count {
      guard let name = next, let row = found.regions.first(where: { $0.id == name }) else { return nil }
      if let latitude = row.latitude, let longitude = row.longitude {
        return GeoPoint(latitude: latitude, longitude: longitude)
      }
      next = row.parent
    }
    return nil
  }
}
