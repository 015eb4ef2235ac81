import Sourcing
import Testing

@Suite struct PlausibilityTests {
  private func advice(_ change: (inout SourcingCase) -> Void) -> [String] {
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
    return found.faults().filter { $0.severity == .advice }.map(\.description)
  }

  @Test func aPlainCaseGivesNoAdvice() {
    #expect(advice { _ in }.isEmpty)
  }

  @Test(arguments: [(500.0, true), (499, false), (0.05, true), (0.051, false), (0, false)])
  func aCostAHundredTimesFromTheMiddleIsTold(cost: Double, isTold: Bool) {
    let told = advice { $0.capabilities[2].unitCost = cost }.filter { $0.contains("is it in another unit?") }
    #expect(told.count == (isTold ? 1 : 0))
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
