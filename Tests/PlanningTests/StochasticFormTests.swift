import GLPKSolver
import LinearModel
import Planning
import Sourcing
import Testing

/// What the files of SMPS say comes to what the case does.
@Suite("Export to SMPS")
struct StochasticFormTests {
  private static func form(_ network: SourcingNetwork) throws -> StochasticForm? {
    do { return try StochasticForm(network) } catch is CaseFaults { return nil }
  }

  /// The optimum of the files' program; nil where it has no point.
  private static func optimum(_ form: StochasticForm) throws -> Double? {
    let model = try SMPSFiles(form.program).deterministicEquivalent()
    let solution = try Fixtures.solver.onDedicatedThread {
      try Fixtures.solver.open(model).solve(SolveOptions(relativeGap: 1e-9))
    }
    if solution.termination.reason == .infeasible { return nil }
    #expect(solution.termination.reason == .optimal)
    return solution.objective
  }

  @Test("the files come to the optimum worked out by hand", arguments: Fixtures.microCases)
  func reachesOptimum(_ micro: Fixtures.MicroCase) throws {
    // Of an objective with stages the program is that of the first, of which the case's optimum is not one.
    if micro.name.hasPrefix("lexicographic") { return }
    let network = try Fixtures.planner.foreseeing(Fixtures.network(micro.name))
    guard let form = try Self.form(network) else { return }
    let found = try Self.optimum(form)
    guard let expected = micro.expected.objective else {
      #expect(found == nil)
      return
    }
    let objective = try #require(found)
    #expect(abs(objective - expected) <= 1e-6 * max(1, abs(expected)), "\(micro.expected.arithmetic)")
  }

  @Test("a quarter of the micro-cases are two-stage programs with something uncertain")
  func coversMicroCases() throws {
    let count = try Fixtures.microCases.count { try Self.form(Fixtures.network($0.name)) != nil }
    #expect(Double(count) > 0.25 * Double(Fixtures.microCases.count))
  }

  @Test("the files come to the optimum of the whole model on random cases", arguments: 0..<20)
  func agreesOnRandomCases(seed: Int) throws {
    let cases = try [
      RandomCase.mixed(seed: seed), RandomCase.contracted(seed: seed), RandomCase.developed(seed: seed),
      RandomCase.ruled(seed: seed), RandomCase.governed(seed: seed), RandomCase.preferred(seed: seed),
    ]
    for found in cases {
      let network = try SourcingNetwork(found)
      guard let form = try Self.form(network) else { continue }
      let plan = try Fixtures.planner.plan(network, Fixtures.exact)
      let objective = try Self.optimum(form)
      #expect((plan.status == .infeasible) == (objective == nil), "\(found.settings.name)")
      guard let expected = plan.objective, let objective else { continue }
      #expect(abs(objective - expected) <= 2e-6 * max(1, abs(expected)), "\(found.settings.name)")
    }
  }

  /// A supplier in each of two regions and one market for 10 units, which costs 50 a unit if they are short. With
  /// probability 0.2 the first stops, with 0.1 the second.
  private var twoSources: SourcingCase {
    var found = SourcingCase(name: "two sources", currency: "EUR")
    found.regions = [Region("North"), Region("South")]
    found.items = [Item("Part")]
    found.sites = [Site("A", region: "North"), Site("B", region: "South")]
    found.capabilities = [
      Capability(site: "A", item: "Part", capacity: 10, unitCost: 2),
      Capability(site: "B", item: "Part", capacity: 10, unitCost: 4),
    ]
    found.markets = [Market("M", region: "North")]
    found.demand = [Demand(market: "M", item: "Part", quantity: 10, shortageCost: 50)]
    found.lanes = [Lane(from: "*", to: "*", unitCost: 1)]
    found.scenarios = [
      ScenarioRow("a-stops", probability: 0.2, disruption: "a"),
      ScenarioRow("b-stops", probability: 0.1, disruption: "b"),
    ]
    found.disruptions = [Disruption("a", .site, "A", factor: 0), Disruption("b", .site, "B", factor: 0)]
    return found
  }

  /// Of something happening, A's stop has 0.2 ÷ 0.3 = 2 ÷ 3, and the core is the first of the scenarios.
  @Test(
    "a scenario's probability is that of all that may happen, and it tells what it has that the core has not")
  func scenarios() throws {
    let program = try StochasticForm(SourcingNetwork(twoSources)).program
    #expect(program.scenarios.map(\.name) == ["a-stops", "b-stops"])
    #expect(abs(program.scenarios[0].probability - 2.0 / 3) < 1e-12)
    let (first, second) = (program.scenarios[0], program.scenarios[1])
    let names = program.core.variableNames
    // The core has what either scenario has; what A ships in the second is bounded by 0 in the first, and so with B.
    #expect(first.costs.isEmpty && first.sides.isEmpty)
    #expect(first.upperBounds.map { names[$0.index] } == ["ship[A,M,Part,0,recourse]"])
    #expect(first.upperBounds.map(\.value) == [0])
    #expect(second.upperBounds.map { names[$0.index] } == ["ship[B,M,Part,1,recourse]"])
    #expect(second.upperBounds.map(\.value) == [0])
  }

  @Test("what ties scenarios to each other is refused, all of it at once, with its place")
  func refusals() throws {
    var found = twoSources
    found.policies = [
      Policy("budget", .maxCost, limit: 1000), Policy("spread", .maxConcentration, limit: 0.8),
      Policy("few", .minSources, limit: 1),
    ]
    let faults = try #require(throws: CaseFaults.self) { try StochasticForm(SourcingNetwork(found)) }.faults
    #expect(faults.map(\.value) == ["max_cost", "max_concentration"])
    #expect(faults.allSatisfy { $0.description.contains("policies") && $0.description.contains("kind") })
  }

  @Test("a case in which nothing is uncertain is refused")
  func certainty() throws {
    var found = twoSources
    (found.scenarios, found.disruptions) = ([], [])
    let faults = try #require(throws: CaseFaults.self) { try StochasticForm(SourcingNetwork(found)) }.faults
    #expect(faults.map(\.description).first?.contains("nothing is uncertain") == true)
  }
}
