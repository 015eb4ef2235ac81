import LinearModel
import Sourcing
import Testing

@testable import Planning

/// What one more unit of a policy's limit changes.
@Suite("Prices of policies")
struct PolicyPriceTests {
  private static let ways: [PlanMethod] = [.extensive, .benders]

  /// The standing of the first policy in the plan of a case.
  private func standing(_ found: SourcingCase, _ method: PlanMethod, gap: Double = 1e-9) throws -> PlanPolicy
  {
    var options = PlanOptions(gap: gap)
    options.method = method
    let plan = try Fixtures.planner.plan(found, options)
    #expect(plan.status == .optimal)
    #expect(plan.method == method.rawValue)
    return try #require(plan.policies.first)
  }

  /// Suppliers of one part that Town needs 80 of.
  private func suppliers(
    _ rows: [(capacity: Double, unitCost: Double, qualification: Double)], _ policy: Policy
  ) -> SourcingCase {
    var found = SourcingCase(name: "suppliers", currency: "EUR")
    found.regions = [Region("North")]
    found.items = [Item("part")]
    found.markets = [Market("Town", region: "North")]
    for (number, row) in rows.enumerated() {
      let name = "S\(number + 1)"
      found.sites.append(Site(name, region: "North"))
      found.capabilities.append(
        Capability(
          site: name, item: "part", capacity: row.capacity, unitCost: row.unitCost,
          qualificationCost: row.qualification))
    }
    found.lanes = [Lane(from: "*", to: "Town", unitCost: 0)]
    found.demand = [Demand(market: "Town", item: "part", quantity: 80, shortageCost: 200)]
    found.policies = [policy]
    return found
  }

  /// S1 makes 60 and is qualified in full for it, S2 makes 20 of 60 and is qualified by a third in the relaxation: 4/3. The other 2/3 of two
  /// sources come from S3, whose qualification is the cheapest: a source more costs 50. (A whole S1 and S2 are two sources as it is.)
  @Test("one more source costs the cheapest qualification of which there is some left", arguments: ways)
  func minSources(_ method: PlanMethod) throws {
    let found = suppliers([(60, 4, 100), (60, 6, 70), (60, 40, 50)], Policy("two", .minSources, limit: 2))
    let policy = try standing(found, method)
    #expect(policy.priceBasis == .relaxation)
    #expect(abs(try #require(policy.price) - 50) < 1e-6, "\(policy.price ?? .nan)")
  }

  /// One main source: x of S2 (200) and 1 − x of S1 (60), so that 60 (1 − x) + 200 x = 80, x = 1/7; more of S2 would save 100 − 70 of
  /// qualification, whose backup S3 takes on, and cost 60 · 2 more for parts. Backups: 6/7 of S2 at 50 (a source has one role), and 1/7 of S3 at 70, before 100 for S1.
  /// One more backup costs 70.
  @Test("one more backup costs the qualification of the next source", arguments: ways)
  func oneMain(_ method: PlanMethod) throws {
    let found = suppliers([(60, 4, 100), (200, 6, 50), (60, 40, 70)], Policy("main", .oneMain, count: 1))
    let policy = try standing(found, method)
    #expect(policy.priceBasis == .relaxation)
    #expect(abs(try #require(policy.price) - 70) < 1e-6, "\(policy.price ?? .nan)")
  }

  /// A qualification of 40 lets S1 make 80. In the relaxation 30 buy 60 units; one more buys 2, which cost 1 + 2 · 4 and save 2 · 200: −391.
  @Test("one more of capital saves what it buys", arguments: ways)
  func maxCapital(_ method: PlanMethod) throws {
    let policy = try standing(suppliers([(80, 4, 40)], Policy("capital", .maxCapital, limit: 30)), method)
    #expect(policy.priceBasis == .relaxation)
    #expect(abs(try #require(policy.price) + 391) < 1e-6, "\(policy.price ?? .nan)")
  }

  /// In a strike, of 0.2, S1 stands still, and half of that chance may fail: 40 of 80 may be short. A unit of the limit takes 1 / 0.2 · 80 = 400 more of what is
  /// short, each of which S2 holds for 1, delivers for 0.2 · 10 and spares 0.2 · 2: 400 · 2.6.
  @Test("more certainty of service costs the reserves that it takes", arguments: ways)
  func chanceService(_ method: PlanMethod) throws {
    var policy = Policy("served", .chanceService, limit: 0.9)
    policy.level = 1
    var found = suppliers([(80, 1, 0), (80, 10, 0)], policy)
    found.capabilities[1].reservationCost = 1
    found.demand[0].shortageCost = 2
    found.disruptions = [Disruption("strike", .site, "S1", factor: 0)]
    found.scenarios = [ScenarioRow("strike", probability: 0.2, disruption: "strike")]
    let standing = try standing(found, method)
    #expect(standing.priceBasis == .relaxation)
    #expect(abs(try #require(standing.price) - 1040) < 1e-4, "\(standing.price ?? .nan)")
  }

  /// S1 alone: 80 · 9 + 10 = 730. With S2, 80 · 4 + 30 = 350: the policy costs 380.
  @Test("what is excluded has the price of all that would be done without the policy", arguments: ways)
  func exclude(_ method: PlanMethod) throws {
    let found = suppliers([(80, 9, 10), (80, 4, 30)], Policy("not S2", .exclude, sites: ["S2"]))
    let policy = try standing(found, method)
    #expect(policy.priceBasis == .relaxation)
    #expect(abs(try #require(policy.price) + 380) < 1e-4, "\(policy.price ?? .nan)")
  }

  @Test("of two policies that exclude the same neither has a price alone", arguments: ways)
  func excludedTwice(_ method: PlanMethod) throws {
    var found = suppliers([(80, 9, 10), (80, 4, 30)], Policy("not S2", .exclude, sites: ["S2"]))
    found.policies.append(Policy("nor S2", .exclude, items: ["part"], sites: ["S2"]))
    #expect(try standing(found, method).price == 0)
  }

  /// Slow parts cost 4, quick ones 9: a day more brings all 80 the slow way, 5 less each.
  @Test("one more day of lead time is worth the lanes that it opens", arguments: ways)
  func maxLeadDays(_ method: PlanMethod) throws {
    var found = suppliers([(80, 9, 0), (80, 4, 0)], Policy("soon", .maxLeadDays, limit: 29))
    found.lanes = [
      Lane(from: "S1", to: "Town", unitCost: 0), Lane(from: "S2", to: "Town", unitCost: 0, leadDays: 30),
    ]
    let policy = try standing(found, method)
    #expect(policy.priceBasis == .relaxation)
    #expect(abs(try #require(policy.price) + 400) < 1e-4, "\(policy.price ?? .nan)")
    found.policies[0].limit = 20
    #expect(try standing(found, method).price == 0)
  }

  @Test("a policy that has no row to add costs nothing", arguments: ways)
  func noRows(_ method: PlanMethod) throws {
    // No part is needed at any market named, and one source alone is apart from itself.
    var found = suppliers([(80, 4, 0)], Policy("apart", .separate, scope: .region))
    found.markets.append(Market("Village", region: "North"))
    found.policies.append(Policy("cover", .backupCover, markets: ["Village"], limit: 0.5))
    var options = Fixtures.exact
    options.method = method
    let plan = try Fixtures.planner.plan(found, options)
    #expect(plan.policies.map(\.price) == [0, 0])
    #expect(plan.policies.map(\.priceBasis) == [.relaxation, .layout])
  }

  @Test("a row has a price where one of its columns can move")
  func movableRows() {
    var model = Model()
    let (held, free) = (model.addVariable("held", lower: 1, upper: 1), model.addVariable("free", upper: 1))
    let both = model.addConstraint(held + free <= 2, name: "both")
    let alone = model.addConstraint(LinearExpression(held) <= 2, name: "alone")
    #expect(model.canMove(both))
    #expect(!model.canMove(alone))
  }

  @Test("where the layout is given no limit on its decisions has a price", arguments: ways)
  func given(_ method: PlanMethod) throws {
    var found = suppliers([(60, 4, 100), (60, 6, 70), (60, 40, 50)], Policy("two", .minSources, limit: 2))
    found.policies.append(Policy("main", .oneMain, count: 1))
    found.policies.append(Policy("not S3", .exclude, sites: ["S3"]))
    var options = Fixtures.exact
    options.method = method
    options.fixedLayout = try Fixtures.planner.plan(found, options)
    let plan = try Fixtures.planner.plan(found, options)
    #expect(plan.status == .optimal)
    #expect(plan.policies.map(\.price) == [0, 0, 0])
  }

  @Test("a limit on amounts keeps the price that it has in the layout")
  func layout() throws {
    // Half from each: a hundredth more of 80 moves 0.8 units at 5 each.
    let found = suppliers([(80, 4, 10), (80, 9, 10)], Policy("half", .maxShare, limit: 0.5))
    for method in Self.ways {
      let policy = try standing(found, method)
      #expect(policy.priceBasis == .layout)
      #expect(abs(try #require(policy.price) + 400) < 1e-6)
    }
  }

  @Test("a search that ends before the relaxation is solved tells no price, and why", arguments: ways)
  func unsolved(_ method: PlanMethod) throws {
    let found = suppliers([(60, 4, 100), (60, 6, 70), (60, 40, 50)], Policy("two", .minSources, limit: 0))
    var options = PlanOptions(timeLimit: 0)
    options.method = method
    let plan = try Fixtures.planner.plan(found, options)
    #expect(plan.hasLayout)
    #expect(plan.policies.map(\.price) == [nil])
    #expect(plan.policies.map(\.priceBasis) == [.unsolved])
  }

  // MARK: Of random cases

  /// The optimum of the relaxation, a convex function of what a policy's rows are held to, lies above the straight line that a price draws.
  @Test("a price is that of the relaxation, whichever way a random case is solved", arguments: 0..<60)
  func linearOptimum(seed: Int) throws {
    let found =
      switch seed % 3 {
      case 0: try RandomCase.mixed(seed: seed)
      case 1: try RandomCase.governed(seed: seed)
      default: try RandomCase.guarded(seed: seed)
      }
    let network = try SourcingNetwork(found)
    let form = ExtensiveForm(network)
    let relaxed = try form.solve(form.model, Fixtures.solver, SolveOptions(relaxation: true))
    guard let base = relaxed.objective else { return }
    var closings: [Int: Double] = [:]
    for method in Self.ways {
      var options = PlanOptions(gap: 1e-6)
      options.method = method
      let plan = try Fixtures.planner.plan(network, options)
      guard plan.status == .optimal else { continue }
      #expect(plan.policies.allSatisfy { $0.price != nil && $0.priceBasis != .unsolved })
      for (place, policy) in plan.policies.enumerated() where policy.priceBasis == .relaxation {
        let rows = form.policyRows[place].filter { $0.sensitivity?.isConstant ?? false }
        let price = try #require(policy.price)
        if rows.isEmpty, policy.kind == "exclude" || policy.kind == "max_lead_days" {
          // By opening what is closed, which has one answer.
          let other = closings.updateValue(price, forKey: place) ?? price
          #expect(abs(other - price) <= 1e-5 * max(1, abs(base)), "\(policy.kind): \(other) and \(price)")
          continue
        }
        if rows.count < form.policyRows[place].count { continue }
        for step in [-1, -0.01, 0.01, 1] {
          var moved = form.model
          for row in rows {
            let shift = step * (row.sensitivity?.constant ?? 0)
            let index = row.constraint.index
            moved.setBounds(
              of: row.constraint, lower: moved.rowLowerBounds[index] + shift,
              upper: moved.rowUpperBounds[index] + shift)
          }
          let other = try form.solve(moved, Fixtures.solver, SolveOptions(relaxation: true))
          guard let optimum = other.objective else { continue }
          #expect(
            optimum >= base + step * price - 1e-5 * max(1, abs(base)),
            "\(method) \(policy.kind): \(base) and \(step) · \(price) against \(optimum)")
        }
      }
    }
  }
}
