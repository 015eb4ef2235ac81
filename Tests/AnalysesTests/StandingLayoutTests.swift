import Analyses
import Planning
import Sourcing
import Testing

@Suite("The layout that stands today")
struct StandingLayoutTests {
  private func standing(_ current: [CurrentSource], _ change: (inout SourcingCase) -> Void = { _ in }) throws
    -> StandingLayout
  {
    var chain = SourcingCase.chain(weeks: 2)
    chain.current = current
    change(&chain)
    return try StandingLayout.current(of: SourcingNetwork(chain), solver: Bench.solver)
  }

  private let mine = CurrentSource(site: "Mine", item: "ore", role: .primary)
  private let plant = CurrentSource(site: "Plant", item: "part", recipe: "smelt", role: .primary)

  @Test("blank commitments are what the undisturbed demand asks for, and told ones stay")
  func blanks() throws {
    let backup = CurrentSource(site: "Far", item: "ore", role: .backup, reserve: 4)
    let layout = try standing([mine, plant, backup])
    #expect(layout.source == .current)
    let commits = Dictionary(uniqueKeysWithValues: layout.plan.sourcing.map { ($0.site, $0.commit) })
    #expect(commits == ["Mine": 10, "Plant": 10, "Far": 0])
    #expect(layout.plan.sourcing.first { $0.site == "Far" }?.reserve == 4)
    var less = plant
    less.commit = 6
    let smaller = try standing([mine, less])
    #expect(smaller.plan.sourcing.first { $0.site == "Mine" }?.commit == 6)
    #expect(smaller.plan.shortages.reduce(0) { $0 + $1.quantity } == 8)
  }

  @Test("policies and least service that it breaks do not keep it from being asked about")
  func brokenPolicies() throws {
    let layout = try standing([mine, plant]) {
      $0.policies = [Policy("two mines", .minSources, items: ["ore"], limit: 2)]
      $0.demand[0].quantity = 20
      $0.demand[0].minService = 1
    }
    #expect(layout.plan.sourcing.count == 2)
    #expect(layout.plan.shortages.reduce(0) { $0 + $1.quantity } == 20)
  }

  @Test("lanes that take time are filled before the horizon begins")
  func pipeline() throws {
    var chain = SourcingCase.chain(weeks: 3)
    chain.lanes[1].leadDays = 7
    chain.current = [mine, plant]
    let network = try SourcingNetwork(chain)
    let layout = try StandingLayout.current(of: network, solver: Bench.solver).layout(in: network)
    let lane = try #require(network.lanes.firstIndex { $0.lead == 1 })
    #expect(layout.pipeline.ship[lane] == 10)
  }

  @Test("an empty table and amounts that the case does not allow are faults with their columns")
  func faults() throws {
    #expect(throws: CaseFaults.self) { try standing([]) }
    var tooMuch = mine
    tooMuch.commit = 11
    let reserving = CurrentSource(site: "Plant", item: "part", recipe: "smelt", role: .primary, reserve: 1)
    let committing = CurrentSource(site: "Far", item: "ore", role: .backup, commit: 1)
    let error = #expect(throws: CaseFaults.self) { try standing([tooMuch, reserving, committing]) }
    #expect(Bench.columns(error) == ["commit", "reserve", "commit"])
    var small = mine
    small.commit = 1
    let least = #expect(throws: CaseFaults.self) {
      try standing([small, plant]) { $0.capabilities[0].minVolume = 2 }
    }
    #expect(Bench.columns(least) == ["commit"])
  }

  @Test("a source that investment screening forbids contradicts the case")
  func screened() throws {
    let error = #expect(throws: CaseFaults.self) {
      try standing([mine, plant]) {
        $0.sites[0].isExisting = false
        $0.sites[0].ownerRegion = "Home"
        $0.controls = [Control(from: "Home", to: "Abroad", kind: .screening)]
      }
    }
    #expect(error?.description.contains("contradicts the case") == true)
  }

  @Test("a plan without a layout is refused, and one with a layout is taken by name")
  func plans() throws {
    let network = try SourcingNetwork(.chain(weeks: 2))
    let plan = try Bench.planner.plan(network)
    let layout = try StandingLayout(plan).layout(in: network)
    #expect(layout.commit == [10, 0, 10])
    var none = plan
    none.status = .infeasible
    #expect(throws: CaseFaults.self) { try StandingLayout(none) }
    var other = plan
    other.sourcing[0].site = "Nowhere"
    #expect(throws: CaseFaults.self) { try StandingLayout(other).layout(in: network) }
  }

  @Test(
    "a plan that breaks a capacity or a policy does not hold, and one that tells other costs only where they count"
  )
  func broken() throws {
    var chain = SourcingCase.chain(weeks: 2)
    chain.policies = [Policy("two mines", .minSources, items: ["ore"], limit: 2)]
    let network = try SourcingNetwork(chain)
    let plan = try Bench.planner.plan(network)
    #expect(try StandingLayout(plan).checked(in: network, withClaims: true).isEmpty)
    var past = plan
    past.sourcing[0].commit = 11
    #expect(throws: CaseFaults.self) { try StandingLayout(past).layout(in: network) }
    #expect(throws: CaseFaults.self) { try StandingLayout(past).checked(in: network) }
    var single = plan
    single.sourcing.removeAll { $0.site == "Far" }
    let error = #expect(throws: CaseFaults.self) { try StandingLayout(single).checked(in: network) }
    #expect(error?.description.contains("policy two mines") == true)
    #expect(try StandingLayout(single).layout(in: network).commit.count == 3)
    var dear = plan
    dear.costs.total += 1
    #expect(try StandingLayout(dear).checked(in: network).isEmpty)
    #expect(throws: CaseFaults.self) { try StandingLayout(dear).checked(in: network, withClaims: true) }
  }

  @Test("policies that the layout of today breaks are remarks, those of disturbed scenarios left out")
  func remarks() throws {
    var chain = SourcingCase.chain(weeks: 2)
    chain.policies = [
      Policy("two mines", .minSources, items: ["ore"], limit: 2), Policy("cheap", .maxCost, limit: 1),
    ]
    chain.current = [mine, plant]
    let network = try SourcingNetwork(chain)
    let remarks = try StandingLayout.current(of: network, solver: Bench.solver).checked(in: network)
    #expect(remarks.map(\.severity) == [.advice])
    #expect(remarks.first?.problem.contains("two mines") == true)
  }
}
