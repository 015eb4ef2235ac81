import Testing

@testable import Sourcing

@Suite("Outages that a policy asks to survive")
struct OutageTests {
  /// Two sites in South (one of them in the region below it) and one in North, three periods of 30 days.
  private func found(_ policies: Policy...) throws -> SourcingCase {
    var found = SourcingCase(name: "outages")
    found.settings.periods = 3
    found.settings.periodDays = 30
    found.regions = [
      Region("North", outageDays: 5), Region("South", outageDays: 40), Region("Deep South", parent: "South"),
    ]
    found.items = [Item("part")]
    found.sites = [
      Site("Alpha", region: "South", outageDays: 31), Site("Beta", region: "Deep South", outageDays: 0),
      Site("Gamma", region: "North"),
    ]
    found.capabilities = found.sites.map { Capability(site: $0.id, item: "part", capacity: 9, unitCost: 1) }
    found.lanes = [Lane(from: "*", to: "*")]
    found.markets = [Market("Town", region: "North")]
    found.demand = [Demand(market: "Town", item: "part", quantity: 9, shortageCost: 5)]
    found.disruptions = [Disruption("fire", .site, "Gamma")]
    found.scenarios = [ScenarioRow("fire", probability: 0.1, disruption: "fire")]
    found.policies = policies
    return found
  }

  private func told(_ found: SourcingCase) -> [String] {
    do {
      _ = try SourcingNetwork(found)
      return []
    } catch let faults as CaseFaults {
      return faults.faults.map(\.description).sorted()
    } catch {
      return ["\(error)"]
    }
  }

  @Test("each selected site is down by itself from day 0 for its outage, in a scenario of no probability")
  func sites() throws {
    let network = try SourcingNetwork(found(Policy("endure", .survive, regions: ["South"], limit: 0)))
    #expect(
      network.scenarios.map(\.name) == ["undisturbed", "fire", "endure: Alpha down", "endure: Beta down"])
    #expect(network.scenarios.map(\.probability) == [0.9, 0.1, 0, 0])
    #expect(network.policies[0].outages.map(\.node) == ["Alpha", "Beta"])
    #expect(network.policies[0].outages.map(\.scenario) == [2, 3])
    // 31 days are two periods; an outage of no days is none.
    #expect(network.scenarios[2].siteAvailability == [[0, 1, 1], [0, 1, 1], [1, 1, 1]])
    #expect(network.scenarios[2].firstEvent == 0)
    #expect(network.scenarios[3].siteAvailability == [[1, 1, 1], [1, 1, 1], [1, 1, 1]])
    #expect(network.scenarios[3].firstEvent == nil)
  }

  @Test("a named region is down with all sites in it and below it")
  func namedRegion() throws {
    let network = try SourcingNetwork(
      found(Policy("endure", .survive, regions: ["South"], scope: .region, limit: 0)))
    #expect(network.policies[0].outages.map(\.node) == ["South"])
    #expect(network.scenarios[2].siteAvailability == [[0, 0, 1], [0, 0, 1], [1, 1, 1]])
  }

  @Test("without a region filter the regions that the selected sites name are the nodes")
  func regionsOfSites() throws {
    let network = try SourcingNetwork(
      found(Policy("endure", .survive, sites: ["Alpha", "Gamma"], scope: .region, limit: 0)))
    #expect(network.policies[0].outages.map(\.node) == ["North", "South"])
  }

  @Test("two policies have scenarios of their own")
  func twoPolicies() throws {
    let network = try SourcingNetwork(
      found(
        Policy("one", .survive, sites: ["Alpha"], limit: 0),
        Policy("two", .survive, sites: ["Alpha"], limit: 5)))
    #expect(network.policies.map { $0.outages.map(\.scenario) } == [[2], [3]])
    #expect(network.scenarios[3].name == "two: Alpha down")
  }

  @Test("all nodes whose time to recover is not known")
  func unknownTimes() throws {
    let both = try found(
      Policy("endure", .survive, limit: 0),
      Policy("endure regions", .survive, sites: ["Beta"], scope: .region, limit: 0))
    #expect(
      told(both) == [
        "regions:3:outage_days: policy endure regions asks to survive the loss of Deep South, and its time to recover is not known; expected a number of days",
        "sites:3:outage_days: policy endure asks to survive the loss of Gamma, and its time to recover is not known; expected a number of days",
      ])
  }

  @Test("an outage whose name is taken, by a listed scenario or by another policy, has a number behind it")
  func takenName() throws {
    var found = try found(
      Policy("endure", .survive, sites: ["Alpha"], limit: 0),
      Policy("endure: Alpha down", .survive, sites: ["Beta"], limit: 0),
      Policy("a", .survive, sites: ["b: Alpha"], limit: 0),
      Policy("a: b", .survive, sites: ["Alpha"], limit: 0))
    found.sites.append(Site("b: Alpha", region: "North", outageDays: 3))
    found.capabilities.append(Capability(site: "b: Alpha", item: "part", capacity: 9, unitCost: 1))
    found.scenarios.append(ScenarioRow("endure: Alpha down", probability: 0.1))
    let network = try SourcingNetwork(found)
    #expect(
      network.scenarios.map(\.name) == [
        "undisturbed", "fire", "endure: Alpha down", "endure: Alpha down (2)",
        "endure: Alpha down: Beta down",
        "a: b: Alpha down", "a: b: Alpha down (2)",
      ])
    // Each policy is held to its own scenario.
    #expect(network.policies.map { $0.outages.map(\.scenario) } == [[3], [4], [5], [6]])
  }

  @Test("a generated scenario has no name that a listed one or an outage has")
  func generatedNames() throws {
    var found = try found(Policy("without Alpha", .survive, sites: ["Beta"], limit: 0))
    // The loss of two sites is called as the loss of one that has both names in its own would be, and one site's loss
    // as the listed scenario and, but for its number, as the outage.
    found.sites.append(Site("Alpha, Beta", region: "North"))
    found.sites.append(Site("Alpha: Beta down", region: "North"))
    for name in ["Alpha, Beta", "Alpha: Beta down"] {
      found.capabilities.append(Capability(site: name, item: "part", capacity: 9, unitCost: 1))
    }
    found.scenarios = [ScenarioRow("without Beta", probability: 0.1, disruption: "fire")]
    for row in found.sites.indices { found.sites[row].outageDays = 31 }
    found.settings.generation.source = .contingencies
    found.settings.generation.contingencyDepth = 2
    found.settings.generation.contingencyProbability = 0.1
    let network = try SourcingNetwork(found)
    let names = network.scenarios.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.contains("without Alpha, Beta (2)"))
    #expect(names.contains("without Beta (2)"))
    #expect(names.contains("without Alpha: Beta down"))
    #expect(names.last == "without Alpha: Beta down (2)")
    // Made ready again from its own resolved tables, as analyses do, it has the same names.
    #expect(try SourcingNetwork(network.sourcingCase).scenarios.map(\.name) == names)
  }
}
