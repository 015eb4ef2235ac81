/// What a search under one limit leaves to those under others.
///
/// Their programs are the same but for the limit, so rows, bases and ends of trees serve as they are: multipliers prove of each end
/// what they prove under the other limit, which is less the farther the limits are apart.
struct LimitedTree {
  /// The limit; where there was none, what the measure came to.
  let limit: Double
  /// The basis at the end of the relaxation.
  let root: MasterProgram.Snapshot
  /// The ends of the tree: every choice of the yes-or-no decisions belongs to one of them.
  let leaves: [TreeLeaf]
  /// The decisions of the best layout.
  let layout: RememberedLayout
}

/// Trees of searches under limits.
struct LimitedTrees {
  private var trees: [LimitedTree] = []

  /// Ends that are kept of all trees together, each with a basis and multipliers of some kilobytes; the tree of the earliest search
  /// makes room.
  private static let mostLeaves = 5_000

  mutating func keep(_ tree: LimitedTree) {
    trees.append(tree)
    while trees.count > 1, trees.reduce(0, { $0 + $1.leaves.count }) > Self.mostLeaves { trees.removeFirst() }
  }

  /// Leaves the layouts alone, for a search with another objective, under which multipliers prove little.
  mutating func forgetLeaves() {
    trees = trees.map { LimitedTree(limit: $0.limit, root: $0.root, leaves: [], layout: $0.layout) }
  }

  /// The trees, the one under the nearest limit first; of equally near ones the latest, which is branched finest.
  func nearest(to limit: Double) -> [LimitedTree] {
    trees.enumerated().sorted {
      (abs($0.element.limit - limit), $1.offset) < (abs($1.element.limit - limit), $0.offset)
    }.map(\.element)
  }
}
