internal import CGLPK
internal import LinearModel

/// Chooses the variable to branch upon by pseudo-costs: by how much the objective got worse, for each unit
/// of rounding, where the variable was branched upon before (Bénichou et al. 1971). What has no history
/// is probed by a few steps of the dual simplex.
///
/// GLPK has such a rule of its own, but probes all candidates in one go: on a cover model of 3,000
/// variables it could not be interrupted for seconds at the root. Here the clock is looked at after each
/// probe, and where there are many candidates the probing ends when it no longer finds better ones.
struct PseudoCosts {
  private enum Side: Int {
    case down, up
  }

  /// What is known of a variable on one side: sums and counts of observed costs, or a probed one.
  private struct History {
    var total = 0.0
    var count = 0
    var probed: Double?

    var cost: Double? { count > 0 ? total / Double(count) : probed }
  }

  /// A branching whose children have not told their costs yet.
  private struct Branching {
    var column: Int
    var value: Double
    var objective: Double
  }

  private var histories: [[History]]
  /// By the number of the node that was branched; GLPK uses numbers again, and then the entry is replaced.
  private var branchings: [Int32: Branching] = [:]
  private var isFreshNode = false

  /// Steps of the dual simplex in one probe.
  private static let probeSteps: Int32 = 30
  /// Probes that may go by without a better candidate, once this many were made in all.
  private static let patience = 40

  init(columns: Int) {
    histories = [[History]](
      repeating: [History](repeating: History(), count: columns), count: 2)
  }

  /// Notes that GLPK turns to another node.
  mutating func enterNode() {
    isFreshNode = true
  }

  /// Learns from the first relaxation of a node what the branching above it cost.
  mutating func learn(_ tree: UnsafeMutablePointer<cglpk_tree>) throws {
    guard isFreshNode else { return }
    isFreshNode = false
    var parent: Int32 = 0
    var objective = 0.0
    try guarded(cglpk_tree_node(tree, &parent, &objective), "glp_ios_up_node")
    guard parent != 0, let branching = branchings[parent] else { return }
    var upper = 0.0
    try guarded(cglpk_tree_column_upper(tree, Int32(branching.column), &upper), "glp_get_col_ub")
    let floor = branching.value.rounded(.down)
    let side: Side = upper <= floor ? .down : .up
    let distance = side == .down ? branching.value - floor : floor + 1 - branching.value
    guard distance > 0 else { return }
    histories[side.rawValue][branching.column].total += abs(objective - branching.objective) / distance
    histories[side.rawValue][branching.column].count += 1
  }

  /// Branches the node in hand.
  ///
  /// - Parameter isInterrupted: Asked after every probe; where it says yes, nothing is branched.
  mutating func branch(
    _ tree: UnsafeMutablePointer<cglpk_tree>, node: Int32, point: [Double], isInterrupted: () -> Bool
  ) throws {
    var columns = [Int32](repeating: 0, count: point.count)
    var count: Int32 = 0
    try guarded(cglpk_tree_candidates(tree, &columns, &count), "glp_ios_can_branch")
    // The most fractional first: they are the likeliest to be chosen.
    let candidates = columns.prefix(Int(count)).map { Int($0) }
      .sorted { abs(point[$0] - point[$0].rounded()) > abs(point[$1] - point[$1].rounded()) }
    var best: (column: Int, score: Double, upFirst: Bool)?
    var probes = 0
    var fruitless = 0
    for column in candidates {
      let floor = point[column].rounded(.down)
      var costs = [0.0, 0.0]
      let isKnown = histories.allSatisfy { $0[column].cost != nil }
      if !isKnown, probes > Self.patience, fruitless > Self.patience { continue }
      for side in [Side.down, .up] {
        let distance = side == .down ? point[column] - floor : floor + 1 - point[column]
        if histories[side.rawValue][column].cost == nil {
          let target = side == .down ? floor : floor + 1
          try probe(tree, column, side, target: target, distance: distance)
          probes += 1
          if isInterrupted() { return }
        }
        costs[side.rawValue] = (histories[side.rawValue][column].cost ?? 0) * distance
      }
      let score = max(costs[0], costs[1])
      if !isKnown { fruitless += 1 }
      if best.map({ score > $0.score }) ?? true {
        best = (column, score, costs[1] < costs[0])
        fruitless = 0
      }
      // One side is impossible, so that the other is forced: nothing is better.
      if score == .infinity { break }
    }
    guard let best else { return }
    var parent: Int32 = 0
    var objective = 0.0
    try guarded(cglpk_tree_node(tree, &parent, &objective), "glp_ios_up_node")
    branchings[node] = Branching(column: best.column, value: point[best.column], objective: objective)
    try guarded(cglpk_tree_branch(tree, Int32(best.column), best.upFirst), "glp_ios_branch_upon")
    forgetImpossible(best.column)
  }

  private mutating func probe(
    _ tree: UnsafeMutablePointer<cglpk_tree>, _ column: Int, _ side: Side, target: Double, distance: Double
  ) throws {
    var degradation = 0.0
    try guarded(
      cglpk_tree_probe(tree, Int32(column), target, Self.probeSteps, &degradation), "glp_simplex")
    if degradation.isNaN { degradation = 0 }
    histories[side.rawValue][column].probed = degradation / max(distance, 1e-9)
  }

  /// That a side was impossible holds for this node only.
  private mutating func forgetImpossible(_ column: Int) {
    for side in histories.indices where histories[side][column].probed == .infinity {
      histories[side][column].probed = nil
    }
  }
}
