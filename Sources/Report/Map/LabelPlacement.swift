/// Finds room for labels beside their points, those given first before others; what finds none is left out.
struct LabelPlacement {
  /// Where a label goes.
  struct Label {
    var text: String
    var x: Double
    var y: Double
  }

  private struct Box {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    func meets(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  private var taken: [Box]
  private let width: Double
  private let height: Double

  private static let letter = 6.9
  private static let line = 15.0
  private static let longest = 28

  /// - Parameter points: Markers that labels must not cover, with their radii.
  init(width: Double, height: Double, around points: [(PlanePoint, Double)]) {
    self.width = width
    self.height = height
    taken = points.map { point, radius in
      Box(left: point.x - radius, top: point.y - radius, right: point.x + radius, bottom: point.y + radius)
    }
  }

  /// The place of a label for a marker: right of it, left, above or below.
  mutating func label(_ text: String, at point: PlanePoint, radius: Double) -> Label? {
    if text.isEmpty { return nil }
    let shown = text.count > Self.longest ? text.prefix(Self.longest - 1) + "…" : text
    let wide = Double(shown.count) * Self.letter
    let near = radius + 4
    let starts = [
      PlanePoint(x: point.x + near, y: point.y + 5), PlanePoint(x: point.x - near - wide, y: point.y + 5),
      PlanePoint(x: point.x - wide / 2, y: point.y - near),
      PlanePoint(x: point.x - wide / 2, y: point.y + near + 11),
    ]
    for start in starts {
      let box = Box(left: start.x, top: start.y - Self.line + 3, right: start.x + wide, bottom: start.y + 3)
      let isInside = box.left >= 2 && box.right <= width - 2 && box.top >= 2 && box.bottom <= height - 2
      if isInside, !taken.contains(where: box.meets) {
        taken.append(box)
        return Label(text: String(shown), x: start.x, y: start.y)
      }
    }
    return nil
  }
}
