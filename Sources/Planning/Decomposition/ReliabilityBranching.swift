internal import LinearModel

/// Chooses the column to branch on by reliability (Achterberg, Koch and Martin 2005): columns whose gains are not known well
/// are probed by a few iterations on either side, the others are ranked by what they have gained.
struct ReliabilityBranching {
  private let program: MasterProgram
  /// The columns of decisions that go before all others.
  private let openings: Set<Int>

  /// Columns that are probed at a node, at most, and for how long each.
  private static let probesAtATime = 8
  private static let probeIterations = 60

  init(_ cuts: CutLoop) {
    program = cuts.program
    openings = cuts.master.openings
  }

  /// The column to branch on; nil where probing has changed a bound, so that the node is to be solved again.
  ///
  /// Sites are decided before what they do: fewer columns are probed then, and bounds rise faster.
  ///
  /// - Parameters:
  ///   - fractional: The columns that are not whole at the program's point; at least one.
  ///   - cutoff: The objective from which on a node is of no use.
  ///   - costs: What branching has been found to gain; takes in what probing finds.
  func column(
    of fractional: [Int], cutoff: Double, _ limits: SimplexLimits, _ costs: inout BranchingCosts
  ) throws -> Int? {
    let (point, objective) = (program.point, program.objective())
    let openings = fractional.filter(openings.contains)
    var scored = (openings.isEmpty ? fractional : openings).map { column -> (column: Int, score: Double) in
      let fraction = point[column] - point[column].rounded(.down)
      return (column, costs.score(column, fraction: fraction))
    }
    scored.sort { ($0.score, $1.column) > ($1.score, $0.column) }
    let unreliable = scored.filter { !costs.isReliable($0.column) }.prefix(Self.probesAtATime)
    guard !unreliable.isEmpty, scored.count > 1 else { return scored.first?.column }
    let snapshot = try program.snapshot()
    var best = scored[0]
    var probing = limits
    probing.iterations = Self.probeIterations
    for candidate in unreliable {
      let column = candidate.column
      let (lower, upper) = (program.lowerBound(column), program.upperBound(column))
      let down = point[column].rounded(.down)
      let fraction = point[column] - down
      var gains = [0.0, 0.0]
      for side in 0..<2 {
        if side == 0 {
          try program.setBounds(column, lower, down)
        } else {
          try program.setBounds(column, down + 1, upper)
        }
        switch try program.run(probing) {
        case .optimal, .iterationLimit: gains[side] = max(0, try program.presentObjective() - objective)
        case .cutoff, .infeasible:
          gains[side] = cutoff.isFinite ? max(0, cutoff - objective) : abs(objective)
        case .limit: break
        }
        try program.setBounds(column, lower, upper)
        try program.restore(snapshot)
      }
      costs.learn(column, isUp: false, gain: gains[0] / max(fraction, 1e-6))
      costs.learn(column, isUp: true, gain: gains[1] / max(1 - fraction, 1e-6))
      let score = max(gains[0], 1e-6) * max(gains[1], 1e-6)
      if score > best.score || best.column == column { best = (column, score) }
    }
    _ = try program.run(limits)
    return best.column
  }
}
