/// A scenario that was made by settings, before it becomes rows of tables.
struct GeneratedScenario {
  /// Its name; not yet told apart from those of other scenarios.
  var name: String
  /// Its probability.
  var probability: Double
  /// What happens.
  var disruptions: [Disruption]
  /// What that leaves.
  var effect: ScenarioEffect
}

extension [GeneratedScenario] {
  /// The scenarios with those of one effect as one, under the name of the first and with the sum of their
  /// probabilities. What has no effect is left out: it is the undisturbed scenario.
  func merged() -> [GeneratedScenario] {
    var positions: [ScenarioEffect: Int] = [:]
    var kept: [GeneratedScenario] = []
    for scenario in self where !scenario.effect.isNone {
      if let known = positions[scenario.effect] {
        kept[known].probability += scenario.probability
      } else {
        positions[scenario.effect] = kept.count
        kept.append(scenario)
      }
    }
    return kept
  }
}
