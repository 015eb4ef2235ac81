import Foundation
import Mainstay
import Testing

/// A case, its best plan, and the page about it.
struct Reported {
  var contents: ReportContents
  var page: String

  init(_ found: SourcingCase, _ change: (inout ReportContents) throws -> Void = { _ in }) throws {
    let network = try SourcingNetwork(found)
    let plan = try Planner().plan(network, PlanOptions(gap: 1e-6))
    var contents = ReportContents(network: network, plan: plan)
    try change(&contents)
    self.contents = contents
    page = try ReportPage.html(contents)
  }

  /// The cells of a table's rows as they are shown, without markup.
  func rows(_ table: String) -> [[String]] {
    guard let start = page.range(of: "<table data-name=\"\(table)\""),
      let end = page.range(of: "</table>", range: start.upperBound..<page.endIndex),
      let body = page.range(of: "<tbody>", range: start.upperBound..<end.lowerBound)
    else { return [] }
    return page[body.upperBound..<end.lowerBound].components(separatedBy: "<tr>").dropFirst().map { row in
      row.components(separatedBy: #/</t[hd]>/#).dropLast().map { $0.replacing(#/<[^>]*>/#, with: "") }
    }
  }
}

extension String {
  fileprivate func components(separatedBy pattern: some RegexComponent) -> [String] {
    split(separator: pattern, omittingEmptySubsequences: false).map(String.init)
  }
}

@Suite struct ReportPageTests {
  @Test func thePageTellsWhatThePlanHas() throws {
    let reported = try Reported(.starter)
    let plan = reported.contents.plan
    #expect(reported.rows("sources").count == plan.sourcing.count)
    for (row, source) in zip(reported.rows("sources"), plan.sourcing) {
      #expect(row[1] == (source.role == .primary ? "main" : "backup"))
    }
    #expect(reported.rows("scenarios").count == plan.scenarios.count)
    #expect(reported.rows("policies").count == plan.policies.count)
    let total = try #require(reported.rows("costs").last)
    #expect(total[0] == "Total")
    #expect(total[2] == NumberFormat.single(plan.costs.total, digits: 4))
  }

  @Test func thePartsOfTheCostSumUpToTheTotal() throws {
    let reported = try Reported(.starter)
    let values = reported.page.matches(of: #/data-v="(-?[0-9.e+-]+)"/#).count
    #expect(values > 0)
    let start = try #require(reported.page.range(of: "<table data-name=\"costs\">"))
    let end = try #require(
      reported.page.range(of: "</table>", range: start.upperBound..<reported.page.endIndex))
    let amounts = reported.page[start.upperBound..<end.lowerBound].matches(
      of: #/<td class="n" data-v="([^"]*)">/#
    )
    .compactMap { Double($0.output.1) }
    // Amount and share alternate; the last two are those of the total.
    let parts = stride(from: 0, to: amounts.count - 2, by: 2).reduce(0.0) { $0 + amounts[$1] }
    #expect(abs(parts - amounts[amounts.count - 2]) < 1e-6 * parts)
  }

  @Test func namesAreTextAndNeverMarkup() throws {
    var found = SourcingCase.starter
    let hostile = "<script>alert(1)</script>\"'&"
    found.settings.name = hostile
    found.sites[0].name = hostile
    found.markets[0].name = "</title><img src=x onerror=alert(1)>"
    found.items[0].name = "=cmd|' /C calc'!A0"
    found.regions[0].name = hostile
    let page = try Reported(found).page
    #expect(page.components(separatedBy: "<script>").count == 2)
    #expect(!page.contains("<img"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"))
  }

  @Test func charactersThatTurnTheDirectionAreShownByNumber() throws {
    var found = SourcingCase.starter
    found.sites[0].name = "safe\u{202E}gnp.exe\u{0}\u{200F}"
    let page = try Reported(found).page
    #expect(!page.unicodeScalars.contains("\u{202E}"))
    #expect(!page.unicodeScalars.contains("\u{0}"))
    #expect(page.contains("safe\\u{202e}gnp.exe\\u{0}\\u{200f}"))
  }

  @Test func aVeryLongNameIsCutAndItsLengthTold() throws {
    var found = SourcingCase.starter
    found.sites[0].name = String(repeating: "x", count: 32_768)
    let page = try Reported(found).page
    #expect(page.utf8.count < 500_000)
    #expect(page.contains("x… (32768 characters)"))
  }

  @Test func thePageNeedsNoNetwork() throws {
    let page = try Reported(.starter).page
    #expect(page.contains("default-src 'none'"))
    #expect(!page.contains(#/(src|href)="(https?:)?\/\//#))
    #expect(!page.contains("url("))
    #expect(page.utf8.count < 2_000_000)
  }

  @Test func theSamePlanHasTheSamePage() throws {
    let reported = try Reported(.starter)
    #expect(try ReportPage.html(reported.contents) == reported.page)
  }

  @Test func theMapOffersTheFlowsOfEveryScenario() throws {
    let reported = try Reported(.starter)
    let plan = reported.contents.plan
    let choices = reported.page.matches(of: #/<option value="(\d+)" data-name="([^"]+)">/#).map {
      String($0.output.2)
    }
    #expect(choices.first == "undisturbed")
    #expect(Set(choices) == Set(plan.scenarios.map(\.scenario)))
    // What each line carries is what the plan says of the scenario.
    let lines = reported.page.matches(of: #/data-s="([^"]*)"( hidden="")? d=/#)
    for (number, scenario) in choices.enumerated() {
      let ways = Set(
        plan.flows.filter { $0.scenario == scenario && $0.quantity > 0 }.map {
          "\($0.from) \($0.to) \($0.item) \($0.corridor)"
        })
      let drawn = lines.count { $0.output.1.split(separator: ";").contains { $0.hasPrefix("\(number):") } }
      #expect(drawn == ways.count, "\(scenario)")
    }
    // Those that carry nothing while nothing happens are hidden at first.
    for line in lines { #expect((line.output.2 != nil) == !line.output.1.hasPrefix("0:")) }
    #expect(reported.page.contains("role=\"status\" aria-live=\"polite\""))
    #expect(reported.page.contains("<label for=\"map-scenario\">"))
  }

  @Test func changesOfFlowsAreTheDifferenceToTheUndisturbedScenario() throws {
    let reported = try Reported(.starter)
    let rows = reported.rows("flow-changes")
    #expect(!rows.isEmpty)
    let scenarios = Set(reported.contents.plan.scenarios.map(\.scenario)).subtracting(["undisturbed"])
    for row in rows {
      #expect(scenarios.contains(row[0]))
      #expect(row[6] != row[7], "\(row)")
    }
  }

  @Test func aCaseWithoutScenariosHasNothingToChoose() throws {
    var found = SourcingCase.starter
    found.scenarios = []
    let page = try Reported(found).page
    #expect(!page.contains("<select id=\"map-scenario\""))
    #expect(!page.contains("<table data-name=\"flow-changes\""))
    #expect(page.contains("id=\"world\""))
  }

  @Test func manyScenariosKeepThePageSmallAndAreCounted() throws {
    let network = try SourcingNetwork(.starter)
    var plan = try Planner().plan(network, PlanOptions(gap: 1e-6))
    let undisturbed = plan.flows.filter { $0.scenario == "undisturbed" }
    // Far more amounts than a page should hold, in scenarios that the case knows.
    for scenario in plan.scenarios.map(\.scenario) where scenario != "undisturbed" {
      for copy in 0..<400 {
        plan.flows += undisturbed.map { flow in
          var flow = flow
          flow.scenario = scenario
          flow.mode = "mode \(copy)"
          return flow
        }
      }
    }
    let page = try ReportPage.html(ReportContents(network: network, plan: plan))
    #expect(page.contains(#/Of the other scenarios, \d+ that are served better are not on this page/#))
    #expect(page.contains("600 greatest of"))
  }

  @Test func aCaseWithoutCoordinatesHasTablesInPlaceOfAMap() throws {
    var found = SourcingCase.starter
    for index in found.regions.indices {
      found.regions[index].latitude = nil
      found.regions[index].longitude = nil
    }
    for index in found.markets.indices {
      found.markets[index].latitude = nil
      found.markets[index].longitude = nil
    }
    for index in found.lanes.indices { found.lanes[index].costPerKm = 0 }
    let reported = try Reported(found)
    #expect(!reported.page.contains("<svg id=\"world\""))
    #expect(!reported.rows("flows").isEmpty)
  }

  @Test func aPlanWithoutALayoutHasNoPage() throws {
    var found = SourcingCase.starter
    found.policies.append(Policy("five sources", .minSources, items: ["fan"], limit: 5))
    #expect(throws: CaseFaults.self) { try Reported(found) }
  }

  @Test func whatAPolicyCostsIsWhatTheExplanationSays() throws {
    let reported = try Reported(.starter) { contents in
      contents.explanation = try Explainer().explain(contents.network)
    }
    let known = try #require(reported.contents.explanation).policies.filter { $0.without != nil }
    #expect(!known.isEmpty)
    for (row, policy) in zip(reported.rows("policy-costs"), known) {
      #expect(row[2] == NumberFormat.single(policy.without ?? 0, digits: 4))
    }
  }

  @Test func whatOtherAnalysesFoundHasItsSection() throws {
    let reported = try Reported(.starter) { contents in
      let standing = try StandingLayout(contents.plan)
      contents.stress = try StressTest().run(standing, in: contents.network)
      contents.before = try Diagnosis(contents.network).report()
      var options = DiagnosisOptions()
      options.standing = standing
      contents.after = try Diagnosis(contents.network, options).report()
    }
    let stress = try #require(reported.contents.stress)
    #expect(reported.rows("stress").count == stress.findings.count)
    #expect(!reported.rows("concentration").isEmpty)
    #expect(!reported.page.contains("id=\"frontier\""))
  }

  @Test func everyPointOfAChartHasANameThatTheKeyboardReaches() throws {
    let reported = try Reported(.starter) { contents in
      var options = FrontierOptions()
      options.points = 3
      contents.frontier = try FrontierPlanner().frontier(contents.network, options)
      contents.recovery = try RecoveryPlanner().recover(
        contents.network, from: contents.plan, RecoveryOptions(events: ["typhoon"]))
    }
    let frontier = try #require(reported.contents.frontier)
    let recovery = try #require(reported.contents.recovery)
    let names = reported.page.matches(of: #/<circle class="stop [^>]*aria-label="([^"]*)"/#).map {
      String($0.1)
    }
    // One of each efficient layout and of the knee; of a period one on each of three lines.
    let periods = recovery.periods.count > 1 ? 3 * recovery.periods.count : 0
    #expect(names.count == frontier.points.count + (frontier.knee == nil ? 0 : 1) + periods)
    let first = try #require(frontier.points.first)
    let (cost, value) = (
      NumberFormat.single(first.cost, digits: 4), NumberFormat.single(first.value, digits: 4)
    )
    #expect(
      names.first
        == "efficient, 1 of 3: Expected cost, thousand EUR \(cost), Conditional value at risk, thousand EUR \(value)"
    )
    #expect(reported.page.contains("Arrow keys go from point to point."))
    #expect(reported.page.contains("ArrowRight"))
  }
}
