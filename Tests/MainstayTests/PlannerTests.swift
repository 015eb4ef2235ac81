import Foundation
import Mainstay
import Testing

@Suite("Planning from a program")
struct PlannerTests {
  /// Two suppliers of one item, one market: the cheapest of the two.
  private func smallCase(price: Double) -> SourcingCase {
    var found = SourcingCase(name: "small", currency: "EUR")
    found.regions = [Region("North")]
    found.items = [Item("part")]
    found.sites = [Site("Alpha", region: "North"), Site("Beta", region: "North")]
    found.capabilities = [
      Capability(site: "Alpha", item: "part", capacity: 100, unitCost: price),
      Capability(site: "Beta", item: "part", capacity: 100, unitCost: 10),
    ]
    found.markets = [Market("Town", region: "North")]
    found.demand = [Demand(market: "Town", item: "part", quantity: 50, shortageCost: 100)]
    found.lanes = [Lane(from: "*", to: "Town")]
    return found
  }

  @Test("a faulty case is refused with every fault and its place")
  func refusesFaultyCase() throws {
    var found = smallCase(price: 4)
    found.sites[1].region = "Nort"
    found.capabilities[0].capacity = -.infinity
    found.demand[0].shortageCost = .nan
    let error = #expect(throws: CaseFaults.self) { try Planner().plan(found) }
    let faults = try #require(error).faults
    #expect(faults.count == 3)
    #expect(faults.contains { $0.location.description == "sites:2:region" && $0.suggestion == "North" })
    #expect(faults.contains { $0.location.description == "capabilities:1:capacity" })
    #expect(faults.contains { $0.location.description == "demand:1:shortage_cost" })
  }

  /// Planned on the calling thread, which waits.
  private func planned(at price: Double) throws -> Double? {
    try Planner().plan(smallCase(price: price)).objective
  }

  @Test("plans made side by side on several threads are the ones made one after the other")
  func plansSideBySide() async throws {
    let prices = (1...16).map(Double.init)
    let alone = try prices.map { try planned(at: $0) }
    let together = try await withThrowingTaskGroup(of: (Int, Double?).self) { group in
      for (index, price) in prices.enumerated() {
        group.addTask { (index, try planned(at: price)) }
      }
      return try await group.reduce(into: [Double?](repeating: nil, count: prices.count)) { $0[$1.0] = $1.1 }
    }
    #expect(together == alone)
    #expect(alone == prices.map { 50 * min($0, 10) })
  }

  @Test("a search that is cancelled before it begins says so")
  func cancelledSearch() throws {
    let cancellation = Cancellation()
    cancellation.cancel()
    let plan = try Planner().plan(smallCase(price: 4), PlanOptions(cancellation: cancellation))
    #expect(plan.status == .error || plan.status == .feasible)
    #expect(plan.message.hasPrefix("interrupted"))
  }

  @Test("a given layout is held, and only what is done with it is planned")
  func holdsGivenLayout() throws {
    let dear = try Planner().plan(smallCase(price: 4))
    // At a price of 20 Beta would be chosen, but the layout commits 50 to Alpha: 50 · 20.
    let held = try Planner().plan(smallCase(price: 20), PlanOptions(fixedLayout: dear))
    #expect(held.objective == 1000)
    #expect(held.sourcing.map(\.site) == ["Alpha"])
    var elsewhere = dear
    elsewhere.sourcing[0].site = "Gamma"
    #expect(throws: CaseFaults.self) {
      try Planner().plan(smallCase(price: 20), PlanOptions(fixedLayout: elsewhere))
    }
  }
}
