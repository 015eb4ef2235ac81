/// The nodes of a search tree that are still to be looked at.
struct OpenNodes {
  /// The nodes, the one that was put in last at the end.
  private(set) var nodes: [TreeNode] = []

  var isEmpty: Bool { nodes.isEmpty }

  /// The least that is proven of any; infinite where there is none.
  var least: Double { nodes.reduce(.infinity) { min($0, $1.bound) } }

  /// The node that was put in last.
  var last: TreeNode? { nodes.last }

  mutating func add(_ node: TreeNode) { nodes.append(node) }

  mutating func removeLast() -> TreeNode { nodes.removeLast() }

  /// Takes out the node of the least bound, of equal ones the oldest; nil where there is none.
  mutating func removeBest() -> TreeNode? {
    guard
      let best = nodes.indices.min(by: {
        (nodes[$0].bound, nodes[$0].order) < (nodes[$1].bound, nodes[$1].order)
      })
    else { return nil }
    nodes.swapAt(best, nodes.count - 1)
    return nodes.removeLast()
  }
}
