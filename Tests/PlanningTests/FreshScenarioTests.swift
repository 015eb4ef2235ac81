import Foundation
import GLPKSolver
import LinearModel
import Sourcing
import Testing

@testable import Planning

/// Confidence intervals of a plan's cost on scenarios that it was not made for.
@Suite("Fresh scenarios")
struct FreshScenarioTests {
  /// Alpha makes 50 at 1 and fails in half of all horizons; what is short costs 10. So every layout that commits all to
  /// Alpha costs 0.5 · 50 + 0.5 · 500 = 275.
  private static func coin(samples: Int = 40, seed: Int = 0) -> SourcingCase {
    var found = SourcingCase(name: "coin")
    found.settings.generation.source = .sampled
    found.settings.generation.samples = samples
    found.settings.seed = seed
    found.regions = [Region("North")]
    found.items = [Item("part")]
    found.sites = [Site("Alpha", region: "North", outageRate: log(2), outageDays: 365)]
    found.capabilities = [Capability(site: "Alpha", item: "part", capacity: 50, unitCost: 1)]
    found.lanes = [Lane(from: "*", to: "*")]
    found.markets = [Market("Town", region: "North")]
    found.demand = [Demand(market: "Town", item: "part", quantity: 50, shortageCost: 10)]
    return found
  }

  private static func interval(
    of found: SourcingCase, _ options: EvaluationOptions
  ) throws -> PlanEvaluation.CostInterval? {
    let network = try SourcingNetwork(found)
    let plan = try Fixtures.planner.plan(network, Fixtures.exact)
    return try Fixtures.planner.evaluate(plan, of: network, options).interval
  }

  /// Two-sided quantiles as printed in tables of the distribution.
  @Test(
    "the quantiles of Student's distribution are those of the tables",
    arguments: [
      (1, 0.95, 12.706), (2, 0.95, 4.303), (3, 0.9, 2.353), (9, 0.95, 2.262), (10, 0.99, 3.169),
      (29, 0.95, 2.045), (120, 0.95, 1.980), (999, 0.95, 1.962),
    ])
  func quantiles(degrees: Int, probability: Double, expected: Double) {
    let found = StudentDistribution(degreesOfFreedom: degrees).quantile(within: probability)
    #expect(abs(found - expected) < 6e-4)
  }

  @Test("the interval follows from how many samples failed")
  func arithmetic() throws {
    let options = EvaluationOptions(parts: [.interval], samples: 10, seed: 3)
    let found = try #require(try Self.interval(of: Self.coin(), options))
    // k of 10 cost 500, the others 50.
    let failed = ((found.mean - 50) / 45).rounded()
    #expect((1...9).contains(failed))
    #expect(abs(found.mean - (50 + 45 * failed)) < 1e-6)
    let deviation = (failed * (10 - failed) / 10 / 9).squareRoot() * 450
    let half = 2.262157 * deviation / 10.0.squareRoot()
    #expect(abs(found.high - found.mean - half) < 1e-3)
    #expect(abs(found.mean - found.low - half) < 1e-3)
    #expect(found.scenarios == 10)
    #expect(found.distinct == 1)
    #expect(found.seed == 3)
    // The worst twentieth lies within the failures.
    #expect(abs(found.cvar - 500) < 1e-6)
  }

  @Test("intervals hold the true cost about as often as they say")
  func coverage() throws {
    let network = try SourcingNetwork(Self.coin())
    let plan = try Fixtures.planner.plan(network, Fixtures.exact)
    let hits = try (1...100).count { seed in
      let options = EvaluationOptions(parts: [.interval], samples: 100, seed: seed)
      let found = try Fixtures.planner.evaluate(plan, of: network, options).interval
      guard let found else { return false }
      return found.low <= 275 && 275 <= found.high
    }
    // Of 100 intervals of 95 % fewer than 88 hold the truth with a probability below 0.2 %.
    #expect((88...100).contains(hits), "\(hits)")
  }

  @Test("listed scenarios are exact, and only what they leave is drawn")
  func listed() throws {
    var found = Self.coin()
    found.disruptions = [Disruption("strike", .site, "Alpha", factor: 0.5)]
    found.scenarios = [ScenarioRow("strike", probability: 0.6, disruption: "strike")]
    let options = EvaluationOptions(parts: [.interval], samples: 10, seed: 3)
    let interval = try #require(try Self.interval(of: found, options))
    let whole = try #require(try Self.interval(of: Self.coin(), options))
    // The strike costs 25 + 25 · 10 = 275 whatever is drawn.
    #expect(abs(interval.mean - (0.6 * 275 + 0.4 * whole.mean)) < 1e-6)
    #expect(abs((interval.high - interval.low) - 0.4 * (whole.high - whole.low)) < 1e-6)
  }

  @Test("samples in which the least service cannot be kept are counted")
  func underserved() throws {
    var found = Self.sure(Self.coin())
    let plan = try Fixtures.planner.plan(SourcingNetwork(found), Fixtures.exact)
    // No layout keeps this service while Alpha is down.
    found.demand[0].minService = 0.5
    let network = try SourcingNetwork(found)
    let layout = try Layout.readingFirstStage(plan, network)
    let limit = EvaluationLimit(EvaluationOptions())
    let costs = try Fixtures.solver.onDedicatedThread { [layout, network] in
      var costs = FixedLayoutCosts(network, layout, Fixtures.solver, limit)
      return try network.scenarios.indices.map { try costs.cost(of: $0) }
    }
    #expect(costs.map { $0?.isServed } == [true, false])
    #expect(abs((costs[1]?.cost ?? 0) - 500) < 1e-6)
  }

  /// The case with Alpha's outage listed in place of drawn.
  private static func sure(_ found: SourcingCase) -> SourcingCase {
    var sure = found
    sure.settings.generation = GenerationSettings()
    sure.disruptions = [Disruption("fire", .site, "Alpha", factor: 0)]
    sure.scenarios = [ScenarioRow("fire", probability: 0.5, disruption: "fire")]
    return sure
  }

  @Test("an interval of listed scenarios, or from the plan's own samples, is refused")
  func refused() throws {
    let network = try SourcingNetwork(Self.coin(seed: 4))
    let plan = try Fixtures.planner.plan(network, Fixtures.exact)
    let own = #expect(throws: CaseFaults.self) {
      try Fixtures.planner.evaluate(
        plan, of: network, EvaluationOptions(parts: [.interval], samples: 10, seed: 4))
    }
    #expect(
      own?.faults.map(\.description) == [
        "settings:seed: the plan was made for the scenarios of this seed '4'; expected another seed for fresh ones"
      ])
    let listed = try Fixtures.network("cvar_buys_a_reserve")
    let error = #expect(throws: CaseFaults.self) {
      try Fixtures.planner.checkEvaluation(of: listed, seed: 0, EvaluationOptions(parts: [.interval]))
    }
    #expect(error?.faults.first?.problem == "a confidence interval needs scenarios that are drawn")
  }

  @Test("an interrupt leaves the interval out and says so, and the document survives its trip through JSON")
  func interrupted() throws {
    let network = try SourcingNetwork(Self.coin())
    var plan = try Fixtures.planner.plan(network, Fixtures.exact)
    var options = EvaluationOptions(parts: [.interval], samples: 10)
    plan.evaluation = try Fixtures.planner.evaluate(plan, of: network, options)
    #expect(plan.evaluation?.interval?.seed == plan.seed + 1)
    #expect(try PlanReader.decode(JSONText.of(plan), file: "plan.json") == plan)
    options.cancellation = Cancellation()
    options.cancellation?.cancel()
    let cut = try Fixtures.planner.evaluate(plan, of: network, options)
    #expect(cut.interval == nil)
    #expect(cut.partial)
    #expect(cut.remarks == ["no time was left for the fresh scenarios"])
  }
}
