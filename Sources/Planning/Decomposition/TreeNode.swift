/// The last of a chain of changes of bounds from the root of the search tree.
final class BoundChange {
  let column: Int
  let lower: Double
  let upper: Double
  let parent: BoundChange?
  /// Whether it is a branch; otherwise it follows from costs.
  let isBranch: Bool
  /// What proves that everything else costs too much, where it is no branch and that is kept.
  let evidence: RowMultipliers?
  /// Its number in a proof; nil until it has one.
  var number: Int?
  /// What is kept of it for other searches; nil until it is, or where there is nothing to keep.
  var step: TreeStep?

  init(
    _ column: Int, _ lower: Double, _ upper: Double, _ parent: BoundChange?, isBranch: Bool,
    evidence: RowMultipliers? = nil
  ) {
    self.isBranch = isBranch
    self.evidence = evidence
    self.column = column
    self.lower = lower
    self.upper = upper
    self.parent = parent
  }
}

extension BoundChange {
  /// The ranges that a chain of changes leaves the columns that it speaks of; one may be empty.
  static func ranges(after last: BoundChange?) -> [Int: (lower: Double, upper: Double)] {
    var ranges: [Int: (lower: Double, upper: Double)] = [:]
    var link = last
    while let step = link {
      let known = ranges[step.column] ?? (-.infinity, .infinity)
      ranges[step.column] = (max(known.lower, step.lower), min(known.upper, step.upper))
      link = step.parent
    }
    return ranges
  }
}

/// A node of the search tree that is still to be looked at.
struct TreeNode {
  /// What is proven of the objective below it.
  var bound: Double
  var depth: Int
  /// When it was made, counted in nodes.
  var order: Int
  var change: BoundChange?
  /// The basis of its parent, from which it is solved; nil at the root.
  var snapshot: MasterProgram.Snapshot?
  /// What it was branched on: column, whether up, and the distance to the whole number.
  var branch: (column: Int, isUp: Bool, distance: Double)?
  /// What the bound is proven by, where leaves are kept.
  var multipliers: RowMultipliers?
  /// The end of an earlier tree that it belongs to, by number; nil where it goes on from none.
  var origin: Int?
  /// The end of an earlier tree that it is, which may be a part of that; nil for what was branched since.
  var end: TreeLeaf?
  /// Whether it is such an end that has not been looked at yet.
  var isRecalled = false
}

extension TreeNode {
  /// One side of a branching.
  ///
  /// - Parameters:
  ///   - column: The column that is branched on.
  ///   - value: Its value in the relaxation, which is not whole.
  ///   - isUp: Whether it is the side of the greater values.
  ///   - range: The column's range at this node.
  ///   - snapshot: The basis that the relaxation has ended at.
  ///   - order: The number of the child, counted in nodes.
  func child(
    _ column: Int, at value: Double, isUp: Bool, in range: (lower: Double, upper: Double),
    _ snapshot: MasterProgram.Snapshot, order: Int
  ) -> TreeNode {
    let down = value.rounded(.down)
    let (lower, upper) = isUp ? (down + 1, range.upper) : (range.lower, down)
    return TreeNode(
      bound: bound, depth: depth + 1, order: order,
      change: BoundChange(column, lower, upper, change, isBranch: true), snapshot: snapshot,
      branch: (column, isUp, isUp ? down + 1 - value : value - down), multipliers: multipliers,
      origin: origin)
  }
}
