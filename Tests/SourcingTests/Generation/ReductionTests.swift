import Testing

@testable import Sourcing

@Suite("Scenarios are reduced to few that stand for many")
struct ReductionTests {
  /// Scenarios on a line, the distance of two being that of their points.
  private func line(_ points: [Double], _ probabilities: [Double]) -> ScenarioReduction {
    ScenarioReduction(probabilities: probabilities) { abs(points[$0] - points[$1]) }
  }

  @Test("four to two by hand, without the worst")
  func byHand() {
    // Points 0 (undisturbed), 1, 2, 6, 7. Keeping one more than 0, what is left to move costs, with 0.2 each:
    // 1: (1 + 5 + 6)/5 = 2.4; 2: (1 + 4 + 5)/5 = 2; 6: (1 + 2 + 1)/5 = 0.8; 7: (1 + 2 + 1)/5 = 0.8. The earlier stays.
    // Then besides 0 and 6: 1 leaves (1 + 1)/5, 2 leaves (1 + 1)/5, 7 leaves (1 + 2)/5. The earlier stays.
    let result = line([0, 1, 2, 6, 7], [0.2, 0.2, 0.2, 0.2, 0.2]).keep(2, worst: 0)
    #expect(result.kept.map(\.position) == [0, 1, 3])
    // 2 goes to 1, which is 1 away; 7 goes to 6.
    for (kept, probability) in zip(result.kept, [0.2, 0.4, 0.4]) {
      #expect(abs(kept.probability - probability) < 1e-15)
    }
    #expect(abs(result.moved - 0.4) < 1e-15)
  }

  @Test("the worst stays however unlikely it is")
  func worst() {
    let reduction = line([0, 1, 2, 9, 10], [0.4, 0.3, 0.299, 0.0009, 0.0001])
    #expect(reduction.keep(1, worst: 0).kept.map(\.position) == [0, 1])
    #expect(reduction.keep(1, worst: 1).kept.map(\.position) == [0, 4])
    #expect(reduction.keep(3, worst: 2).kept.map(\.position) == [0, 1, 3, 4])
    let one = reduction.keep(1, worst: 1).kept
    #expect(abs(one[1].probability - 0.001) < 1e-15, "9 goes to 10")
  }

  @Test("all stay where as many are asked for, and none is made up")
  func all() {
    let reduction = line([0, 3, 1], [0.5, 0.25, 0.25])
    #expect(reduction.keep(2, worst: 1).kept.map(\.position) == [0, 1, 2])
    #expect(reduction.keep(5, worst: 5).kept.map(\.position) == [0, 1, 2])
    #expect(reduction.keep(0, worst: 0).kept.map(\.probability) == [1])
  }

  @Test(
    "what is kept of samples has probability one, the worst among it, whatever the size",
    arguments: [1, 3, 8])
  func samples(size: Int) throws {
    var found = SampleTests.found
    found.sites[1].outageRate = 0.2
    found.sites[1].outageDays = 365
    found.sites[2].outageRate = 0.05
    found.sites[2].outageDays = 365
    found.settings.generation.samples = 300
    let full = try SourcingNetwork(found)
    found.settings.generation.reduceTo = size
    let network = try SourcingNetwork(found)
    #expect(network.scenarios.count == min(size, full.scenarios.count - 1) + 1)
    #expect(abs(network.scenarios.reduce(0) { $0 + $1.probability } - 1) < 1e-9)
    let lost = { (network: SourcingNetwork) in
      network.scenarios.map { $0.siteAvailability[0].reduce(3) { $0 - $1 } }.max()
    }
    #expect(lost(network) == lost(full), "the worst is there")
    if size < full.scenarios.count - 1 {
      #expect(
        network.advice.contains { $0.description.contains("different scenarios \(size) stand for all") })
    }
  }

  @Test("distances count the share of the need that differs, for whatever is hit")
  func distance() {
    var found = ContingencyTests.found
    found.items.append(Item("ore", itemClass: "raw"))
    let effects = EffectIndex(found)
    let hits = [
      Disruption("", .site, "Dresden"), Disruption("", .region, "EU", factor: 0.5),
      Disruption("", .corridor, "Suez"), Disruption("", .item, "chip", factor: 0.25),
      Disruption("", .demand, "Berlin", factor: 1.5), Disruption("", .itemClass, "raw"),
    ].map { effects.effect(of: [$0]) }
    let weights = EffectWeights(found, effects)
    // The need is 20: a site can make half of it, one of two rows of lanes goes through Suez, all is asked for in
    // Berlin, and nothing is needed of the class raw.
    #expect(hits.map { weights.distance(ScenarioEffect(), $0) } == [0.5, 0.5, 0.5, 0.75, 0.5, 0])
    // Dresden 0 against 0.5, Paris 1 against 0.5.
    #expect(weights.distance(hits[0], hits[1]) == 0.5)
    #expect(weights.distance(hits[0], hits[2]) == 1)
    #expect(weights.distance(hits[3], hits[3]) == 0)
  }
}
