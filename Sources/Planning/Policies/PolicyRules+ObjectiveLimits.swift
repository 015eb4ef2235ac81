internal import LinearModel
internal import Sourcing

/// What earlier stages of an objective, or a budget, leave: limits on cost and on risk.
extension PolicyRules {
  mutating func addObjectiveLimits(to model: inout Model) {
    for limit in network.objectiveLimits {
      switch limit.measure {
      case .cost:
        let total = stage.cost(network) + expectation { $0.cost }
        model.addConstraint(total <= limit.most, name: "objective[cost]")
      case .risk: addRiskLimit(limit.most, to: &model)
      }
    }
  }

  private mutating func addRiskLimit(_ most: Double, to model: inout Model) {
    let settings = network.sourcingCase.settings
    let before = stage.cost(network)
    switch settings.riskMeasure {
    case .expected, .cvar:
      let tail = tailCost(level: settings.riskLevel, to: &model) { "objective[\($0)]" }
      model.addConstraint(before + tail <= most, name: "objective[risk]")
    case .worst, .worstRegret:
      let isRegret = settings.riskMeasure == .worstRegret
      for recourse in recourses {
        let scenario = network.scenarios[recourse.scenario]
        if scenario.probability == 0 { continue }
        let reference = isRegret ? network.waitAndSee?[recourse.scenario] ?? 0 : 0
        model.addConstraint(before + recourse.cost <= most + reference, name: "objective[\(scenario.name)]")
      }
    }
  }

  /// The conditional value at risk of the scenarios' costs, by variables of its own.
  ///
  /// - Parameter label: Names what belongs to a scenario, or to the threshold.
  mutating func tailCost(
    level: Double, to model: inout Model, label: (String) -> String
  ) -> LinearExpression {
    // What has no probability has no part in the tail.
    let likely = recourses.filter { network.scenarios[$0.scenario].probability > 0 }
    let highest = likely.map { RiskObjective.upperBound($0.cost, model) }.max() ?? 0
    let threshold = model.addVariable(label("threshold"), upper: highest)
    note(
      threshold,
      .valueAtRisk(
        likely.map(\.cost), probabilities: likely.map { network.scenarios[$0.scenario].probability },
        level: level))
    var tail = threshold.expression
    for recourse in likely {
      let scenario = network.scenarios[recourse.scenario]
      let excess = model.addVariable(label(scenario.name), upper: highest)
      model.addConstraint(excess >= recourse.cost - threshold, name: label(scenario.name))
      note(excess, .excess(recourse.cost - threshold))
      tail.add(scenario.probability / (1 - level), excess)
    }
    return tail
  }
}
