/// The part of the world that a map shows, a thousand units wide.
struct MapView {
  /// Units a unit of the projection.
  private let scale: Double
  private let left: Double
  private let top: Double
  /// Height in units.
  let height: Double

  static let width = 1000.0

  /// The whole world without the far south, in units of the projection.
  private static let world = (left: -2.7, right: 2.7, top: -1.3, bottom: 1.05)

  /// A view on some points with room around them: never less than a sixth of the world's width, and between 1.7 and
  /// 2.3 times as wide as high.
  init(around points: [PlanePoint]) {
    let xs = points.map(\.x)
    let ys = points.map(\.y)
    let world = Self.world
    var (left, right) = (xs.min() ?? world.left, xs.max() ?? world.right)
    var (top, bottom) = (ys.min() ?? world.top, ys.max() ?? world.bottom)
    let room = max(0.16, (right - left) * 0.08)
    (left, right) = Self.widened(left - room, right + room, least: (world.right - world.left) / 6)
    (top, bottom) = Self.widened(top - room, bottom + room, least: (right - left) / 2.3)
    (left, right) = Self.widened(left, right, least: (bottom - top) * 1.7)
    (left, right) = Self.shifted(left, right, world.left, world.right)
    (top, bottom) = Self.shifted(top, bottom, world.top, world.bottom)
    scale = Self.width / (right - left)
    self.left = left
    self.top = top
    height = (bottom - top) * scale
  }

  /// A point of the projection in units of the map.
  func place(_ point: PlanePoint) -> PlanePoint {
    PlanePoint(x: (point.x - left) * scale, y: (point.y - top) * scale)
  }

  /// Whether a shape with these corners may show.
  func shows(_ points: [PlanePoint]) -> Bool {
    let placed = points.map(place)
    guard let minX = placed.map(\.x).min(), let maxX = placed.map(\.x).max(),
      let minY = placed.map(\.y).min(), let maxY = placed.map(\.y).max()
    else { return false }
    return maxX >= 0 && minX <= Self.width && maxY >= 0 && minY <= height
  }

  /// The commands of a path through some points; those that round to the last one are left out.
  func path(_ points: [PlanePoint]) -> HTML {
    var path: HTML = ""
    var last: HTML = ""
    for (index, point) in points.enumerated() {
      let next: HTML = "\(point.x) \(point.y)"
      if next.text == last.text { continue }
      path += index == 0 ? "M\(next)" : "L\(next)"
      last = next
    }
    return path
  }

  private static func widened(_ low: Double, _ high: Double, least: Double) -> (Double, Double) {
    let missing = max(0, least - (high - low)) / 2
    return (low - missing, high + missing)
  }

  /// Moves an interval into the world, and cuts it to the world where it is larger.
  private static func shifted(
    _ low: Double, _ high: Double, _ first: Double, _ last: Double
  ) -> (Double, Double) {
    if high - low >= last - first { return (first, last) }
    let step = max(0, first - low) - max(0, high - last)
    return (low + step, high + step)
  }
}
