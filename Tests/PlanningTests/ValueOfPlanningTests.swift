import LinearModel
import Planning
import Sourcing
import Testing

/// VSS and EVPI of cases that are solved by hand, and of what they are made of.
@Suite("What planning under uncertainty is worth")
struct ValueOfPlanningTests {
  private static let options: EvaluationOptions = {
    var options = EvaluationOptions(parts: [.vss, .evpi])
    options.gap = 1e-9
    return options
  }()

  /// A micro-case solved by hand.
  struct Worth: Sendable, CustomTestStringConvertible {
    var name: String
    var vss: Double
    var undisturbedLayout: Double
    var evpi: Double
    var waitAndSee: Double
    var testDescription: String { name }
  }

  @Test(
    "comes to what was worked out by hand",
    arguments: [
      // The undisturbed layout is Alpha without a reserve: 320, in the fire 80 · 15 = 1200. 0.5 · (0.9 · 320 + 0.1 · 1200)
      // + 0.5 · 1200 = 804, the plan 708. Known beforehand, the fire costs 80 · 9 from Beta = 720, the undisturbed 320:
      // 0.5 · (0.9 · 320 + 0.1 · 720) + 0.5 · 720 = 540.
      Worth(name: "cvar_buys_a_reserve", vss: 96, undisturbedLayout: 804, evpi: 168, waitAndSee: 540),
      // The same with expectations: the plan is the undisturbed layout, 408; 0.9 · 320 + 0.1 · 720 = 360.
      Worth(name: "expectation_buys_no_reserve", vss: 0, undisturbedLayout: 408, evpi: 48, waitAndSee: 360),
      // Alpha costs 50 · (0.25 · 1 + 0.75 · 10) = 387.5, Beta 250; 0.25 · 50 · 1 + 0.75 · 50 · 5 = 200.
      Worth(
        name: "sampled_region_is_sure_to_fail", vss: 137.5, undisturbedLayout: 387.5, evpi: 50,
        waitAndSee: 200),
    ])
  func worth(_ worth: Worth) throws {
    let network = try Fixtures.network(worth.name)
    let plan = try Fixtures.planner.plan(network, Fixtures.exact)
    let evaluation = try Fixtures.planner.evaluate(plan, of: network, Self.options)
    let vss = try #require(evaluation.vss)
    let evpi = try #require(evaluation.evpi)
    #expect(abs(vss.low - worth.vss) < 1e-5)
    #expect(abs((vss.high ?? -1) - worth.vss) < 1e-5)
    #expect(abs(vss.undisturbedLayout - worth.undisturbedLayout) < 1e-5)
    #expect(abs(evpi.low - worth.evpi) < 1e-5)
    #expect(abs((evpi.high ?? -1) - worth.evpi) < 1e-5)
    #expect(abs(evpi.waitAndSeeHigh - worth.waitAndSee) < 1e-5)
    #expect(evpi.solved == evpi.scenarios)
    #expect(!evaluation.partial)
    #expect(evaluation.remarks.isEmpty)
  }

  /// What each scenario costs alone, from tables in which it is sure to come.
  private func alone(_ found: SourcingCase, _ scenario: String) throws -> Double? {
    var sure = found
    sure.settings.riskMeasure = .expected
    for row in sure.scenarios.indices {
      sure.scenarios[row].probability = sure.scenarios[row].scenario == scenario ? 1 : 0
    }
    return try Fixtures.planner.plan(SourcingNetwork(sure), Fixtures.exact).objective
  }

  @Test("perfect information is worth what plans for each scenario alone say", arguments: 0..<12)
  func agreesWithPlansForEachScenario(seed: Int) throws {
    for found in try [RandomCase.mixed(seed: seed), RandomCase.contracted(seed: seed)] {
      let network = try SourcingNetwork(found)
      let plan = try Fixtures.planner.plan(network, Fixtures.exact)
      guard let objective = plan.objective else { continue }
      let evaluation = try Fixtures.planner.evaluate(plan, of: network, Self.options)
      let evpi = try #require(evaluation.evpi)
      let slack = 1e-6 * max(1, abs(objective))
      #expect(evpi.waitAndSeeHigh <= objective + slack, "\(found.settings.name)")
      if let vss = evaluation.vss { #expect(vss.undisturbedLayout >= objective - slack) }
      if found.policies.contains(where: \.tiesScenarios) { continue }
      let outcomes = try network.scenarios.filter { $0.probability > 0 }.map { scenario in
        (cost: try #require(try alone(found, scenario.name)), probability: scenario.probability)
      }
      let expected = RiskFunctional(found.settings).value(outcomes)
      #expect(
        abs(evpi.waitAndSeeHigh - expected) <= 1e-6 * max(1, abs(expected)), "\(found.settings.name)")
    }
  }

  @Test("a layout that breaks a policy on disturbed scenarios has no value, and the reason is told")
  func brokenPolicy() throws {
    let network = try Fixtures.network("max_cvar_under_expected_cost")
    let plan = try Fixtures.planner.plan(network, Fixtures.exact)
    let evaluation = try Fixtures.planner.evaluate(plan, of: network, Self.options)
    #expect(evaluation.vss == nil)
    #expect(evaluation.remarks.first?.hasPrefix("the undisturbed layout breaks policies") == true)
    // The policy is left out where each scenario is planned for alone, so that only the upper end is sure.
    #expect(evaluation.evpi?.low == 0)
    #expect(evaluation.remarks.last?.hasPrefix("policies that tie scenarios together are left out") == true)
  }

  @Test("a layout that cannot keep the least service has no value either")
  func leastService() throws {
    let network = try Fixtures.network("least_service_in_every_scenario")
    let plan = try Fixtures.planner.plan(network, Fixtures.exact)
    let evaluation = try Fixtures.planner.evaluate(plan, of: network, Self.options)
    #expect(evaluation.vss == nil)
    #expect(
      evaluation.remarks.first?.hasPrefix("the undisturbed layout cannot keep the least service in") == true,
      "\(evaluation.remarks)")
  }

  @Test("an interrupt leaves what is missing out and says so")
  func interrupted() throws {
    let network = try Fixtures.network("cvar_buys_a_reserve")
    let plan = try Fixtures.planner.plan(network, Fixtures.exact)
    var options = Self.options
    options.cancellation = Cancellation()
    options.cancellation?.cancel()
    let evaluation = try Fixtures.planner.evaluate(plan, of: network, options)
    #expect(evaluation.partial)
    #expect(evaluation.vss == nil)
    let evpi = try #require(evaluation.evpi)
    #expect(evpi.solved == 0)
    // The plan itself is what is known of every scenario: nothing is proven.
    #expect(evpi.low == 0)
    #expect(evpi.high == nil)
    #expect(evaluation.remarks.contains("0 of 2 scenarios could be planned for alone in time"))
  }

  /// Both compare what one objective comes to, which an objective by stages does not have.
  @Test(
    "of an objective by stages neither is told, and why",
    arguments: ["lexicographic_risk_first", "lexicographic_cost_alone", "least_risk_within_a_budget"])
  func stages(_ name: String) throws {
    let network = try Fixtures.network(name)
    let plan = try Fixtures.planner.plan(network, Fixtures.exact)
    try #require(plan.hasLayout)
    let evaluation = try Fixtures.planner.evaluate(plan, of: network, Self.options)
    #expect(evaluation.vss == nil)
    #expect(evaluation.evpi == nil)
    #expect(evaluation.partial == false)
    #expect(
      evaluation.remarks == [
        "VSS and EVPI compare layouts by one objective that weighs cost and risk: with stages none is told"
      ])
  }

  @Test("a plan without a layout has nothing to evaluate")
  func nothingToEvaluate() throws {
    let network = try Fixtures.network("chance_service_infeasible")
    let plan = try Fixtures.planner.plan(network, Fixtures.exact)
    let evaluation = try Fixtures.planner.evaluate(plan, of: network, Self.options)
    #expect(evaluation.remarks == ["there is no layout to evaluate"])
  }
}
