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

  @Test("a scenario that has the name of an outage")
  func takenName() throws {
    var found = try found(Policy("endure", .survive, sites: ["Alpha"], limit: 0))
    found.scenarios.append(ScenarioRow("endure: Alpha down", probability: 0.1))
    #expect(
      told(found) == [
        "scenarios:2:scenario: the name is that of a scenario that a policy makes 'endure: Alpha down'; expected another name"
      ])
  }
}
