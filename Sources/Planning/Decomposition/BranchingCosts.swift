/// What branching on each column has cost so far, by unit of the distance: pseudo-costs (Bénichou et al. 1971).
struct BranchingCosts: Sendable {
  private var sums: [[Double]]
  private var counts: [[Int]]
  private var total = [0.0, 0.0]
  private var observed = [0, 0]

  /// Observations on each side from which on a column's own costs are trusted.
  private static let reliable = 4

  init(_ columns: Int) {
    sums = [[Double]](repeating: [Double](repeating: 0, count: columns), count: 2)
    counts = [[Int]](repeating: [Int](repeating: 0, count: columns), count: 2)
  }

  mutating func learn(_ column: Int, isUp: Bool, gain: Double) {
    let side = isUp ? 1 : 0
    sums[side][column] += gain
    counts[side][column] += 1
    total[side] += gain
    observed[side] += 1
  }

  func isReliable(_ column: Int) -> Bool {
    min(counts[0][column], counts[1][column]) >= Self.reliable
  }

  /// The product of what both branches are expected to gain.
  func score(_ column: Int, fraction: Double) -> Double {
    max(1e-6, expected(column, 0) * fraction) * max(1e-6, expected(column, 1) * (1 - fraction))
  }

  private func expected(_ column: Int, _ side: Int) -> Double {
    if counts[side][column] > 0 { return sums[side][column] / Double(counts[side][column]) }
    return observed[side] > 0 ? total[side] / Double(observed[side]) : 1
  }
}
