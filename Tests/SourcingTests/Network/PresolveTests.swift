import Testing

@testable import Sourcing

@Suite("What can never matter is found, told and left out")
struct PresolveTests {
  /// A mine, a plant that makes chips of ore, and a town that needs chips.
  private static var chain: SourcingCase {
    var found = SourcingCase(name: "chain", currency: "EUR")
    found.regions = [Region("North"), Region("South")]
    found.items = [Item("chip"), Item("ore"), Item("glass")]
    found.sites = [
      Site("Mine", region: "North"), Site("Plant", region: "North"), Site("Depot", region: "South"),
    ]
    found.recipes = [RecipeRow("smelting", makes: "chip", from: "ore", quantity: 2)]
    found.capabilities = [
      Capability(site: "Mine", item: "ore", capacity: 100, unitCost: 1),
      Capability(site: "Plant", item: "chip", recipe: "smelting", capacity: 40, unitCost: 3),
    ]
    found.lanes = [
      Lane(from: "Mine", to: "Plant", unitCost: 1), Lane(from: "Plant", to: "Town", unitCost: 1),
      Lane(from: "Plant", to: "Depot", unitCost: 1), Lane(from: "Depot", to: "Town", unitCost: 1),
    ]
    found.markets = [Market("Town", region: "South")]
    found.demand = [Demand(market: "Town", item: "chip", quantity: 10, shortageCost: 100)]
    return found
  }

  private func told(_ change: (inout SourcingCase) -> Void) throws -> [String] {
    var found = Self.chain
    change(&found)
    return try SourcingNetwork(found).presolve.findings.map {
      "\($0.location) \($0.reason.rawValue) \($0.count)/\($0.count + $0.kept)"
    }
  }

  @Test("a case of which everything may matter leaves nothing out but what nobody asked to carry")
  func nothing() throws {
    let network = try SourcingNetwork(Self.chain)
    #expect(network.presolve.findings.isEmpty)
    #expect(network.presolve.advice.isEmpty)
    #expect(
      network.laneWords == [
        "Mine → Plant ore 1.0", "Plant → Depot chip 1.0", "Plant → Town chip 1.0", "Depot → Town chip 1.0",
      ])
    // Ore could go on from the plant to the depot, where nobody can use it.
    #expect(network.presolve.lanesLeftOut == 1)
    #expect(try SourcingNetwork(Self.chain, presolving: false).lanes.count == 4)
  }

  @Test("without a source that can work upstream nothing flows, and the demand is out of reach")
  func noSupply() throws {
    #expect(
      try told { $0.capabilities[0].capacity = 0 } == [
        "lanes:1 no_supply 1/1", "lanes:2 no_supply 1/1", "lanes:3 no_supply 2/2", "lanes:4 no_supply 1/1",
        "demand:1 out_of_reach 1/1", "capabilities:1 no_capacity 1/1", "capabilities:2 no_input 1/1",
      ])
  }

  @Test("a ban in every scenario stops what lies behind it")
  func banned() throws {
    let ban = Control(from: "North", to: "South", item: "chip", kind: .ban)
    #expect(
      try told { $0.controls = [ban] } == [
        "lanes:1 no_need 1/1", "lanes:2 banned 1/1", "lanes:3 banned 1/1", "lanes:3 no_need 1/1",
        "lanes:4 no_supply 1/1", "demand:1 out_of_reach 1/1", "capabilities:1 no_need 1/1",
        "capabilities:2 no_need 1/1",
      ])
  }

  @Test("a ban that only holds in some scenarios leaves everything as it is")
  func bannedAtTimes() throws {
    #expect(
      try told {
        $0.disruptions = [
          Disruption("embargo", .control, "North > South")
        ]
        $0.scenarios = [ScenarioRow("bad", probability: 0.1, disruption: "embargo")]
      } == [])
  }

  @Test("a lane without capacity carries nothing")
  func noCapacity() throws {
    #expect(try told { $0.lanes[3].capacity = 0 } == ["lanes:3 no_need 2/2", "lanes:4 no_capacity 1/1"])
  }

  @Test("an item that nobody needs is told once, not with each of its sources")
  func unneeded() throws {
    var found = Self.chain
    found.capabilities.append(Capability(site: "Mine", item: "glass", capacity: 5, unitCost: 1))
    found.lanes.append(Lane(from: "Mine", to: "Town", item: "glass", unitCost: 1))
    let network = try SourcingNetwork(found)
    #expect(
      network.presolve.advice.map(\.description) == [
        "lanes:5: advice: the row stands for no lanes but such as bring what nobody can use where they lead",
        "items:3: advice: nobody needs glass",
      ])
    #expect(network.isIdle(capability: 2))
    #expect(network.isDispensable(capability: 2))
    #expect(!network.isIdle(capability: 0))
  }

  @Test("a source that screening forbids or that is ready too late can make nothing")
  func neverUsable() throws {
    #expect(
      try told {
        $0.controls = [Control(from: "North", to: "North", item: "ore", kind: .screening)]
      }.filter { $0.hasPrefix("cap") } == ["capabilities:1 screened 1/1", "capabilities:2 no_input 1/1"])
    #expect(
      try told {
        $0.settings.periodDays = 30
        $0.settings.periods = 2
        $0.projects = [Project("mine", site: "Mine", item: "ore", cost: 5, days: 90)]
      }.filter { $0.hasPrefix("cap") } == ["capabilities:1 too_late 1/1", "capabilities:2 no_input 1/1"])
  }

  @Test("where stock may stand anywhere, nothing is taken to be out of reach")
  func strategicStock() throws {
    #expect(
      try told {
        $0.settings.strategicStock = true
        $0.capabilities[0].capacity = 0
      } == ["capabilities:1 no_capacity 1/1"])
  }

  @Test("a policy that counts qualified sources keeps those that make nothing")
  func counted() throws {
    var found = Self.chain
    found.capabilities.append(Capability(site: "Depot", item: "ore", capacity: 5, unitCost: 1))
    #expect(try SourcingNetwork(found).isDispensable(capability: 2))
    found.policies = [Policy("two", .minSources, items: ["ore"], limit: 2)]
    let network = try SourcingNetwork(found)
    #expect(network.isIdle(capability: 2))
    #expect(!network.isDispensable(capability: 2))
  }

  @Test("a row outranked everywhere by more specific ones is no finding")
  func outranked() throws {
    #expect(try told { $0.lanes.append(Lane(from: "*", to: "Town", unitCost: 9)) } == [])
  }
}

@Suite("A source that another one at its site beats in everything is left out")
struct DominatedSourceTests {
  /// Two ways to make chips at a plant, the second dearer; the first has room for all.
  private static func twins(_ change: (inout SourcingCase) -> Void = { _ in }) throws -> [Bool] {
    var found = SourcingCase(name: "twins", currency: "EUR")
    found.regions = [Region("North")]
    found.items = [Item("chip"), Item("ore")]
    found.sites = [Site("Plant", region: "North")]
    found.recipes = [
      RecipeRow("new", makes: "chip", from: "ore", quantity: 1),
      RecipeRow("old", makes: "chip", from: "ore", quantity: 2),
    ]
    found.capabilities = [
      Capability(site: "Plant", item: "chip", recipe: "new", capacity: 30, unitCost: 3),
      Capability(site: "Plant", item: "chip", recipe: "old", capacity: 30, unitCost: 4),
      Capability(site: "Plant", item: "ore", capacity: 90, unitCost: 1),
    ]
    found.lanes = [Lane(from: "*", to: "*", unitCost: 1)]
    found.markets = [Market("Town", region: "North")]
    found.demand = [Demand(market: "Town", item: "chip", quantity: 10, shortageCost: 100)]
    change(&found)
    let network = try SourcingNetwork(found)
    return network.capabilities.indices.map { network.isDispensable(capability: $0) }
  }

  @Test("the worse one goes")
  func dominated() throws {
    #expect(try Self.twins() == [false, true, false])
  }

  @Test("of two that are alike the first stays")
  func alike() throws {
    #expect(
      try Self.twins {
        $0.recipes[1].quantity = 1
        $0.capabilities[1].unitCost = 3
      } == [false, true, false])
  }

  @Test(
    "it stays where it is better in anything, or the other has too little room", arguments: keepers.indices)
  func kept(index: Int) throws {
    let (what, change) = Self.keepers[index]
    #expect(try Self.twins(change) == [false, false, false], "\(what)")
  }

  private static let keepers: [(String, @Sendable (inout SourcingCase) -> Void)] = [
    ("unit cost", { $0.capabilities[1].unitCost = 2 }),
    ("input", { $0.recipes[1].quantity = 0.5 }),
    ("qualification", { $0.capabilities[0].qualificationCost = 7 }),
    ("emissions", { $0.capabilities[0].emissions = 1 }),
    ("least volume", { $0.capabilities[0].minVolume = 1 }),
    ("reserve", { $0.capabilities[1].reservationCost = 1 }),
    ("room", { $0.capabilities[0].capacity = 9 }),
    (
      "room under an outage",
      { found in
        found.disruptions = [Disruption("flood", .site, "Plant", factor: 0.25)]
        found.scenarios = [ScenarioRow("wet", probability: 0.1, disruption: "flood")]
      }
    ),
    ("tiers", { $0.priceTiers = [PriceTier(site: "Plant", item: "chip", fromVolume: 5, unitCost: 5)] }),
    (
      "time",
      { found in
        found.settings.periods = 2
        found.capabilities[0].capacity = 90
        found.lanes[0].leadDays = 10
      }
    ),
    ("counting", { $0.policies = [Policy("both", .require, items: ["chip"], count: 2)] }),
    ("shares", { $0.policies = [Policy("half", .maxShare, items: ["ore"], limit: 1)] }),
  ]
}
