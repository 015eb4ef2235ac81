/// What a search tree leaves behind for a certificate: each step of its branching, and what proves a bound at each of its ends.
///
/// What follows from reduced costs is recorded as a branching of its own: the values that a column is not to take any more are
/// an end of the tree, whose bound the same multipliers prove.
final class ProofRecord {
  /// A bound that a step down the tree set.
  struct Step {
    /// The step before; −1 for the root.
    let parent: Int
    let column: Int
    let lower: Double
    let upper: Double
  }

  /// A part of the tree that was not looked into further.
  struct End {
    /// The last step to it; −1 for the root.
    let step: Int
    /// What proves a bound there, by number; −1 for nothing.
    let multipliers: Int
  }

  private(set) var steps: [Step] = []
  private(set) var ends: [End] = []
  private(set) var multipliers: [RowMultipliers] = []
  private var numberOfMultipliers: [ObjectIdentifier: Int] = [:]

  /// Records that nothing below a chain of changes was looked into.
  func end(_ change: BoundChange?, _ proof: RowMultipliers?) {
    ends.append(End(step: number(of: change), multipliers: proof.map(add) ?? -1))
  }

  /// All ends of the tree when nodes that are still open are ends of it.
  func ends(with open: [TreeNode]) -> [End] {
    ends + open.map { End(step: number(of: $0.change), multipliers: $0.multipliers.map(add) ?? -1) }
  }

  /// Takes in multipliers and gives their number.
  func add(_ proof: RowMultipliers) -> Int {
    if let known = numberOfMultipliers[ObjectIdentifier(proof)] { return known }
    multipliers.append(proof)
    numberOfMultipliers[ObjectIdentifier(proof)] = multipliers.count - 1
    return multipliers.count - 1
  }

  /// Records that multipliers leave a column only one end of its range.
  ///
  /// - Parameters:
  ///   - lower: Where the column's range began before.
  ///   - upper: Where it ended.
  func fix(_ change: BoundChange, from lower: Double, to upper: Double, by proof: Int) {
    let kept = number(of: change)
    let isLow = change.upper < upper
    steps.append(
      Step(
        parent: steps[kept].parent, column: change.column, lower: isLow ? change.upper + 1 : lower,
        upper: isLow ? upper : change.lower - 1))
    ends.append(End(step: steps.count - 1, multipliers: proof))
  }

  /// The number of the last step of a chain; every step before it has a smaller one.
  private func number(of change: BoundChange?) -> Int {
    var chain: [BoundChange] = []
    var link = change
    while let step = link, step.number == nil {
      chain.append(step)
      link = step.parent
    }
    var last = link?.number ?? -1
    for step in chain.reversed() {
      steps.append(Step(parent: last, column: step.column, lower: step.lower, upper: step.upper))
      last = steps.count - 1
      step.number = last
    }
    return last
  }
}
