/// A step down a search tree that is kept; all ends below it have it in common.
final class TreeStep: Sendable {
  /// What a step did.
  enum Change: Sendable {
    /// Branching set the range of a column.
    case branch(column: Int, lower: Double, upper: Double)
    /// Columns were left one end of their ranges, since these multipliers proved of everything else that it costs too much. That
    /// depends on the costs of the case and on the best layout known, so it has to be proven anew in any other search.
    case fixed([(column: Int, value: Double)], by: RowMultipliers)
  }

  let change: Change
  /// The step before; nil at the root.
  let parent: TreeStep?

  init(_ change: Change, after parent: TreeStep?) {
    self.change = change
    self.parent = parent
  }

  /// The step that a chain of changes ends with; nil at the root.
  ///
  /// Columns that were fixed together are one step; those of which it is not kept why are left out.
  static func last(of change: BoundChange?) -> TreeStep? {
    var chain: [BoundChange] = []
    var link = change
    while let next = link, next.step == nil {
      chain.append(next)
      link = next.parent
    }
    var last = link?.step
    chain.reverse()
    var rest = chain[...]
    while let next = rest.first {
      if next.isBranch {
        last = TreeStep(.branch(column: next.column, lower: next.lower, upper: next.upper), after: last)
        next.step = last
        rest.removeFirst()
        continue
      }
      let together = rest.prefix { !$0.isBranch && $0.evidence === next.evidence }
      if let evidence = next.evidence {
        last = TreeStep(.fixed(together.map { ($0.column, $0.lower) }, by: evidence), after: last)
      }
      for change in together { change.step = last }
      rest.removeFirst(together.count)
    }
    return last
  }
}

/// An end of a search tree, with what ended it.
struct TreeLeaf: Sendable {
  /// The last step down to it; nil where it is the root itself.
  let step: TreeStep?
  /// The basis there; nil where none was found.
  var snapshot: MasterProgram.Snapshot?
  /// Multipliers of the rows that prove a bound there, or that there is no point; nil where there are none.
  var multipliers: RowMultipliers?
  /// The ends that a search of other data has branched it into; they are gone on from only where the end itself is left open, since
  /// what proves a bound there was found for the other data.
  var parts: [TreeLeaf] = []

  /// How many ends there are with the parts in place of the whole.
  var count: Int { max(1, parts.count) }

  /// Branches from the root.
  var depth: Int {
    var depth = 0
    var link = step
    while let next = link {
      if case .branch = next.change { depth += 1 }
      link = next.parent
    }
    return depth
  }
}

/// Gives ends of a tree other numbers for the rows of the pool; steps and multipliers that they have in common stay so.
///
/// What has no number is left out, which keeps what the others prove.
struct LeafRenumbering {
  private let number: (Int) -> Int?
  private var steps: [ObjectIdentifier: TreeStep] = [:]
  private var multipliers: [ObjectIdentifier: RowMultipliers] = [:]

  init(_ number: @escaping (Int) -> Int?) {
    self.number = number
  }

  /// The ends with the other numbers.
  static func leaves(_ leaves: [TreeLeaf], _ number: @escaping (Int) -> Int?) -> [TreeLeaf] {
    var renumbering = LeafRenumbering(number)
    return leaves.map { renumbering.leaf($0) }
  }

  private mutating func leaf(_ leaf: TreeLeaf) -> TreeLeaf {
    TreeLeaf(
      step: step(leaf.step), snapshot: leaf.snapshot?.renumbered(number),
      multipliers: leaf.multipliers.map { renumbered($0) }, parts: leaf.parts.map { self.leaf($0) })
  }

  private mutating func step(_ step: TreeStep?) -> TreeStep? {
    var chain: [TreeStep] = []
    var link = step
    while let next = link, steps[ObjectIdentifier(next)] == nil {
      chain.append(next)
      link = next.parent
    }
    var last = link.flatMap { steps[ObjectIdentifier($0)] }
    for next in chain.reversed() {
      let change: TreeStep.Change =
        switch next.change {
        case .branch: next.change
        case .fixed(let columns, let evidence): .fixed(columns, by: renumbered(evidence))
        }
      last = TreeStep(change, after: last)
      steps[ObjectIdentifier(next)] = last
    }
    return last
  }

  private mutating func renumbered(_ given: RowMultipliers) -> RowMultipliers {
    if let known = multipliers[ObjectIdentifier(given)] { return known }
    let renumbered = given.renumbered(number)
    multipliers[ObjectIdentifier(given)] = renumbered
    return renumbered
  }
}

extension [TreeLeaf] {
  /// The rows of the pool that their bases and multipliers lean on.
  var leaningRows: Set<Int> {
    var rows: Set<Int> = []
    var seen: Set<ObjectIdentifier> = []
    for leaf in flatMap({ [$0] + $0.parts }) {
      if let snapshot = leaf.snapshot { rows.formUnion(snapshot.leaningRows) }
      if let multipliers = leaf.multipliers { rows.formUnion(multipliers.pooled.map(\.id)) }
      var link = leaf.step
      while let step = link, seen.insert(ObjectIdentifier(step)).inserted {
        if case .fixed(_, let evidence) = step.change { rows.formUnion(evidence.pooled.map(\.id)) }
        link = step.parent
      }
    }
    return rows
  }
}
