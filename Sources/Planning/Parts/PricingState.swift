/// What a search by prices knows so far.
struct PricingState {
  let searches: [PartSearch]
  /// The price of each site that a part may need, by part: the present ones and those that prove most.
  var prices: [[Double]]
  private(set) var bestPrices: [[Double]]
  /// What is proven of the whole, in whatever way.
  private(set) var bound: Double
  /// What the best prices prove of the whole, and of each part. Lists go by this: a bound that was come to in another way tells nothing of
  /// how much the parts may cost at these prices.
  private(set) var pricedBound = -Double.infinity
  private(set) var proven: [Double] = []
  var incumbent: (point: [Double], objective: Double)?
  /// How far the next list goes.
  var window = 0.0
  private var inertia = PriceInertia()

  /// - Parameter bound: What is proven otherwise.
  init(_ searches: [PartSearch], prices: [[Double]], bound: Double) {
    self.searches = searches
    self.prices = prices
    self.bound = bound
    bestPrices = prices
  }

  var nodes: Int { searches.reduce(0) { $0 + $1.nodes } }

  /// How far the best layout is above the bound, in parts of its cost.
  var gap: Double {
    guard let incumbent else { return .infinity }
    return (incumbent.objective - bound) / max(1, abs(incumbent.objective))
  }

  /// About what a part costs.
  func size(ofPart part: Int) -> Double {
    max(1, abs(proven.isEmpty ? bound / Double(searches.count) : proven[part]))
  }

  /// Takes in what the present prices prove.
  mutating func take(_ bound: Double, _ proven: [Double]) {
    inertia.learn(isBetter: bound > pricedBound)
    raise(to: bound)
    if bound <= pricedBound { return }
    pricedBound = bound
    self.proven = proven
    bestPrices = prices
  }

  /// Takes in what is proven in another way.
  mutating func raise(to bound: Double) { self.bound = max(self.bound, bound) }

  /// Goes to the next prices.
  ///
  /// - Parameter proposed: The best ones as far as the layouts known tell.
  mutating func goOn(to proposed: [[Double]]) { prices = inertia.next(bestPrices, proposed) }
}

/// How far the next prices stay with the best so far (Wentges 1997): the layouts known say little about prices that are far away. It falls
/// fast while bounds rise, since most rounds raise them.
private struct PriceInertia {
  private var value = 0.3
  private static let most = 0.5

  mutating func learn(isBetter: Bool) {
    value = isBetter ? max(0, value - 0.3) : min(Self.most, value + 0.2)
  }

  func next(_ best: [[Double]], _ proposed: [[Double]]) -> [[Double]] {
    zip(best, proposed).map { best, proposed in
      zip(best, proposed).map { value * $0 + (1 - value) * $1 }
    }
  }
}
