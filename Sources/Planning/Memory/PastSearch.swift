internal import LinearModel

/// An earlier search of a case of the same shape, brought up to the data of the present one.
struct PastSearch {
  let search: RememberedSearch
  /// The ends of its tree, with the numbers that rows have in the present pool; none where the tree is of no use.
  let leaves: [TreeLeaf]
  /// Whether all blocks have the costs that they had then.
  let hasSameBlockCosts: Bool

  /// Makes the rows of the earlier search again, puts them into the pool and goes to its basis.
  ///
  /// - Returns: Nil where nothing is known that fits.
  init?(_ memory: PlanMemory, _ cuts: CutLoop) throws {
    guard let search = memory.recall(MasterShape(cuts.master), MasterData(cuts.master)) else { return nil }
    self.search = search
    let isAlike = zip(cuts.master.blocks, search.families).map { $0.family.hashValue == $1 }
    let changed = isAlike.count { !$0 }
    hasSameBlockCosts = changed == 0
    if Double(changed) <= Self.mostChanged * Double(isAlike.count) {
      let ids = cuts.recall(search.rows)
      leaves = LeafRenumbering.leaves(search.leaves) { ids[$0] }
      try cuts.program.restore(search.root.renumbered { ids[$0] })
    } else {
      leaves = []
    }
    if changed > 0 { try cuts.renew(search.rows, isAlike: isAlike) }
  }

  /// The part of the blocks that may have other costs for the tree and its bases to be of use: what their cuts prove is little
  /// then, at each of its ends.
  private static let mostChanged = 0.2
}

extension RememberedSearch {
  /// What is kept of a search that has come to its end; nil where what it went on from serves as well.
  ///
  /// - Parameters:
  ///   - record: The ends of the tree.
  ///   - root: The basis at the end of the relaxation.
  init?(
    _ cuts: CutLoop, _ tree: BranchAndBound, _ record: TreeRecord, _ root: MasterProgram.Snapshot,
    after pastSearch: PastSearch?
  ) {
    let past = pastSearch.flatMap { $0.leaves.isEmpty ? nil : $0.search }
    var leaves = record.leaves
    var data = MasterData(cuts.master)
    var number = 0
    if let past {
      let grown = record.grown(pastSearch?.leaves ?? [])
      let ends = grown.reduce(0) { $0 + $1.count }
      let hasOutgrown = ends > Self.mostGrowth * past.firstLeaves
      if Double(tree.nodes) < Self.muchWork * Double(past.nodes) {
        // What was branched further here would be so for the next case too: the earlier search gets the finer tree.
        let isFiner = ends > past.leaves.reduce(0) { $0 + $1.count }
        guard isFiner, !hasOutgrown, pastSearch?.hasSameBlockCosts == true else { return nil }
        (data, number) = (past.data, past.number)
        leaves = grown
      } else if hasOutgrown {
        // A tree that goes on from another only grows, also where its branches have lost their use: the next begins a new one.
        leaves = []
      }
    }
    if leaves.reduce(0, { $0 + $1.count }) > Self.mostLeaves { leaves = [] }
    let kept = leaves.leaningRows.union(root.leaningRows).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(kept, kept.indices))
    self.init(
      shape: MasterShape(cuts.master), data: data, rows: kept.map { cuts.origins[$0] },
      root: root.renumbered { numbers[$0] }, leaves: LeafRenumbering.leaves(leaves) { numbers[$0] },
      layouts: KnownLayout(tree, cuts.master).map { [$0] } ?? [],
      families: cuts.master.blocks.map(\.family.hashValue), costs: tree.costs,
      firstLeaves: past?.firstLeaves ?? leaves.count, nodes: past?.nodes ?? tree.nodes,
      number: number)
  }

  /// Ends of a tree that are kept; of a larger one only what does not belong to its ends.
  private static let mostLeaves = 2_000
  /// How many times as many ends as the first of its line a tree may have.
  private static let mostGrowth = 3
  /// The part of the nodes of the first of its line from which on a search was far from what it went on from.
  private static let muchWork = 0.5
}
