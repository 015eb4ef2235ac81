import GLPKSolver
import Planning
import Sourcing
import Testing

/// Two suppliers, North and South, of 100 units each for a demand of 80.
private func twoSuppliers(_ policies: [Policy]) -> SourcingCase {
  var found = SourcingCase(name: "two", currency: "EUR")
  found.regions = [Region("North"), Region("South")]
  found.items = [Item("part")]
  found.sites = [Site("Alpha", region: "North"), Site("Beta", region: "South")]
  found.capabilities = ["Alpha", "Beta"].map {
    Capability(site: $0, item: "part", capacity: 100, unitCost: 5)
  }
  found.markets = [Market("Town", region: "North")]
  found.demand = [Demand(market: "Town", item: "part", quantity: 80, shortageCost: 50)]
  found.lanes = [Lane(from: "*", to: "Town")]
  found.policies = policies
  return found
}

@Suite("A refusal names the policies that collide")
struct PolicyConflictTests {
  private func message(_ policies: [Policy]) throws -> String {
    let plan = try Fixtures.planner.plan(twoSuppliers(policies))
    #expect(plan.status == .infeasible)
    return plan.message
  }

  @Test("two that collide are told, and a third that has nothing to do with it is not")
  func twoCollide() throws {
    let told = try message([
      Policy("mixed", .maxShare, limit: 1), Policy("two regions", .minSources, scope: .region, limit: 2),
      Policy("not Beta", .exclude, sites: ["Beta"]),
    ])
    #expect(
      told
        == "no layout satisfies the policies 'two regions' and 'not Beta' together; without any one of them there is one"
    )
  }

  @Test("one that is impossible by itself is told alone")
  func impossibleAlone() throws {
    let told = try message([
      Policy("three suppliers", .minSources, limit: 3), Policy("not Beta", .exclude, sites: ["Beta"]),
    ])
    #expect(told == "no layout satisfies the policy 'three suppliers'")
  }

  /// 80 · 5 = 400 is the least that any layout costs.
  @Test("a budget that is too small is told, with what makes it so")
  func budget() throws {
    #expect(
      try message([Policy("budget", .maxCost, limit: 399)]) == "no layout satisfies the policy 'budget'")
    // With Beta alone, and at most half from one supplier, nothing can be supplied: 80 · 50 = 4,000.
    let told = try message([
      Policy("half", .maxShare, limit: 0.5), Policy("not Alpha", .exclude, sites: ["Alpha"]),
      Policy("budget", .maxCost, limit: 3999),
    ])
    #expect(
      told
        == "no layout satisfies the policies 'half', 'not Alpha' and 'budget' together; without any one of them there is one"
    )
  }
}
