import LinearModel
import Planning
import Sourcing
import Testing

/// Objectives that measure regret.
@Suite("Worst regret")
struct RegretTests {
  @Test("the plan tells what foresight would cost, and each regret follows from it")
  func foresight() throws {
    let network = try Fixtures.network("worst_regret_against_foresight")
    let plan = try Fixtures.planner.plan(network, Fixtures.exact)
    let foresight = try #require(plan.foresight)
    #expect(foresight.map(\.scenario) == ["undisturbed", "fire"])
    #expect(abs(foresight[0].objective - 320) < 1e-4 && abs(foresight[1].objective - 720) < 1e-4)
    let regret = try #require(plan.risk.regret)
    #expect(abs(regret - 1200.0 / 7) < 1e-4)
    // Evened out: both scenarios have it.
    for (scenario, known) in zip(plan.scenarios, foresight) {
      #expect(abs(plan.costs.firstStage + scenario.cost - known.bound - regret) < 1e-4)
    }
    #expect(try PlanReader.decode(JSONText.of(plan), file: "plan.json") == plan)
  }

  @Test("the verifier tells claims on foresight that the plan itself gives the lie to")
  func spoiltForesight() throws {
    let network = try Fixtures.network("worst_regret_against_foresight")
    let plan = try Fixtures.planner.plan(network, Fixtures.exact)
    func told(_ change: (inout Plan) -> Void) -> [String] {
      var spoilt = plan
      change(&spoilt)
      return PlanVerifier.verify(spoilt, against: network).faults.map(\.description)
    }
    #expect(told { _ in } == [])
    let tooHigh = told {
      $0.foresight?[0].bound = 600
      $0.foresight?[0].objective = 600
    }
    #expect(
      tooHigh.contains { $0.hasPrefix("plan:foresight.undisturbed: the plan itself costs less in the") })
    #expect(
      told { $0.foresight?[1].bound = 721 }.contains {
        $0.hasPrefix("plan:foresight.fire: the bound is above the objective")
      })
    #expect(
      told { $0.foresight?.removeLast() }.contains {
        $0.hasPrefix("plan:foresight.fire: nothing is told of the scenario if it were foreseen")
      })
    #expect(told { $0.foresight = nil }.contains { $0.hasPrefix("plan:objective: the claim") })
    #expect(told { $0.risk.regret = 3 }.contains { $0.hasPrefix("plan:risk.regret: the claim") })
  }

  @Test("an interrupt before foresight is known leaves no layout and says so")
  func interrupted() throws {
    let network = try Fixtures.network("worst_regret_against_foresight")
    var options = Fixtures.exact
    options.cancellation = Cancellation()
    options.cancellation?.cancel()
    let plan = try Fixtures.planner.plan(network, options)
    #expect(plan.status == .error)
    #expect(!plan.hasLayout)
    #expect(plan.message.hasPrefix("time was up before each scenario was planned for alone"))
  }

  @Test("policies that leave no layout are named as ever")
  func infeasible() throws {
    var found = try Fixtures.network("worst_regret_alone").givenCase
    found.policies = [Policy("three", .minSources, limit: 3)]
    let plan = try Fixtures.planner.plan(SourcingNetwork(found), Fixtures.exact)
    #expect(plan.status == .infeasible)
    #expect(plan.message.contains("three"))
  }

  @Test("no other layout has less regret, and decomposition comes to the same", arguments: 0..<15)
  func randomCases(seed: Int) throws {
    for found in try [RandomCase.mixed(seed: seed), RandomCase.contracted(seed: seed)] {
      var regretful = found
      regretful.settings.riskMeasure = .worstRegret
      regretful.settings.riskWeight = 1
      let network = try SourcingNetwork(regretful)
      let plan = try Fixtures.planner.plan(network, Fixtures.exact)
      guard let objective = plan.objective, let foresight = plan.foresight else { continue }
      let slack = 1e-6 * (1 + plan.costs.total + foresight.reduce(0) { max($0, $1.objective) })
      #expect(objective >= -slack, "\(found.settings.name)")
      #expect(PlanVerifier.verify(plan, against: network).faults.map(\.description) == [])
      // The layout of least expected cost regrets no less.
      var cheap = found
      cheap.settings.riskMeasure = .expected
      let cheapest = try Fixtures.planner.plan(SourcingNetwork(cheap), Fixtures.exact)
      let regrets = zip(cheapest.scenarios.filter { $0.probability > 0 }, foresight).map {
        cheapest.costs.firstStage + $0.cost - $1.bound
      }
      #expect(objective <= (regrets.max() ?? 0) + slack, "\(found.settings.name)")
      var options = Fixtures.exact
      options.method = .benders
      options.gap = 1e-7
      if let parts = try? Fixtures.planner.plan(network, options), let other = parts.objective {
        #expect(abs(other - objective) <= slack, "\(found.settings.name)")
      }
    }
  }
}
