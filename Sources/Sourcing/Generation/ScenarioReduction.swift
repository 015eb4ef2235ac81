/// Chooses few scenarios that stand for many: fast forward selection (Heitsch and Römisch 2003, algorithm 2.4), with the
/// probability of each that goes given to the nearest that stays (Dupačová, Gröwe-Kuska and Römisch 2003, theorem 2).
///
/// Scenario 0 has no effect and always stays; so do the worst: those farthest from it.
struct ScenarioReduction {
  /// Most scenarios that can be reduced: the distances of all pairs are held.
  static let most = 3000

  /// Distance of each pair of scenarios, row by row.
  private let distances: [Double]
  private let probabilities: [Double]
  private var count: Int { probabilities.count }

  /// - Parameters:
  ///   - probabilities: Of each scenario, the one without effect first.
  ///   - distance: How far two scenarios are apart, by their positions.
  init(probabilities: [Double], distance: (Int, Int) -> Double) {
    self.probabilities = probabilities
    let count = probabilities.count
    var distances = [Double](repeating: 0, count: count * count)
    for row in 0..<count {
      for column in 0..<row {
        let apart = distance(row, column)
        distances[row * count + column] = apart
        distances[column * count + row] = apart
      }
    }
    self.distances = distances
  }

  /// What stays.
  struct Result {
    /// Positions of the scenarios that stay, ascending, and the probability of each.
    var kept: [(position: Int, probability: Double)]
    /// `Σ` over those that go of probability · distance to the nearest that stays.
    var moved: Double
  }

  /// Keeps scenario 0 and so many others, the worst among them.
  func keep(_ size: Int, worst: Int) -> Result {
    let others = Array(1..<max(1, count))
    // Of two that are equally bad the earlier is the worse.
    let badness = others.sorted { (distances[$0], -$0) > (distances[$1], -$1) }
    var kept = [0] + badness.prefix(min(worst, size))
    var isKept = [Bool](repeating: false, count: count)
    var nearest = [Double](repeating: .infinity, count: count)
    func stay(_ position: Int) {
      isKept[position] = true
      for other in 0..<count { nearest[other] = min(nearest[other], distances[position * count + other]) }
    }
    for position in kept { stay(position) }
    while kept.count <= size, kept.count < count {
      var best: (position: Int, cost: Double)?
      for candidate in others where !isKept[candidate] {
        var cost = 0.0
        let row = candidate * count
        for other in others where !isKept[other] {
          cost += probabilities[other] * min(nearest[other], distances[row + other])
        }
        if cost < best?.cost ?? .infinity { best = (candidate, cost) }
      }
      guard let best else { break }
      kept.append(best.position)
      stay(best.position)
    }
    return redistributed(kept.sorted())
  }

  private func redistributed(_ kept: [Int]) -> Result {
    var result = Result(kept: kept.map { ($0, probabilities[$0]) }, moved: 0)
    let stays = Set(kept)
    for position in 0..<count where !stays.contains(position) {
      let row = position * count
      let nearest = kept.indices.min { distances[row + kept[$0]] < distances[row + kept[$1]] } ?? 0
      result.kept[nearest].probability += probabilities[position]
      result.moved += probabilities[position] * distances[row + kept[nearest]]
    }
    return result
  }
}
