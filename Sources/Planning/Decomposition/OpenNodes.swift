/// The nodes of a search tree that are still to be looked at.
struct OpenNodes {
  /// The nodes, the one that was put in last at the end.
  private(set) var nodes: [TreeNode] = []
  /// The last child made before the plunge in hand.
  private var plungeStart = 0

  /// How far, between the least open bound and the cutoff, a plunge goes on.
  private static let plungeDepth = 0.6

  var isEmpty: Bool { nodes.isEmpty }

  /// The least that is proven of any; infinite where there is none.
  var least: Double { nodes.reduce(.infinity) { min($0, $1.bound) } }

  mutating func add(_ node: TreeNode) { nodes.append(node) }

  mutating func removeLast() -> TreeNode { nodes.removeLast() }

  /// Takes out the node to look at next; nil where there is none.
  ///
  /// - Parameters:
  ///   - goesOnNearby: Whether it is the other child of the last branching, while that is promising; otherwise it is the one of
  ///     the least bound, of equal ones the oldest.
  ///   - order: The number of the last child that was made.
  mutating func next(goesOnNearby: Bool, below cutoff: Double, order: Int) -> TreeNode? {
    if goesOnNearby, let last = nodes.last, last.order > plungeStart, !endsPlunge(last.bound, below: cutoff) {
      return nodes.removeLast()
    }
    beginPlunge(at: order)
    guard
      let best = nodes.indices.min(by: {
        (nodes[$0].bound, nodes[$0].order) < (nodes[$1].bound, nodes[$1].order)
      })
    else { return nil }
    nodes.swapAt(best, nodes.count - 1)
    return nodes.removeLast()
  }

  /// Begins a plunge: none of the nodes so far is the other child of a branching in it.
  mutating func beginPlunge(at order: Int) { plungeStart = order }

  /// Whether a bound has come near the cutoff while a better node is open.
  func endsPlunge(_ bound: Double, below cutoff: Double) -> Bool {
    let least = least
    guard cutoff.isFinite, least < .infinity else { return false }
    return bound > least + Self.plungeDepth * (cutoff - least)
  }
}
