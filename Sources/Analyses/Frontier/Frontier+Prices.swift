internal import Sourcing

extension Frontier {
  init(name: String, currency: String, against: FrontierAxis) {
    self.name = name
    self.currency = currency
    self.against = against
  }

  /// Works out the prices from each proven point to the next one, and the knee among them.
  mutating func tellPrices() {
    let proven = points.indices.filter { points[$0].isProven }
    for (index, next) in zip(proven, proven.dropFirst()) {
      let (here, there) = (points[index], points[next])
      points[index].priceToNext = (there.cost - here.cost) / (here.value - there.value)
    }
    knee = Self.knee(of: points, among: proven)
  }

  private static func knee(of points: [Point], among proven: [Int]) -> Int? {
    guard let first = proven.first.map({ points[$0] }), let last = proven.last.map({ points[$0] }),
      proven.count > 2
    else { return nil }
    let (cost, value) = (last.cost - first.cost, first.value - last.value)
    guard cost > 0, value > 0 else { return nil }
    let depth = { (point: Point) in 1 - (point.cost - first.cost) / cost - (point.value - last.value) / value
    }
    guard let deepest = proven.max(by: { depth(points[$0]) < depth(points[$1]) }),
      depth(points[deepest]) > 1e-9
    else { return nil }
    return deepest
  }
}

/// Tells which points of a frontier are better than a layout.
struct FrontierDominance {
  /// Relative gap at which a layout counts as best.
  let gap: Double

  /// The layout with the cheapest point that is no worse in both things and better in one; costs that lie within the gap are equal.
  func dominated(_ given: Frontier.Given, by points: [Frontier.Point]) -> Frontier.Given {
    var given = given
    let trace = 1e-6 * max(1e-3, abs(given.value))
    let margin = gap * max(1, abs(given.cost))
    given.dominatedBy = points.indices.first { index in
      let point = points[index]
      let isNoWorse = point.value <= given.value + trace && point.cost <= given.cost + margin
      return isNoWorse && (point.cost < given.cost - margin || point.value < given.value - trace)
    }
    if let least = given.leastCost, abs(given.cost - least) <= margin { given.leastCost = given.cost }
    return given
  }
}
