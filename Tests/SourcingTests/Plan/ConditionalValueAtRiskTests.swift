import Testing

@testable import Sourcing

@Suite("Conditional value at risk")
struct ConditionalValueAtRiskTests {
  /// Costs 10, 20, 30, 40 with probabilities 0.4, 0.3, 0.2, 0.1.
  private static let outcomes = [(10.0, 0.4), (40.0, 0.1), (20.0, 0.3), (30.0, 0.2)].map {
    (cost: $0.0, probability: $0.1)
  }

  @Test(
    "the mean of the costliest outcomes, one at the edge counting with the part that fits",
    arguments: [
      // Level 0: all of it, 4 + 6 + 6 + 4 = 20.
      (0.0, 20.0),
      // Worst 0.5: (0.1 · 40 + 0.2 · 30 + 0.2 · 20) / 0.5 = 14 / 0.5 = 28.
      (0.5, 28),
      // Worst 0.2: (0.1 · 40 + 0.1 · 30) / 0.2 = 7 / 0.2 = 35.
      (0.8, 35),
      // Worst 0.05: 40 alone.
      (0.95, 40),
    ])
  func fourOutcomes(_ level: Double, _ value: Double) {
    #expect(abs(CostEvaluation.conditionalValueAtRisk(Self.outcomes, level: level) - value) < 1e-12)
  }

  @Test("at level 1 it is the worst outcome, and without outcomes nothing")
  func edges() {
    #expect(CostEvaluation.conditionalValueAtRisk(Self.outcomes, level: 1) == 40)
    #expect(CostEvaluation.conditionalValueAtRisk([], level: 1) == 0)
    #expect(CostEvaluation.conditionalValueAtRisk([], level: 0.5) == 0)
  }

  @Test("it is the least of Rockafellar and Uryasev's formula over the outcomes")
  func formula() {
    for level in stride(from: 0.0, to: 0.99, by: 0.07) {
      let least = Self.outcomes.map { eta in
        eta.cost + Self.outcomes.reduce(0) { $0 + $1.probability * max(0, $1.cost - eta.cost) } / (1 - level)
      }.min()
      #expect(abs(CostEvaluation.conditionalValueAtRisk(Self.outcomes, level: level) - (least ?? 0)) < 1e-9)
    }
  }
}
