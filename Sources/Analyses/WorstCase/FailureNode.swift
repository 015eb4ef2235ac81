/// A set of failures that was looked at, and what its response uses.
struct FailureNode {
  var set: [Int]
  /// What it costs on top of the undisturbed response.
  var extraCost: Double
  var uses: [Int]
  /// The most that each target costs on top of the response, by target; nil where that is not known.
  var losses: [Double]?

  /// The most that a set of at most so many costs on top that holds this one and else only some of what its response uses; nil where that
  /// is not known.
  func most(among others: [Int], atMost depth: Int) -> Double? {
    losses.map { losses in
      others.map { losses[$0] }.sorted(by: >).prefix(depth - set.count).reduce(extraCost, +)
    }
  }

  /// The same for sets that hold one of the others for certain.
  func most(with target: Int, among others: [Int], atMost depth: Int) -> Double? {
    losses.map { losses in
      others.map { losses[$0] }.sorted(by: >).prefix(depth - set.count - 1)
        .reduce(extraCost + losses[target], +)
    }
  }
}
