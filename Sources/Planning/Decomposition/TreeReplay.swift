internal import LinearModel

/// Goes down an earlier search tree again with the data that a program has now.
///
/// Branches are as they were. Columns that were fixed, since everything else cost too much, are so again where the same multipliers
/// still prove it. They tell much: without them the multipliers of most ends prove no more than the relaxation.
struct TreeReplay {
  private let program: MasterProgram
  private let cutoff: Double
  private let lower: [Double]
  private let upper: [Double]
  private var known: [ObjectIdentifier: BoundChange?] = [:]
  /// The least that is proven of what the fixed columns leave out.
  private(set) var leastCut = Double.infinity

  /// - Parameters:
  ///   - cutoff: The objective from which on nothing is of use.
  ///   - lower: The least that columns can be at the root, one for each.
  ///   - upper: The most that they can be.
  init(_ program: MasterProgram, below cutoff: Double, _ lower: [Double], _ upper: [Double]) {
    self.program = program
    self.cutoff = cutoff
    self.lower = lower
    self.upper = upper
  }

  /// What is proven of the objective at an end of the tree; infinite where nothing is left there.
  mutating func bound(of leaf: TreeLeaf) -> Double {
    guard let ranges = ranges(after: change(after: leaf.step)) else { return .infinity }
    guard let multipliers = leaf.multipliers else { return -.infinity }
    return program.provenBound(of: multipliers, lower: ranges.lower, upper: ranges.upper)
  }

  /// The chain of changes that leads to a step here.
  mutating func change(after step: TreeStep?) -> BoundChange? {
    var chain: [TreeStep] = []
    var link = step
    while let next = link, known[ObjectIdentifier(next)] == nil {
      chain.append(next)
      link = next.parent
    }
    var last = link.flatMap { known[ObjectIdentifier($0)] ?? nil }
    for next in chain.reversed() {
      switch next.change {
      case .branch(let column, let lower, let upper):
        last = BoundChange(column, lower, upper, last, isBranch: true)
      case .fixed(let columns, let evidence):
        last = fixing(columns, by: evidence, after: last)
      }
      // What does not hold here may hold for the next case, so that the step is kept as it was.
      last?.step = next
      known[ObjectIdentifier(next)] = .some(last)
    }
    return last
  }

  /// The ranges of all columns after a chain of changes; nil where one is empty.
  private func ranges(after change: BoundChange?) -> (lower: [Double], upper: [Double])? {
    var (lower, upper) = (lower, upper)
    for (column, range) in BoundChange.ranges(after: change) {
      lower[column] = max(lower[column], range.lower)
      upper[column] = min(upper[column], range.upper)
      if lower[column] > upper[column] { return nil }
    }
    return (lower, upper)
  }

  /// Leaves columns the ends of their ranges that they were left before, as far as multipliers prove that everything else costs too
  /// much here, too.
  private mutating func fixing(
    _ columns: [(column: Int, value: Double)], by evidence: RowMultipliers, after change: BoundChange?
  ) -> BoundChange? {
    guard cutoff.isFinite, var (lower, upper) = ranges(after: change) else { return change }
    let charges = program.charges(of: evidence)
    var bound = charges.bound(within: lower, upper)
    var last = change
    for (column, value) in columns where lower[column] < upper[column] {
      let isLow = value == lower[column]
      guard isLow || value == upper[column] else { continue }
      let cost = charges.left[column]
      let range = (lower[column], upper[column])
      let others = isLow ? (range.0 + 1, range.1) : (range.0, range.1 - 1)
      let least = cost > 0 ? cost * range.0 : cost * range.1
      let leastOfOthers = cost > 0 ? cost * others.0 : cost * others.1
      let proven = bound - least + leastOfOthers
      guard proven >= cutoff else { continue }
      leastCut = min(leastCut, proven)
      (lower[column], upper[column]) = (value, value)
      bound += cost * value - least
      last = BoundChange(column, value, value, last, isBranch: false, evidence: evidence)
    }
    return last
  }
}
