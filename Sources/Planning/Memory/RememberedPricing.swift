internal import LinearModel

/// What is kept of a search by prices of sites that came to its end.
struct RememberedPricing: Sendable {
  let shape: MasterShape
  /// The numbers of the case.
  let data: MasterData
  var parts: [RememberedPart]
  /// The best prices of all choices of sites, by part and site.
  let prices: [[Double]]
  /// What each site cost to open.
  let openingCosts: [Double]
  /// What they proved of each part.
  let proven: [Double]
  /// What the best layout cost.
  let objective: Double
  /// Nodes that the first search of the line took, each of which went on from the one before.
  let nodes: Int
  /// What tells it from others; 0 until it has one.
  var number = 0
  /// When it was last used.
  var lastUse = 0

  /// The part of the nodes of the first of its line from which on a search was far from what it went on from.
  private static let muchWork = 0.3

  /// Whether a search that went on from it had so much to do that others go on better from that.
  func isFar(_ nodes: Int) -> Bool { Double(nodes) > Self.muchWork * Double(self.nodes) }
}

/// What is kept of the search of one part.
struct RememberedPart: Sendable {
  let part: MasterPart
  let cuts: [BendersCut]
  /// The ends of its tree: every choice belongs to one of them.
  let leaves: [PartLeaf]
  /// Layouts, the best at the prices that the search ended with first.
  let layouts: [PartLayout]
  let costs: BranchingCosts
}
