import Analyses
import LinearModel
import Planning
import Sourcing
import Testing

/// The chain Mine → Plant → Town of ``SourcingCase/chain(weeks:)``, over eight weeks, with 15 ore in stock at the Plant
/// and a warm reserve of 4 ore a week at Far. Both Mine and Plant need 28 days to recover.
///
/// Without the Mine, Far covers 4 of the 10 that the Plant needs in a week, and 15 in stock last for 15 / (10 − 4) = 2.5
/// weeks (Simchi-Levi and others 2015: the greatest t with 10 t ≤ 4 t + 15). Over the four weeks of recovery 4 · 10 =
/// 40 are needed, of which 4 · 4 + 15 = 31 are there: 9 are lost, a margin of 900. The cost moves by −40 (four weeks
/// of the Mine's commitment are not due), −20 (freight of its 40 ore), 16 · 3 + 16 · 0.5 = 56 (Far), 15 (stock), 900.
///
/// Without the Plant nothing is made: 4 · 10 are lost, a margin of 4,000. The cost moves by −120 (the Plant's
/// commitment), −20 (freight of ore), 4,000. The Mine's commitment stays due.
///
/// The risk exposure index of the Plant is 1, that of the Mine 900 / 4,000 = 0.225.
@Suite("Stress: one disruption at a time")
struct StressTests {
  static func plan(_ scale: Double = 1) -> Plan {
    var plan = Plan(name: "chain", currency: "EUR", status: .feasible, message: "")
    plan.sites = ["Mine", "Far", "Plant"].map { PlanSite(site: $0, open: true, existing: true) }
    plan.sourcing = [
      PlanSource(item: "ore", site: "Mine", role: .primary, commit: 10 * scale, reserve: 0),
      PlanSource(item: "ore", site: "Far", role: .backup, commit: 0, reserve: 4 * scale),
      PlanSource(
        item: "part", site: "Plant", recipe: "smelt", role: .primary, commit: 10 * scale, reserve: 0),
    ]
    plan.stock = [PlanStock(site: "Plant", item: "ore", quantity: 15)]
    return plan
  }

  static func chain(weeks: Int = 8) -> SourcingCase {
    var chain = SourcingCase.chain(weeks: weeks)
    chain.settings.strategicStock = true
    chain.sites[0].outageDays = 28
    chain.sites[2].outageDays = 28
    return chain
  }

  private func report(
    _ found: SourcingCase = chain(), _ plan: Plan = plan(), _ change: (inout StressOptions) -> Void = { _ in }
  ) throws -> StressReport {
    var options = StressOptions()
    change(&options)
    return try StressTest(solver: Bench.solver).run(
      StandingLayout(plan), in: SourcingNetwork(found), options)
  }

  private func finding(_ report: StressReport, _ target: String) throws -> StressFinding {
    try #require(report.findings.first { $0.target == target })
  }

  @Test("lost margin, extra cost, times and exposure are those worked out by hand")
  func byHand() throws {
    let report = try report { $0.kinds = [.site] }
    #expect(report.findings.map(\.target) == ["Plant", "Mine", "Far"])
    let calm = try #require(report.undisturbed)
    #expect(abs(calm.cost - 8 * (10 + 5 + 30)) < 1e-6)
    #expect(calm.service == 1)
    let plant = try finding(report, "Plant")
    #expect(abs(plant.lostMargin - 4000) < 1e-6)
    #expect(abs(plant.extraCost - 3860) < 1e-6)
    #expect(plant.service == 0.5)
    #expect(plant.exposure == 1)
    #expect(plant.timeToSurvive == 0)
    #expect(plant.isExposed)
    let mine = try finding(report, "Mine")
    #expect(abs(mine.lostMargin - 900) < 1e-6)
    #expect(abs(mine.extraCost - 911) < 1e-6)
    #expect(abs(mine.exposure - 0.225) < 1e-9)
    // Two and a half weeks: two whole ones.
    #expect(mine.timeToSurvive == 14)
    #expect(mine.timeToRecover == 28)
    #expect(mine.isExposed)
  }

  @Test("a source that nothing is drawn from is survived without a program")
  func idle() throws {
    let report = try report { $0.kinds = [.site] }
    let far = try finding(report, "Far")
    #expect(!far.touches)
    #expect(far.timeToSurvive == 56)
    #expect(!far.isExposed)
    #expect(far.extraCost == 0)
    #expect(report.touching == 2)
  }

  @Test("within a single period the time to survive is to the day")
  func singlePeriod() throws {
    // One period of eight weeks: 10 t ≤ 4 t + 15 with t in weeks, so 2.5 weeks or 17.5 days.
    var found = Self.chain(weeks: 1)
    found.settings.periodDays = 56
    for index in found.capabilities.indices { found.capabilities[index].capacity = 80 }
    found.demand[0].quantity = 80
    let mine = try finding(report(found, Self.plan(8)) { $0.kinds = [.site] }, "Mine")
    #expect(abs((mine.timeToSurvive ?? 0) - 17.5) < 1e-4)
    // Down for the whole period: 80 − 32 − 15 are lost.
    #expect(abs(mine.lostMargin - 3300) < 1e-6)
  }

  @Test("who is hit is told tier by tier, with who failed and who steps in")
  func ripple() throws {
    let mine = try finding(report { $0.kinds = [.site] }, "Mine")
    #expect(mine.hits.map(\.tier) == [0, 1, 2])
    #expect(mine.hits.map(\.place) == ["Town", "Plant", "Mine"])
    #expect(mine.hits.map(\.isDirect) == [false, false, true])
    #expect(mine.hits.map { ($0.lost * 1e6).rounded() / 1e6 } == [9, 9, 40])
    #expect(abs(mine.hits[2].share - 0.5) < 1e-9)
    #expect(mine.backups.map(\.site) == ["Far", "Plant"])
    #expect(mine.backups.map(\.role) == ["backup", "stock"])
    #expect(mine.backups.map { ($0.added * 1e6).rounded() / 1e6 } == [16, 15])
    #expect(abs(mine.backups[0].drawn - 16) < 1e-6)
  }

  @Test("an outage without outage_days lasts to the end, or as long as asked")
  func lengths() throws {
    let endless = try finding(report { $0.kinds = [.region] }, "Abroad")
    #expect(endless.timeToRecover == nil)
    #expect(abs(endless.lostMargin - 100 * (80 - 32 - 15)) < 1e-6)
    #expect(endless.isExposed)
    let short = try finding(
      report {
        $0.kinds = [.region]
        $0.outageDays = 14
      }, "Abroad")
    #expect(short.lostMargin == 0)
    #expect(short.timeToSurvive == 14)
    #expect(!short.isExposed)
  }

  @Test("corridors, classes and lanes fail like sites")
  func otherKinds() throws {
    var found = Self.chain()
    found.lanes[1].corridor = "Strait"
    found.items[0].itemClass = "raw"
    let report = try report(found) {
      $0.kinds = [.corridor, .itemClass, .item, .lane]
      $0.outageDays = 28
    }
    #expect(try finding(report, "Strait").lostMargin == 4000)
    // Class and item take Far away as well: only the stock of 15 is left for 40.
    for target in ["raw", "ore"] { #expect(abs(try finding(report, target).lostMargin - 2500) < 1e-6) }
    #expect(try finding(report, "part").lostMargin == 4000)
    #expect(abs(try finding(report, "* > Plant").lostMargin - 2500) < 1e-6)
  }

  @Test("a control that is not in force yet comes into force")
  func controls() throws {
    var found = Self.chain()
    found.controls = [
      Control(from: "Abroad", to: "Home", item: "ore", kind: .ban, rule: "embargo", inForce: false),
      Control(from: "Abroad", to: "Home", item: "part", kind: .ban, rule: "standing"),
      Control(from: "Abroad", to: "Home", item: "ore", kind: .quota, limit: 9, rule: "quota", inForce: false),
    ]
    let report = try report(found) { $0.kinds = [.control] }
    #expect(report.findings.map(\.target) == ["embargo", "quota"])
    // As without the Mine, whose commitment is due all the same: 33 are lost over eight weeks.
    #expect(abs(report.findings[0].lostMargin - 3300) < 1e-6)
    #expect(report.findings[0].timeToSurvive == 14)
    // One ore a week is missing, and the stock and Far have it: nothing is lost.
    #expect(report.findings[1].lostMargin == 0)
    #expect(report.findings[1].touches)
    #expect(report.findings[1].timeToSurvive == 56)
  }

  @Test("disruptions of the case happen as they stand, and unknown ones are faults")
  func listed() throws {
    var found = Self.chain()
    found.disruptions = [
      Disruption("slow", .site, "Plant", factor: 0.5, startDay: 7, durationDays: 14),
      Disruption("boom", .demand, "Town", factor: 2, durationDays: 7),
    ]
    let report = try report(found) { $0.disruptions = ["slow", "boom"] }
    // The Plant makes 5 less in two weeks; Town wants 10 more in one, and all that is made is committed already.
    // The boom saves no commitment, and so costs more.
    #expect(report.findings.map(\.target) == ["Town", "Plant"])
    #expect(report.findings.map { ($0.lostMargin * 1e6).rounded() / 1e6 } == [1000, 1000])
    #expect(report.findings.map(\.disruption) == ["boom", "slow"])
    let error = #expect(throws: CaseFaults.self) {
      try self.report(found) { $0.disruptions = ["sloww"] }
    }
    #expect(error?.faults.first?.suggestion == "slow")
  }

  @Test("a test that is cut short says so and gives what it has")
  func cutShort() throws {
    let late = try report {
      $0.kinds = [.site]
      let cancellation = Cancellation()
      $0.cancellation = cancellation
      $0.progress = { if $0.stage.contains("2 of") { cancellation.cancel() } }
    }
    #expect(late.completeness == .interrupted)
    #expect(late.findings.count == 1)
    #expect(late.asked == 3)
  }

  @Test("a layout that the case does not know is a fault")
  func foreign() throws {
    var plan = Self.plan()
    plan.sourcing[1].site = "Elsewhere"
    #expect(throws: CaseFaults.self) { try report(Self.chain(), plan) }
  }
}
