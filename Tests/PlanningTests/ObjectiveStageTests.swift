import LinearModel
import Planning
import Sourcing
import Synchronization
import Testing

/// Objectives that make one thing least after the other, or one within a limit on another.
@Suite("Objectives of stages")
struct ObjectiveStageTests {
  @Test("the plan tells each stage's value, proof and limit")
  func stages() throws {
    let network = try Fixtures.network("lexicographic_cost_first")
    let plan = try Fixtures.planner.plan(network, Fixtures.exact)
    let stages = try #require(plan.stages)
    // The least cost is 408, 5 % more is 428.4, with which CVaR comes down to 1098.
    #expect(stages.map(\.measure) == ["cost", "cvar"])
    #expect(abs(stages[0].value - 408) < 1e-4 && abs((stages[0].bound ?? 0) - 408) < 1e-4)
    #expect(abs((stages[0].limit ?? 0) - 428.4) < 1e-4 && abs(stages[0].reached - 428.4) < 1e-4)
    #expect(abs(stages[1].value - 1098) < 1e-3 && abs((stages[1].bound ?? 0) - 1098) < 1e-3)
    #expect(stages[1].limit == nil)
    #expect(plan.objective == stages[1].value && plan.status == .optimal)
    #expect(try PlanReader.decode(JSONText.of(plan), file: "plan.json") == plan)
  }

  @Test("the verifier tells stages that are claimed wrongly, and a layout over its budget")
  func spoilt() throws {
    let network = try Fixtures.network("lexicographic_cost_first")
    let plan = try Fixtures.planner.plan(network, Fixtures.exact)
    func told(_ change: (inout PlanStage) -> Void, at stage: Int) -> [String] {
      var spoilt = plan
      if spoilt.stages != nil { change(&spoilt.stages![stage]) }
      return PlanVerifier.verify(spoilt, against: network).faults.map(\.description)
    }
    #expect(told({ _ in }, at: 0) == [])
    #expect(told({ $0.reached += 1 }, at: 0).first?.hasPrefix("plan:stages.cost.reached: the claim") == true)
    #expect(told({ $0.limit = 500 }, at: 0).first?.hasPrefix("plan:stages.cost.limit: the claim") == true)
    #expect(
      told({ $0.bound = 410 }, at: 0) == [
        "plan:stages.cost.bound: the bound is above the value '410'; expected 408"
      ])
    #expect(told({ $0.value = 1000 }, at: 1).first?.hasPrefix("plan:stages.cvar.") == true)
    #expect(
      told({ $0.value = 390 }, at: 0).contains {
        $0.hasPrefix("plan:stages.cost.reached: more than later stages may make of it")
      })
    #expect(
      told({ $0.measure = "worst" }, at: 1).first?.hasPrefix("plan:stages: not the stages of the objective")
        == true)
    var tight = try Fixtures.network("least_risk_within_a_budget").givenCase
    let rich = try Fixtures.planner.plan(SourcingNetwork(tight), Fixtures.exact)
    tight.settings.objective.budget = 449
    let over = PlanVerifier.verify(rich, against: try SourcingNetwork(tight)).faults.map(\.description)
    #expect(
      over.count == 1
        && over[0].hasSuffix("the cost is more than the objective allows '450'; expected at most 449"))
  }

  @Test("a budget below the least cost is refused with the least cost")
  func refusal() throws {
    var found = try Fixtures.network("least_risk_within_a_budget").givenCase
    found.settings.objective.budget = 400
    let plan = try Fixtures.planner.plan(SourcingNetwork(found), Fixtures.exact)
    #expect(plan.status == .infeasible)
    #expect(
      plan.message.hasPrefix("no layout keeps within the budget of 400.0: the expected cost is at least 408"))
  }

  @Test("an interrupt leaves what is known, and says in which stage")
  func interrupted() throws {
    var options = Fixtures.exact
    options.cancellation = Cancellation()
    options.cancellation?.cancel()
    let plan = try Fixtures.planner.plan(Fixtures.network("lexicographic_cost_first"), options)
    #expect(plan.status == .error || plan.status == .feasible)
    #expect(plan.stages == nil || plan.status == .feasible)
  }

  @Test("a second stage that time leaves nothing keeps the layout of the first")
  func secondStageCutShort() throws {
    let network = try Fixtures.network("lexicographic_cost_first")
    let stop = Cancellation()
    var options = Fixtures.exact
    options.cancellation = stop
    let counter = Counter()
    // The second search begins with building its model.
    options.progress = { if $0.stage == "building the model", counter.next() == 2 { stop.cancel() } }
    let plan = try Fixtures.planner.plan(network, options)
    #expect(plan.status == .feasible)
    #expect(plan.message.hasPrefix("of the stage of least risk: interrupted"))
    #expect(abs((plan.stages?[0].reached ?? 0) - 408) < 1e-4)
    #expect(abs((plan.objective ?? 0) - 1200) < 1e-3)
    #expect(PlanVerifier.verify(plan, against: network).faults.map(\.description) == [])
  }

  @Test("VSS and EVPI are not told where the objective has stages")
  func evaluation() throws {
    let network = try Fixtures.network("lexicographic_cost_first")
    let plan = try Fixtures.planner.plan(network, Fixtures.exact)
    let evaluation = try Fixtures.planner.evaluate(
      plan, of: network, EvaluationOptions(parts: [.vss, .evpi]))
    #expect(evaluation.vss == nil && evaluation.evpi == nil)
    #expect(evaluation.remarks.first?.hasPrefix("VSS and EVPI compare layouts by one objective") == true)
  }

  @Test(
    "stages agree with the weighted form at their ends, and decomposition with the whole model",
    arguments: 0..<12)
  func randomCases(seed: Int) throws {
    for found in try [RandomCase.mixed(seed: seed), RandomCase.contracted(seed: seed)] {
      var staged = found
      staged.settings.riskMeasure = [.cvar, .worst, .worstRegret][seed % 3]
      staged.settings.objective.form = .lexicographic
      staged.settings.objective.order = seed.isMultiple(of: 2) ? .costFirst : .riskFirst
      staged.settings.objective.tolerance = 0.1
      let network = try SourcingNetwork(staged)
      let plan = try Fixtures.planner.plan(network, Fixtures.exact)
      guard let objective = plan.objective, let stages = plan.stages else { continue }
      let slack = 2e-6 * (1 + plan.costs.total)
      #expect(PlanVerifier.verify(plan, against: network).faults.map(\.description) == [])
      var weighted = staged
      weighted.settings.objective = ObjectiveSettings()
      weighted.settings.riskWeight = seed.isMultiple(of: 2) ? 0 : 1
      let alone = try Fixtures.planner.plan(SourcingNetwork(weighted), Fixtures.exact)
      #expect(abs((alone.objective ?? .nan) - stages[0].value) <= slack, "\(found.settings.name)")
      var options = Fixtures.exact
      options.method = .benders
      options.gap = 1e-7
      if let parts = try? Fixtures.planner.plan(network, options), let other = parts.objective {
        #expect(abs(other - objective) <= 20 * slack, "\(found.settings.name)")
        #expect(PlanVerifier.verify(parts, against: network).faults.map(\.description) == [])
      }
    }
  }

  /// Counts calls, from any thread.
  private final class Counter: Sendable {
    private let count = Mutex(0)
    func next() -> Int {
      count.withLock {
        $0 += 1
        return $0
      }
    }
  }
}
