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

  @Test("where too little can be made of an item no linear program has to say so")
  func withoutProgram() throws {
    var plan = StressTests.plan()
    plan.stock = []
    var options = StressOptions()
    options.kinds = [.site]
    let report = try StressTest(solver: Bench.solver).run(
      StandingLayout(plan), in: SourcingNetwork(StressTests.chain()), options)
    let times = Dictionary(uniqueKeysWithValues: report.findings.map { ($0.target, $0.timeToSurvive) })
    #expect(times == ["Mine": 0, "Plant": 0, "Far": 56])
    // The undisturbed response, those to the Mine and the Plant, and a week without the Mine: 70 + 32 ore are enough for
    // the 80 of the horizon, but not in that week.
    #expect(report.programs == 4)
  }

  @Test("a source that takes less of an input counts, so that what suffices for it is survived")
  func thriftyRecipe() throws {
    // Without the Mine there are 4 ore a week; the thrifty recipe makes 10 parts of them, the other one 4.
    var found = StressTests.chain()
    found.recipes.append(RecipeRow("thrift", makes: "part", from: "ore", quantity: 0.4))
    found.capabilities.append(
      Capability(
        site: "Plant", item: "part", recipe: "thrift", capacity: 10, unitCost: 3, reservationCost: 0.1,
        surgeCost: 1))
    var plan = StressTests.plan()
    plan.stock = []
    plan.sourcing.append(
      PlanSource(item: "part", site: "Plant", recipe: "thrift", role: .backup, commit: 0, reserve: 10))
    let told = try findings(found, plan, weeks: nil)
    #expect(told["site Mine"]?.timeToSurvive == 56)
    #expect(told["site Plant"]?.timeToSurvive == 0)
  }
}
