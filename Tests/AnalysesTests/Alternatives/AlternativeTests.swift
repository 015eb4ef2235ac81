import GLPKSolver
import LinearModel
import Planning
import Sourcing
import Testing

@testable import Analyses

@Suite("Other layouts that cost little more")
struct AlternativeTests {
  /// Four suppliers of 100 units each for a demand of 80, at 10, 10.05, 10.08 and 12 a unit, a new site each.
  private var fourSuppliers: SourcingCase {
    var found = SourcingCase(name: "four", currency: "EUR")
    found.regions = [Region("North")]
    found.items = [Item("part")]
    for (name, cost) in [("Alpha", 10.0), ("Beta", 10.05), ("Gamma", 10.08), ("Delta", 12)] {
      found.sites.append(Site(name, region: "North", openingCost: 1))
      found.capabilities.append(Capability(site: name, item: "part", capacity: 100, unitCost: cost))
    }
    found.markets = [Market("Town", region: "North")]
    found.demand = [Demand(market: "Town", item: "part", quantity: 80, shortageCost: 50)]
    found.lanes = [Lane(from: "*", to: "Town")]
    return found
  }

  private func find(
    _ found: SourcingCase, count: Int, within: Double, _ method: PlanMethod = .auto
  ) throws -> Alternatives {
    var options = AlternativeOptions()
    options.method = method
    options.count = count
    options.within = within
    return try AlternativeFinder(solver: Fixtures.solver).alternatives(
      to: Fixtures.plan(found), in: SourcingNetwork(found), options)
  }

  /// The best is Alpha alone: 801. Within 1 %, 809.01, the farthest is all others without Alpha: site, source and main role of
  /// each of the four differ: 12. Two of them hold the least, 0.8: 78.4 · 10.05 + 0.8 · 10.08 + 0.8 · 12 + 3 = 808.584.
  @Test(
    "the first is the farthest from the best, worked out by hand",
    arguments: [PlanMethod.extensive, .benders])
  func handSolved(_ method: PlanMethod) throws {
    let found = try find(fourSuppliers, count: 2, within: 0.01, method)
    let first = try #require(found.layouts.first)
    #expect(first.sites.sorted() == ["Beta", "Delta", "Gamma"])
    #expect(first.distance == 12)
    #expect(first.distanceBound == 12)
    #expect(first.closes == ["Alpha"])
    // Taken apart, the search ends with the first layout of that cost and distance, which need not be the cheapest.
    #expect(first.objective >= 808.584 - 1e-6)
    if method == .extensive { #expect(abs(first.objective - 808.584) < 1e-6) }
  }

  @Test(
    "each is as far from those before it as any layout of its cost, the cheapest of those, and none costs more than it may",
    arguments: [0.002, 0.01, 0.03, 0.3], [PlanMethod.extensive, .benders])
  func agreesWithEnumeration(_ within: Double, _ method: PlanMethod) throws {
    let case4 = fourSuppliers
    let found = try find(case4, count: 4, within: within, method)
    let best = try #require(found.best.objective)
    let network = try SourcingNetwork(case4)
    let vector = LayoutDecisions(network)
    var known = [vector.values(Layout.reading(found.best, network).layout)]
    // Every set of suppliers with the least that it costs; the dearest hold only what they must.
    let sets = (1..<16).map { bits in (0..<4).filter { bits >> $0 & 1 == 1 } }.map { set in
      let prices = set.map { network.capabilities[$0].capability.unitCost }.sorted()
      let cost =
        prices.dropFirst().reduce(Double(set.count)) { $0 + 0.8 * $1 }
        + (80 - 0.8 * Double(set.count - 1)) * prices[0]
      let values = (0..<4).map { set.contains($0) }
      return (cost: cost, values: values + values + values)
    }.filter { $0.cost <= best * (1 + within) + 1e-9 }
    let affordable = sets.map(\.values)
    for layout in found.layouts {
      #expect(layout.objective <= best * (1 + within) * (1 + 1e-9))
      let farthest = affordable.map { other in known.map { LayoutDecisions.distance($0, other) }.min() ?? 0 }
        .max()
      #expect(layout.distance == farthest)
      #expect(layout.distanceBound == farthest)
      // Taken apart, the search ends with the first layout of that distance, which need not be the cheapest.
      if method == .extensive {
        let equal = sets.filter { set in
          known.map { LayoutDecisions.distance($0, set.values) }.min() == farthest
        }
        #expect(abs(layout.objective - (equal.map(\.cost).min() ?? 0)) < 1e-6)
      }
      known.append(
        (0..<4).map { site in layout.sites.contains(case4.sites[site].id) }
          + (0..<4).map { site in layout.sourcing.contains { $0.site == case4.sites[site].id } }
          + (0..<4).map { site in
            layout.sourcing.contains { $0.site == case4.sites[site].id && $0.role == .primary }
          })
    }
    if found.layouts.count < 4 {
      #expect(found.isExhausted)
      #expect(affordable.allSatisfy { other in known.contains { LayoutDecisions.distance($0, other) == 0 } })
    }
  }

  /// Delta alone costs 961. Within 1 % of that, 970.61, the farthest is all three others without Delta, as far as holds the least.
  @Test(
    "alternatives to a given layout differ from it and cost little more than it",
    arguments: [PlanMethod.extensive, .benders])
  func givenLayout(_ method: PlanMethod) throws {
    var onlyDelta = fourSuppliers
    onlyDelta.policies = [Policy("Delta", .exclude, sites: ["Alpha", "Beta", "Gamma"])]
    var options = AlternativeOptions()
    options.count = 1
    options.method = method
    let network = try SourcingNetwork(fourSuppliers)
    let given = try StandingLayout(Fixtures.plan(onlyDelta)).costed(in: network, solver: Fixtures.solver)
    let found = try AlternativeFinder(solver: Fixtures.solver).alternatives(
      to: given.plan, in: network, options)
    #expect(abs(try #require(found.best.objective) - 961) < 1e-6)
    let other = try #require(found.layouts.first)
    #expect(other.objective <= 970.61 + 1e-6)
    #expect(other.distance == 12)
    #expect(other.closes == ["Delta"])
  }

  @Test("where nothing else costs so little there is none, and that is told")
  func none() throws {
    let found = try find(fourSuppliers, count: 3, within: 0.0001)
    #expect(found.layouts.isEmpty)
    #expect(found.isExhausted)
  }

  @Test("policies hold in every alternative", arguments: [PlanMethod.extensive, .benders])
  func policies(_ method: PlanMethod) throws {
    var found = fourSuppliers
    found.policies = [Policy("two", .minSources, limit: 2), Policy("no Delta", .exclude, sites: ["Delta"])]
    let result = try find(found, count: 3, within: 0.05, method)
    #expect(!result.layouts.isEmpty)
    for layout in result.layouts {
      #expect(layout.sourcing.count >= 2)
      #expect(!layout.sites.contains("Delta"))
    }
  }

  /// A demand of 80 from Alpha at 10, Beta at 11 or Gamma at 13, 100 to open each, with an index of at most 0.5. In equal shares
  /// Alpha and Beta cost 1,040, Alpha and Gamma 1,120, Beta and Gamma 1,160. All three cost 1,136.1 at least: with shares near
  /// (0.585, 0.396, 0.018), on the circle on which the index is 0.5.
  @Test("a limit on concentration holds in every alternative", arguments: [PlanMethod.extensive, .benders])
  func concentration(_ method: PlanMethod) throws {
    let three = SourcingCase.threeSuppliersUnderConcentration
    let near = try find(three, count: 1, within: 0.08, method)
    #expect(near.best.objective.map { abs($0 - 1040) < 1e-2 } == true)
    #expect(near.layouts.map(\.sites) == [["Alpha", "Gamma"]])
    #expect(near.layouts.map(\.distance) == [6])
    #expect(near.layouts.map(\.distanceBound) == [6])
    let all = try find(three, count: 4, within: 0.12, method)
    #expect(all.layouts.map(\.distance) == [6, 6, 3])
    #expect(all.layouts.map(\.distanceBound) == [6, 6, 3])
    #expect(Set(all.layouts.map { $0.sites.sorted() }).count == 3)
    #expect(all.isExhausted)
    for layout in all.layouts {
      let total = layout.sourcing.reduce(0) { $0 + $1.commit }
      let index = layout.sourcing.reduce(0) { $0 + ($1.commit / total) * ($1.commit / total) }
      #expect(index <= 0.5 + 1e-4)
    }
  }

  /// A source that is called a backup and holds nothing is the same layout as one without it.
  @Test("what holds nothing is no difference")
  func idleBackup() throws {
    var found = fourSuppliers
    found.capabilities[1].reservationCost = 1
    let network = try SourcingNetwork(found)
    var layout = Layout.reading(try Fixtures.plan(found), network).layout
    let before = LayoutDecisions(network).values(layout)
    layout.role[1] = .backup
    layout.isOpen[1] = true
    #expect(LayoutDecisions.distance(before, LayoutDecisions(network).values(layout)) == 0)
    layout.reserve[1] = 1
    #expect(LayoutDecisions.distance(before, LayoutDecisions(network).values(layout)) == 2)
  }

  @Test("cut short, it gives those found by then", arguments: [PlanMethod.extensive, .benders])
  func interrupted(_ method: PlanMethod) throws {
    let cancellation = Cancellation()
    var options = AlternativeOptions()
    options.count = 3
    options.within = 0.3
    options.method = method
    options.cancellation = cancellation
    options.progress = { if $0 == "alternative 2 of 3" { cancellation.cancel() } }
    let result = try AlternativeFinder(solver: Fixtures.solver).alternatives(
      to: Fixtures.plan(fourSuppliers), in: SourcingNetwork(fourSuppliers), options)
    #expect(result.completeness == .interrupted)
    #expect(result.layouts.count < 3)
  }
}

extension SourcingCase {
  /// A demand of 80 from Alpha at 10, Beta at 11 or Gamma at 13, 100 to open each, with an index over suppliers of at most 0.5.
  static var threeSuppliersUnderConcentration: SourcingCase {
    var found = SourcingCase(name: "three", currency: "EUR")
    found.regions = [Region("North"), Region("East"), Region("South")]
    found.items = [Item("part")]
    for (name, region, cost) in [("Alpha", "North", 10.0), ("Beta", "East", 11), ("Gamma", "South", 13)] {
      found.sites.append(Site(name, region: region, openingCost: 100))
      found.capabilities.append(Capability(site: name, item: "part", capacity: 100, unitCost: cost))
    }
    found.markets = [Market("Town", region: "North")]
    found.demand = [Demand(market: "Town", item: "part", quantity: 80, shortageCost: 50)]
    found.lanes = [Lane(from: "*", to: "Town")]
    found.policies = [Policy("spread", .maxConcentration, scope: .supplier, limit: 0.5)]
    return found
  }
}
