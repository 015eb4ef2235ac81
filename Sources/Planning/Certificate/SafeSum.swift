/// A sum in floating point with a bound on how far rounding may have carried it off.
///
/// With u = 2⁻⁵³, the computed sum of n products is off by at most γ(n + 1) · Σ|aᵢbᵢ| where γ(k) = k·u / (1 − k·u): Higham,
/// "Accuracy and Stability of Numerical Algorithms", 2nd edition, 2002, section 3.1.
struct SafeSum {
  /// The sum as it was computed.
  private(set) var value = 0.0
  /// The sum of the sizes of its terms.
  private var mass = 0.0
  private var count = 0
  /// What the terms themselves may be off by.
  private var inherited = 0.0

  /// Adds a product of two numbers that are exact.
  mutating func add(_ left: Double, _ right: Double = 1) {
    let product = left * right
    value += product
    mass += abs(product)
    count += 1
  }

  /// Adds a sum times a number that is exact.
  mutating func add(_ sum: SafeSum, times factor: Double) {
    add(sum.value, factor)
    inherited += sum.error * abs(factor)
  }

  /// Makes the sum uncertain by so much more.
  mutating func blur(_ error: Double) { inherited += error }

  /// By how much the computed sum may differ from the true one. A few units more than the theorem asks for cover the rounding of
  /// this number itself.
  var error: Double {
    let rounding = Double(count + 4) * 0x1p-53
    return (inherited + mass * rounding / (1 - rounding)) * (1 + 0x1p-40)
  }

  /// A number that the true sum is not below.
  var least: Double { (value - error).nextDown }
}
