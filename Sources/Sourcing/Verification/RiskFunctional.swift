/// How the costs of scenarios come to one figure: `(1 − λ) · expectation + λ · risk`.
///
/// It is monotone, and a cost that is added in every scenario is added to the figure: so a first-stage cost may stand
/// inside or outside of it.
public struct RiskFunctional: Sendable {
  /// What the scenarios cost, with their probabilities.
  public typealias Outcomes = [(cost: Double, probability: Double)]

  private let measure: RiskMeasure
  private let weight: Double
  private let level: Double

  /// The functional that settings ask for.
  ///
  /// - Parameters:
  ///   - settings: They name the measure, its weight and its level.
  ///   - weight: The weight λ; nil for that of the settings.
  public init(_ settings: Settings, weight: Double? = nil) {
    measure = settings.riskMeasure
    self.weight = weight ?? settings.effectiveRiskWeight
    level = settings.riskLevel
  }

  /// The figure for some outcomes, whose probabilities sum to one.
  ///
  /// - Parameters:
  ///   - outcomes: Costs with their probabilities.
  ///   - waitAndSee: What each of them would cost if it were foreseen, in the same order, where regret is the
  ///     measure; missing ones count as nothing.
  public func value(_ outcomes: Outcomes, waitAndSee: [Double] = []) -> Double {
    let expected = outcomes.reduce(0) { $0 + $1.probability * $1.cost }
    return weight == 0 ? expected : (1 - weight) * expected + weight * risk(outcomes, waitAndSee)
  }

  /// The part of it that speaks of what is bad.
  private func risk(_ outcomes: Outcomes, _ waitAndSee: [Double]) -> Double {
    switch measure {
    case .expected, .cvar: CostEvaluation.conditionalValueAtRisk(outcomes, level: level)
    case .worst: outcomes.filter { $0.probability > 0 }.map(\.cost).max() ?? 0
    case .worstRegret:
      outcomes.enumerated().filter { $1.probability > 0 }.map { index, outcome in
        outcome.cost - (waitAndSee.indices.contains(index) ? waitAndSee[index] : 0)
      }.max() ?? 0
    }
  }
}
