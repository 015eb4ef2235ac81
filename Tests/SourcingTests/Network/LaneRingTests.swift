import Sourcing
import Testing

@Suite("Lanes in a ring that take time are found")
struct LaneRingTests {
  /// Two makers with lanes to each other, one of which sells, and a third on the way back where that is asked for.
  private func found(there: Double?, back: Double?, by third: String? = nil) -> SourcingCase {
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
    if let back {
      if let third {
        found.sites.append(Site(third, region: "Region"))
        found.lanes.append(Lane(from: "B", to: third, unitCost: 1, leadDays: 0))
      }
      found.lanes.append(Lane(from: third ?? "B", to: "A", unitCost: 1, leadDays: back))
    }
    return found
  }

  /// The lanes of rings, by their ends.
  private func ends(_ found: SourcingCase) throws -> [String] {
    let network = try SourcingNetwork(found)
    return zip(network.lanes, network.ringLanes).filter(\.1).map { lane, _ in
      guard case .site(let end) = lane.destination else { return "\(found.sites[lane.origin].id)-" }
      return "\(found.sites[lane.origin].id)-\(found.sites[end].id)"
    }.sorted()
  }

  private func remarks(_ found: SourcingCase) throws -> [String] {
    try SourcingNetwork(found).advice.map(\.description).filter {
      $0.contains("under way when the horizon begins")
    }
  }

  @Test("lanes by which an item can come back to where it was are those of a ring")
  func ring() throws {
    #expect(try ends(found(there: 30, back: 0)) == ["A-B", "B-A"])
    #expect(try remarks(found(there: 30, back: 0)) == [], "there is no way over two lanes that leads on")
  }

  @Test("a ring of more than two sites is remarked on at the place of a lane that takes time")
  func wideRing() throws {
    let wide = found(there: 30, back: 0, by: "C")
    #expect(try ends(wide) == ["A-B", "B-C", "C-A"])
    let told = try remarks(wide)
    #expect(told.count == 1)
    #expect(told.first?.hasPrefix("lanes:2:lead_days: ") == true, "\(told)")
    #expect(told.first?.contains("from A to B and by other sites back") == true, "\(told)")
  }

  @Test("lanes that lead into a ring and out of it do not belong to it")
  func besideTheRing() throws {
    var beside = found(there: 30, back: 30)
    beside.sites += [Site("Before", region: "Region"), Site("Behind", region: "Region")]
    beside.capabilities.append(Capability(site: "Before", item: "Part", capacity: 20, unitCost: 2))
    beside.lanes += [
      Lane(from: "Before", to: "A", unitCost: 1, leadDays: 30),
      Lane(from: "B", to: "Behind", unitCost: 1, leadDays: 30),
      Lane(from: "Behind", to: "M", unitCost: 1),
    ]
    #expect(try ends(beside) == ["A-B", "B-A"])
  }

  @Test(
    "lanes that lead one way, or that take no time, are no ring",
    arguments: [
      (30.0, nil), (nil, 30), (0, 0),
    ] as [(Double?, Double?)])
  func noRing(there: Double?, back: Double?) throws {
    #expect(try SourcingNetwork(found(there: there, back: back)).ringLanes == [])
  }
}
