import GLPKSolver
import Planning
import Sourcing
import Testing

/// Preferential rates of duty that need regional value content, decided by the model.
@Suite("Origin and preferential rates")
struct OriginTests {
  private static let seeds = 0..<60

  private func optimum(_ found: SourcingCase) throws -> Double {
    let network = try SourcingNetwork(found)
    let plan = try Fixtures.planner.plan(network, Fixtures.exact)
    if plan.status == .infeasible { return .infinity }
    #expect(PlanVerifier.verify(plan, against: network).faults.map(\.description) == [])
    return try #require(plan.objective)
  }

  @Test("glpsol finds the planner's optimum of a random case with preferential rates", arguments: seeds)
  func agreesWithMathProg(seed: Int) throws {
    try Agreement.check(SourcingNetwork(RandomCase.preferred(seed: seed)))
  }

  @Test("a content that is higher, and no preference at all, never cost less", arguments: 0..<20)
  func stricter(seed: Int) throws {
    let found = try RandomCase.preferred(seed: seed)
    let whole = try optimum(found)
    var stricter = found
    for index in stricter.duties.indices {
      stricter.duties[index].requiresContent = stricter.duties[index].requiresContent.map { ($0 + 1) / 2 }
    }
    var without = found
    without.duties.removeAll { $0.requiresContent != nil }
    // A disruption may name a rule that went with its rows.
    for changed in [stricter, without] {
      guard let cost = try? optimum(changed) else { continue }
      #expect(whole <= cost || Agreement.isClose(whole, cost), "\(whole) against \(cost)")
    }
  }

  @Test("a layout's response costs in every scenario what the whole model says of it", arguments: seeds)
  func responsesAgree(seed: Int) throws {
    var found = try RandomCase.preferred(seed: seed)
    // What is done is then chosen at least cost alone, as responses are.
    found.policies.removeAll { $0.kind != .maxLeadDays }
    found.settings.objective = ObjectiveSettings()
    found.settings.riskMeasure = .expected
    for index in found.demand.indices { found.demand[index].minService = nil }
    let network = try SourcingNetwork(found)
    let plan = try Fixtures.planner.plan(network, Fixtures.exact)
    let layout = try Layout.readingFirstStage(plan, network, withPipeline: true)
    let solver = Fixtures.solver
    let costs = try solver.onDedicatedThread {
      let session = try ResponseSession(ResponseProgram(network, layout), solver)
      return try network.scenarios.indices.map {
        try session.respond(to: ResponseConditions(network, scenario: $0))?.cost
      }
    }
    for (scenario, cost) in zip(plan.scenarios, costs) where scenario.probability > 0 {
      let cost = try #require(cost)
      #expect(
        Agreement.isClose(cost, scenario.cost), "\(scenario.scenario): \(cost) against \(scenario.cost)")
    }
  }

  @Test("plans claim preferences: straight, of what is made of inputs, allotted, over borders, and lose them")
  func featuresOccur() throws {
    var seen: [String: Int] = [:]
    for seed in Self.seeds {
      let network = try SourcingNetwork(RandomCase.preferred(seed: seed))
      let plan = try Fixtures.planner.plan(network)
      let undisturbed = plan.origins.filter { $0.scenario == SourcingNetwork.undisturbed }
      let features = [
        ("sent", undisturbed.contains { $0.step == .sent }),
        ("made of inputs", undisturbed.contains { $0.step == .made && !$0.recipe.isEmpty }),
        ("used", undisturbed.contains { $0.step == .used }),
        ("kept", plan.origins.contains { $0.step == .kept }),
        ("several origins", Set(plan.origins.map(\.agreement)).count > 1),
        (
          "other claims in a scenario",
          plan.origins.contains { row in
            row.step == .sent && row.scenario != SourcingNetwork.undisturbed
              && !undisturbed.contains { $0.site == row.site && $0.to == row.to && $0.item == row.item }
          }
        ),
      ]
      for (feature, _) in features.filter(\.1) { seen[feature, default: 0] += 1 }
    }
    #expect(seen.count == 6, "\(seen)")
    for (feature, count) in seen { #expect(count >= 2, "\(feature) of \(seen)") }
  }

  // MARK: Spoilt plans

  /// What the verifier tells of a micro-case's plan after a change of one row of what originates.
  private func told(
    _ name: String, where fits: (PlanOrigin) -> Bool, _ body: (inout PlanOrigin) -> Void
  ) throws -> [String] {
    let network = try Fixtures.network(name)
    var plan = try Fixtures.planner.plan(network, Fixtures.exact)
    let found = plan.origins.firstIndex(where: fits)
    let index = try #require(found)
    body(&plan.origins[index])
    return PlanVerifier.verify(plan, against: network).faults.map(\.description)
  }

  private static let rule = "under Pact > Pact: 0.6 in undisturbed"

  @Test("more is claimed than arrives")
  func moreThanArrives() throws {
    let told = try told("origin_content_just_met", where: { $0.step == .sent }) { $0.quantity = 11 }
    #expect(
      told.first
        == "plan: Plant → Town, car \(Self.rule), period 0: more originates than arrives '11'; expected at most 10"
    )
  }

  @Test("fewer inputs that originate than the content asks for")
  func tooForeign() throws {
    let told = try told("origin_is_worth_a_dearer_input", where: { $0.step == .used }) { $0.quantity = 4 }
    #expect(
      told.contains(
        "plan: Plant, car \(Self.rule), period 0: too much of the value does not originate '480'; expected at most 400"
      ), "\(told)")
  }

  @Test("more that originates is used than was brought")
  func fromNowhere() throws {
    let told = try told(
      "origin_is_worth_a_dearer_input", where: { $0.step == .sent && $0.item == "engine" }
    ) { $0.quantity = 3 }
    #expect(
      told.contains(
        "plan: Plant, engine \(Self.rule), period 0: more that originates leaves than came '5'; expected at most 3"
      ), "\(told)")
  }

  @Test("what originates is claimed but not made so")
  func notMade() throws {
    let told = try told("origin_content_just_met", where: { $0.step == .made }) { $0.quantity = 8 }
    #expect(
      told == [
        "plan: Plant, car \(Self.rule), period 0: more that originates leaves than came '10'; expected at most 8"
      ])
  }

  @Test("a claim of what was under way at the start")
  func pipeline() throws {
    let told = try told("origin_of_the_pipeline", where: { $0.step == .sent }) { $0.period = 0 }
    #expect(
      told.first
        == "plan: Plant → Town, car \(Self.rule), period 0: more originates than arrives '10'; expected at most 0",
      "\(told)")
  }

  @Test("an agreement that the case does not have")
  func unknown() throws {
    let told = try told("origin_content_just_met", where: { $0.step == .sent }) { $0.agreement = "Union" }
    #expect(
      told.first
        == "plan#origins:1:agreement: the case has no such row 'Union, Plant'; expected what stands in the case",
      "\(told)")
  }
}
