import Analyses
import LinearModel
import Planning
import Sourcing
import Testing

@Suite("Comparison of two layouts")
struct ComparisonTests {
  /// Mine 10 and Plant 10, nothing else.
  private static func before() -> Plan {
    var plan = Plan(name: "chain", currency: "EUR", status: .feasible, message: "")
    plan.sites = ["Mine", "Far", "Plant"].map { PlanSite(site: $0, open: $0 != "Far", existing: true) }
    plan.sourcing = [
      PlanSource(item: "ore", site: "Mine", role: .primary, commit: 10, reserve: 0, volume: 10, share: 1),
      PlanSource(
        item: "part", site: "Plant", recipe: "smelt", role: .primary, commit: 10, reserve: 0, volume: 10,
        share: 1),
    ]
    return plan
  }

  /// Far 10 in place of the Mine.
  private static func after() -> Plan {
    var plan = before()
    plan.sites = ["Mine", "Far", "Plant"].map { PlanSite(site: $0, open: $0 != "Mine", existing: true) }
    plan.sourcing[0].site = "Far"
    return plan
  }

  @Test("plans in different currencies are not compared")
  func currencies() throws {
    var other = Self.after()
    other.currency = "USD"
    let error = #expect(throws: CaseFaults.self) {
      try Comparison.report(from: StandingLayout(Self.before()), to: StandingLayout(other))
    }
    #expect(Bench.columns(error) == ["currency"])
  }

  @Test("sites, roles and amounts that differ are told, and what is the same is not")
  func differences() throws {
    let report = try Comparison.report(from: StandingLayout(Self.before()), to: StandingLayout(Self.after()))
    #expect(report.sites.map(\.name) == ["Far", "Mine"])
    #expect(report.sites.map(\.change) == ["added", "removed"])
    #expect(report.sources.map(\.site) == ["Far", "Mine"])
    #expect(report.sources[0].before == nil)
    #expect(report.sources[0].after?.commit == 10)
    #expect(report.sources[1].after == nil)
    #expect(report.costs.isEmpty)
    let same = try Comparison.report(from: StandingLayout(Self.before()), to: StandingLayout(Self.before()))
    #expect(same.sites.isEmpty && same.sources.isEmpty && same.policies.isEmpty)
  }

  @Test("costs, risk and policies of whole plans are compared")
  func figures() throws {
    var found = SourcingCase.chain(weeks: 1)
    found.policies = [Policy("mines", .maxShare, items: ["ore"], limit: 1)]
    let cheap = try Bench.planner.plan(found)
    found.policies[0].limit = 0.5
    let spread = try Bench.planner.plan(found)
    let report = try Comparison.report(from: StandingLayout(cheap), to: StandingLayout(spread))
    // Five ore from Far at 2 rather than from the Mine at 1.
    let total = try #require(report.costs.first { $0.name == "total" })
    #expect(abs((total.after ?? 0) - (total.before ?? 0) - 5) < 1e-6)
    #expect(report.policies.map(\.name) == ["mines"])
    #expect(report.risk.contains { $0.name == "objective" })
  }

  @Test("the new source comes before the old one goes, since the other way nothing would be served")
  func order() throws {
    let network = try SourcingNetwork(.chain(weeks: 1))
    let path = try #require(
      try ChangeOrder(solver: Bench.solver).path(
        from: StandingLayout(Self.before()), to: StandingLayout(Self.after()), in: network))
    #expect(path.isProven)
    #expect(path.steps.map(\.change) == ["take on as primary", "give up"])
    #expect(path.steps.map(\.place) == ["Far", "Mine"])
    #expect(path.steps.allSatisfy { $0.isFeasible })
    // At first 10 + 5 + 30; then Far's 20 are due beside the Mine's 10; at the end 20 + 5 + 30.
    #expect(abs(path.startCost - 45) < 1e-6)
    #expect(path.steps.map { ($0.cost * 1e6).rounded() / 1e6 } == [65, 55])
  }

  /// Every order of four changes, each layout on the way planned anew.
  @Test("no order has fewer layouts that serve worse, nor of these a less sum of costs")
  func bruteForce() throws {
    var found = SourcingCase.chain(weeks: 1)
    found.disruptions = [Disruption("strike", .site, "Mine")]
    found.scenarios = [ScenarioRow("strike", probability: 0.2, disruption: "strike")]
    found.sites.append(Site("Works", region: "Abroad", isExisting: true))
    found.capabilities.append(
      Capability(
        site: "Works", item: "part", recipe: "smelt", capacity: 10, unitCost: 2, reservationCost: 0.2))
    found.lanes += [
      Lane(from: "*", to: "Works", item: "ore", unitCost: 0.3), Lane(from: "Works", to: "Town"),
    ]
    let network = try SourcingNetwork(found)
    var before = Self.before()
    before.sites = ["Mine", "Far", "Plant", "Works"].map { PlanSite(site: $0, open: true, existing: true) }
    var after = before
    after.sourcing = [
      PlanSource(item: "ore", site: "Mine", role: .primary, commit: 4, reserve: 0),
      PlanSource(item: "ore", site: "Far", role: .primary, commit: 6, reserve: 2),
      PlanSource(item: "part", site: "Plant", recipe: "smelt", role: .primary, commit: 3, reserve: 0),
      PlanSource(item: "part", site: "Works", recipe: "smelt", role: .primary, commit: 7, reserve: 1),
    ]
    let path = try #require(
      try ChangeOrder(solver: Bench.solver).path(
        from: StandingLayout(before), to: StandingLayout(after), in: network))
    #expect(path.steps.count == 4)
    let found4 = burden(path.steps.map { ($0.isFeasible, $0.cost) })
    let sites = ["Mine", "Far", "Plant", "Works"]
    var known: [Set<String>: (service: Double, cost: Double)] = [:]
    for set in subsets(of: sites) {
      var plan = before
      plan.sourcing = sites.compactMap { site in
        (set.contains(site) ? after : before).sourcing.first { $0.site == site }
      }
      var options = PlanOptions(gap: 1e-9)
      options.fixedLayout = plan
      let anew = try Bench.planner.plan(network, options)
      let quiet = try #require(anew.scenarios.first)
      known[set] = (
        quiet.service, anew.costs.reservation + anew.costs.stock + anew.costs.expectedRecourse
      )
    }
    let least = min(known[[]]?.service ?? 0, known[Set(sites)]?.service ?? 0) - 1e-9
    var best = (infeasible: Int.max, cost: Double.infinity)
    for order in permutations(of: sites) {
      var made: Set<String> = []
      var steps: [(Bool, Double)] = []
      for site in order {
        made.insert(site)
        let standing = try #require(known[made])
        steps.append((standing.service >= least, standing.cost))
      }
      let burden = burden(steps)
      if burden < best { best = burden }
    }
    #expect(found4.infeasible == best.infeasible)
    #expect(abs(found4.cost - best.cost) < 1e-6 * best.cost)
  }

  private func burden(_ steps: [(isFeasible: Bool, cost: Double)]) -> (infeasible: Int, cost: Double) {
    (steps.count { !$0.isFeasible }, steps.reduce(0) { $0 + $1.cost })
  }

  private func subsets(of names: [String]) -> [Set<String>] {
    names.reduce([[]]) { sets, name in sets + sets.map { $0.union([name]) } }
  }

  private func permutations(of names: [String]) -> [[String]] {
    if names.isEmpty { return [[]] }
    return names.flatMap { first in permutations(of: names.filter { $0 != first }).map { [first] + $0 } }
  }

  /// Twelve stocks of one part, each dearer to keep than the one before it: the cheapest is built up first.
  @Test("of more changes than can be compared in every order each step is the best next one")
  func stepByStep() throws {
    var found = SourcingCase.chain(weeks: 1)
    let names = (1...12).map { "Store \($0)" }
    found.settings.strategicStock = true
    for (index, name) in names.enumerated() {
      found.sites.append(Site(name, region: found.regions[0].id, isExisting: true))
      found.items.append(Item("kept \(index)", holdingCost: Double(12 - index)))
      found.capabilities.append(
        Capability(site: name, item: "kept \(index)", capacity: 10, unitCost: 1))
    }
    let network = try SourcingNetwork(found)
    var before = Self.before()
    before.sites += names.map { PlanSite(site: $0, open: true, existing: true) }
    before.sourcing += names.enumerated().map {
      PlanSource(item: "kept \($0)", site: $1, role: .backup, commit: 0, reserve: 0, volume: 0, share: 0)
    }
    var after = before
    after.stock = names.enumerated().map { PlanStock(site: $1, item: "kept \($0)", quantity: 1) }
    let path = try #require(
      try ChangeOrder(solver: Bench.solver).path(
        from: StandingLayout(before), to: StandingLayout(after), in: network))
    #expect(!path.isProven)
    #expect(path.completeness == .complete)
    #expect(path.steps.map(\.place) == names.reversed())
    let none = try ChangeOrder(solver: Bench.solver).path(
      from: StandingLayout(before), to: StandingLayout(after), in: network, timeLimit: 0)
    #expect(none == nil)
  }

  @Test("a search that is cancelled gives no order")
  func cancelled() throws {
    let cancellation = Cancellation()
    let network = try SourcingNetwork(.chain(weeks: 1))
    cancellation.cancel()
    let path = try? ChangeOrder(solver: Bench.solver).path(
      from: StandingLayout(Self.before()), to: StandingLayout(Self.after()), in: network,
      cancellation: cancellation)
    #expect(path == nil)
  }

  @Test("the layout of today is costed, and its policies are told")
  func today() throws {
    var found = SourcingCase.chain(weeks: 1)
    found.current = [
      CurrentSource(site: "Mine", item: "ore", role: .primary),
      CurrentSource(site: "Plant", item: "part", recipe: "smelt", role: .primary),
    ]
    found.policies = [Policy("mines", .maxShare, items: ["ore"], limit: 0.5)]
    let network = try SourcingNetwork(found)
    let standing = try StandingLayout.current(of: network, solver: Bench.solver).costed(
      in: network, solver: Bench.solver)
    #expect(standing.source == .current)
    #expect(standing.plan.objective.map { abs($0 - 45) < 1e-6 } == true)
    #expect(standing.plan.policies.first?.value == 1)
  }
}
