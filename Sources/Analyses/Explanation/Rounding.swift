internal import Foundation

/// Numbers as a planner would write them.
enum Rounding {
  /// Significant digits of a limit that is made up.
  private static let digits = 6

  /// The number to six significant digits where that is what it is but for rounding errors, else the next such number up or
  /// down.
  ///
  /// - Parameter scale: The size of the numbers that it was computed from.
  static func outward(_ value: Double, isUp: Bool, scale: Double) -> Double {
    let size = max(abs(value), abs(scale) * 1e-3)
    if size == 0 || !size.isFinite { return value }
    let decimals = digits - 1 - Int(log10(size).rounded(.down))
    // A whole power of ten is exact, a fraction of one is not.
    let factor = pow(10, Double(abs(decimals)))
    func rounded(_ rule: FloatingPointRoundingRule) -> Double {
      decimals >= 0 ? (value * factor).rounded(rule) / factor : (value / factor).rounded(rule) * factor
    }
    let nearest = rounded(.toNearestOrEven)
    if abs(nearest - value) <= 1e-7 * max(abs(scale), abs(value)) { return nearest }
    return rounded(isUp ? .up : .down)
  }
}
