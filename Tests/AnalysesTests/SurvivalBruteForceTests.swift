import Analyses
import Planning
import Sourcing
import Testing

/// The time to survive against its definition: every length of outage is tried one by one on the chain of
/// ``StressTests``, and the longest one after which no demand is lost is the time.
@Suite("Time to survive against every length of outage")
struct SurvivalBruteForceTests {
  private static let weeks = 8

  private func findings(_ found: SourcingCase, _ plan: Plan, weeks: Int?) throws -> [String: StressFinding] {
    var options = StressOptions()
    options.kinds = [.site, .region]
    options.seeksSurvival = weeks == nil
    options.outageDays = weeks.map { 7 * Double($0) }
    let report = try StressTest(solver: Bench.solver).run(
      StandingLayout(plan), in: SourcingNetwork(found), options)
    return Dictionary(uniqueKeysWithValues: report.findings.map { ("\($0.kind) \($0.target)", $0) })
  }

  @Test("it is the last length before anything is lost", arguments: [0, 6, 15, 30, 48, 100])
  func lengths(stock: Double) throws {
    var found = StressTests.chain(weeks: Self.weeks)
    // Outages last as long as is asked for.
    for index in found.sites.indices { found.sites[index].outageDays = nil }
    var plan = StressTests.plan()
    plan.stock = stock > 0 ? [PlanStock(site: "Plant", item: "ore", quantity: stock)] : []
    let told = try findings(found, plan, weeks: nil)
    #expect(told.count == 5)
    var survived: [String: Int] = [:]
    for weeks in 1...Self.weeks {
      for (target, finding) in try findings(found, plan, weeks: weeks) {
        // What is lost over a short outage is lost over a longer one too.
        if finding.lostMargin == 0, survived[target, default: 0] == weeks - 1 { survived[target] = weeks }
      }
    }
    for (target, finding) in told {
      #expect(finding.timeToSurvive == 7 * Double(survived[target, default: 0]), "\(target), stock \(stock)")
    }
    // By hand: Far and the stock cover whole weeks of 10 − 4 ore; 48 last to the end.
    #expect(survived["site Mine", default: 0] == min(Self.weeks, Int(stock / 6)))
    #expect(survived["site Plant", default: 0] == 0)
    #expect(survived["site Far"] == Self.weeks)
  }
}
