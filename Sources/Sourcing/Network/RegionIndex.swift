internal import Foundation

/// Regions with what lies above them: the chain of parents, the blocs, the coordinates.
struct RegionIndex: Sendable {
  /// Region names, by index.
  let names: [String]
  /// For each region, itself and its ancestors, nearest first.
  let chains: [[String]]
  /// For each region, the blocs that it or an ancestor belongs to.
  let blocs: [Set<String>]
  private let indexes: [String: Int]
  private let coordinates: [Coordinates?]

  init(_ found: SourcingCase) {
    names = found.regions.map(\.id)
    let indexes = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    self.indexes = indexes
    let chains = found.regions.indices.map { start in
      var chain: [String] = []
      var next: String? = found.regions[start].id
      while let name = next, let index = indexes[name] {
        chain.append(name)
        next = found.regions[index].parent
      }
      return chain
    }
    self.chains = chains
    let memberships = Dictionary(grouping: found.blocs, by: \.region).mapValues { $0.map(\.bloc) }
    blocs = chains.map { chain in Set(chain.flatMap { memberships[$0] ?? [] }) }
    coordinates = chains.map { chain in
      chain.lazy.compactMap { name in
        indexes[name].flatMap { Coordinates(found.regions[$0].latitude, found.regions[$0].longitude) }
      }.first
    }
  }

  /// The index of a region.
  func index(of name: String) -> Int? {
    indexes[name]
  }

  /// Coordinates of a place: its own, or else those of the nearest region above it.
  func coordinates(latitude: Double?, longitude: Double?, region: Int) -> Coordinates? {
    Coordinates(latitude, longitude) ?? coordinates[region]
  }
}

/// A point on the globe.
struct Coordinates: Sendable {
  /// Degrees north.
  let latitude: Double
  /// Degrees east.
  let longitude: Double

  /// Mean radius of the Earth in kilometres (International Union of Geodesy and Geophysics).
  static let earthRadius = 6371.0088

  init?(_ latitude: Double?, _ longitude: Double?) {
    guard let latitude, let longitude else { return nil }
    self.latitude = latitude
    self.longitude = longitude
  }

  /// Great-circle distance in kilometres on a sphere, by the haversine formula (Sinnott 1984), which is
  /// exact for near points as well.
  func distance(to other: Coordinates) -> Double {
    let radians = Double.pi / 180
    let halfLatitude = sin((other.latitude - latitude) * radians / 2)
    let halfLongitude = sin((other.longitude - longitude) * radians / 2)
    let chord =
      halfLatitude * halfLatitude
      + cos(latitude * radians) * cos(other.latitude * radians) * halfLongitude * halfLongitude
    return 2 * Self.earthRadius * asin(min(1, chord.squareRoot()))
  }
}
