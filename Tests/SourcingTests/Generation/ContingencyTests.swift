import Testing

@testable import Sourcing

@Suite("Contingencies: every failure of up to so many at once")
struct ContingencyTests {
  /// Three sites in two regions of one bloc, and a corridor.
  static var found: SourcingCase {
    var found = SourcingCase(name: "three")
    found.regions = [Region("EU"), Region("DE", parent: "EU"), Region("US"), Region("Nowhere")]
    found.blocs = [BlocMembership(bloc: "West", region: "EU"), BlocMembership(bloc: "West", region: "US")]
    found.items = [Item("chip")]
    found.sites = [
      Site("Dresden", region: "DE"), Site("Paris", region: "EU"), Site("Austin", region: "US"),
    ]
    found.capabilities = found.sites.map { Capability(site: $0.id, item: "chip", capacity: 10, unitCost: 1) }
    found.lanes = [Lane(from: "*", to: "*"), Lane(from: "Austin", to: "Berlin", corridor: "Suez")]
    found.markets = [Market("Berlin", region: "DE")]
    found.demand = [Demand(market: "Berlin", item: "chip", quantity: 20, shortageCost: 5)]
    found.settings.generation.source = .contingencies
    found.settings.generation.contingencyProbability = 0.5
    return found
  }

  private func names(_ change: (inout GenerationSettings) -> Void) throws -> [String] {
    var found = Self.found
    change(&found.settings.generation)
    return try SourcingNetwork(found).scenarios.map(\.name)
  }

  @Test("of one site, of two and of all three")
  func depths() throws {
    let one = ["undisturbed", "without Dresden", "without Paris", "without Austin"]
    let two = ["without Dresden, Paris", "without Dresden, Austin", "without Paris, Austin"]
    #expect(try names { _ in } == one)
    #expect(try names { $0.contingencyDepth = 2 } == one + two)
    let all = try names { $0.contingencyDepth = 3 }
    #expect(all == one + two + ["without Dresden, Paris, Austin"])
    #expect(try names { $0.contingencyDepth = 100 } == all, "there are only three")
  }

  @Test("of regions that have sites, of blocs and of corridors")
  func targets() throws {
    #expect(
      try names { $0.contingencyTargets = "region" } == [
        "undisturbed", "without region EU", "without region DE", "without region US",
      ])
    #expect(
      try names { $0.contingencyTargets = "corridor; bloc" } == [
        "undisturbed", "without bloc West", "without corridor Suez",
      ])
  }

  @Test("a site alone in its region fails with it: one scenario, and the probabilities summed")
  func merged() throws {
    var found = Self.found
    found.settings.generation.contingencyTargets = "site;region"
    let network = try SourcingNetwork(found)
    // EU holds Dresden and Paris; DE is Dresden, US is Austin.
    #expect(
      network.scenarios.map(\.name) == [
        "undisturbed", "without Dresden", "without Paris", "without Austin", "without region EU",
      ])
    // Each of the six contingencies has 0.5⁶ = 1/64.
    #expect(network.scenarios.map { $0.probability * 64 } == [58, 2, 1, 2, 1])
  }

  @Test("each has the probability that exactly these fail, times what the listed ones leave")
  func probabilities() throws {
    var found = Self.found
    found.settings.generation.contingencyProbability = 0.1
    found.sites[0].outageRate = 1
    found.scenarios = [ScenarioRow("listed", probability: 0.2)]
    let network = try SourcingNetwork(found)
    // One outage a year in 365 days: p = 1 − 1/e.
    let first = 1 - 0.36787944117144233
    let expected = [0.2, first * 0.81, (1 - first) * 0.09, (1 - first) * 0.09]
    #expect(network.scenarios.map(\.name).dropFirst().first == "listed")
    for (scenario, probability) in zip(network.scenarios.dropFirst(), expected) {
      let left = scenario.name == "listed" ? 1 : 0.8
      #expect(abs(scenario.probability - probability * left) < 1e-15)
    }
    let sum = network.scenarios.reduce(0) { $0 + $1.probability }
    #expect(abs(sum - 1) < 1e-12)
  }

  @Test("what lies beyond the depth is told")
  func beyond() throws {
    // Two or three of three at one half: (3 + 1) / 8.
    let advice = try SourcingNetwork(Self.found).advice.map(\.description)
    #expect(
      advice == [
        "settings:contingency_depth: advice: more targets than this fail at once with probability 0.5, which counts as undisturbed '1'"
      ])
    var deep = Self.found
    deep.settings.generation.contingencyDepth = 3
    #expect(try SourcingNetwork(deep).advice.isEmpty)
  }

  @Test("the case is listed in full, and plans the same when it is read again")
  func listed() throws {
    var found = Self.found
    found.settings.generation.contingencyDays = 30
    found.disruptions = [
      Disruption("site Paris", .site, "Austin", factor: 0.5),
      Disruption("own", .site, "Paris", durationDays: 30),
    ]
    let network = try SourcingNetwork(found)
    #expect(network.givenCase == found)
    #expect(network.sourcingCase.settings.generation == GenerationSettings())
    #expect(
      network.sourcingCase.disruptions.map(\.id) == [
        "site Paris", "own", "site Dresden", "site Paris (2)", "site Austin",
      ])
    let again = try SourcingNetwork(network.sourcingCase)
    #expect(again.scenarios.map(\.name) == network.scenarios.map(\.name))
    #expect(again.scenarios.map(\.probability) == network.scenarios.map(\.probability))
    #expect(again.scenarios.map(\.siteAvailability) == network.scenarios.map(\.siteAvailability))
    #expect(try found.resolvingScenarios() == network.sourcingCase)
  }

  @Test("names that would be too long are cut, and told apart")
  func longNames() throws {
    var found = Self.found
    let long = String(repeating: "x", count: 99)
    found.sites = ["a", "b", "c"].map { Site(long + $0, region: "US") }
    found.capabilities = found.sites.map { Capability(site: $0.id, item: "chip", capacity: 10, unitCost: 1) }
    found.lanes = [Lane(from: "*", to: "*")]
    found.settings.generation.contingencyDepth = 2
    let resolved = try found.resolvingScenarios()
    #expect(Set(resolved.scenarios.map(\.scenario)).count == 6)
    #expect(resolved.faults().filter { $0.severity == .error } == [])
  }
}
