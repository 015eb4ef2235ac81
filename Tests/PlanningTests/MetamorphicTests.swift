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
