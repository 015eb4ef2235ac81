/// How well regions get on, by the rows of `alignment` and the regions above.
struct AlignmentIndex: Sendable {
  private let regions: RegionIndex
  private let scores: [Set<String>: Double]

  init(_ found: SourcingCase, _ regions: RegionIndex) {
    self.regions = regions
    scores = Dictionary(
      found.alignment.map { ([$0.regionA, $0.regionB], $0.score) }, uniquingKeysWith: { first, _ in first })
  }

  /// The score of two regions: that of the row nearest to both, the regions above them included; of rows equally
  /// near the least. Regions that no row speaks of have 0.
  func score(_ first: String, _ second: String) -> Double {
    guard let first = regions.index(of: first), let second = regions.index(of: second) else { return 0 }
    var best: (steps: Int, score: Double)?
    for (up, from) in regions.chains[first].enumerated() {
      for (down, to) in regions.chains[second].enumerated() {
        guard let score = scores[[from, to]] else { continue }
        if let known = best, (known.steps, known.score) <= (up + down, score) { continue }
        best = (up + down, score)
      }
    }
    return best?.score ?? 0
  }
}
