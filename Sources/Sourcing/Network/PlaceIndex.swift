/// Where the sites and markets of a case lie: their regions, the blocs of these, and how well regions get on.
public struct PlaceIndex: Sendable {
  /// The region that each site names.
  public let siteRegions: [String]
  /// The region that each market names.
  public let marketRegions: [String]
  /// For each site the blocs that its region, or one above it, belongs to, in alphabetical order.
  public let siteBlocs: [[String]]
  private let alignments: AlignmentIndex

  /// The places of a network.
  public init(_ network: SourcingNetwork) {
    let found = network.sourcingCase
    let regions = RegionIndex(found)
    siteRegions = found.sites.map(\.region)
    marketRegions = found.markets.map(\.region)
    siteBlocs = found.sites.map { site in
      regions.index(of: site.region).map { regions.blocs[$0].sorted() } ?? []
    }
    alignments = AlignmentIndex(found, regions)
  }

  /// How well two regions get on, from −1 to 1: the score of the nearest row of `alignment`, 0 without one.
  public func alignment(_ first: String, _ second: String) -> Double {
    alignments.score(first, second)
  }
}
