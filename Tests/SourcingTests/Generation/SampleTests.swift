import Testing

@testable import Sourcing

@Suite("Samples: outages drawn by their rates, with causes in common")
struct SampleTests {
  /// Two sites in the North and one in the South, each with outages of its own.
  static var found: SourcingCase {
    var found = SourcingCase(name: "drawn")
    found.settings.periodDays = 365
    found.regions = [
      Region("North", outageRate: 0.2, outageDays: 365), Region("South", outageRate: 0.1, outageDays: 365),
    ]
    found.items = [Item("chip")]
    found.sites = [
      Site("A", region: "North", outageRate: 0.3, outageDays: 365), Site("B", region: "North"),
      Site("C", region: "South"),
    ]
    found.capabilities = found.sites.map { Capability(site: $0.id, item: "chip", capacity: 10, unitCost: 1) }
    found.lanes = [Lane(from: "*", to: "*")]
    found.markets = [Market("Town", region: "North")]
    found.demand = [Demand(market: "Town", item: "chip", quantity: 20, shortageCost: 5)]
    found.settings.generation.source = .sampled
    found.settings.generation.samples = 20_000
    return found
  }

  /// The probability that a scenario leaves nothing of some sites, in the first period.
  private func down(_ sites: [Int], _ network: SourcingNetwork) -> Double {
    network.scenarios.filter { scenario in sites.allSatisfy { scenario.siteAvailability[0][$0] == 0 } }
      .reduce(0) { $0 + $1.probability }
  }

  /// Four standard deviations of a share that is counted in all samples.
  private func near(_ share: Double, _ samples: Int) -> Double {
    4 * (share * (1 - share) / Double(samples)).squareRoot()
  }

  @Test("a region takes its sites down: down = p_region + (1 − p_region) · p_site")
  func commonCause() throws {
    let network = try SourcingNetwork(Self.found)
    // 1 − exp(−0.2) = 0.181269, 1 − exp(−0.3) = 0.259182, 1 − exp(−0.1) = 0.095163.
    let (north, own, south) = (0.181269, 0.259182, 0.095163)
    for (sites, share) in [
      ([0], north + (1 - north) * own), ([1], north), ([0, 1], north), ([2], south), ([1, 2], north * south),
    ] {
      #expect(abs(down(sites, network) - share) < near(share, 20_000), "\(sites)")
    }
    // Three things fail or not: eight scenarios, but A without its region counts apart from A within it only where
    // that leaves something else.
    #expect(network.scenarios.count == 6)
    #expect(abs(network.scenarios.reduce(0) { $0 + $1.probability } - 1) < 1e-9)
  }

  @Test("a pair with a score of −0.8 fails together in 0.8 of the outages of either")
  func alignment() throws {
    var found = Self.found
    found.alignment = [Alignment("North", "South", score: -0.8)]
    let network = try SourcingNetwork(found)
    let (north, south) = (0.181269, 0.095163)
    // Down together: both on their own, or one of them and the pair drawn.
    let both = north * south + 0.8 * (north + south - 2 * north * south)
    #expect(abs(down([1, 2], network) - both) < near(both, 20_000))
    let alone = north + (1 - north) * south * 0.8
    #expect(abs(down([1], network) - alone) < near(alone, 20_000))
    found.settings.generation.alignmentThreshold = 0.8
    let apart = try SourcingNetwork(found)
    #expect(
      abs(down([1, 2], apart) - north * south) < near(north * south, 20_000), "not below the threshold")
  }

  @Test("disruptions of one cause begin together, each for its own time; of two causes by themselves")
  func disruptionsOfOneCause() throws {
    var found = Self.found
    found.regions.indices.forEach { found.regions[$0].outageRate = nil }
    found.sites[0].outageRate = nil
    found.settings.periodDays = 30
    found.settings.periods = 12
    found.blocs = [BlocMembership(bloc: "Pact", region: "North")]
    found.controls = [Control(from: "South", to: "*", kind: .ban, rule: "ban", inForce: false)]
    found.disruptions = [
      Disruption("break", .bloc, "Pact", durationDays: 60, rate: 0.5, cause: "rift"),
      Disruption("ban", .control, "ban", factor: 1, durationDays: 90, rate: 0.5, cause: "rift"),
      Disruption("surge", .demand, "Town", factor: 2, durationDays: 30, rate: 0.5),
    ]
    let draws = { (found: SourcingCase) in
      let sampler = OutageSampler(found, EffectIndex(found), seed: 5)
      return (0..<2000).map { sampler.draw($0) }
    }
    func days(_ drawn: [Disruption], _ name: String) -> Double? {
      drawn.first { $0.id.hasPrefix(name) }?.startDay
    }
    let together = draws(found)
    #expect(together.allSatisfy { days($0, "break") == days($0, "ban") })
    #expect(together.contains { days($0, "break") != days($0, "surge") })
    #expect(Set(together.compactMap { days($0, "break") }).count == 12)
    #expect(together.allSatisfy { drawn in drawn.allSatisfy { $0.rate == nil && $0.cause == nil } })
    let share = 0.3935
    let seen = Double(together.count { days($0, "ban") != nil }) / 2000
    #expect(abs(seen - share) < near(share, 2000))
    found.disruptions[1].cause = "other"
    #expect(draws(found).contains { days($0, "break") != days($0, "ban") })
  }

  @Test("one seed gives the same scenarios whatever the order of rows, another seed gives others")
  func seeds() throws {
    var found = Self.found
    found.settings.generation.samples = 50
    let first = try found.resolvingScenarios()
    #expect(try found.resolvingScenarios() == first)
    var shuffled = found
    shuffled.regions.reverse()
    shuffled.sites.reverse()
    #expect(try masses(shuffled) == masses(found))
    var other = found
    other.settings.seed = 1
    #expect(try masses(other) != masses(found))
  }

  /// Probabilities by what each scenario leaves of the sites, by name.
  private func masses(_ found: SourcingCase) throws -> [[String: [Double]]: Double] {
    let network = try SourcingNetwork(found)
    var masses: [[String: [Double]]: Double] = [:]
    for scenario in network.scenarios {
      let left = found.sites.indices.map { site in
        (found.sites[site].id, scenario.siteAvailability.map { $0[site] })
      }
      masses[Dictionary(uniqueKeysWithValues: left), default: 0] +=
        (scenario.probability * 1e9).rounded()
    }
    return masses
  }

  @Test("another source changes nothing of what is drawn for the others")
  func commonRandomNumbers() {
    var found = Self.found
    let drawn = { (found: SourcingCase) in
      let sampler = OutageSampler(found, EffectIndex(found), seed: 3)
      return (0..<200).map { Set(sampler.draw($0).map(\.id)) }
    }
    let before = drawn(found)
    found.sites[1].outageRate = 0.5
    found.sites[1].outageDays = 10
    let after = drawn(found)
    #expect(before == after.map { $0.filter { $0 != "site B" } })
    #expect(after.contains { $0.contains("site B") })
  }

  @Test("outages begin in the period of their first event, and last and recover as they are told to")
  func timeline() throws {
    var found = Self.found
    found.settings.periodDays = 73
    found.settings.periods = 5
    found.settings.generation.outageRampDays = 73
    found.regions[0].outageRate = nil
    found.regions[1].outageRate = nil
    found.sites[0].outageRate = 1
    found.sites[0].outageDays = 146
    let network = try SourcingNetwork(found)
    // The first event falls into period t with probability exp(−t/5) − exp(−(t + 1)/5).
    let shares = [0.181269, 0.148411, 0.121508, 0.099482, 0.081450]
    let left: [[Double]] = [
      [0, 0, 0.5, 1, 1], [1, 0, 0, 0.5, 1], [1, 1, 0, 0, 0.5], [1, 1, 1, 0, 0], [1, 1, 1, 1, 0],
    ]
    #expect(network.scenarios.count == 6)
    for (share, factors) in zip(shares, left) {
      let scenario = try #require(
        network.scenarios.first { $0.siteAvailability.map { $0[0] } == factors })
      #expect(abs(scenario.probability - share) < near(share, 20_000))
    }
  }

  @Test("an outage that is shorter than a period counts by its share where that is set")
  func shortOutages() throws {
    var found = Self.found
    found.regions[0].outageRate = nil
    found.regions[1].outageRate = nil
    found.sites[0].outageDays = 73
    #expect(try SourcingNetwork(found).scenarios.map { $0.siteAvailability[0][0] } == [1, 0])
    found.settings.generation.shortOutages = .share
    let left = try SourcingNetwork(found).scenarios.map { $0.siteAvailability[0][0] }
    #expect(left == [1, 0.8])
  }

  @Test("a duty that rises by points is something that happens, though its factor is 1")
  func risingDuty() throws {
    var found = Self.found
    found.regions[0].outageRate = nil
    found.regions[1].outageRate = nil
    found.sites[0].outageRate = nil
    found.disruptions = [
      Disruption("tariff", .duty, "South > North", factor: 1, addedRate: 0.25, rate: 1000),
      Disruption("higher", .duty, "South > North", factor: 1, addedRate: 0.5, rate: 0.5),
    ]
    let resolved = try found.resolvingScenarios()
    let probabilities = Dictionary(
      resolved.scenarios.map { ($0.scenario, $0.probability) }, uniquingKeysWith: { first, _ in first })
    #expect(probabilities.count == 2, "with the higher one and without it")
    #expect(abs(probabilities.values.reduce(0, +) - 1) < 1e-9)
  }

  @Test("a thousand samples of forty sites over twelve periods are quick")
  func quick() throws {
    var found = Self.found
    found.settings.periods = 12
    found.settings.periodDays = 30
    found.settings.generation.samples = 1000
    found.sites = (0..<40).map {
      Site("S\($0)", region: $0 < 20 ? "North" : "South", outageRate: 0.5, outageDays: 45)
    }
    found.capabilities = found.sites.map { Capability(site: $0.id, item: "chip", capacity: 10, unitCost: 1) }
    let clock = ContinuousClock()
    var count = 0
    let time = try clock.measure { count = try SourcingNetwork(found).scenarios.count }
    #expect(count > 990)
    // Far more than it takes, for machines that are busy; a debug build takes a second.
    #expect(time < .seconds(30))
  }
}
