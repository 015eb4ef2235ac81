internal import Sourcing

/// How the levels of several factors are put together.
public enum Design: Hashable, Sendable {
  /// Every level with every other.
  case grid
  /// A Latin hypercube (McKay, Beckman and Conover 1979): of `samples` variants, each factor has one in every
  /// `samples`-th part of its range.
  case latin(samples: Int, seed: Int)
  /// The case as it stands, then one factor at a time at each of its levels.
  case tornado
}

/// The variants of a design, made one by one.
struct DesignedVariants: Sendable {
  /// More variants than this are refused.
  static let most = 10_000_000

  let factors: [Factor]
  let design: Design
  let count: Int
  /// For a Latin hypercube, the stratum of each sample, by factor.
  private let strata: [[Int32]]
  /// For a tornado, the factor and the level of each variant but the first.
  private let turns: [(factor: Int, level: Int)]

  /// - Throws: `CaseFaults` where there are too many.
  init(_ factors: [Factor], _ design: Design, shownAs name: String) throws {
    self.factors = factors
    self.design = design
    switch design {
    case .grid:
      var count = 1
      for factor in factors {
        let product = count.multipliedReportingOverflow(by: factor.levels.count)
        guard !product.overflow, product.partialValue <= Self.most else { throw Self.tooMany(name) }
        count = product.partialValue
      }
      (self.count, strata, turns) = (count, [], [])
    case .latin(let samples, let seed):
      guard samples <= Self.most else { throw Self.tooMany(name) }
      count = samples
      strata = factors.map { Self.permutation(of: samples, seed: seed, name: $0.name) }
      turns = []
    case .tornado:
      turns = factors.indices.flatMap { factor in
        factors[factor].levels.indices.map { (factor, $0) }
      }
      (count, strata) = (turns.count + 1, [])
    }
  }

  subscript(index: Int) -> Variant {
    switch design {
    case .grid: variant(gridLevels(index))
    case .latin(_, let seed):
      variant(
        factors.enumerated().map { position, factor in
          var stream = RandomStream(seed: seed, sample: index + 1, name: factor.name)
          let share = (Double(strata[position][index]) + stream.uniform()) / Double(count)
          return (factor, factor.level(atShare: share))
        })
    case .tornado:
      index == 0
        ? Variant("base", edits: [])
        : variant([(factors[turns[index - 1].factor], turnLevel(index - 1))])
    }
  }

  private func turnLevel(_ turn: Int) -> Factor.Level {
    factors[turns[turn].factor].levels[turns[turn].level]
  }

  /// The last factor changes fastest.
  private func gridLevels(_ index: Int) -> [(Factor, Factor.Level)] {
    var rest = index
    var chosen: [(Factor, Factor.Level)] = []
    for factor in factors.reversed() {
      let levels = factor.levels
      chosen.append((factor, levels[rest % levels.count]))
      rest /= levels.count
    }
    return chosen.reversed()
  }

  private func variant(_ chosen: [(Factor, Factor.Level)]) -> Variant {
    Variant(
      chosen.map { "\($0.0.name)=\($0.1.name)" }.joined(separator: ", "),
      edits: chosen.flatMap { $0.1.edits },
      levels: chosen.map { Variant.Level(factor: $0.0.name, level: $0.1.name) })
  }

  /// Fisher and Yates, as Durstenfeld wrote it.
  private static func permutation(of count: Int, seed: Int, name: String) -> [Int32] {
    var stream = RandomStream(seed: seed, sample: 0, name: name)
    var permutation = (0..<Int32(count)).map { $0 }
    for last in stride(from: count - 1, to: 0, by: -1) {
      permutation.swapAt(last, Int(stream.uniform() * Double(last + 1)))
    }
    return permutation
  }

  private static func tooMany(_ name: String) -> CaseFaults {
    CaseFaults([
      Fault(
        at: .init(file: name), Message(VariantText.tooManyVariants),
        expected: Message(ExpectedText.atMost, ["limit": most]))
    ])
  }
}
