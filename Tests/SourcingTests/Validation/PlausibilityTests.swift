import Sourcing
import Testing

@Suite struct PlausibilityTests {
  private func advice(_ change: (inout SourcingCase) -> Void) -> [String] {
    odd(change).faults().filter { $0.severity == .advice }.map(\.description)
  }

  private func odd(_ change: (inout SourcingCase) -> Void) -> SourcingCase {
    var found = SourcingCase(name: "odd")
    found.regions = [Region("N")]
    found.items = [Item("frame")]
    found.sites = [Site("a", region: "N"), Site("b", region: "N"), Site("c", region: "N")]
    found.capabilities = ["a", "b", "c"].map {
      Capability(site: $0, item: "frame", capacity: 10, unitCost: 5)
    }
    found.markets = [Market("m", region: "N")]
    found.demand = [Demand(market: "m", item: "frame", quantity: 8, shortageCost: 50)]
    found.lanes = [Lane(from: "*", to: "m", unitCost: 1)]
    change(&found)
    return found
  }

  @Test func aPlainCaseGivesNoAdvice() {
    #expect(advice { _ in }.isEmpty)
  }

  @Test func aNumberFarFromItsColumnIsTold() {
    func told(_ change: (inout SourcingCase) -> Void) -> [String] {
      advice(change).filter { $0.contains("far from the others of the column") }.map {
        String($0.prefix { $0 != " " })
      }
    }
    #expect(
      told { found in
        for index in 0..<3 { found.capabilities[index].reservationCost = index == 2 ? 4000 : 4 }
      } == ["capabilities:3:reservation_cost:"])
    #expect(told { $0.capabilities[2].capacity = 1_000_000 } == ["capabilities:3:capacity:"])
    #expect(told { $0.capabilities[2].capacity = 900_000 }.isEmpty)
    #expect(
      told { found in
        found.markets += [Market("n", region: "N"), Market("o", region: "N")]
        found.demand += [("n", 50.0), ("o", 5000)].map {
          Demand(market: $0, item: "frame", quantity: 8, shortageCost: $1)
        }
      } == ["demand:3:shortage_cost:"])
    #expect(
      told { found in
        found.lanes = [3.0, 4, 4000].enumerated().map {
          Lane(from: found.sites[$0].id, to: "m", unitCost: 1, leadDays: $1)
        }
      } == ["lanes:3:lead_days:"])
  }

  @Test func aDutyAboveTheValueIsTold() {
    let told = advice {
      $0.regions.append(Region("S"))
      $0.duties = [Duty(from: "S", to: "N", rate: 25), Duty(from: "N", to: "S", rate: 3)]
    }
    #expect(
      told == ["duties:1:rate: advice: a duty of 2 500 % of the value; 0.25 where it is a percentage '25'"])
  }

  @Test func outagesThatLookLikePercentagesAreTold() {
    let told = advice {
      $0.regions[0].outageRate = 6
      $0.sites[0].outageRate = 5
    }
    #expect(told.filter { $0.contains("so many outages a year; 0.06") }.count == 1)
    #expect(told.filter { $0.contains("so many outages a year") }.count == 1)
  }

  @Test func aProbabilityInPerCentIsToldWithThePartOfOne() {
    var found = SourcingCase(name: "odd")
    found.scenarios = [ScenarioRow("storm", probability: 5)]
    let told = found.faults().map(\.description).filter { $0.contains("scenarios:1:probability") }
    #expect(told.first?.hasSuffix("did you mean '0.05'?") == true)
  }

  @Test func aMarketWithoutDemandIsTold() {
    let told = advice { $0.markets.append(Market("quiet", region: "N")) }
    #expect(told == ["markets:2:market: advice: nothing is demanded in the market 'quiet'"])
  }

  @Test func whatNothingDependsOnIsTold() {
    let told = advice {
      $0.items.append(Item("bell"))
      $0.sites.append(Site("shed", region: "N"))
    }
    #expect(
      told == [
        "items:2:item: advice: no other table names it 'bell'",
        "sites:4:site: advice: the site makes nothing, and no lane names it 'shed'",
      ])
  }

  @Test(arguments: [
    (DisruptionTarget.region, "S", true), (.region, "N", false),
    (.item, "bell", true), (.item, "frame", false), (.bloc, "pact", true),
  ])
  func aDisruptionOfNothingIsTold(kind: DisruptionTarget, target: String, isTold: Bool) {
    let told = advice {
      $0.regions.append(Region("S"))
      $0.blocs = [BlocMembership(bloc: "pact", region: "S")]
      $0.items.append(Item("bell"))
      $0.recipes = [RecipeRow("weld", makes: "frame", from: "bell", quantity: 1)]
      $0.lanes.append(Lane(from: "a", to: "m", unitCost: 1))
      $0.disruptions = [Disruption("bad", kind, target)]
    }
    #expect(told.contains { $0.contains("nothing of the case is hit") } == isTold, "\(told)")
  }

  @Test func namesThatLookAlikeAreTold() {
    let told = advice {
      $0.sites[1].id = "A"
      $0.capabilities[1].site = "A"
    }
    #expect(told == ["sites:2:site: advice: differs from a only in capitals, spaces or hyphens 'A'"])
  }

  @Test func namesThatASpreadsheetWouldRunAreTold() {
    let told = advice {
      $0.sites[0].name = "=cmd|' /C calc'!A0"
      $0.sites[1].name = "-5"
      $0.items[0].name = "@SUM(A1)"
    }
    #expect(
      told == [
        "items:1:name: advice: a spreadsheet that opens the table as CSV takes it for a formula '@SUM(A1)'",
        "sites:1:name: advice: a spreadsheet that opens the table as CSV takes it for a formula '=cmd|' /C calc'!A0'",
      ])
  }

  @Test(arguments: [
    (Policy("many", .minSources, scope: .supplier, limit: 4), "frame can come from 3, so"),
    (Policy("backups", .oneMain, count: 3), "frame has 3 sources to choose from"),
    (Policy("small", .maxShare, scope: .supplier, limit: 0.3), "3 can supply frame, and so small shares"),
  ])
  func aLimitThatNoLayoutCanKeepIsTold(policy: Policy, words: String) throws {
    let network = try SourcingNetwork(odd { $0.policies = [policy] })
    #expect(network.advice.count { $0.description.contains(words) } == 1)
    var loose = policy
    loose.limit = policy.limit.map { _ in policy.kind == .minSources ? 3 : 0.34 }
    loose.count = policy.count.map { $0 - 1 }
    #expect(try SourcingNetwork(odd { $0.policies = [loose] }).advice.isEmpty)
  }

  /// Three sources of 10 at a price of 5, demand of 8 at a shortage cost of 50; lanes take the days given.
  private func limited(_ policy: Policy, days: Double = 0, _ change: (inout SourcingCase) -> Void = { _ in })
    throws -> [String]
  {
    let found = odd {
      $0.regions.append(Region("S"))
      $0.sites[2].region = "S"
      $0.lanes[0].leadDays = days
      $0.policies = [policy]
      change(&$0)
    }
    let network = try SourcingNetwork(found)
    return network.advice.map { $0.description.replacing("policies:1:limit: advice: ", with: "") }
  }

  @Test func ownSourcesThatCannotMakeUpTheirShareAreTold() throws {
    func autonomy(_ limit: Double, _ regions: [String]) -> Policy {
      Policy("own", .autonomy, regions: regions, limit: limit)
    }
    // One source of 10 covers 0.5 of 8, and of 24 it covers no 12.
    #expect(try limited(autonomy(0.5, ["S"])) == [])
    #expect(
      try limited(autonomy(0.5, ["S"])) { $0.demand[0].quantity = 24 } == [
        "the sources of frame among them make 10 a period at most, and 12 of what markets ask for would have to be theirs '0.5'"
      ])
    #expect(
      try limited(autonomy(0.5, ["S"])) { $0.capabilities[2].capacity = 0 } == [
        "none of the sources of frame is among them, so that none of it may be supplied '0.5'"
      ])
    #expect(
      try limited(autonomy(0.5, ["N", "S"])) == [
        "every layout keeps this limit of autonomy, so it cannot bind '0.5'"
      ])
  }

  @Test func leadTimesThatNoLaneKeepsOrEveryOneAreTold() throws {
    let policy = Policy("soon", .maxLeadDays, limit: 10)
    #expect(
      try limited(policy, days: 10) == [
        "every layout keeps this limit of max_lead_days, so it cannot bind '10'"
      ])
    #expect(
      try limited(policy, days: 12) == [
        "no lane brings frame to m in less than 12 days, so all of it will be short '10'"
      ])
    let mixed = try limited(policy, days: 12) {
      $0.lanes.append(Lane(from: "a", to: "m", unitCost: 1, leadDays: 3))
    }
    #expect(mixed == [])
  }

  @Test func budgetsThatCannotBindOrCannotHoldAreTold() throws {
    func budget(_ limit: Double) -> Policy { Policy("budget", .maxCost, limit: limit) }
    // Unmet, 8 cost 400; made at 5 they cost 40 at least.
    #expect(
      try limited(budget(400)) == [
        "as much as to leave all demand unmet, which costs 400, so it hardly binds '400'"
      ])
    #expect(
      try limited(budget(39)) == [
        "no layout costs so little: the cheapest sources alone ask for 40 '39'"
      ])
    #expect(try limited(budget(40)) == [])
    #expect(try limited(budget(399)) == [])
    // What is in stock or under way costs nothing of that.
    #expect(try limited(budget(39)) { $0.settings.strategicStock = true } == [])
    // A cluster saves 5 of the 40.
    let saving = try limited(budget(36)) { $0.clusters = [Cluster("N", minSites: 1, saving: 5)] }
    #expect(saving == [])
    // In three of ten years there is less demand.
    let rare = try limited(budget(39)) {
      $0.disruptions = [Disruption("slump", .demand, "m", factor: 0)]
      $0.scenarios = [ScenarioRow("slump", probability: 0.3, disruption: "slump")]
    }
    #expect(rare == [])
  }

  @Test func demandThatIsCheaperLeftUnmetIsTold() {
    #expect(
      advice { $0.demand[0].shortageCost = 4 } == [
        "demand:1:shortage_cost: advice: cheaper to leave unmet than any source of frame, which asks for 5 or more '4'"
      ])
    #expect(advice { $0.demand[0].shortageCost = 5 }.isEmpty)
  }

  @Test func aPolicyThatCannotBindIsTold() {
    #expect(
      advice { $0.policies = [Policy("share", .maxShare, scope: .region, limit: 1)] } == [
        "policies:1:limit: advice: every layout keeps this limit of max_share, so it cannot bind '1'"
      ])
    #expect(advice { $0.policies = [Policy("service", .minService, limit: 0)] }.count == 1)
    #expect(advice { $0.policies = [Policy("share", .maxShare, scope: .region, limit: 0.99)] }.isEmpty)
  }

  @Test func aLevelOfRiskOnTheWrongSideIsTold() {
    let told = advice {
      $0.settings.riskMeasure = .cvar
      $0.settings.riskLevel = 0.05
    }
    #expect(told.count == 1)
    #expect(told.first?.contains("so much as 0.95 counts as the tail") == true)
  }
}
