import LinearModel
@testable import Planning
import Sourcing
import Testing

@Suite("What a limit on shares means to the linear program")
struct ShareRelaxationTests {
  /// Three suppliers of 100 for a need of 80, each to be opened for 100, at 1 a unit. With half of the supply at most from each, two
  /// are opened: 2 · 100 + 80 · 1 = 280. A part of a supplier brings no more than that part of 40, so that the linear program opens two
  /// as well; with parts of 80, all that is of use, it would open one: 180.
  @Test("a part of a source brings no more than that part of the limit")
  func partsOfSources() throws {
    var found = SourcingCase(name: "three", currency: "EUR")
    found.regions = [Region("North")]
    found.items = [Item("part")]
    found.markets = [Market("Town", region: "North")]
    found.demand = [Demand(market: "Town", item: "part", quantity: 80, shortageCost: 50)]
    found.lanes = [Lane(from: "*", to: "Town")]
    for name in ["Alpha", "Beta", "Gamma"] {
      found.sites.append(Site(name, region: "North", openingCost: 100))
      found.capabilities.append(Capability(site: name, item: "part", capacity: 100, unitCost: 1))
    }
    found.policies = [Policy("half", .maxShare, scope: .supplier, limit: 0.5)]
    let form = ExtensiveForm(try SourcingNetwork(found))
    let relaxed = try Fixtures.solver.solve(form.model, SolveOptions(relaxation: true))
    let least = try #require(relaxed.objective)
    #expect(abs(least - 280) < 1e-6, "\(least)")
    let plan = try Planner(solver: Fixtures.solver).plan(found)
    let cost = try #require(plan.objective)
    #expect(abs(cost - 280) < 1e-6)
  }
}
