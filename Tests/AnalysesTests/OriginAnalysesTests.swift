import Analyses
import Planning
import Sourcing
import Testing

/// Cars from the Plant in North to the Town in South, worth 100 each, with an engine worth 80 of the Forge in East (2 a unit) or
/// of the Foundry in North (6 a unit). Freight is 1 a unit and lane, the Plant takes 3 a car, and a car that is not
/// delivered costs 100. Into South a tenth of the value is due, but nothing for a car of whose value 0.6 originates in North
/// and South: at most 40 of its 100 may be foreign, which is half an engine.
///
///     nothing happens         5 · 2 + 5 · 6 + 10 + 10 · 3 + 10          =    90
///     without the Foundry    10 · 2 + 10 + 10 · 3 + 10 + 10 · 10 duty   =   170
///     without the Forge      10 · 6 + 10 + 10 · 3 + 10                  =   110
///     without the Plant, or the Forge and the Foundry:    10 · 100      = 1,000
@Suite("Questions to a layout that claims preferential rates")
struct OriginAnalysesTests {
  /// All three draw on reserves without a fee.
  private static func reserves() -> Plan {
    plan([
      ("engine", "Forge", "", 0, 20), ("engine", "Foundry", "", 0, 20), ("car", "Plant", "assembly", 0, 20),
    ])
  }

  private typealias Source = (item: String, site: String, recipe: String, commit: Double, reserve: Double)

  private static func plan(_ sources: [Source]) -> Plan {
    var plan = Plan(name: "cars", currency: "EUR", status: .feasible, message: "")
    plan.sites = sources.map { PlanSite(site: $0.site, open: true, existing: false) }
    plan.sourcing = sources.map {
      PlanSource(
        item: $0.item, site: $0.site, recipe: $0.recipe, role: .primary, commit: $0.commit,
        reserve: $0.reserve)
    }
    return plan
  }

  private func stress(_ name: String, _ plan: Plan, _ change: (inout StressOptions) -> Void) throws
    -> StressReport
  {
    var options = StressOptions()
    change(&options)
    return try StressTest(solver: Fixtures.solver).run(
      StandingLayout(plan), in: Fixtures.network(name), options)
  }

  @Test("origin is lost with the source that earns it, and that costs the duty")
  func stressByHand() throws {
    let report = try stress("origin_lost_in_a_scenario", Self.reserves()) { $0.kinds = [.site] }
    #expect(abs(try #require(report.undisturbed).cost - 90) < 1e-6)
    #expect(report.findings.map(\.target) == ["Plant", "Foundry", "Forge"])
    for (finding, extra) in zip(report.findings, [910.0, 80, 20]) {
      #expect(abs(finding.extraCost - extra) < 1e-6, "\(finding.target)")
    }
    #expect(report.findings.map(\.lostMargin) == [1000, 0, 0])
    // Duty is paid and all the same every car delivered, to the end of the horizon.
    #expect(report.findings.map(\.timeToSurvive) == [0, report.horizonDays, report.horizonDays])
  }

  /// 80 of engines at 2 leave nothing to lose but the rate: an engine of 40 meets the content (see the micro-case), so that
  /// the exit from the pact costs the duty of 10 on each of 10 cars.
  @Test("an agreement that lapses costs the duty, and the places stay as they are")
  func lapse() throws {
    let plan = Self.plan([("engine", "Forge", "", 10, 0), ("car", "Plant", "assembly", 10, 0)])
    let report = try stress("origin_under_an_agreement_that_lapses", plan) { $0.kinds = [.duty] }
    #expect(report.findings.map(\.target) == ["pact"])
    #expect(abs(try #require(report.findings.first).extraCost - 100) < 1e-6)
    let listed = try stress("origin_under_an_agreement_that_lapses", plan) { $0.disruptions = ["exit"] }
    #expect(abs(try #require(listed.findings.first).extraCost - 100) < 1e-6)
  }

  @Test("the worst failure alone and the worst pairs are those worked out by hand")
  func worstByHand() throws {
    var options = WorstCaseOptions()
    let network = try Fixtures.network("origin_lost_in_a_scenario")
    let worst = try WorstCaseFinder(solver: Fixtures.solver).find(
      StandingLayout(Self.reserves()), in: network, options)
    #expect(worst.completeness == .complete)
    #expect(worst.gap == 0)
    let told = worst.worst.map { ($0.failures.map(\.target), ($0.extraCost * 1e6).rounded() / 1e6) }
    #expect(told.first?.0 == ["Plant"])
    #expect(told.contains { $0 == (["Forge", "Foundry"], 910) }, "\(told)")
    #expect(told.contains { $0 == (["Foundry"], 80) }, "\(told)")
    options.depth = 1
    let one = try WorstCaseFinder(solver: Fixtures.solver).find(
      StandingLayout(Self.reserves()), in: network, options)
    #expect(one.worst.map { $0.failures.map(\.target) } == [["Plant"], ["Foundry"], ["Forge"]])
  }

  @Test("no pair of sites costs more than the worst in any micro-case of origin, each pair planned anew")
  func worstByEnumeration() throws {
    let names = StressAgreementTests.names.filter { $0.hasPrefix("origin_") }
    #expect(names.count >= 15)
    for name in names {
      let network = try Fixtures.network(String(name.dropLast(5)))
      let plan = try Fixtures.plan(network.givenCase)
      // What is under way when the horizon begins would be planned anew for the failures.
      if network.lanes.contains(where: { $0.lead > 0 }) { continue }
      let worst = try WorstCaseFinder(solver: Fixtures.solver).find(StandingLayout(plan), in: network)
      let sites = network.givenCase.sites.map(\.id)
      let calm = try cost(network.givenCase, plan, without: [])
      var most = 0.0
      for first in sites.indices {
        for second in sites[first...] {
          most = max(most, try cost(network.givenCase, plan, without: [sites[first], second]) - calm)
        }
      }
      #expect(abs(try #require(worst.bound) - most) <= 1e-6 * max(1, most), "\(name)")
    }
  }

  private func cost(_ given: SourcingCase, _ plan: Plan, without sites: Set<String>) throws -> Double {
    var found = given
    found.disruptions = sites.sorted().map { Disruption($0, .site, $0) }
    found.scenarios = found.disruptions.map { ScenarioRow("struck", probability: 1, disruption: $0.id) }
    var options = Fixtures.exact
    options.fixedLayout = plan
    return try #require(Planner(solver: Fixtures.solver).plan(found, options).scenarios.last).cost
  }

  /// At first 10 engines come from the Forge: 20 + 10 + 30 + 10 and 100 of duty, 170. With 5 of the Foundry's beside them all
  /// 10 of the Forge's stay due, and half of the engines originate: 20 + 5 · 6 + 50 = 100. At the end 10 + 30 + 50 = 90. The
  /// other way round 5 cars would be short.
  @Test(
    "the source that earns the origin is taken on before the other one is cut, and each step is costed with it"
  )
  func orderByHand() throws {
    let before = Self.plan([("engine", "Forge", "", 10, 0), ("car", "Plant", "assembly", 10, 0)])
    let after = Self.plan([
      ("engine", "Forge", "", 5, 0), ("car", "Plant", "assembly", 10, 0), ("engine", "Foundry", "", 5, 0),
    ])
    let path = try #require(
      try ChangeOrder(solver: Fixtures.solver).path(
        from: StandingLayout(before), to: StandingLayout(after),
        in: Fixtures.network("origin_is_worth_a_dearer_input")))
    #expect(path.isProven)
    #expect(path.steps.map(\.place) == ["Foundry", "Forge"])
    #expect(path.steps.allSatisfy { $0.isFeasible })
    #expect(abs(path.startCost - 170) < 1e-6)
    #expect(path.steps.map { ($0.cost * 1e6).rounded() / 1e6 } == [100, 90])
  }
}
