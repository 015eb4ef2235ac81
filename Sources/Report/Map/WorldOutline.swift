/// Outlines of the world's countries: Natural Earth, 1:110 million, public domain, simplified.
struct WorldOutline: Sendable {
  /// A country and its rings of corners.
  struct Country: Sendable {
    var name: String
    var rings: [[GeoPoint]]
  }

  let countries: [Country]

  /// The outlines that the module carries, as `Examples/report/outlines.py` wrote them.
  static let bundled = WorldOutline(String(decoding: PackageResources.world_txt, as: UTF8.self))

  /// Reads outlines: a line a country, its name, a tab, and rings of steps in tenths of a degree.
  init(_ text: String) {
    countries = text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2, !line.hasPrefix("#") else { return nil }
      return Country(name: String(parts[0]), rings: parts[1].split(separator: " ").map(Self.ring))
    }
  }

  private static func ring(_ text: Substring) -> [GeoPoint] {
    var east = 0
    var north = 0
    return text.split(separator: ";").map { corner in
      let step = corner.split(separator: ",").compactMap { Int($0) }
      east += step.first ?? 0
      north += step.last ?? 0
      return GeoPoint(latitude: Double(north) / 10, longitude: Double(east) / 10)
    }
  }

  /// The index of the country that a point lies in, by the even–odd rule.
  func country(at point: GeoPoint) -> Int? {
    countries.firstIndex { $0.rings.contains { Self.holds($0, point) } }
  }

  private static func holds(_ ring: [GeoPoint], _ point: GeoPoint) -> Bool {
    var isInside = false
    for index in ring.indices {
      let a = ring[index]
      let b = ring[(index + 1) % ring.count]
      if (a.latitude > point.latitude) == (b.latitude > point.latitude) { continue }
      let part = (point.latitude - a.latitude) / (b.latitude - a.latitude)
      if point.longitude < a.longitude + part * (b.longitude - a.longitude) { isInside.toggle() }
    }
    return isInside
  }
}
