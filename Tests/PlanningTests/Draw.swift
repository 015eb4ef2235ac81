/// Random choices from a seed: the same seed gives the same choices on every platform.
///
/// The generator is SplitMix64 (Steele, Lea and Flood 2014).
struct Draw: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) {
    // Seeds a step of the generator apart would give one sequence, shifted; mixing them parts them.
    state = Self.mixed(UInt64(bitPattern: Int64(seed)) &+ 0x5851_F42D_4C95_7F2D)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  private static func mixed(_ state: UInt64) -> UInt64 {
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// True with a probability.
  mutating func chance(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &self) < probability
  }

  /// A number of a range with two decimals.
  mutating func amount(_ range: ClosedRange<Double>) -> Double {
    (Double.random(in: range, using: &self) * 100).rounded() / 100
  }

  mutating func whole(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &self)
  }

  /// One of the values, or nothing of nothing.
  mutating func one<Value>(of values: [Value]) -> Value? {
    values.randomElement(using: &self)
  }

  /// At least one of the values, in their order; the more the greater the probability of each.
  mutating func some<Value>(of values: [Value], _ probability: Double) -> [Value] {
    guard !values.isEmpty else { return [] }
    let sure = whole(0...(values.count - 1))
    return values.indices.filter { chance(probability) || $0 == sure }.map { values[$0] }
  }
}
