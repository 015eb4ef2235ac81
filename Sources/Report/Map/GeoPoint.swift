internal import Foundation

/// A place on the globe, in degrees.
struct GeoPoint: Hashable, Sendable {
  var latitude: Double
  var longitude: Double

  /// Points on a bow to another place, the shorter way round, both ends included.
  ///
  /// A bow rather than a great circle: ships do not sail across the ice, and bows of different bends keep lines between
  /// the same places apart.
  ///
  /// - Parameter bend: How far it bends towards the nearer pole, as a part of its length.
  func path(to other: GeoPoint, steps: Int, bend: Double) -> [GeoPoint] {
    var east = other.longitude - longitude
    if east > 180 { east -= 360 }
    if east < -180 { east += 360 }
    let north = other.latitude - latitude
    let length = (east * east + north * north).squareRoot()
    let side = latitude + other.latitude < 0 ? -1.0 : 1.0
    let height = min(length * bend, Self.highestBow) * side
    // At right angles to the line, so that bows from north to south bend as well.
    let across = length > 0 ? abs(east) / length : 0
    let along = length > 0 ? (east < 0 ? north : -north) / length : 0
    return (0...steps).map { step in
      let part = Double(step) / Double(steps)
      let lift = 4 * part * (1 - part) * height
      var turned = longitude + east * part + lift * along
      if turned > 180 { turned -= 360 }
      if turned < -180 { turned += 360 }
      return GeoPoint(
        latitude: max(-85, min(85, latitude + north * part + lift * across)), longitude: turned)
    }
  }

  private static let highestBow = 14.0
}

/// A point of a drawing.
struct PlanePoint: Hashable, Sendable {
  var x: Double
  var y: Double
}

/// The Equal Earth projection (Šavrič, Patterson and Jenny 2018): areas are true, and shapes near the equator nearly so.
enum EqualEarth {
  private static let a1 = 1.340264
  private static let a2 = -0.081106
  private static let a3 = 0.000893
  private static let a4 = 0.003796

  /// Where a place lies, x from −2.71 to 2.71 and y from −1.32 (north) to 1.32.
  static func project(_ place: GeoPoint) -> PlanePoint {
    let root = 3.0.squareRoot()
    let t = asin(root / 2 * sin(place.latitude * .pi / 180))
    let t2 = t * t
    let t6 = t2 * t2 * t2
    let slope = a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2)
    let x = 2 * root * (place.longitude * .pi / 180) * cos(t) / (3 * slope)
    let y = t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2))
    return PlanePoint(x: x, y: -y)
  }
}
