import Sourcing
import Testing

@Suite("Lanes in a ring that take time are remarked on")
struct CirculationTests {
  /// Two makers with lanes to each other, one of which sells.
  private func found(there: Double?, back: Double?) -> SourcingCase {
    var found = SourcingCase(name: "ring", currency: "EUR")
    found.settings.periods = 2
    found.settings.periodDays = 30
    found.regions = [Region("Region")]
    found.items = [Item("Part")]
    found.sites = [Site("A", region: "Region"), Site("B", region: "Region")]
    found.capabilities = [
      Capability(site: "A", item: "Part", capacity: 20, unitCost: 2),
      Capability(site: "B", item: "Part", capacity: 20, unitCost: 2),
    ]
    found.markets = [Market("M", region: "Region")]
    found.demand = [Demand(market: "M", item: "Part", quantity: 10, shortageCost: 50)]
    found.lanes = [Lane(from: "A", to: "M", unitCost: 1)]
    if let there { found.lanes.append(Lane(from: "A", to: "B", unitCost: 1, leadDays: there)) }
    if let back { found.lanes.append(Lane(from: "B", to: "A", unitCost: 1, leadDays: back)) }
    return found
  }

  private func remarks(there: Double?, back: Double?) throws -> [String] {
    try SourcingNetwork(found(there: there, back: back)).advice.map(\.description).filter {
      $0.contains("which nobody has made")
    }
  }

  @Test("an item that can come back to where it was is told with the lane's place")
  func ring() throws {
    let told = try remarks(there: 30, back: 0)
    #expect(told.count == 1)
    #expect(told.first?.hasPrefix("lanes:2:lead_days: ") == true, "\(told)")
    #expect(told.first?.contains("from A to B and back") == true, "\(told)")
  }

  @Test(
    "lanes that lead one way, or that take no time, are nothing to remark on",
    arguments: [
      (30.0, nil), (nil, 30), (0, 0),
    ] as [(Double?, Double?)])
  func noRing(there: Double?, back: Double?) throws {
    #expect(try remarks(there: there, back: back) == [])
  }
}
