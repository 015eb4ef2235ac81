/// Keeps the ends of a search tree: for searches of other data, which go on from them, and for a certificate.
final class TreeRecord {
  private let program: MasterProgram
  private let keepsLeaves: Bool
  /// What a certificate is made of; nil where none is asked for.
  let proof: ProofRecord?
  /// The ends so far, where they are kept for other searches.
  private(set) var leaves: [TreeLeaf] = []
  /// For each end of the earlier tree that was gone on from, what has become of it.
  private var fates: [Int: [(leaf: TreeLeaf, isOld: Bool)]] = [:]

  /// - Parameters:
  ///   - keepsLeaves: Whether other searches may go on from the ends.
  ///   - keepsProof: Whether a certificate is to be made.
  init(_ program: MasterProgram, keepsLeaves: Bool, keepsProof: Bool) {
    self.program = program
    self.keepsLeaves = keepsLeaves
    proof = keepsProof ? ProofRecord() : nil
  }

  /// Keeps the end of the tree that a node is, as it is known without the program.
  func keep(_ node: TreeNode) {
    proof?.end(node.change, node.multipliers)
    if !keepsLeaves { return }
    let leaf = TreeLeaf(
      step: TreeStep.last(of: node.change), snapshot: node.snapshot, multipliers: node.multipliers)
    leaves.append(leaf)
    if let origin = node.origin { fates[origin, default: []].append((node.end ?? leaf, node.end != nil)) }
  }

  /// The ends of the earlier tree as they were, with what they have been branched into: for searches of data near to its own.
  func grown(_ past: [TreeLeaf]) -> [TreeLeaf] {
    past.enumerated().map { number, leaf in
      guard let fate = fates[number], fate.count > 1 || fate.first?.isOld != true else { return leaf }
      var leaf = leaf
      leaf.parts = fate.map(\.leaf)
      return leaf
    }
  }

  /// Keeps the end of the tree that a node is, with the basis and the multipliers that the program has at it.
  func keepHere(_ node: TreeNode, isInfeasible: Bool = false) throws {
    var node = node
    if keepsLeaves { node.snapshot = try program.snapshot() }
    node.multipliers = isInfeasible ? try program.infeasibilityMultipliers() : program.multipliers()
    keep(node)
  }
}
