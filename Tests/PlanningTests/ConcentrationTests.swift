import Planning
import Sourcing
import Testing

/// The index of Herfindahl and Hirschman is the one policy that no finite number of rows can state.
@Suite("Limits on concentration")
struct ConcentrationTests {
  private static let benders: PlanOptions = {
    var options = Fixtures.exact
    options.method = .benders
    options.gap = 1e-7
    return options
  }()

  /// Suppliers of one region at these costs, each with a capacity of 100 and an opening of 300, for a need of 80.
  private func suppliers(_ costs: [Double], limit: Double) -> SourcingCase {
    var found = SourcingCase(name: "suppliers", currency: "EUR")
    found.regions = [Region("North")]
    found.items = [Item("part")]
    for (index, cost) in costs.enumerated() {
      found.sites.append(Site("S\(index)", region: "North", openingCost: 300))
      found.capabilities.append(Capability(site: "S\(index)", item: "part", capacity: 100, unitCost: cost))
    }
    found.markets = [Market("Town", region: "North")]
    found.demand = [Demand(market: "Town", item: "part", quantity: 80, shortageCost: 50)]
    found.lanes = [Lane(from: "*", to: "*")]
    found.policies = [Policy("spread", .maxConcentration, limit: limit)]
    return found
  }

  @Test("of several suppliers as many are used in equal parts as the limit asks for", arguments: 2...5)
  func equalShares(count: Int) throws {
    // Costs 1, 2, … and a limit of 1/count: the cheapest `count` suppliers share the need equally, exactly: another one is not worth its opening.
    let network = try SourcingNetwork(suppliers([1, 2, 3, 4, 5, 6], limit: 1 / Double(count)))
    let cheapest = (1...count).reduce(0.0) { $0 + 80 * Double($1) / Double(count) } + 300 * Double(count)
    for options in [Fixtures.exact, Self.benders] {
      let plan = try Fixtures.planner.plan(network, options)
      #expect(plan.status == .optimal)
      let objective = try #require(plan.objective)
      #expect(abs(objective - cheapest) < 1e-5, "\(plan.method) \(objective) against \(cheapest)")
      #expect(PlanVerifier.verify(plan, against: network).isSound)
    }
  }

  @Test("value, slack and price are those of the index")
  func price() throws {
    // 80 · (5 s + 7 (1 − s)) with s² + (1 − s)² = L: ds/dL = 1 / (4 s − 2) = 1.25, so −160 · 1.25 for a unit of L.
    let network = try Fixtures.network("max_concentration_of_suppliers")
    for options in [Fixtures.exact, Self.benders] {
      let plan = try Fixtures.planner.plan(network, options)
      let policy = try #require(plan.policies.first)
      #expect(abs(policy.value - 0.58) < 1e-6)
      #expect(abs(policy.slack) < 1e-6)
      #expect(policy.tightest == "part")
      let price = try #require(policy.price)
      #expect(abs(price + 200) < 0.1, "\(plan.method): \(price)")
    }
  }

  @Test("a tighter limit never costs less, and the bound is never above", arguments: 0..<8)
  func tighter(seed: Int) throws {
    var draw = Draw(seed: seed)
    let costs = (0..<5).map { _ in draw.amount(1...20) }
    var last = 0.0
    for limit in [0.9, 0.7, 0.52, 0.4, 0.3, 0.22] {
      let network = try SourcingNetwork(suppliers(costs, limit: limit))
      let plan = try Fixtures.planner.plan(network, Fixtures.exact)
      let (objective, bound) = try (#require(plan.objective), #require(plan.bound))
      #expect(objective >= last - 1e-6 * last, "limit \(limit): \(objective) after \(last)")
      #expect(bound <= objective && objective - bound <= 1e-6 * objective)
      #expect(PlanVerifier.verify(plan, against: network).isSound)
      last = objective
    }
  }

  @Test("a concentration that cannot be met with the service asked for is told")
  func conflict() throws {
    var found = suppliers([1, 2], limit: 0.4)
    found.policies.append(Policy("serve", .minService, limit: 0.9))
    let plan = try Fixtures.planner.plan(found, Fixtures.exact)
    #expect(plan.status == .infeasible)
    #expect(
      plan.message
        == "no layout satisfies the policies 'spread' and 'serve' together; without any one of them there is one"
    )
  }

  @Test("three sources cannot all be needed where only two may be qualified, although the relaxation can")
  func conflictOfRoles() throws {
    var found = suppliers([1, 2, 3], limit: 0.4)
    found.demand[0].minService = 1
    found.policies.append(Policy("two", .exclude, sites: ["S2"]))
    let plan = try Fixtures.planner.plan(found, Fixtures.exact)
    #expect(plan.status == .infeasible)
    #expect(plan.message.contains("'spread' and 'two'"), "\(plan.message)")
  }
}
