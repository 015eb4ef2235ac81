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
