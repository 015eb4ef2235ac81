internal import LinearModel
internal import Sourcing

/// Weighs the scenarios' costs: `(1 − λ) · expectation + λ · CVaR_α`, or with the worst cost or the worst regret in
/// place of CVaR.
///
/// CVaR is linear by Rockafellar and Uryasev (2000): the least over η of `η + Σ π_s δ_s / (1 − α)` with
/// `δ_s ≥ cost_s − η` and `δ_s ≥ 0`.
struct RiskObjective {
  let weight: Double
  let level: Double
  private let measure: RiskMeasure
  /// What the worst of the scenarios is measured against, by scenario: nothing, or its wait-and-see optimum.
  private let references: [Double]

  init(_ network: SourcingNetwork) {
    let settings = network.sourcingCase.settings
    let none = [Double](repeating: 0, count: network.scenarios.count)
    references = settings.riskMeasure == .worstRegret ? network.waitAndSee ?? none : none
    weight = settings.effectiveRiskWeight
    level = settings.riskLevel
    measure = settings.riskMeasure
  }

  /// The variables that carry risk; those of a layout follow from its scenario costs.
  struct Variables: Sendable {
    /// Cost of each scenario.
    var cost: [Variable]
    /// The cost η from which the tail counts, or the worst cost where that is the measure.
    var threshold: Variable
    /// Excess δ of each scenario's cost over the threshold; none where the worst cost is the measure.
    var excess: [Variable]
  }

  /// Adds the weighed costs of all scenarios to the objective.
  ///
  /// - Returns: The variables of the tail; nil where only the expectation counts.
  func add(_ recourses: [Recourse], to model: inout Model, _ network: SourcingNetwork) -> Variables? {
    guard weight > 0 else {
      for recourse in recourses {
        var part = LinearExpression()
        part.add(network.scenarios[recourse.scenario].probability, recourse.cost)
        model.addToObjective(part)
      }
      return nil
    }
    let highest = recourses.map { Self.upperBound($0.cost, model) }.max() ?? 0
    if isOfTheWorst { return addWorst(recourses, highest, to: &model, network) }
    let threshold = model.addVariable("threshold", upper: highest, objective: weight)
    var variables = Variables(cost: [], threshold: threshold, excess: [])
    for recourse in recourses {
      let scenario = network.scenarios[recourse.scenario]
      let cost = model.addVariable(
        "cost[\(scenario.name)]", upper: highest, objective: (1 - weight) * scenario.probability)
      let excess = model.addVariable(
        "excess[\(scenario.name)]", upper: highest, objective: weight * scenario.probability / (1 - level))
      model.addConstraint(cost >= recourse.cost, name: "cost[\(scenario.name)]")
      model.addConstraint(excess >= cost - threshold, name: "excess[\(scenario.name)]")
      variables.cost.append(cost)
      variables.excess.append(excess)
    }
    return variables
  }

  /// The worst cost is at least that of every scenario that can happen.
  private func addWorst(
    _ recourses: [Recourse], _ highest: Double, to model: inout Model, _ network: SourcingNetwork
  ) -> Variables {
    // No scenario costs less than nothing, and regret is that less the reference.
    let least = references.map { -$0 }
    let worst = model.addVariable(
      "worst", lower: min(0, least.min() ?? 0), upper: highest + max(0, least.max() ?? 0), objective: weight)
    var variables = Variables(cost: [], threshold: worst, excess: [])
    for recourse in recourses {
      let scenario = network.scenarios[recourse.scenario]
      let cost = model.addVariable(
        "cost[\(scenario.name)]", upper: highest, objective: (1 - weight) * scenario.probability)
      model.addConstraint(cost >= recourse.cost, name: "cost[\(scenario.name)]")
      if scenario.probability > 0 {
        let reference = LinearExpression(constant: references[recourse.scenario])
        model.addConstraint(worst >= cost - reference, name: "worst[\(scenario.name)]")
      }
      variables.cost.append(cost)
    }
    return variables
  }

  /// What a scenario's cost is measured against where the worst counts.
  func reference(_ scenario: Int) -> Double { references[scenario] }

  /// Whether it speaks of one scenario rather than of a tail.
  var isOfTheWorst: Bool { measure == .worst || measure == .worstRegret }

  /// The most that an expression can reach within the bounds of its variables.
  static func upperBound(_ expression: LinearExpression, _ model: Model) -> Double {
    expression.terms.reduce(expression.constant) { sum, term in
      let index = term.variable.index
      return sum
        + max(term.coefficient * model.lowerBounds[index], term.coefficient * model.upperBounds[index])
    }
  }

  /// The values of the objective's variables for given scenario costs.
  func values(costs: [Double], probabilities: [Double]) -> (threshold: Double, excess: [Double]) {
    if isOfTheWorst {
      let possible = costs.indices.filter { probabilities[$0] > 0 }.map { costs[$0] - references[$0] }
      return (possible.max() ?? 0, [])
    }
    let threshold = Self.valueAtRisk(costs, probabilities, level: level)
    return (threshold, costs.map { max(0, $0 - threshold) })
  }

  /// The value at risk η: the least cost with at least α of the probability at or below it.
  static func valueAtRisk(_ costs: [Double], _ probabilities: [Double], level: Double) -> Double {
    var below = 0.0
    var threshold = 0.0
    for index in costs.indices.sorted(by: { costs[$0] < costs[$1] }) {
      threshold = costs[index]
      below += probabilities[index]
      if below >= level - 1e-12 { break }
    }
    return threshold
  }
}
