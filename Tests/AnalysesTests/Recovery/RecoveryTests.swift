import Analyses
import LinearModel
import Planning
import Sourcing
import Testing

@Suite("What to do when something has happened")
struct RecoveryTests {
  /// Four periods of 30 days, a demand of 80 in each. Alpha has all of it by contract at 4. Beta holds a reserve of 30 of its 100, at
  /// 9, ready at once. Gamma is not in the layout: 100 at 12, 60 days after it is asked, for 50 once. Alpha burns down on day 30
  /// and is back after 90 days, that is for the rest of the horizon.
  private func burning(_ change: (inout SourcingCase) -> Void = { _ in }) throws -> (SourcingNetwork, Plan) {
    var found = Fixtures.twoSuppliers()
    found.items = [Item("part", holdingCost: 0.1)]
    found.settings.periods = 4
    found.settings.periodDays = 30
    found.regions.append(Region("East"))
    found.sites[0].isExisting = true
    found.sites[1].isExisting = true
    found.sites.append(Site("Gamma", region: "East", isExisting: true))
    found.capabilities[1].reservationCost = 1
    found.capabilities.append(
      Capability(
        site: "Gamma", item: "part", capacity: 100, unitCost: 12, qualificationCost: 50, activationDays: 60))
    found.disruptions = [Disruption("fire", .site, "Alpha", factor: 0, startDay: 30, durationDays: 90)]
    found.alignment = [Alignment("North", "East", score: 0.8)]
    change(&found)
    let network = try SourcingNetwork(found)
    var layout = Layout(network)
    for site in 0..<3 { layout.isOpen[site] = true }
    layout.role = [.primary, .backup, nil]
    layout.commit = [80, 0, 0]
    layout.reserve = [0, 30, 0]
    for period in 0..<4 {
      layout.recourse[0].periods[period].make[0] = 80
      layout.recourse[0].periods[period].ship[try lane(network, "Alpha")] = 80
    }
    var plan = Plan(name: "by hand", currency: "EUR", status: .feasible, message: "")
    layout.write(into: &plan, network)
    return (network, plan)
  }

  private func lane(_ network: SourcingNetwork, _ site: String) throws -> Int {
    try #require(
      network.lanes.firstIndex { network.sourcingCase.sites[$0.origin].id == site })
  }

  private func recover(
    _ made: (SourcingNetwork, Plan), _ change: (inout RecoveryOptions) -> Void = { _ in }
  ) throws -> Recovery {
    var options = RecoveryOptions(events: ["fire"])
    change(&options)
    return try RecoveryPlanner(solver: Fixtures.solver).recover(made.0, from: made.1, options)
  }

  /// By contracts 30 of 80 a period. Beta sells all of its 80 that are needed: 80 · 9 a period, 2,160 in all.
  @Test("what is contracted is drawn, and the rest bought where it is cheapest")
  func buys() throws {
    let found = try recover(burning())
    #expect(found.firstPeriod == 1)
    #expect(found.isProven)
    #expect(found.periods.map(\.period) == [1, 2, 3])
    #expect(found.periods.map(\.met) == [80, 80, 80])
    #expect(found.periods.map(\.metByContracts) == [30, 30, 30])
    #expect(found.backInPeriod == 1)
    #expect(found.backInPeriodByContracts == nil)
    #expect(abs(try #require(found.cost) - 2160) < 1e-6)
    // 3 · (30 · 9 + 50 · 50).
    #expect(abs(try #require(found.costByContracts) - 8310) < 1e-6)
    let told = found.actions.filter { $0.kind != .reroute }
    #expect(told.map(\.kind) == [.activate, .buy])
    #expect(told.map(\.units) == [[30, 30, 30], [50, 50, 50]])
    #expect(found.actions.filter { $0.kind == .reroute }.map(\.units) == [[80, 80, 80]])
  }

  /// Without spot at Beta and from Gamma only what a tenth of its 100 leaves: nothing is bought, 50 are short a period.
  @Test("where nothing can be bought at short notice there are the contracts alone")
  func noSpot() throws {
    let found = try recover(burning()) { $0.spot = 0 }
    #expect(found.cost == found.costByContracts)
    #expect(found.periods.map(\.met) == [30, 30, 30])
    #expect(found.shortages.map(\.quantity) == [50, 50, 50])
    #expect(found.backInPeriod == nil)
  }

  /// Beta has 30 and no more. Gamma is ready two periods after the event: 50 · 12 in the last period and 50 once. 2 · (30 · 9 + 50 · 50)
  /// + 30 · 9 + 50 · 12 + 50 = 6,460.
  @Test("a new source delivers once it is ready")
  func takesOn() throws {
    let made = try burning { $0.capabilities[1].capacity = 30 }
    let found = try recover(made)
    #expect(found.periods.map(\.met) == [30, 30, 80])
    #expect(found.backInPeriod == 3)
    #expect(abs(try #require(found.cost) - 6460) < 1e-6)
    let new = try #require(found.actions.first { $0.kind == .qualify })
    #expect(new.site == "Gamma")
    #expect(new.once == 50)
    #expect(new.units == [0, 0, 50])
    #expect(try recover(made) { $0.maxChanges = 0 }.periods.map(\.met) == [30, 30, 30])
  }

  /// East and North have a score of 0.8, at least 0.5, so Gamma delivers at once: 3 · (30 · 9 + 50 · 12) + 50 = 2,660.
  @Test("an aligned region helps at once, one that is not aligned does not")
  func mutualAid() throws {
    let made = try burning { $0.capabilities[1].capacity = 30 }
    let found = try recover(made) { $0.hasMutualAid = true }
    #expect(found.periods.map(\.met) == [80, 80, 80])
    #expect(abs(try #require(found.cost) - 2660) < 1e-6)
    #expect(found.actions.first { $0.kind == .qualify }?.isAid == true)
    let cold = try burning {
      $0.capabilities[1].capacity = 30
      $0.alignment[0].score = 0.4
    }
    #expect(try recover(cold) { $0.hasMutualAid = true }.periods.map(\.met) == [30, 30, 80])
  }

  @Test("the event may come on another day, and what was before is over")
  func anotherDay() throws {
    let found = try recover(burning()) { $0.days = [61] }
    #expect(found.firstPeriod == 3)
    #expect(found.periods.map(\.period) == [3])
  }

  /// Half of Beta's 80 is left in the period of the quake; Gamma is ready 60 days after the fire, on day 90, so that only a
  /// quake as late as that is bridged.
  @Test("several events happen together, each on its day")
  func severalEvents() throws {
    let made = try burning {
      $0.capabilities[1].capacity = 80
      $0.disruptions.append(
        Disruption("quake", .site, "Beta", factor: 0.5, startDay: 60, durationDays: 30))
    }
    let both = try recover(made) { $0.events = ["fire", "quake"] }
    #expect(both.event == "fire and quake")
    #expect(both.firstPeriod == 1)
    #expect(both.periods.map(\.met) == [80, 40, 80])
    let later = try recover(made) {
      $0.events = ["fire", "quake"]
      $0.days = [30, 90]
    }
    #expect(later.periods.map(\.met) == [80, 80, 80])
    #expect(later.actions.contains { $0.kind == .qualify && $0.site == "Gamma" })
    // One day alone moves both: the fire to day 60 and the quake 30 days after it.
    let moved = try recover(made) {
      $0.events = ["fire", "quake"]
      $0.days = [60]
    }
    #expect(moved.firstPeriod == 2)
    #expect(moved.periods.map(\.met) == [80, 40])
    #expect(throws: CaseFaults.self) {
      try recover(made) {
        $0.events = ["fire", "quake", "fire"]
        $0.days = [30, 90]
      }
    }
  }

  @Test("an unknown event among several is told with the nearest name")
  func unknownAmongSeveral() throws {
    let error = #expect(throws: CaseFaults.self) {
      try recover(burning()) { $0.events = ["fire", "fires"] }
    }
    #expect(error?.faults.map(\.value) == ["fires"])
    #expect(error?.faults.first?.suggestion == "fire")
  }

  /// 20 in stock at Beta, and 30 of its reserve: 30 are short once, then 50.
  @Test("strategic stock is used up")
  func stock() throws {
    let (network, given) = try burning {
      $0.settings.strategicStock = true
      $0.capabilities[1].capacity = 30
    }
    var plan = given
    plan.stock = [PlanStock(site: "Beta", item: "part", quantity: 20)]
    let found = try recover((network, plan)) { $0.maxChanges = 0 }
    #expect(found.periods.map(\.met).reduce(0, +) == 110)
    #expect(found.actions.first { $0.kind == .release }?.units.reduce(0, +) == 20)
  }

  @Test("an event that the case does not know is refused, as is one after the horizon")
  func unknown() throws {
    let made = try burning()
    #expect(throws: CaseFaults.self) { try recover(made) { $0.events = ["flood"] } }
    #expect(throws: CaseFaults.self) { try recover(made) { $0.days = [400] } }
  }

  @Test("interrupted before anything is found, it says so")
  func interrupted() throws {
    let found = try recover(burning()) { options in
      let cancellation = Cancellation()
      cancellation.cancel()
      options.cancellation = cancellation
    }
    #expect(found.completeness == .interrupted)
    #expect(!found.isProven)
  }
}
