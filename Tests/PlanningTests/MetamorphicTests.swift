import Planning
import Sourcing
import Testing

/// What must hold between the optima of two cases, whatever they are.
@Suite("Optima move as the case does")
struct MetamorphicTests {
  private static let seeds = 100..<120

  /// The least cost of a case; infinite where no layout satisfies the policies.
  private func optimum(_ found: SourcingCase) throws -> Double {
    let network = try SourcingNetwork(found)
    let plan = try Fixtures.planner.plan(network, Fixtures.exact)
    if plan.status == .infeasible { return .infinity }
    #expect(plan.status == .optimal)
    // The objective is what the tables give for the decisions, the bound is the solver's own.
    let (objective, bound) = (try #require(plan.objective), try #require(plan.bound))
    #expect(Agreement.isClose(objective, bound), "the tables give \(objective), the solver \(bound)")
    let report = PlanVerifier.verify(plan, against: network)
    #expect(report.isSound, "\(report.faults)")
    return objective
  }

  private func expect(_ lower: Double, atMost upper: Double, _ change: String) {
    #expect(lower <= upper || Agreement.isClose(lower, upper), "\(change): \(lower) against \(upper)")
  }

  @Test("removing a policy never raises the optimum", arguments: seeds)
  func withoutPolicy(seed: Int) throws {
    let found = try RandomCase.mixed(seed: seed)
    let whole = try optimum(found)
    for index in found.policies.indices {
      var reduced = found
      let policy = reduced.policies.remove(at: index)
      try expect(optimum(reduced), atMost: whole, "without \(policy.kind)")
    }
  }

  @Test("removing a supplier never lowers the optimum", arguments: seeds)
  func withoutSupplier(seed: Int) throws {
    var found = try RandomCase.mixed(seed: seed)
    // Who is no supplier any more ships as a hub: of a share of what markets get it has no part then.
    found.policies.removeAll { $0.kind == .maxShare && !$0.markets.isEmpty }
    let whole = try optimum(found)
    for (index, supplier) in found.capabilities.enumerated() {
      var reduced = found
      reduced.capabilities.remove(at: index)
      // An item that nobody makes and nobody wants is left out of the policies, and an empty table is a fault.
      let isConcerned =
        reduced.capabilities.contains { $0.item == supplier.item }
        || found.demand.contains { $0.item == supplier.item && $0.quantity > 0 }
      if reduced.capabilities.isEmpty || !isConcerned { continue }
      try expect(whole, atMost: optimum(reduced), "without \(supplier.site), \(supplier.item)")
    }
  }

  @Test("removing a lane never lowers the optimum, unless it hid a less specific one")
  func withoutLane() throws {
    var compared = 0
    for seed in Self.seeds {
      let found = try RandomCase.mixed(seed: seed)
      let lanes = try SourcingNetwork(found).ways
      let whole = try optimum(found)
      for index in found.lanes.indices {
        var reduced = found
        reduced.lanes.remove(at: index)
        // Without its last lane a corridor cannot be disrupted, which is a fault.
        guard let network = try? SourcingNetwork(reduced) else { continue }
        guard lanes.isSuperset(of: network.ways) else { continue }
        try expect(whole, atMost: optimum(reduced), "seed \(seed) without lane \(index + 1)")
        compared += 1
      }
    }
    #expect(compared > 50)
  }

  @Test("a ban never lowers the optimum", arguments: seeds)
  func ban(seed: Int) throws {
    let found = try RandomCase.mixed(seed: seed)
    let whole = try optimum(found)
    for region in found.regions {
      var banned = found
      banned.controls.append(Control(from: region.id, to: "*", kind: .ban))
      try expect(whole, atMost: optimum(banned), "ban from \(region.id)")
    }
  }

  @Test("raising a price never lowers the optimum", arguments: seeds)
  func dearer(seed: Int) throws {
    let found = try RandomCase.mixed(seed: seed)
    let whole = try optimum(found)
    for (name, raise) in PriceRises.all {
      var dearer = found
      raise(&dearer)
      if dearer == found { continue }
      try expect(whole, atMost: optimum(dearer), name)
    }
  }

  @Test("money in a smaller unit scales the optimum and changes nothing else", arguments: seeds)
  func scaledMoney(seed: Int) throws {
    let found = try RandomCase.mixed(seed: seed)
    let (whole, scaled) = (try optimum(found), try optimum(found.scalingMoney(by: 1000)))
    #expect(whole * 1000 == scaled || Agreement.isClose(whole * 1000, scaled), "\(whole) against \(scaled)")
  }

  @Test("neither names nor the order of rows matter", arguments: seeds)
  func renamedAndShuffled(seed: Int) throws {
    let found = try RandomCase.mixed(seed: seed)
    var draw = Draw(seed: seed)
    let whole = try optimum(found)
    for changed in [
      found.shufflingRows(with: &draw), found.renamingEverything(with: &draw),
      found.renamingEverything(with: &draw).shufflingRows(with: &draw),
    ] {
      let again = try optimum(changed)
      #expect(whole == again || Agreement.isClose(whole, again), "\(whole) against \(again)")
    }
  }

  @Test("nor do they where there are chains and periods, and money scales likewise", arguments: 0..<20)
  func changedChains(seed: Int) throws {
    let found = try RandomCase.mixed(seed: seed, .chained)
    var draw = Draw(seed: seed)
    let whole = try optimum(found)
    let again = try optimum(found.renamingEverything(with: &draw).shufflingRows(with: &draw))
    #expect(whole == again || Agreement.isClose(whole, again), "\(whole) against \(again)")
    let scaled = try optimum(found.scalingMoney(by: 1000))
    #expect(whole * 1000 == scaled || Agreement.isClose(whole * 1000, scaled), "\(whole) against \(scaled)")
  }
}
