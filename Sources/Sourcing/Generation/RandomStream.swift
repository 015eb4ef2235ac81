/// Pseudo-random numbers that are the same on every platform: SplitMix64 (Steele, Lea and Flood 2014).
///
/// Each thing that may go wrong has a stream of its own in each sample, found from the seed, the number of the sample
/// and the thing's name. So what is drawn for one does not depend on what else a case holds (common random numbers):
/// layouts and what-ifs are compared on the same luck.
package struct RandomStream {
  private var state: UInt64

  package init(seed: Int, sample: Int, name: String) {
    var state = Self.mixed(UInt64(bitPattern: Int64(seed)) &+ Self.step)
    state = Self.mixed(state ^ (UInt64(bitPattern: Int64(sample)) &* Self.step))
    self.state = Self.mixed(state ^ Self.hash(name))
  }

  /// The next number from 0 up to but not including 1, a multiple of 2⁻⁵³.
  package mutating func uniform() -> Double {
    state &+= Self.step
    return Double(Self.mixed(state) >> 11) * 0x1p-53
  }

  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// FNV-1a of the name's UTF-8 (Fowler, Noll and Vo).
  private static func hash(_ name: String) -> UInt64 {
    name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}

/// Events that come at a constant rate.
enum PoissonProcess {
  /// The probability of at least one event where `mean` are expected: `1 − exp(−mean)`.
  ///
  /// Worked out by sums and products alone, which every platform rounds alike.
  static func atLeastOne(mean: Double) -> Double {
    if mean > 40 { return 1 }
    // exp is taken of a small number and squared until it is that of the whole.
    var (small, halvings) = (mean, 0)
    while small > 0.5 {
      small /= 2
      halvings += 1
    }
    var (term, sum) = (small, small)
    var order = 2.0
    while term > 1e-18 * sum {
      term *= small / order
      sum += order.truncatingRemainder(dividingBy: 2) == 0 ? -term : term
      order += 1
    }
    if halvings == 0 { return sum }
    var none = 1 - sum
    for _ in 0..<halvings { none *= none }
    return 1 - none
  }
}
