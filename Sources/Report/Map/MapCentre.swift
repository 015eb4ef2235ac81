/// The meridian in the middle of a map. The map is cut along the one opposite.
struct MapCentre: Sendable {
  let longitude: Double

  /// Cut through the Pacific, as Europe and Africa are used to.
  static let atlantic = MapCentre(longitude: 0)
  /// Cut through the Atlantic between Greenland and Iceland, where hardly any land is.
  static let pacific = MapCentre(longitude: 152)

  /// The centre that leaves most ways whole; the Atlantic one where both leave as many.
  ///
  /// - Parameter ways: The ends of the ways.
  static func leaving(whole ways: [(from: GeoPoint, to: GeoPoint)]) -> MapCentre {
    func broken(_ centre: MapCentre) -> Int {
      ways.count { abs(centre.turned($0.from).longitude - centre.turned($0.to).longitude) > 180 }
    }
    return broken(pacific) < broken(atlantic) ? pacific : atlantic
  }

  /// A place with its longitude counted from the centre, from −180 to 180.
  func turned(_ place: GeoPoint) -> GeoPoint {
    var east = place.longitude - longitude
    if east > 180 { east -= 360 }
    if east < -180 { east += 360 }
    return GeoPoint(latitude: place.latitude, longitude: east)
  }

  /// A ring of corners counted from the centre, in parts where the cut goes through it.
  func turned(_ ring: [GeoPoint]) -> [[GeoPoint]] {
    // The cut does not go through rings on one side of it.
    let plain = ring.map { turned($0) }
    let isCut = zip(plain, plain.dropFirst() + plain.prefix(1)).contains {
      abs($0.longitude - $1.longitude) > 180
    }
    if !isCut { return [plain] }
    var whole: [GeoPoint] = []
    for var corner in plain {
      if let last = whole.last {
        while corner.longitude - last.longitude > 180 { corner.longitude -= 360 }
        while corner.longitude - last.longitude < -180 { corner.longitude += 360 }
      }
      whole.append(corner)
    }
    return [-360.0, 0, 360].map { turn in
      let east = Self.clipped(whole.map { Self.moved($0, turn) }) { $0.longitude - 180 }
      return Self.clipped(east) { -180 - $0.longitude }
    }.filter { $0.count > 2 }
  }

  private static func moved(_ place: GeoPoint, _ turn: Double) -> GeoPoint {
    GeoPoint(latitude: place.latitude, longitude: place.longitude + turn)
  }

  /// The part of a ring where `past` is not above zero (Sutherland and Hodgman 1974).
  private static func clipped(_ ring: [GeoPoint], _ past: (GeoPoint) -> Double) -> [GeoPoint] {
    var kept: [GeoPoint] = []
    for index in ring.indices {
      let (here, next) = (ring[index], ring[(index + 1) % ring.count])
      let (a, b) = (past(here), past(next))
      if a <= 0 { kept.append(here) }
      if (a < 0 && b > 0) || (a > 0 && b < 0) {
        let part = a / (a - b)
        kept.append(
          GeoPoint(
            latitude: here.latitude + part * (next.latitude - here.latitude),
            longitude: here.longitude + part * (next.longitude - here.longitude)))
      }
    }
    return kept
  }
}
