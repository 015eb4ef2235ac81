/// What a search by prices knows so far.
struct PricingState {
  let searches: [PartSearch]
  /// What is proven of the whole.
  private(set) var bound: Double
  var incumbent: (point: [Double], objective: Double)?
  /// The best prices of all choices of sites, and what they prove of each part.
  var rootPrices: [[Double]] = []
  var rootProven: [Double] = []
  /// The nodes that are still to be looked at.
  var open: [PricingNode] = []
  /// The least that is proven of the nodes that are done with.
  var leastDone = Double.infinity

  /// Whether the first prices are near the best.
  let isNear: Bool

  /// - Parameter bound: What is proven otherwise.
  init(_ searches: [PartSearch], bound: Double, isNear: Bool = false) {
    self.searches = searches
    self.isNear = isNear
    self.bound = bound
  }

  var nodes: Int { searches.reduce(0) { $0 + $1.nodes } }

  /// How far the best layout is above the bound, in parts of its cost.
  var gap: Double {
    guard let incumbent else { return .infinity }
    return (incumbent.objective - bound) / max(1, abs(incumbent.objective))
  }

  /// The objective from which on a node is of no use.
  ///
  /// - Parameter gap: What is left unproven of the best layout's cost, in parts of it.
  func cutoff(_ gap: Double) -> Double {
    guard let incumbent else { return .infinity }
    return incumbent.objective - 0.95 * gap * max(1, abs(incumbent.objective))
  }

  /// Takes out the open node of the least bound; nil where there is none.
  mutating func takeLeast() -> PricingNode? {
    guard let least = open.indices.min(by: { open[$0].bound < open[$1].bound }) else { return nil }
    return open.remove(at: least)
  }

  /// Takes note that a node is done with.
  mutating func end(_ node: PricingNode) { leastDone = min(leastDone, node.bound) }

  /// Takes in what is proven of all nodes.
  ///
  /// - Parameter present: What is proven of nodes that are neither open nor done with.
  mutating func raise(with present: Double = .infinity) {
    let proven = open.reduce(min(leastDone, present)) { min($0, $1.bound) }
    if proven.isFinite { bound = max(bound, proven) }
  }
}
