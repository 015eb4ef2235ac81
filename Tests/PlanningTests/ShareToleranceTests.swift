import Planning
import Sourcing
import Testing

/// A solver leaves traces: of a hundred thousand units that nobody supplies it may say that 1e-8 are.
@Suite("Shares of next to nothing")
struct ShareToleranceTests {
  /// Two suppliers of an item of which 200,000 units are wanted; "Half" lets each supply half of it.
  private func network(_ policy: Policy) throws -> SourcingNetwork {
    var found = SourcingCase(name: "two suppliers", currency: "EUR")
    found.regions = [Region("Region")]
    found.items = [Item("Item")]
    found.sites = [Site("A", region: "Region"), Site("B", region: "Region")]
    found.capabilities = [
      Capability(site: "A", item: "Item", capacity: 200_000, unitCost: 1),
      Capability(site: "B", item: "Item", capacity: 200_000, unitCost: 1),
    ]
    found.markets = [Market("Market", region: "Region")]
    found.demand = [Demand(market: "Market", item: "Item", quantity: 200_000, shortageCost: 10)]
    found.lanes = [Lane(from: "*", to: "*")]
    found.policies = [policy]
    return try SourcingNetwork(found)
  }

  /// Faults of a layout in which A and B supply these amounts.
  private func faults(_ policy: Policy, _ amounts: [Double]) throws -> [Fault] {
    let network = try network(policy)
    var layout = Layout(network)
    layout.isOpen = [true, true]
    layout.role = [.primary, .primary]
    layout.commit = amounts
    layout.recourse[0].periods[0].make = amounts
    layout.recourse[0].periods[0].ship = amounts
    layout.recourse[0].periods[0].short = [200_000 - amounts[0] - amounts[1]]
    return PlanVerifier.verify(layout, against: network).faults
  }

  @Test(
    "only what misses the limit by more than rounding is a fault",
    arguments: [
      ([3e-8, 0], true), ([0.5, 0.2], true), ([0.9, 0.2], false), ([6, 5.9], true), ([6, 5], false),
      ([60_000, 60_000], true), ([60_000, 59_000], false),
    ])
  func maxShare(amounts: [Double], isSound: Bool) throws {
    let faults = try faults(Policy("Half", .maxShare, limit: 0.5), amounts)
    #expect(faults.isEmpty == isSound, "\(faults)")
  }

  @Test(
    "autonomy is judged likewise",
    arguments: [
      ([0, 3e-8], true), ([5.9, 6], true), ([5, 6], false), ([60_000, 60_000], true),
      ([59_000, 60_000], false),
    ])
  func autonomy(amounts: [Double], isSound: Bool) throws {
    let faults = try faults(Policy("Half", .autonomy, sites: ["A"], limit: 0.5), amounts)
    #expect(faults.isEmpty == isSound, "\(faults)")
  }
}
