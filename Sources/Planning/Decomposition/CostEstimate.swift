internal import LinearModel
internal import Sourcing

/// What the master has for the costs of some blocks: one variable θ that stands for the sum of their costs, each times its
/// weight.
///
/// A variable for every block (multi-cuts, Birge and Louveaux 1988) makes each round of cuts worth most; a program with
/// thousands of them, and as many rows, takes longer than the rounds that it saves. Where there are many blocks and only
/// their expected cost counts, blocks share variables, and every point of the program is cut off by sums of the best cuts
/// known of each block, so that what is known of blocks is as fine as ever.
struct CostEstimate {
  let variable: Variable
  /// The blocks, and how often each one's cost counts.
  let members: [(block: Int, weight: Double)]

  /// What blocks of given costs come to.
  func value(_ costs: [Double]) -> Double {
    members.reduce(0) { $0 + $1.weight * costs[$1.block] }
  }
}

/// Sorts blocks into those that share an estimate.
struct BlockGrouping {
  /// Blocks up to which each has an estimate of its own.
  static let mostAlone = 150
  /// About how many estimates more blocks than that share: with 662 blocks 60 made the relaxation four times as quick as
  /// one for each, and halved the rows of the tree's programs.
  static let mostShared = 60

  private let blocks: [RecourseBlock]
  private let weights: [Double]

  /// - Parameter weights: The probability of each block.
  init(_ blocks: [RecourseBlock], weights: [Double]) {
    self.blocks = blocks
    self.weights = weights
  }

  /// Blocks that share an estimate, in rising order: they speak of the same part of the first stage, and the likeliest of
  /// each part is alone.
  ///
  /// - Parameter count: About how many groups are wanted; a part of the first stage has two or more.
  func groups(atMost count: Int) -> [[Int]] {
    if blocks.count <= count { return blocks.indices.map { [$0] } }
    let parts = parts()
    let groupsPerPart = max(2, count / max(1, parts.count))
    return parts.flatMap { part -> [[Int]] in
      guard let likeliest = part.max(by: { (weights[$0], $1) < (weights[$1], $0) }) else { return [] }
      let others = part.filter { $0 != likeliest }
      let size = max(1, (others.count + groupsPerPart - 2) / (groupsPerPart - 1))
      return [[likeliest]]
        + stride(from: 0, to: others.count, by: size).map {
          Array(others[$0..<min($0 + size, others.count)])
        }
    }
  }

  /// Blocks that are tied to each other by columns of the first stage that both speak of.
  private func parts() -> [[Int]] {
    var leader: [Int32: Int] = [:]
    var sets = DisjointSets(blocks.count)
    for (index, block) in blocks.enumerated() {
      for column in block.links.columns + block.caps.columns {
        if let known = leader[column] { sets.join(known, index) } else { leader[column] = index }
      }
    }
    var parts: [Int: [Int]] = [:]
    for index in blocks.indices { parts[sets.leader(of: index), default: []].append(index) }
    return parts.keys.sorted().compactMap { parts[$0] }
  }
}
