/// Makes the scenarios that settings ask for, as rows of `disruptions` and `scenarios`.
///
/// The listed scenarios stay as they are; generated ones share the probability that they leave.
struct ScenarioGenerator {
  private let found: SourcingCase
  private let effects: EffectIndex

  /// - Parameter found: A sound case.
  init(_ found: SourcingCase) {
    self.found = found
    effects = EffectIndex(found)
  }

  /// A case whose scenarios are all listed, and what is worth telling about how they came about.
  func resolved() -> (sourcingCase: SourcingCase, advice: [Fault]) {
    let settings = found.settings.generation
    let left = leftProbability
    var advice: [Fault] = []
    var made: [GeneratedScenario]
    switch settings.source {
    case .listed: return (found, [])
    case .contingencies:
      let contingencies = Contingencies(found, effects)
      made = contingencies.scenarios(sharing: left)
      let beyond = left * contingencies.beyond
      if beyond > 0.01 {
        advice.append(
          remark(
            "contingency_depth", String(contingencies.depth),
            Message(NetworkText.beyondDepth, ["probability": (beyond * 1000).rounded() / 1000])
          ))
      }
    case .sampled:
      made = OutageSampler(found, effects, seed: found.settings.seed).scenarios(
        settings.samples, sharing: left)
    }
    made = made.merged()
    if let size = settings.reduceTo, size < made.count {
      advice.append(
        remark(
          "reduce_to", String(size),
          Message(NetworkText.reducedScenarios, ["made": made.count, "kept": size])))
      made = reduced(made, to: size, probability: left)
    }
    return (listing(made), advice)
  }

  /// The probability that listed scenarios leave.
  private var leftProbability: Double {
    var listed: [String: Double] = [:]
    for row in found.scenarios { listed[row.scenario] = row.probability }
    // In a fixed order, so that rounding is the same in every run.
    return max(0, 1 - listed.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value })
  }

  private func remark(_ key: String, _ value: String, _ message: Message) -> Fault {
    Fault(.advice, at: found.origin.location(setting: key), value: value, message)
  }

  private func reduced(_ made: [GeneratedScenario], to size: Int, probability: Double) -> [GeneratedScenario]
  {
    let weights = EffectWeights(found, effects)
    let quiet = max(0, probability - made.reduce(0) { $0 + $1.probability })
    let all = [ScenarioEffect()] + made.map(\.effect)
    let reduction = ScenarioReduction(probabilities: [quiet] + made.map(\.probability)) {
      weights.distance(all[$0], all[$1])
    }
    let result = reduction.keep(size, worst: found.settings.generation.keepWorst)
    return result.kept.filter { $0.position > 0 }.map { position, probability in
      var scenario = made[position - 1]
      scenario.probability = probability
      return scenario
    }
  }

  /// The case with the scenarios as rows, and nothing left to generate.
  private func listing(_ made: [GeneratedScenario]) -> SourcingCase {
    var resolved = found
    resolved.settings.generation = GenerationSettings()
    var scenarioNames = UniqueNames(Set(found.scenarios.map(\.scenario)).union([SourcingNetwork.undisturbed]))
    var disruptionNames = UniqueNames(Set(found.disruptions.map(\.id)))
    var known: [Disruption: String] = [:]
    for disruption in found.disruptions { known[disruption.undrawn] = disruption.id }
    for scenario in made {
      let name = scenarioNames.name(scenario.name)
      // What no table could hold apart from zero counts as zero.
      let probability = scenario.probability < CaseSchema.smallestNumber ? 0 : scenario.probability
      for disruption in scenario.disruptions {
        let id: String
        if let row = known[disruption] {
          id = row
        } else {
          var row = disruption
          row.id = disruptionNames.name(disruption.id)
          id = row.id
          known[disruption] = id
          resolved.disruptions.append(row)
        }
        resolved.scenarios.append(ScenarioRow(name, probability: probability, disruption: id))
      }
    }
    return resolved
  }
}

extension SourcingCase {
  /// The case with the scenarios that its settings ask for as rows of `disruptions` and `scenarios`; itself where it
  /// asks for none.
  ///
  /// - Throws: ``CaseFaults`` where the case is not sound.
  public func resolvingScenarios() throws -> SourcingCase {
    let faults = faults().filter { $0.severity == .error }
    if !faults.isEmpty { throw CaseFaults(faults) }
    return ScenarioGenerator(self).resolved().sourcingCase
  }
}

/// Names that no two rows share, none too long for a table.
struct UniqueNames {
  private var taken: Set<String>
  /// Room for a number behind the name, within the most that a name may have.
  private static let longest = 88

  init(_ taken: Set<String>) {
    self.taken = taken
  }

  /// The name, cut where it is too long, with a number where it is taken.
  mutating func name(_ wanted: String) -> String {
    let cut = wanted.count > Self.longest ? wanted.prefix(Self.longest - 1) + "…" : wanted[...]
    var name = String(cut)
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(cut) (\(number))"
      number += 1
    }
    return name
  }
}
