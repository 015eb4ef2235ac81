import Foundation
import Planning
import Sourcing
import Testing

/// The extensive form and the model in MathProg are two writings of one model and must find one optimum.
@Suite("Agreement with the model in MathProg")
struct AgreementTests {
  @Test("glpsol finds the planner's optimum of a micro-case", arguments: Fixtures.microCases)
  func agreesOnMicroCase(_ micro: Fixtures.MicroCase) throws {
    try Agreement.check(Fixtures.network(micro.name))
  }

  @Test("glpsol finds the planner's optimum of a random case with mixed features", arguments: 0..<60)
  func agreesOnRandomCase(seed: Int) throws {
    try Agreement.check(SourcingNetwork(RandomCase.mixed(seed: seed)))
  }

  @Test("glpsol finds the planner's optimum of a random case with chains and periods", arguments: 0..<60)
  func agreesOnChains(seed: Int) throws {
    try Agreement.check(SourcingNetwork(RandomCase.mixed(seed: seed, .chained)))
  }

  @Test(
    "glpsol finds the planner's optimum of a random case with tiers, clusters and quotas", arguments: 0..<60)
  func agreesOnContracts(seed: Int) throws {
    try Agreement.check(SourcingNetwork(RandomCase.contracted(seed: seed)))
  }

  @Test("glpsol finds the planner's optimum of a random case whose rules change", arguments: 0..<60)
  func agreesOnRuleChanges(seed: Int) throws {
    try Agreement.check(SourcingNetwork(RandomCase.ruled(seed: seed)))
  }

  @Test("glpsol finds the planner's optimum of a random case with projects", arguments: 0..<60)
  func agreesOnProjects(seed: Int) throws {
    try Agreement.check(SourcingNetwork(RandomCase.developed(seed: seed)))
  }

  @Test("glpsol finds the planner's optimum of a random case with limits on totals", arguments: 0..<60)
  func agreesOnLimits(seed: Int) throws {
    try Agreement.check(SourcingNetwork(RandomCase.governed(seed: seed)))
  }

  @Test(
    "glpsol finds the planner's optimum of a random case with a chance of service and losses to survive",
    arguments: 0..<60)
  func agreesOnGuards(seed: Int) throws {
    try Agreement.check(SourcingNetwork(RandomCase.guarded(seed: seed)))
  }

  @Test("glpsol finds the planner's optimum of a random case with features of all kinds", arguments: 0..<40)
  func agreesOnWholeCase(seed: Int) throws {
    try Agreement.check(SourcingNetwork(RandomCase.whole(seed: seed)))
  }

  @Test("glpsol finds the planner's optimum of a larger random case", arguments: 0..<10)
  func agreesOnLargerCase(seed: Int) throws {
    try Agreement.check(SourcingNetwork(RandomCase.mixed(seed: seed, .medium)))
  }
}

/// Compares answers to one case.
enum Agreement {
  /// Plans a case, has the verifier check the plan, and compares it with what glpsol says.
  static func check(_ network: SourcingNetwork) throws {
    let plan = try Fixtures.planner.plan(network, Fixtures.exact)
    #expect(PlanVerifier.verify(plan, against: network).faults.map(\.description) == [])
    switch try Glpsol.solve(network) {
    case .infeasible:
      #expect(
        plan.status == .infeasible, "glpsol finds no layout, the planner one of \(plan.objective ?? .nan)")
    case .optimal(let expected):
      #expect(plan.status == .optimal)
      let objective = try #require(plan.objective)
      #expect(isClose(objective, expected), "planner \(objective), glpsol \(expected)")
    }
  }

  static func isClose(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= 1e-6 * max(1, abs(left), abs(right))
  }
}
