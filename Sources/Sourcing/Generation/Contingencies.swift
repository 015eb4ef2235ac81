/// Every failure of up to so many targets at once.
struct Contingencies {
  let sources: [OutageSource]
  let depth: Int
  private let effects: EffectIndex
  private let startDay: Double
  /// Probability of each source to fail within the horizon, each on its own.
  let probabilities: [Double]

  init(_ found: SourcingCase, _ effects: EffectIndex) {
    let settings = found.settings
    let sources = OutageSource.contingencies(found, effects)
    self.sources = sources
    self.effects = effects
    depth = Swift.min(settings.generation.contingencyDepth, sources.count)
    startDay = settings.generation.contingencyStartDay
    let horizon = settings.periodDays * Double(settings.periods)
    probabilities = sources.map {
      $0.probability(within: horizon) ?? settings.generation.contingencyProbability ?? 0
    }
  }

  /// How many there are; infinite where that is past any number of use.
  var count: Double {
    var (total, level) = (0.0, 1.0)
    for size in 0..<depth {
      level *= Double(sources.count - size) / Double(size + 1)
      total += level.rounded()
    }
    return total
  }

  /// All of them, fewest failures first, each with the probability that exactly these targets fail.
  func scenarios(sharing probability: Double) -> [GeneratedScenario] {
    var made: [GeneratedScenario] = []
    var chosen: [Int] = []
    func choose(_ size: Int, from first: Int) {
      if size == 0 {
        made.append(scenario(chosen, probability))
        return
      }
      for next in first..<(sources.count - size + 1) {
        chosen.append(next)
        choose(size - 1, from: next + 1)
        chosen.removeLast()
      }
    }
    if depth > 0 { for size in 1...depth { choose(size, from: 0) } }
    return made
  }

  /// Probability that more targets fail at once than any contingency has.
  var beyond: Double {
    // Position j: probability that j of the sources so far fail, the last standing for more than the depth.
    var exactly = [1.0] + [Double](repeating: 0, count: depth + 1)
    for probability in probabilities {
      exactly[depth + 1] += exactly[depth] * probability
      for count in stride(from: depth, through: 1, by: -1) {
        exactly[count] = exactly[count] * (1 - probability) + exactly[count - 1] * probability
      }
      exactly[0] *= 1 - probability
    }
    return exactly[depth + 1]
  }

  private func scenario(_ chosen: [Int], _ probability: Double) -> GeneratedScenario {
    var together = probability
    var next = 0
    for (index, fails) in probabilities.enumerated() {
      if next < chosen.count, chosen[next] == index {
        together *= fails
        next += 1
      } else {
        together *= 1 - fails
      }
    }
    let disruptions = chosen.map { index in
      var disruption = sources[index].disruption
      disruption.startDay = startDay
      return disruption
    }
    let names = disruptions.map { $0.targetKind == .site ? $0.target : $0.id }
    return GeneratedScenario(
      name: "without \(names.joined(separator: ", "))", probability: together, disruptions: disruptions,
      effect: effects.effect(of: disruptions))
  }
}
