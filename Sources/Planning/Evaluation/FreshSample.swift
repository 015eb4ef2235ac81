internal import Foundation
internal import LinearModel
internal import Sourcing

/// What a plan's layout costs in scenarios that it was not made for, drawn as its own were but with another seed.
///
/// Listed scenarios keep their probabilities and are exact; the samples share what these leave, so that they are one
/// stratum. With n samples of mean m and standard deviation s in a stratum of probability p, the expected cost lies in
/// `listed + p · (m ± t · s / √n)`, t being the quantile of Student's distribution with n − 1 degrees of freedom.
struct FreshSample {
  private let solver: any Solver
  private let network: SourcingNetwork
  private let plan: Plan
  private let options: EvaluationOptions
  private let limit: EvaluationLimit
  private let seed: Int

  /// A scenario of the sample, and how many draws came to it.
  private struct Outcome {
    var cost: Double
    var draws: Double
  }

  init(
    _ solver: any Solver, _ network: SourcingNetwork, _ plan: Plan, _ options: EvaluationOptions,
    _ limit: EvaluationLimit, seed: Int
  ) {
    self.solver = solver
    self.network = network
    self.plan = plan
    self.options = options
    self.limit = limit
    self.seed = seed
  }

  /// The interval; nil where time was up: samples that happened to be done first would not be a fair choice.
  func interval(_ tell: (String) -> Void) throws -> PlanEvaluation.CostInterval? {
    let fresh = try SourcingNetwork(freshCase)
    let layout = try layout(in: fresh)
    let known = Dictionary(
      plan.scenarios.map { ($0.scenario, $0.cost) }, uniquingKeysWith: { first, _ in first })
    let listed = Set(network.givenCase.scenarios.map(\.scenario))
    let count = Double(options.samples)
    let left = 1 - fresh.scenarios.reduce(0) { $0 + (listed.contains($1.name) ? $1.probability : 0) }
    var costs = FixedLayoutCosts(fresh, layout, solver, limit)
    var expected = plan.costs.firstStage
    var outcomes: RiskFunctional.Outcomes = []
    var drawn: [Outcome] = []
    var underserved = 0.0
    for (index, scenario) in fresh.scenarios.enumerated() where scenario.probability > 0 {
      if index % 50 == 0 { tell("costing fresh scenario \(index + 1) of \(fresh.scenarios.count)") }
      let isDrawn = !listed.contains(scenario.name)
      let cost: Double
      let draws = (scenario.probability / left * count).rounded()
      if isDrawn, index > 0 {
        guard let found = try costs.cost(of: index) else { return nil }
        cost = found.cost
        if !found.isServed { underserved += draws }
      } else {
        // What happens in these is part of the plan.
        guard let told = known[scenario.name] else {
          throw PlanningError("the plan says nothing of the scenario '\(scenario.name)'")
        }
        cost = told
      }
      outcomes.append((cost, scenario.probability))
      if isDrawn {
        drawn.append(Outcome(cost: cost, draws: draws))
      } else {
        expected += scenario.probability * cost
      }
    }
    let mean = drawn.reduce(0) { $0 + $1.draws * $1.cost } / count
    let squares = drawn.reduce(0) { $0 + $1.draws * ($1.cost - mean) * ($1.cost - mean) }
    let deviation = (squares / (count - 1)).squareRoot()
    let quantile = StudentDistribution(degreesOfFreedom: options.samples - 1).quantile(
      within: options.confidence)
    let half = left * quantile * deviation / count.squareRoot()
    expected += left * mean
    return PlanEvaluation.CostInterval(
      mean: expected, low: expected - half, high: expected + half, confidence: options.confidence,
      scenarios: options.samples, distinct: fresh.scenarios.dropFirst().count { !listed.contains($0.name) },
      seed: seed,
      cvar: CostEvaluation.conditionalValueAtRisk(outcomes, level: network.sourcingCase.settings.riskLevel),
      underserved: Int(underserved))
  }

  /// The case as it was given, with fresh samples. Policies speak of the scenarios that the plan was made for; only those
  /// that close lanes say what is done in others.
  private var freshCase: SourcingCase {
    var found = network.givenCase
    found.settings.seed = seed
    found.settings.generation.samples = options.samples
    found.settings.generation.reduceTo = nil
    found.settings.generation.keepWorst = GenerationSettings().keepWorst
    found.policies.removeAll { $0.kind != .maxLeadDays }
    return found
  }

  /// The plan's decisions before anything happens, what was under way then included.
  private func layout(in fresh: SourcingNetwork) throws -> Layout {
    var given = plan
    given.flows.removeAll { $0.period >= 0 }
    given.production.removeAll { $0.period >= 0 }
    given.shortages = []
    given.inventory = []
    let (layout, faults) = Layout.reading(given, fresh)
    if !faults.isEmpty { throw CaseFaults(faults) }
    return layout
  }
}
