import Analyses
import Planning
import Sourcing
import Testing

/// Mine → Smelter → Plant → Town, one of each for one of the next, 10 a week, over twelve weeks; 20 ore in stock at the Smelter, 15 metal
/// and 5 parts at the Plant, and a warm reserve of 4 ore a week at Far.
///
/// The time to survive of Simchi-Levi and others (2015) is the greatest t for which what is there lasts:
/// - without the Mine: 10 t ≤ 4 t + 20 + 15 + 5, so t = 40 / 6 = 6.67 weeks, six whole ones;
/// - without the Smelter: 10 t ≤ 15 + 5, two weeks (ore in stock is of no use, it is before the Smelter);
/// - without the Plant: what is in stock there stays there, so none.
///
/// Each needs five weeks to recover. Without the Smelter 5 · 10 are needed and 20 there: 30 are lost, a margin of 3,000; without the
/// Plant all 50, a margin of 5,000; without the Mine none, which is the index 0.6, 1 and 0.
@Suite("Times to survive and to recover of three tiers")
struct ThreeTierSurvivalTests {
  private var found: SourcingCase {
    var found = SourcingCase(name: "three tiers", currency: "EUR")
    found.settings.periodDays = 7
    found.settings.periods = 12
    found.settings.strategicStock = true
    found.regions = [Region("Home")]
    found.items = [Item("ore", unitValue: 1), Item("metal", unitValue: 2), Item("part", unitValue: 5)]
    found.recipes = [
      RecipeRow("smelt", makes: "metal", from: "ore", quantity: 1),
      RecipeRow("form", makes: "part", from: "metal", quantity: 1),
    ]
    found.sites = ["Mine", "Far", "Smelter", "Plant"].map { Site($0, region: "Home", isExisting: true) }
    for site in found.sites.indices { found.sites[site].outageDays = 35 }
    found.capabilities = [
      Capability(site: "Mine", item: "ore", capacity: 10, unitCost: 1),
      Capability(site: "Far", item: "ore", capacity: 10, unitCost: 2, reservationCost: 0.1, surgeCost: 1),
      Capability(site: "Smelter", item: "metal", recipe: "smelt", capacity: 10, unitCost: 2),
      Capability(site: "Plant", item: "part", recipe: "form", capacity: 10, unitCost: 3),
    ]
    found.markets = [Market("Town", region: "Home")]
    found.demand = [Demand(market: "Town", item: "part", quantity: 10, shortageCost: 100)]
    found.lanes = [
      Lane(from: "*", to: "Smelter", item: "ore"), Lane(from: "Smelter", to: "Plant", item: "metal"),
      Lane(from: "Plant", to: "Town", item: "part"),
    ]
    return found
  }

  private var plan: Plan {
    var plan = Plan(name: "three tiers", currency: "EUR", status: .feasible, message: "")
    plan.sites = found.sites.map { PlanSite(site: $0.id, open: true, existing: true) }
    plan.sourcing = [
      PlanSource(item: "ore", site: "Mine", role: .primary, commit: 10, reserve: 0),
      PlanSource(item: "ore", site: "Far", role: .backup, commit: 0, reserve: 4),
      PlanSource(item: "metal", site: "Smelter", recipe: "smelt", role: .primary, commit: 10, reserve: 0),
      PlanSource(item: "part", site: "Plant", recipe: "form", role: .primary, commit: 10, reserve: 0),
    ]
    plan.stock = [
      PlanStock(site: "Smelter", item: "ore", quantity: 20),
      PlanStock(site: "Plant", item: "metal", quantity: 15),
      PlanStock(site: "Plant", item: "part", quantity: 5),
    ]
    return plan
  }

  @Test("they are those worked out by hand")
  func byHand() throws {
    var options = StressOptions()
    options.kinds = [.site]
    let report = try StressTest(solver: Bench.solver).run(
      StandingLayout(plan), in: SourcingNetwork(found), options)
    let findings = Dictionary(uniqueKeysWithValues: report.findings.map { ($0.target, $0) })
    #expect(findings["Mine"]?.timeToSurvive == 42)
    #expect(findings["Smelter"]?.timeToSurvive == 14)
    #expect(findings["Plant"]?.timeToSurvive == 0)
    #expect(report.findings.allSatisfy { $0.timeToRecover == 35 })
    #expect(findings["Mine"]?.isExposed == false)
    #expect(findings["Smelter"]?.isExposed == true)
    let margins = ["Mine": 0.0, "Smelter": 3000, "Plant": 5000]
    for (site, margin) in margins {
      let found = try #require(findings[site])
      #expect(abs(found.lostMargin - margin) < 1e-6, "\(site)")
      #expect(abs(found.exposure - margin / 5000) < 1e-9, "\(site)")
    }
  }
}
