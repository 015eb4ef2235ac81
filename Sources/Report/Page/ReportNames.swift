internal import Sourcing

/// What the places and items of a case are called for people.
struct ReportNames {
  private let sites: [String: Site]
  private let markets: [String: Market]
  private let items: [String: Item]
  private let regions: [String: Region]
  /// For each site the blocs that it lies in.
  private let blocs: [String: [String]]
  /// What a period of the case is called: `month`.
  let period: String

  init(_ network: SourcingNetwork) {
    let found = network.sourcingCase
    sites = Dictionary(found.sites.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    markets = Dictionary(found.markets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    items = Dictionary(found.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    regions = Dictionary(found.regions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    period = Self.period(of: found.settings.periodDays)
    let places = PlaceIndex(network)
    blocs = Dictionary(
      zip(found.sites.map(\.id), places.siteBlocs), uniquingKeysWith: { first, _ in first })
  }

  private static func period(of days: Double) -> String {
    switch days {
    case 1: "day"
    case 7: "week"
    case 28...31: "month"
    case 89...92: "quarter"
    case 360...366: "year"
    default: "period"
    }
  }

  func site(_ id: String) -> String { sites[id]?.name ?? id }

  func market(_ id: String) -> String { markets[id]?.name ?? id }

  /// A site or a market.
  func place(_ id: String) -> String { sites[id]?.name ?? markets[id]?.name ?? id }

  func item(_ id: String) -> String { items[id]?.name ?? id }

  func unit(_ item: String) -> String { items[item]?.unit ?? "" }

  func region(_ id: String) -> String { regions[id]?.name ?? id }

  /// The region of a site or market.
  func regionOf(_ place: String) -> String {
    (sites[place]?.region ?? markets[place]?.region).map(region) ?? ""
  }

  func blocsOf(_ site: String) -> [String] { blocs[site] ?? [] }
}
