/// Where well-known corridors are, so that lanes through them are drawn through them.
enum Chokepoints {
  private static let known: [(name: String, place: GeoPoint)] = [
    ("suez", GeoPoint(latitude: 29.9, longitude: 32.6)),
    ("mandeb", GeoPoint(latitude: 12.6, longitude: 43.3)),
    ("red sea", GeoPoint(latitude: 20, longitude: 38.5)),
    ("hormuz", GeoPoint(latitude: 26.6, longitude: 56.3)),
    ("malacca", GeoPoint(latitude: 2.5, longitude: 101.4)),
    ("singapore", GeoPoint(latitude: 1.2, longitude: 103.8)),
    ("taiwan", GeoPoint(latitude: 24.5, longitude: 119.5)),
    ("south china sea", GeoPoint(latitude: 13, longitude: 114)),
    ("panama", GeoPoint(latitude: 9.1, longitude: -79.7)),
    ("good hope", GeoPoint(latitude: -35.5, longitude: 18.5)),
    ("cape", GeoPoint(latitude: -35.5, longitude: 18.5)),
    ("durban", GeoPoint(latitude: -29.9, longitude: 31.1)),
    ("gibraltar", GeoPoint(latitude: 36, longitude: -5.5)),
    ("bosporus", GeoPoint(latitude: 41.1, longitude: 29.1)),
    ("bosphorus", GeoPoint(latitude: 41.1, longitude: 29.1)),
    ("dover", GeoPoint(latitude: 51, longitude: 1.5)),
    ("danish", GeoPoint(latitude: 56, longitude: 11)),
    ("bering", GeoPoint(latitude: 65.8, longitude: -169)),
    ("magellan", GeoPoint(latitude: -53.5, longitude: -71)),
  ]

  /// The place of a corridor by its name; nil where it is not known.
  static func place(of corridor: String) -> GeoPoint? {
    let name = corridor.lowercased()
    return known.first { name.contains($0.name) }?.place
  }
}
