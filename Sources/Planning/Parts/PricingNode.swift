/// A part of the choices of sites, and what prices have proven of it: the root of the search holds all of them, and branching leaves each of
/// two nodes one with a site open and one without it.
struct PricingNode {
  /// The range of each decision to open a site.
  let lower: [Double]
  let upper: [Double]
  /// The price of each site that a part may need, by part: the present ones and those that prove most.
  var prices: [[Double]]
  private(set) var bestPrices: [[Double]]
  /// What is proven of the node, in whatever way.
  private(set) var bound: Double
  /// What the best prices prove of it, and of each part. Lists go by this: a bound that was come to in another way tells nothing of how
  /// much the parts may cost at these prices.
  private(set) var pricedBound = -Double.infinity
  private(set) var proven: [Double] = []
  /// What the best prices prove at most.
  var value = Double.infinity
  /// Rounds of prices so far.
  private(set) var rounds = 0
  /// Whether better prices are not worth it.
  var isPriced = false
  /// How far each site is open in the best mixture of the layouts known.
  var openShares: [Double] = []
  /// How far the next list goes.
  var window = 0.0
  /// About what each part costs, until something is proven.
  private let sizes: [Double]

  /// - Parameters:
  ///   - bound: What is proven otherwise.
  ///   - sizes: About what each part costs; nil where the bound tells.
  init(lower: [Double], upper: [Double], prices: [[Double]], bound: Double, sizes: [Double]? = nil) {
    self.sizes = sizes ?? prices.map { _ in bound / Double(prices.count) }
    self.lower = lower
    self.upper = upper
    self.prices = prices
    self.bound = bound
    bestPrices = prices
  }

  /// Whether it holds all choices of sites.
  func isRoot(of parts: MasterParts) -> Bool { lower == parts.lower && upper == parts.upper }

  /// About what a part costs.
  func size(ofPart part: Int) -> Double {
    max(1, abs(proven.isEmpty ? sizes[part] : proven[part]))
  }

  /// Takes in what the present prices prove.
  mutating func take(_ bound: Double, _ proven: [Double]) {
    rounds += 1
    raise(to: bound)
    if bound <= pricedBound { return }
    pricedBound = bound
    self.proven = proven
    bestPrices = prices
  }

  /// Takes in what is proven in another way.
  mutating func raise(to bound: Double) { self.bound = max(self.bound, bound) }

  // MARK: Branching

  /// The site to branch on: the one that is most undecided, by its cost; nil where the best mixture of layouts leaves none so.
  ///
  /// - Parameter costs: What each site costs.
  func siteToPart(_ costs: [Double]) -> Int? {
    let undecided = openShares.indices.filter {
      lower[$0] < upper[$0] && min(openShares[$0], 1 - openShares[$0]) > Self.leastUndecided
    }
    func weight(_ site: Int) -> Double {
      min(openShares[site], 1 - openShares[site]) * max(1, costs[site])
    }
    return undecided.max { (weight($0), $1) < (weight($1), $0) }
  }

  private static let leastUndecided = 0.01

  /// The node with a site open, or without it.
  func child(_ site: Int, isOpen: Bool, _ parts: MasterParts, penalty: Double) -> PricingNode {
    var (lower, upper) = (lower, upper)
    if isOpen { lower[site] = upper[site] } else { upper[site] = lower[site] }
    let prices = parts.prices(bestPrices, lower, upper, penalty: penalty)
    return PricingNode(
      lower: lower, upper: upper, prices: prices, bound: bound, sizes: proven.isEmpty ? sizes : proven)
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
