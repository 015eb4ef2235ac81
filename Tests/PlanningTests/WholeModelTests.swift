import Planning
import Sourcing
import Testing

/// What must hold between the optima of two cases that have every feature (``RandomCase/whole(seed:)``).
@Suite("Optima of whole cases move as the case does")
struct WholeModelTests {
  private static let seeds = 200..<225

  /// The least cost of a case; infinite where no layout satisfies the policies.
  private func optimum(_ found: SourcingCase) throws -> Double {
    let network = try SourcingNetwork(found)
    let plan = try Fixtures.planner.plan(network, Fixtures.exact)
    if plan.status == .infeasible { return .infinity }
    #expect(plan.status == .optimal)
    // The objective is what the tables give for the decisions, the bound is the solver's own.
    let (objective, bound) = (try #require(plan.objective), try #require(plan.bound))
    #expect(Agreement.isClose(objective, bound), "the tables give \(objective), the solver \(bound)")
    #expect(PlanVerifier.verify(plan, against: network).faults.map(\.description) == [])
    return objective
  }

  private func expect(_ lower: Double, atMost upper: Double, _ change: String) {
    #expect(lower <= upper || Agreement.isClose(lower, upper), "\(change): \(lower) against \(upper)")
  }

  @Test("removing a policy never raises the optimum", arguments: seeds)
  func withoutPolicy(seed: Int) throws {
    let found = try RandomCase.whole(seed: seed)
    let whole = try optimum(found)
    for index in found.policies.indices {
      var reduced = found
      let policy = reduced.policies.remove(at: index)
      try expect(optimum(reduced), atMost: whole, "without \(policy.kind)")
    }
  }

  @Test("removing a supplier never lowers the optimum", arguments: seeds)
  func withoutSupplier(seed: Int) throws {
    var found = try RandomCase.whole(seed: seed)
    // Who is no supplier any more has not changed, and ships as a hub: these kinds may ask less then.
    found.policies.removeAll { $0.kind == .maxChanges || $0.kind == .maxShare && !$0.markets.isEmpty }
    let network = try SourcingNetwork(found)
    // Lanes that lead in a ring leave out ways which they would not if there were fewer of them.
    if network.ringLanes.contains(true) { return }
    let whole = try optimum(found)
    for supplier in found.capabilities {
      // Alternative projects for a source exclude each other, and sites of a joint one choose its partners; without it they would not.
      let unlocking = found.projects.filter { fits($0, supplier) }
      if Set(unlocking.map(\.id)).count > 1 || unlocking.contains(where: { !$0.partners.isEmpty }) {
        continue
      }
      let reduced = found.without(supplier)
      let isConcerned =
        reduced.capabilities.contains { $0.item == supplier.item }
        || found.demand.contains { $0.item == supplier.item && $0.quantity > 0 }
      if reduced.capabilities.isEmpty || !isConcerned { continue }
      // A site that uses nothing any more is a hub, to which a lane without an item brings anything.
      if try !network.ways.isSuperset(of: SourcingNetwork(reduced).ways) { continue }
      try expect(whole, atMost: optimum(reduced), "without \(supplier.site), \(supplier.item)")
    }
  }

  private func fits(_ project: Project, _ row: Capability) -> Bool {
    project.site == row.site && project.item == row.item && project.recipe == row.recipe
  }

  @Test("removing a lane never lowers the optimum, unless it hid a less specific one", arguments: seeds)
  func withoutLane(seed: Int) throws {
    let found = try RandomCase.whole(seed: seed)
    let network = try SourcingNetwork(found)
    if network.ringLanes.contains(true) { return }
    let whole = try optimum(found)
    for index in found.lanes.indices {
      var reduced = found
      reduced.lanes.remove(at: index)
      // Without its last lane a corridor, or a lane by its ends, cannot be disrupted, which is a fault.
      guard let changed = try? SourcingNetwork(reduced), network.ways.isSuperset(of: changed.ways) else {
        continue
      }
      try expect(whole, atMost: optimum(reduced), "without lane \(index + 1)")
    }
  }

  @Test("raising a price never lowers the optimum", arguments: seeds)
  func dearer(seed: Int) throws {
    let found = try RandomCase.whole(seed: seed)
    let whole = try optimum(found)
    for (name, raise) in PriceRises.all {
      var dearer = found
      raise(&dearer)
      if dearer == found { continue }
      try expect(whole, atMost: optimum(dearer), name)
    }
  }

  @Test("neither names, the order of rows nor the unit of money matter", arguments: seeds)
  func renamed(seed: Int) throws {
    let found = try RandomCase.whole(seed: seed)
    var draw = Draw(seed: seed)
    let whole = try optimum(found)
    let again = try optimum(found.renamingEverything(with: &draw).shufflingRows(with: &draw))
    #expect(whole == again || Agreement.isClose(whole, again), "\(whole) against \(again)")
    let scaled = try optimum(found.scalingMoney(by: 1000))
    #expect(whole * 1000 == scaled || Agreement.isClose(whole * 1000, scaled), "\(whole) against \(scaled)")
  }
}

extension SourcingCase {
  /// The case without a source, and without the rows that speak of it.
  func without(_ row: Capability) -> SourcingCase {
    var reduced = self
    reduced.capabilities.removeAll { $0.site == row.site && $0.item == row.item && $0.recipe == row.recipe }
    reduced.projects.removeAll { $0.site == row.site && $0.item == row.item && $0.recipe == row.recipe }
    reduced.current.removeAll { $0.site == row.site && $0.item == row.item && $0.recipe == row.recipe }
    reduced.priceTiers.removeAll { tier in
      !reduced.capabilities.contains { $0.site == tier.site && $0.item == tier.item }
    }
    return reduced
  }
}
