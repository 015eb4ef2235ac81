import Foundation
import Mainstay
import Testing

@testable import MainstayCLI

/// Every part of the costs is shown: a part that is left out would make the shown ones miss their sum.
struct CostSummaryTests {
  /// A case in which two sites form a cluster, stock is placed and kept, and a strike is bridged by it.
  private var chained: SourcingCase {
    var found = SourcingCase(name: "costs", currency: "EUR")
    found.settings.periods = 3
    found.settings.periodDays = 30
    found.settings.strategicStock = true
    found.regions = [Region("North")]
    found.items = [Item("part", unitValue: 7, holdingCost: 0.1)]
    found.sites = [Site("Alpha", region: "North"), Site("Beta", region: "North", openingCost: 1)]
    found.capabilities = ["Alpha", "Beta"].map {
      Capability(site: $0, item: "part", capacity: 10, unitCost: 5)
    }
    found.clusters = [Cluster("North", minSites: 2, saving: 30)]
    found.markets = [Market("Town", region: "North")]
    found.demand = [
      Demand(market: "Town", item: "part", quantity: 10, shortageCost: 100),
      Demand(market: "Town", item: "part", period: 2, quantity: 14, shortageCost: 100),
    ]
    found.lanes = [Lane(from: "*", to: "Town")]
    found.disruptions = [Disruption("strike", .region, "North", startDay: 60, durationDays: 30)]
    found.disruptions.append(Disruption("half", .item, "part", factor: 0.5, startDay: 0, durationDays: 30))
    found.scenarios = [
      ScenarioRow("strike", probability: 0.1, disruption: "strike"),
      ScenarioRow("half", probability: 0.1, disruption: "half"),
    ]
    return found
  }

  @Test func projectsAreShownWithWhoSharesThem() throws {
    var found = chained
    found.regions += [Region("East"), Region("West")]
    found.alignment = [Alignment("North", "East", score: 1)]
    found.projects = [
      Project("plant", site: "Beta", item: "part", cost: 8, days: 30, partners: ["East", "West"])
    ]
    let plan = try Planner().plan(found)
    let summary = PlanSummary(plan, style: Style(isPlain: true))
    #expect(
      summary.projects == [
        "Projects: cost is the part that the case bears, EUR",
        "  project  unlocks       days  from period  cost  shared with",
        "  plant    part at Beta    30            1     4  East",
      ])
    #expect(summary.costs.contains { $0.hasPrefix("    development  ") })
  }

  @Test func quantitiesHaveTheUnitsOfTheirItems() throws {
    var found = chained
    found.settings.periodDays = 30
    for index in found.items.indices { found.items[index].unit = "kt" }
    let plan = try Planner().plan(found)
    let one = try PlanSummary(plan, units: PlanUnits(SourcingNetwork(found)), style: Style(isPlain: true))
    #expect(one.sourcing.first == "Sourcing: share of the undisturbed supply, kt a month")
    #expect(!one.sourcing.contains { $0.contains("Units:") })
    #expect(one.stock[1].hasSuffix("unit") && one.stock[2].hasSuffix("kt"))
    found.items.append(Item("bolt", unit: "pieces"))
    let units = try PlanUnits(SourcingNetwork(found))
    #expect(units.common(["part", "bolt"]) == nil)
    #expect(units.sentence(["part", "bolt"]) == "Units: part in kt; bolt in pieces.")
    #expect(units.sentence(["part"]).isEmpty)
    #expect(PlanUnits.unknown.sentence(["part", "bolt"]).isEmpty)
  }

  @Test func everyPartOfTheCostsIsShown() throws {
    let plan = try Planner().plan(chained)
    #expect(plan.costs.stock > 0 && plan.costs.clusterSaving == 30 && plan.costs.release > 0)
    let lines = PlanSummary(plan, style: Style(isPlain: true)).costs
    let amounts = lines.compactMap { line -> (name: String, amount: Double)? in
      let words = line.components(separatedBy: "  ").filter { !$0.isEmpty }.map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard words.count >= 2 else { return nil }
      let figure = words[1].split(separator: " ").prefix { Double($0) != nil }.joined()
      return Double(figure).map { (words[0], $0) }
    }
    let sums = ["before anything happens", "expected over scenarios", "total"]
    let shown = Dictionary(uniqueKeysWithValues: amounts)
    let parts = amounts.filter { !sums.contains($0.name) }.reduce(0) { $0 + $1.amount }
    let total = try #require(shown["total"])
    // Shown figures are rounded.
    #expect(abs(parts - total) <= 2, "\(lines)")
    #expect(
      shown["strategic stock"] != nil && shown["saved by clusters"] == -30 && shown["stock replaced"] != nil)
  }
}
