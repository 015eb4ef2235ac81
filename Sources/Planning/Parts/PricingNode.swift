/// A part of the choices of sites, and what prices have proven of it: the root of the search holds all of them, and branching leaves each of
/// two nodes one with a site open and one without it.
struct PricingNode {
  /// The range of each decision to open a site.
  let lower: [Double]
  let upper: [Double]
  /// The price of each site that a part may need, by part: the present ones and those that prove most.
  private(set) var prices: [[Double]]
  private(set) var bestPrices: [[Double]]
  /// What is proven of the node, in whatever way.
  private(set) var bound: Double
  /// What the best prices prove of it, and of each part. Lists go by this: a bound that was come to in another way tells nothing of how
  /// much the parts may cost at these prices.
  private(set) var pricedBound = -Double.infinity
  private(set) var proven: [Double] = []
  /// How far each site is open in the best mixture of the layouts known.
  var openShares: [Double] = []
  /// How far the next list goes.
  var window = 0.0
  private var inertia = PriceInertia()

  /// - Parameter bound: What is proven otherwise.
  init(lower: [Double], upper: [Double], prices: [[Double]], bound: Double) {
    self.lower = lower
    self.upper = upper
    self.prices = prices
    self.bound = bound
    bestPrices = prices
  }

  /// About what a part costs.
  func size(ofPart part: Int) -> Double {
    max(1, abs(proven.isEmpty ? bound / Double(prices.count) : proven[part]))
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

  // MARK: Branching

  /// The site to branch on: the one that is most undecided, by its cost; nil where each is decided.
  ///
  /// - Parameter costs: What each site costs.
  func siteToPart(_ costs: [Double]) -> Int? {
    let free = lower.indices.filter { lower[$0] < upper[$0] }
    func weight(_ site: Int) -> Double {
      let share = openShares.isEmpty ? 0.5 : openShares[site]
      return min(share, 1 - share) * max(1, costs[site])
    }
    return free.max { (weight($0), $1) < (weight($1), $0) }
  }

  /// The node with a site open, or without it.
  func child(_ site: Int, isOpen: Bool, _ parts: MasterParts, penalty: Double) -> PricingNode {
    var (lower, upper) = (lower, upper)
    if isOpen { lower[site] = upper[site] } else { upper[site] = lower[site] }
    let prices = parts.prices(bestPrices, lower, upper, penalty: penalty)
    return PricingNode(lower: lower, upper: upper, prices: prices, bound: bound)
  }
}

extension MasterParts {
  /// Prices where sites that are closed cost more than any layout, and those that are open anyway nothing: they are paid for.
  func prices(_ prices: [[Double]], _ lower: [Double], _ upper: [Double], penalty: Double) -> [[Double]] {
    zip(parts, prices).map { part, prices in
      zip(part.sites, prices).map { site, price in
        if upper[site] < 0.5 { return penalty }
        return lower[site] > 0.5 ? 0 : price
      }
    }
  }
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
