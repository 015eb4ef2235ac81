import Foundation
import Mainstay
import Testing

/// What a report makes of the answers to other questions: partial ones, and those about something else.
@Suite struct ReportAnswersTests {
  private func stressed(_ change: (inout StressReport) -> Void) throws -> ReportContents {
    try Reported(.starter) { contents in
      var report = try StressTest().run(StandingLayout(contents.plan), in: contents.network)
      change(&report)
      contents.stress = report
    }.contents
  }

  @Test func anAnswerThatWasCutShortSaysSo() throws {
    let contents = try stressed {
      $0.completeness = .interrupted
      $0.asked += 7
    }
    let page = try ReportPage.html(contents)
    #expect(page.contains("This answer is partial:</strong> it was interrupted"))
    let stress = try #require(contents.stress)
    #expect(page.contains("\(stress.findings.count) of \(stress.asked) failures were tried"))
    #expect(try !ReportPage.html(stressed { _ in }).contains("This answer is partial"))
  }

  @Test(arguments: [
    ("frontier", "Points between those that are shown, or safer ones, may be missing."),
    ("recovery", "A better recovery may exist."), ("policies", "Prices of some policies may be missing."),
  ]) func everySectionSaysWhereItsAnswerWasCutShort(section: String, missing: String) throws {
    func page(_ completeness: Completeness) throws -> String {
      let reported = try Reported(.starter) { contents in
        var options = FrontierOptions()
        options.points = 2
        contents.frontier = try FrontierPlanner().frontier(contents.network, options)
        contents.recovery = try RecoveryPlanner().recover(
          contents.network, from: contents.plan, RecoveryOptions(events: ["typhoon"]))
        contents.explanation = try Explainer().explain(contents.network)
        switch section {
        case "frontier": contents.frontier?.completeness = completeness
        case "recovery": contents.recovery?.completeness = completeness
        default: contents.explanation?.completeness = completeness
        }
      }
      return reported.page
    }
    #expect(try !page(.complete).contains("This answer is partial"))
    let cut = try page(.timeLimit)
    // In its own section, and nowhere else.
    let start = try #require(cut.range(of: "<section id=\"\(section)\""))
    let end = try #require(cut.range(of: "</section>", range: start.upperBound..<cut.endIndex))
    #expect(
      cut[start.upperBound..<end.lowerBound].contains(
        "the time limit was reached before everything was looked at"))
    #expect(cut[start.upperBound..<end.lowerBound].contains(missing))
    #expect(cut.components(separatedBy: "This answer is partial").count == 2)
  }

  @Test func anAnswerAboutThePlanIsNoStranger() throws {
    var contents = try stressed { _ in }
    contents.frontier = try FrontierPlanner().frontier(contents.network, FrontierOptions())
    contents.recovery = try RecoveryPlanner().recover(
      contents.network, from: contents.plan, RecoveryOptions(events: ["typhoon"]))
    contents.explanation = try Explainer().explain(contents.network)
    #expect(contents.strangers().isEmpty)
  }

  @Test func anAnswerAboutAnotherCaseIsAStranger() throws {
    let named = try stressed { $0.name = "another case" }.strangers()
    #expect(named.map(\.location.file) == ["stress"])
    #expect(named.first?.description.contains("the answer is about another case 'another case'") == true)
    #expect(try stressed { $0.currency = "yen" }.strangers().first?.value == "yen")
    let moved = try stressed { report in
      for index in report.findings.indices where report.findings[index].kind == "site" {
        report.findings[index].target = "nowhere"
      }
    }
    #expect(moved.strangers().first?.value == "nowhere")
  }

  @Test func anAnswerAboutAnotherPlanIsAStranger() throws {
    var contents = try stressed { _ in }
    let backup = try #require(
      contents.stress?.findings.lazy.flatMap(\.backups).first { $0.role == "backup" })
    contents.plan.sourcing.removeAll { $0.site == backup.site && $0.item == backup.item }
    #expect(contents.strangers().first?.value?.hasPrefix("backup ") == true)
    #expect(try stressed { $0.layout = .current }.strangers().first?.value == "current")
  }

  @Test(arguments: FrontierAxis.allCases)
  func thePlanIsMarkedOnEveryFrontier(_ axis: FrontierAxis) throws {
    let reported = try Reported(.starter) { contents in
      var options = FrontierOptions()
      options.axis = axis
      options.points = 2
      options.places = axis == .autonomy ? [contents.network.sourcingCase.regions[0].id] : []
      contents.frontier = try FrontierPlanner().frontier(contents.network, options)
    }
    #expect(reported.page.contains(">this plan</text>"), "\(axis)")
  }

  /// The layout of a point of the frontier has, as a plan, the value of the point.
  @Test(arguments: [FrontierAxis.shortage, .concentration])
  func aPlanWithTheLayoutOfAPointLiesAtIt(_ axis: FrontierAxis) throws {
    var found = SourcingCase.starter
    found.settings.riskMeasure = .expected
    let network = try SourcingNetwork(found)
    var options = FrontierOptions()
    options.axis = axis
    options.points = 2
    let frontier = try FrontierPlanner().frontier(network, options)
    // The cheapest end is the plan of least expected cost.
    let plan = try Planner().plan(network, PlanOptions(gap: 1e-7))
    let first = try #require(frontier.points.first)
    #expect(abs(plan.costs.total - first.cost) < 1e-4 * first.cost)
    let value = try #require(try frontier.value(of: plan, in: network))
    #expect(abs(value - first.value) < 1e-4)
  }

  @Test func aLongTableIsFoldedAndKeepsAllItsRows() throws {
    let contents = try stressed { report in
      let finding = report.findings[0]
      report.findings = (0..<30).map { number in
        var copy = finding
        copy.kind = "disruption"
        copy.target = "failure \(number)"
        return copy
      }
    }
    let page = try ReportPage.html(contents)
    #expect(page.contains("<table data-name=\"stress\" data-fold=\"12\">"))
    #expect(page.contains("failure 29"))
  }

  /// Of a table of thousands of cells the page has the rest in short, for its script to make rows of.
  @Test func aVeryLongTableStaysSmallAndKeepsAllItsRows() throws {
    let contents = try stressed { report in
      let finding = report.findings[0]
      report.findings = (0..<1500).map { number in
        var copy = finding
        copy.kind = "disruption"
        copy.target = number == 1499 ? "</script><b>&\u{202E}" : "failure \(number)"
        return copy
      }
    }
    let page = try ReportPage.html(contents)
    #expect(page.utf8.count < 700_000, "\(page.utf8.count)")
    #expect(page.contains("1440 more rows need JavaScript"))
    let opening = "<script type=\"application/json\" class=\"rest\">"
    let start = try #require(page.range(of: opening))
    let end = try #require(page.range(of: "</script>", range: start.upperBound..<page.endIndex))
    struct Rest: Decodable {
      var words: [String]
    }
    // Whole up to the first end of an element, so that nothing in it ended it before.
    let rest = try JSONDecoder().decode(Rest.self, from: Data(page[start.upperBound..<end.lowerBound].utf8))
    #expect(rest.words.contains("failure 1498"))
    #expect(rest.words.contains("</script><b>&\\u{202e}"))
    #expect(!page.contains("<b>&"))
  }
}
