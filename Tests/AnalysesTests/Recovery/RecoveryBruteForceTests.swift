import Planning
import Sourcing
import Testing

@testable import Analyses

/// Recoveries against every set of sources that could be taken on, worked out without a model.
///
/// Four periods of 30 days, 80 needed in each. Alpha has all of it by contract and burns down on day 30 for the rest. Three sources
/// are not in the layout, at sites that are open: each costs something once, has so much a period and is ready some periods later.
/// All of them together have less than 80, so nothing is worth keeping, and in each period whoever is ready delivers all it has.
@Suite("Recoveries against all sets of new sources")
struct RecoveryBruteForceTests {
  private struct Source {
    var once: Double
    var capacity: Double
    var unitCost: Double
    var delay: Int
  }

  private static let shortageCost = 50.0

  /// Numbers that differ from seed to seed, some of which pay and some of which do not.
  private func sources(_ seed: Int) -> [Source] {
    (0..<3).map { position in
      let draw = (seed * 17 + position * 29) % 13
      return Source(
        once: Double(60 + draw * 130), capacity: Double(10 + (draw * 5) % 14), unitCost: Double(9 + draw % 5),
        delay: (seed + position) % 3)
    }
  }

  private func made(_ sources: [Source]) throws -> (SourcingNetwork, Plan) {
    var found = Fixtures.twoSuppliers()
    found.settings.periods = 4
    found.settings.periodDays = 30
    found.sites = [Site("Alpha", region: "North", isExisting: true)]
    found.capabilities = [Capability(site: "Alpha", item: "part", capacity: 100, unitCost: 4)]
    for (position, source) in sources.enumerated() {
      found.sites.append(Site("New \(position)", region: "South", isExisting: true))
      found.capabilities.append(
        Capability(
          site: "New \(position)", item: "part", capacity: source.capacity, unitCost: source.unitCost,
          qualificationCost: source.once, activationDays: Double(30 * source.delay)))
    }
    found.disruptions = [Disruption("fire", .site, "Alpha", factor: 0, startDay: 30, durationDays: 90)]
    let network = try SourcingNetwork(found)
    var layout = Layout(network)
    layout.isOpen = found.sites.map { _ in true }
    layout.role[0] = .primary
    layout.commit[0] = 80
    let lane = try #require(network.lanes.firstIndex { $0.origin == 0 })
    for period in 0..<4 {
      layout.recourse[0].periods[period].make[0] = 80
      layout.recourse[0].periods[period].ship[lane] = 80
    }
    var plan = Plan(name: "by hand", currency: "EUR", status: .feasible, message: "")
    layout.write(into: &plan, network)
    return (network, plan)
  }

  /// What the three periods after the fire cost where some sources are taken on.
  private func cost(_ sources: [Source], _ set: Int) -> Double {
    let taken = sources.enumerated().filter { set >> $0.offset & 1 == 1 }.map(\.element)
    return (0..<3).reduce(taken.reduce(0) { $0 + $1.once }) { total, period in
      let ready = taken.filter { $0.delay <= period }
      let met = ready.reduce(0) { $0 + $1.capacity }
      return total + ready.reduce(0) { $0 + $1.capacity * $1.unitCost } + (80 - met) * Self.shortageCost
    }
  }

  @Test("no set of new sources costs less than the one that is told", arguments: 0..<8, [0, 1, 2, 3])
  func allSets(_ seed: Int, _ most: Int) throws {
    let sources = sources(seed)
    let (network, plan) = try made(sources)
    var options = RecoveryOptions(events: ["fire"])
    options.maxChanges = most
    let found = try RecoveryPlanner(solver: Fixtures.solver).recover(network, from: plan, options)
    #expect(found.isProven)
    let sets = (0..<8).filter { $0.nonzeroBitCount <= most }
    let least = try #require(sets.map { cost(sources, $0) }.min())
    #expect(abs(try #require(found.cost) - least) < 1e-3, "\(seed), \(most)")
    let taken = found.actions.filter { $0.kind == .qualify }.reduce(into: Set<String>()) {
      $0.insert($1.site)
    }
    let set = (0..<3).reduce(0) { $0 | (taken.contains("New \($1)") ? 1 << $1 : 0) }
    #expect(abs(cost(sources, set) - least) < 1e-3, "\(taken)")
  }
}
