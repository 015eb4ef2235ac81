import GLPKSolver
import LinearModel
import Sourcing
import Testing

@testable import Planning

@Suite("Starting layouts")
struct StartingLayoutTests {
  @Test(
    "a starting layout is a feasible point of the whole model, at the cost that the tables give",
    arguments: Fixtures.microCases)
  func isFeasible(_ micro: Fixtures.MicroCase) throws {
    let network = try Fixtures.network(micro.name)
    let found = try check(network)
    // Made for a quiet world, it may leave a disturbed one no way to the least service.
    let hasLeastService = network.demands.contains { $0.hasLeastService }
    #expect(found || micro.expected.status == "infeasible" || hasLeastService)
  }

  @Test("nor is that of a random case with chains and periods any worse", arguments: 0..<40)
  func isFeasibleOnChains(seed: Int) throws {
    let network = try SourcingNetwork(RandomCase.mixed(seed: seed, .chained))
    let found = try check(network)
    if !found { #expect(try Fixtures.planner.plan(network).status == .infeasible) }
  }

  @Test("nor that of a random case with projects", arguments: 0..<30)
  func isFeasibleOnProjects(seed: Int) throws {
    let network = try SourcingNetwork(RandomCase.developed(seed: seed))
    let found = try check(network)
    if !found { #expect(try Fixtures.planner.plan(network).status == .infeasible) }
  }

  /// Whether there is a starting layout, which is compared with the whole model.
  private func check(_ network: SourcingNetwork) throws -> Bool {
    let starter = StartingLayout(GLPKSolver(), network, PlanOptions(), deadline: nil)
    let found = try GLPKSolver().onDedicatedThread { try starter.find() }
    guard let layout = found else { return false }
    let form = ExtensiveForm(network)
    let evaluation = CostEvaluation(layout, network)
    let point = form.point(of: layout, evaluation)
    let report = form.model.feasibility(of: point)
    // Policies that speak of all scenarios are those that a starting layout does not look at.
    if !network.policies.contains(where: { $0.policy.kind.speaksOfAllScenarios }) {
      #expect(report.isFeasible, "\(report)")
    }
    #expect(
      abs(form.model.objectiveValue(at: point) - evaluation.objective) <= 1e-6 * max(1, evaluation.objective))
    return true
  }
}
