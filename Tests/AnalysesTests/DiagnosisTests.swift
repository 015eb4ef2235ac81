import Analyses
import LinearModel
import Planning
import Sourcing
import Testing

/// A case small enough to count by hand.
///
/// Ore: Mine (Abroad) 60, Pit (Abroad) 20, Dig (Home) 20. Shares 0.6, 0.2, 0.2 over suppliers, so an index of 0.36 +
/// 0.04 + 0.04 = 0.44; Abroad has 0.8 and Home 0.2, so 0.64 + 0.04 = 0.68. Both Plants make parts, 50 at Home and 50 in
/// Third, of one ore each: an index of 0.5, a largest share of 0.5.
///
/// Town needs 40 parts, so 40 ore are needed. Capacity covers 100 / 40 = 2.5; without Abroad 20 / 40 = 0.5.
///
/// Ore reaches the Plant at Home from all three, by the Strait from abroad; the Plant in Third from the Mine alone,
/// through the Strait alone. Town gets parts from both Plants by lanes that go through nothing.
///
/// Abroad and Home do not get on (−0.5). Of what the Plant at Home can get, 80 / 100 come from there; the Plant in Third
/// gets on with everybody. Both use 50 a period, so the exposure of ore is (50 · 0.8 + 50 · 0) / 100 = 0.4.
@Suite("Diagnosis: the structure before anything is planned")
struct DiagnosisTests {
  private static var found: SourcingCase {
    var found = SourcingCase(name: "structure")
    found.regions = [Region("Home"), Region("Abroad"), Region("Third")]
    found.blocs = [
      BlocMembership(bloc: "Pact", region: "Home"), BlocMembership(bloc: "Pact", region: "Third"),
    ]
    found.alignment = [Alignment("Abroad", "Home", score: -0.5)]
    found.items = [Item("ore", isCritical: true), Item("part")]
    found.recipes = [RecipeRow("smelt", makes: "part", from: "ore", quantity: 1)]
    found.sites = [
      Site("Mine", region: "Abroad"), Site("Pit", region: "Abroad"), Site("Dig", region: "Home"),
      Site("Plant", region: "Home"), Site("Works", region: "Third"),
    ]
    found.capabilities = [
      Capability(site: "Mine", item: "ore", capacity: 60, unitCost: 1),
      Capability(site: "Pit", item: "ore", capacity: 20, unitCost: 1),
      Capability(site: "Dig", item: "ore", capacity: 20, unitCost: 2),
      Capability(site: "Plant", item: "part", recipe: "smelt", capacity: 50, unitCost: 3),
      Capability(site: "Works", item: "part", recipe: "smelt", capacity: 50, unitCost: 3),
    ]
    found.markets = [Market("Town", region: "Home")]
    found.demand = [Demand(market: "Town", item: "part", quantity: 40, shortageCost: 100)]
    found.lanes = [
      Lane(from: "Abroad", to: "Plant", item: "ore", corridor: "Strait"), Lane(from: "Dig", to: "Plant"),
      Lane(from: "Mine", to: "Works", item: "ore", corridor: "Strait"),
      Lane(from: "*", to: "Town", item: "part"),
    ]
    found.controls = [
      Control(from: "Abroad", to: "*", item: "ore", kind: .ban, rule: "embargo", inForce: false),
      Control(from: "Abroad", to: "Home", item: "part", kind: .ban, rule: "old ban"),
    ]
    return found
  }

  private func report(
    _ found: SourcingCase = found, _ change: (inout DiagnosisOptions) -> Void = { _ in }
  ) throws -> DiagnosisReport {
    var options = DiagnosisOptions()
    change(&options)
    return try Diagnosis(SourcingNetwork(found), options).report()
  }

  private func isNear(_ value: Double?, _ expected: Double) -> Bool {
    value.map { abs($0 - expected) < 1e-9 } ?? false
  }

  @Test("concentration, cover and tiers are those counted by hand")
  func concentration() throws {
    let report = try report()
    #expect(report.items.map(\.item) == ["part", "ore"])
    #expect(report.items.map(\.tier) == [1, 2])
    let ore = report.items[1]
    let scopes = Dictionary(uniqueKeysWithValues: ore.concentration.map { ($0.scope, $0) })
    #expect(scopes["supplier"]?.top == "Mine")
    #expect(isNear(scopes["supplier"]?.index, 0.44))
    #expect(isNear(scopes["supplier"]?.topShare, 0.6))
    #expect(scopes["region"]?.top == "Abroad")
    #expect(isNear(scopes["region"]?.index, 0.68))
    #expect(isNear(scopes["region"]?.coverWithoutTop, 0.5))
    // Abroad is in no bloc and counts by itself.
    #expect(scopes["bloc"]?.top == "Abroad")
    #expect(scopes["bloc"]?.count == 2)
    #expect(isNear(ore.cover, 2.5))
    let parts = Dictionary(uniqueKeysWithValues: report.items[0].concentration.map { ($0.scope, $0) })
    #expect(isNear(parts["region"]?.index, 0.5))
    // Both Plants lie in the Pact.
    #expect(isNear(parts["bloc"]?.topShare, 1))
  }

  @Test("links that hang on one region make it a centre")
  func centres() throws {
    let report = try report()
    #expect(report.links.map(\.place) == ["Works"])
    #expect(report.links.first?.suppliers == 1)
    #expect(report.centres.map(\.region) == ["Abroad"])
    // Town with parts, Plant and Works with ore.
    #expect(isNear(report.centres.first?.share, 1.0 / 3))
    #expect(report.items[1].singleRegionLinks == 1)
    #expect(report.items[1].buyers == 2)
  }

  @Test("what comes from regions that buyers do not get on with is exposed")
  func exposure() throws {
    #expect(isNear(try report().items[1].exposure, 0.4))
    #expect(isNear(try report { $0.alignmentThreshold = -0.5 }.items[1].exposure, 0))
  }

  @Test("a corridor holds what has no way around it")
  func corridors() throws {
    let corridors = try report().corridors
    let strait = try #require(corridors.first)
    #expect(strait.links == 2)
    #expect(strait.withoutBypass == 1)
    #expect(strait.items == ["ore"])
    #expect(strait.needWithoutBypass == 0)
    var found = Self.found
    found.lanes[3].corridor = "Canal"
    #expect(try report(found).corridors.first?.corridor == "Canal")
    #expect(try report(found).corridors.first?.needWithoutBypass == 1)
  }

  @Test("rules that are pending are told, and those that changed since an earlier case")
  func rules() throws {
    #expect(try report().rules.map(\.rule) == ["embargo"])
    #expect(try report().rules.map(\.state) == ["pending"])
    var earlier = Self.found
    earlier.controls[0].inForce = true
    earlier.controls.append(Control(from: "Third", to: "Home", kind: .quota, limit: 5))
    earlier.duties = [Duty(from: "Third", to: "Home", rate: 0.1, rule: "tariff")]
    var now = Self.found
    now.duties = [Duty(from: "Third", to: "Home", rate: 0.2, rule: "tariff")]
    let changed = try report(now) { $0.earlier = earlier }.rules
    #expect(changed.map(\.rule) == ["tariff", "Third > Home", "embargo"])
    #expect(changed.map(\.state) == ["changed", "gone", "changed"])
    #expect(changed[0].text == ["duty Third > Home 0.2", "was: duty Third > Home 0.1"])
  }

  @Test("a limit is crossed past it, not at it, and crossed ones come first")
  func watch() throws {
    let report = try report {
      $0.watch = [
        WatchLimit(.topRegion, limit: 0.8), WatchLimit(.hhiSupplier, "ore", limit: 0.43),
        WatchLimit(.coverWithoutRegion, limit: 1), WatchLimit(.rules, limit: 0),
      ]
    }
    let crossed = report.watch.filter(\.crossed)
    #expect(crossed.map(\.metric) == ["hhi_supplier", "cover_without_region", "rules"])
    #expect(crossed.map(\.subject) == ["ore", "ore", ""])
    #expect(report.watch.first?.crossed == true)
    #expect(report.watch.count == 6)
    #expect(throws: CaseFaults.self) { try self.report { $0.watch = [WatchLimit(.cover, "oar", limit: 1)] } }
  }

  @Test("a watch list is read from a table, and its faults are told with their rows")
  func watchList() throws {
    let text = "metric,subject,limit\ntop_region,,0.65\n\ncorridor,Strait,0.3\n"
    let limits = [WatchLimit(.topRegion, limit: 0.65), WatchLimit(.corridor, "Strait", limit: 0.3)]
    #expect(try WatchLimit.reading(text, file: "w.csv") == limits)
    let faulty = "metric,subject,limit\ntop_regoin,,0.65\ncover,,much\ncover,1\n"
    let error = #expect(throws: CaseFaults.self) { try WatchLimit.reading(faulty, file: "w.csv") }
    #expect(error?.faults.map(\.location.row) == [2, 3, 4])
    #expect(error?.faults.first?.suggestion == "top_region")
    #expect(throws: CaseFaults.self) { try WatchLimit.reading("a,b\n", file: "w.csv") }
  }

  @Test("names in a watch list may hold commas and quotation marks")
  func watchListNames() throws {
    let text = "\u{FEFF}metric,subject,limit\r\ncover,\"bolt, \"\"M8\"\"\",2\r\n cover , nut ,1\n"
    let limits = [WatchLimit(.cover, "bolt, \"M8\"", limit: 2), WatchLimit(.cover, "nut", limit: 1)]
    #expect(try WatchLimit.reading(text, file: "w.csv") == limits)
    let bare = #expect(throws: CaseFaults.self) {
      try WatchLimit.reading("metric,subject,limit\ncover,bolt, M8,2\n", file: "w.csv")
    }
    #expect(bare?.faults.map(\.problem) == ["not three cells"])
    #expect(bare?.faults.first?.location.row == 2)
    #expect(throws: CaseFaults.self) {
      try WatchLimit.reading("metric,subject,limit\ncover,\"bolt,2\n", file: "w.csv")
    }
    #expect(throws: CaseFaults.self) { try WatchLimit.reading("", file: "w.csv") }
  }

  @Test("the layout of today has a concentration of its own")
  func current() throws {
    var found = Self.found
    found.current = [
      CurrentSource(site: "Dig", item: "ore", role: .primary),
      CurrentSource(site: "Plant", item: "part", recipe: "smelt", role: .primary),
    ]
    let network = try SourcingNetwork(found)
    var options = DiagnosisOptions()
    options.standing = try StandingLayout.current(of: network, solver: Bench.solver)
    let ore = try Diagnosis(network, options).report().items[1]
    let today = ore.concentration.filter { $0.basis == .current }
    #expect(today.map(\.top) == ["Dig", "Home", "Pact"])
    #expect(today.allSatisfy { $0.index == 1 })
  }

  @Test("one that is cut short says so")
  func cutShort() throws {
    let report = try report {
      let cancellation = Cancellation()
      cancellation.cancel()
      $0.cancellation = cancellation
    }
    #expect(report.completeness == .interrupted)
    #expect(report.items.isEmpty)
  }
}
