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
