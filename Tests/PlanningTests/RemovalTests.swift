import Foundation
import Planning
import Sourcing
import Testing

/// A case with less in it costs no less.
@Suite("What is taken from a case never lowers its optimum")
struct RemovalTests {
  /// A random case: with mixed features, with chains, or with all there are.
  struct Drawn: Sendable, CustomTestStringConvertible {
    enum Kind { case mixed, chained, whole }

    var kind: Kind
    var seed: Int
    var testDescription: String { "\(kind) \(seed)" }

    func found() throws -> SourcingCase {
      switch kind {
      case .mixed: try RandomCase.mixed(seed: seed)
      case .chained: try RandomCase.mixed(seed: seed, .chained)
      case .whole: try RandomCase.whole(seed: seed)
      }
    }
  }

  static let drawn =
    (100..<108).map { Drawn(kind: .mixed, seed: $0) } + (280..<288).map { Drawn(kind: .chained, seed: $0) }
    + (200..<208).map { Drawn(kind: .whole, seed: $0) }

  /// The least cost of a case; infinite where no layout satisfies the policies.
  private func optimum(_ found: SourcingCase) throws -> Double {
    let network = try SourcingNetwork(found)
    let plan = try Fixtures.planner.plan(network, Fixtures.exact)
    if plan.status == .infeasible { return .infinity }
    #expect(plan.status == .optimal)
    #expect(PlanVerifier.verify(plan, against: network).faults.map(\.description) == [])
    return try #require(plan.objective)
  }

  private func expect(_ lower: Double, atMost upper: Double, _ change: String) {
    #expect(lower <= upper || Agreement.isClose(lower, upper), "\(change): \(lower) against \(upper)")
  }

  @Test("a source that may not be used", arguments: drawn)
  func closedSource(_ drawn: Drawn) throws {
    let found = try drawn.found()
    let whole = try optimum(found)
    for row in found.capabilities {
      try expect(whole, atMost: optimum(found.closing(row)), "without \(row.site), \(row.item)")
    }
  }

  @Test("a site that may not be used", arguments: drawn)
  func closedSite(_ drawn: Drawn) throws {
    let found = try drawn.found()
    let whole = try optimum(found)
    for site in found.sites {
      try expect(whole, atMost: optimum(found.closing(site: site.id)), "without \(site.id)")
    }
  }

  @Test("a lane that carries nothing", arguments: drawn)
  func closedLane(_ drawn: Drawn) throws {
    let found = try drawn.found().withoutTimeInRings()
    let whole = try optimum(found)
    for row in found.lanes.indices {
      try expect(whole, atMost: optimum(found.closingLane(row)), "without lane \(row + 1)")
    }
  }

  @Test("a source that is deleted", arguments: drawn)
  func deletedSource(_ drawn: Drawn) throws {
    var found = try drawn.found().withoutTimeInRings()
    // Who is no source any more may still pass the item on, which these do not count then.
    found.policies.removeAll { $0.kind == .maxShare && !$0.markets.isEmpty }
    let whole = try optimum(found)
    for row in found.capabilities {
      let isJoined = found.hasJoinedProjects {
        $0.site == row.site && $0.item == row.item && $0.recipe == row.recipe
      }
      let reduced = isJoined || found.capabilities.count == 1 ? found.closing(row) : found.without(row)
      try expect(found, whole, reduced, "without \(row.site), \(row.item)")
    }
  }

  @Test("a supplier, with all that it makes and all its lanes", arguments: drawn)
  func deletedSupplier(_ drawn: Drawn) throws {
    let found = try drawn.found().withoutTimeInRings()
    let whole = try optimum(found)
    for site in found.sites.map(\.id) {
      let isLast =
        found.capabilities.allSatisfy { $0.site == site }
        || found.lanes.allSatisfy { $0.origin == site || $0.destination == site }
      let isJoined = found.hasJoinedProjects { $0.site == site }
      let reduced = isJoined || isLast ? found.closing(site: site) : found.without(supplier: site)
      try expect(found, whole, reduced, "without \(site)")
    }
  }

  /// Holds a case against one with rows deleted, of which policies and today's layout speak no more.
  private func expect(
    _ found: SourcingCase, _ whole: Double, _ reduced: SourcingCase, _ change: String
  ) throws {
    // Nothing is known of a case in which more has changed than may.
    guard var reduced = try found.countingLosses(in: reduced) else { return }
    if found.itemsForgotten(in: reduced).isEmpty {
      try expect(whole, atMost: optimum(reduced), change)
      return
    }
    var free = found
    (free.policies, reduced.policies) = ([], [])
    try expect(optimum(free), atMost: optimum(reduced), "\(change), policies aside")
  }

  @Test("a row of lanes that is deleted, unless it hid a less specific one", arguments: drawn)
  func deletedLane(_ drawn: Drawn) throws {
    let found = try drawn.found().withoutTimeInRings()
    let network = try SourcingNetwork(found)
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

  // MARK: Plants that would become warehouses

  /// Mine's goods reach Town by way of Plant, which makes 1 product of 2 parts: 10 for openings, 2 · 3 + 3 + 1 = 10 for the product, 5 · 4 = 20 for parts.
  /// Cables, which Plant does not use, are short at 40 · 20: 840.
  private func plant(_ more: TableEdit...) throws -> SourcingCase {
    let path = Fixtures.micro.appendingPathComponent("user_passes_on_what_it_uses.json").path
    func set(_ item: String, to quantity: Double) -> TableEdit {
      TableEdit("demand", .set(column: "quantity", to: .number(quantity)), where: ["item": [.text(item)]])
    }
    let edits = [set("product", to: 1), set("cable", to: 40)] + more
    return try CaseTables.read(path).applying(edits, of: EditOrigin("what-if")).sound()
  }

  private static let isPlant: [String: [Cell]] = ["site": [.text("Plant")]]

  @Test("a plant whose last source an edit deletes becomes no warehouse")
  func deletedByEdit() throws {
    #expect(try abs(optimum(plant()) - 840) < 1e-6)
    // The product, 5 parts and 40 cables are short: 100 + 100 + 800.
    let reduced = try plant(TableEdit("capabilities", .delete, where: Self.isPlant))
    #expect(reduced.sites.map(\.isHub) == [nil, false])
    #expect(try abs(optimum(reduced) - 1000) < 1e-6)
  }

  @Test("unless the case says so, or nothing")
  func hubs() throws {
    // 100 for the product, 45 · 4 by way of Plant, 10 for openings: less than with the source.
    var reduced = try plant()
    reduced.capabilities.removeAll { $0.site == "Plant" }
    #expect(try abs(optimum(reduced) - 290) < 1e-6)
    let hub = TableEdit("sites", .set(column: "hub", to: .flag(true)), where: Self.isPlant)
    let told = try plant(hub, TableEdit("capabilities", .delete, where: Self.isPlant))
    #expect(told.sites.map(\.isHub) == [nil, true])
    #expect(try abs(optimum(told) - 290) < 1e-6)
    // A hub that makes the product: 840 less 800, and 160 for its cables.
    #expect(try abs(optimum(plant(hub)) - 200) < 1e-6)
  }

  @Test("a deleted source that uses nothing leaves its site what it was")
  func deletedMine() throws {
    let reduced = try plant(TableEdit("capabilities", .delete, where: ["item": [.text("cable")]]))
    #expect(reduced.sites.map(\.isHub) == [nil, nil])
  }
}
