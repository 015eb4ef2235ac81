internal import Foundation

/// Student's t distribution with a whole number of degrees of freedom.
struct StudentDistribution {
  let degreesOfFreedom: Int

  /// The probability that the absolute value is at most `t`, by the finite sums of Abramowitz and Stegun (1964),
  /// 26.7.3 and 26.7.4.
  func probability(within t: Double) -> Double {
    let angle = atan(t / Double(degreesOfFreedom).squareRoot())
    let square = cos(angle) * cos(angle)
    let isOdd = degreesOfFreedom % 2 == 1
    // Odd: cos θ + 2/3 cos³ θ + …; even: 1 + 1/2 cos² θ + …, up to the power of ν − 2.
    var term = isOdd ? cos(angle) : 1
    var sum = 0.0
    var power = isOdd ? 1 : 0
    while power <= degreesOfFreedom - 2 {
      sum += term
      power += 2
      term *= square * Double(power - 1) / Double(power)
    }
    return isOdd ? 2 / Double.pi * (angle + sin(angle) * sum) : sin(angle) * sum
  }

  /// The number within which the absolute value lies with a probability between 0 and 1.
  func quantile(within probability: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    while self.probability(within: high) < probability, high < 1e15 { high *= 2 }
    // Each step halves what is left of the interval; 200 are more than doubles can tell apart.
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if self.probability(within: middle) < probability { low = middle } else { high = middle }
    }
    return high
  }
}
