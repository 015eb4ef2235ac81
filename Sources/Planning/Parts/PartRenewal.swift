internal import LinearModel

/// Makes again for a part what was found of one that is alike and had other data: cuts of their multipliers, what is proven of leaves of
/// theirs. Both are valid whatever the data are, and as good as new where only quantities have changed.
final class PartRenewal {
  private let part: MasterPart
  private let oracle: BlockOracle
  /// Whether each block has the costs that it had, and whether it has the same data.
  private let isAlike: [Bool]
  private let isSame: [Bool]
  /// What was made again already; nil where it is of no use.
  private var cuts: [ObjectIdentifier: BendersCut?] = [:]
  private var sums: [ObjectIdentifier: EstimateCut?] = [:]

  /// - Parameter oracle: That of the part's blocks.
  init(_ part: MasterPart, after past: RememberedPart, _ oracle: BlockOracle) {
    self.part = part
    self.oracle = oracle
    isAlike = zip(part.blocks, past.part.blocks).map { $0.family == $1.family }
    isSame = zip(part.blocks, past.part.blocks).map { $0 == $1 }
  }

  /// A cut of a block; nil where its multipliers prove little: those that were right for other costs.
  func cut(_ cut: BendersCut) -> BendersCut? {
    if isSame[cut.block] { return cut }
    guard isAlike[cut.block], let recipe = cut.recipe else { return nil }
    if let known = cuts[ObjectIdentifier(recipe)] { return known }
    let again = oracle.cut(from: recipe)
    cuts[ObjectIdentifier(recipe)] = again
    return again
  }

  func leaf(_ leaf: PartLeaf) -> PartLeaf {
    PartLeaf(made: leaf.made, functions: leaf.functions.compactMap(function))
  }

  /// A sum of cuts; nil where one of them is of no use.
  private func sum(_ sum: CutSum) -> EstimateCut? {
    if let known = sums[ObjectIdentifier(sum)] { return known }
    let again = sum.cuts.compactMap(cut)
    let isWhole = again.count == sum.cuts.count
    let made = isWhole ? EstimateCut(part.estimate, again, columns: part.model.variableCount) : nil
    sums[ObjectIdentifier(sum)] = made
    return made
  }

  /// A function of its multipliers, without those of rows that there are no more.
  private func function(_ function: PriceFunction) -> PriceFunction? {
    guard let evidence = function.evidence else { return nil }
    let model = part.model
    var charges = PriceCharges(constant: model.objectiveConstant, left: model.objective)
    for (row, multiplier) in evidence.permanent { charges.add(row, times: multiplier, of: model) }
    for (row, multiplier) in evidence.sums where multiplier > 0 {
      guard let cut = sum(row) else { continue }
      charges.constant += multiplier * cut.constant
      charges.left[cut.theta.index] -= multiplier
      for (column, value) in zip(cut.columns, cut.values) { charges.left[Int(column)] += multiplier * value }
    }
    return PriceFunction(charges, of: part, evidence: evidence)
  }
}
