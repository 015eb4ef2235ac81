import GLPKSolver
import LinearModel
import Sourcing
import Testing

@testable import Planning

/// Decomposition must come to what the extensive form comes to.
@Suite("Decomposition")
struct DecompositionTests {
  private static let options: PlanOptions = {
    var options = Fixtures.exact
    options.gap = 1e-7
    options.method = .benders
    return options
  }()

  private static func isDecomposable(_ network: SourcingNetwork) throws -> Bool {
    do {
      _ = try BendersMaster(network)
      return true
    } catch is BendersMaster.Obstacle {
      return false
    }
  }

  @Test("reaches the optimum worked out by hand", arguments: Fixtures.microCases)
  func reachesOptimum(_ micro: Fixtures.MicroCase) throws {
    let network = try Fixtures.network(micro.name)
    guard try Self.isDecomposable(network) else { return }
    let plan = try Fixtures.planner.plan(network, Self.options)
    #expect(plan.status.rawValue == micro.expected.status)
    #expect(plan.method == "benders")
    guard let expected = micro.expected.objective else { return }
    let objective = try #require(plan.objective)
    #expect(abs(objective - expected) <= 1e-6 * max(1, abs(expected)), "\(micro.expected.arithmetic)")
  }

  @Test("most micro-cases can be decomposed")
  func coversMicroCases() throws {
    let count = try Fixtures.microCases.count { try Self.isDecomposable(Fixtures.network($0.name)) }
    #expect(Double(count) > 0.85 * Double(Fixtures.microCases.count))
  }

  @Test("agrees with the extensive form on random cases of all features", arguments: 0..<60)
  func agreesOnRandomCases(seed: Int) throws {
    let cases = try [
      RandomCase.mixed(seed: seed), RandomCase.contracted(seed: seed), RandomCase.developed(seed: seed),
      RandomCase.ruled(seed: seed), RandomCase.governed(seed: seed),
      RandomCase.preferred(seed: seed),
    ]
    for found in cases {
      let network = try SourcingNetwork(found)
      guard try Self.isDecomposable(network) else { continue }
      let whole = try Fixtures.planner.plan(network, Fixtures.exact)
      let parts = try Fixtures.planner.plan(network, Self.options)
      #expect(parts.status == whole.status, "\(found.settings.name)")
      guard let expected = whole.objective else { continue }
      let objective = try #require(parts.objective)
      #expect(abs(objective - expected) <= 2e-6 * max(1, abs(expected)), "\(found.settings.name)")
      let bound = try #require(parts.bound)
      #expect(bound <= expected + 2e-6 * max(1, abs(expected)), "\(found.settings.name)")
    }
  }

  @Test("no cut exceeds what a block truly costs, at any point of the master", arguments: 0..<12)
  func cutsAreValid(seed: Int) throws {
    let network = try SourcingNetwork(RandomCase.contracted(seed: seed))
    guard try Self.isDecomposable(network) else { return }
    let solver = Fixtures.solver
    try solver.onDedicatedThread {
      let master = try BendersMaster(network)
      let oracle = BlockOracle(
        master.blocks, solver, masterLower: master.model.lowerBounds, masterUpper: master.model.upperBounds)
      var draw = Draw(seed: seed)
      let points = (0..<40).map { _ in
        zip(master.model.lowerBounds, master.model.upperBounds).map { lower, upper in
          lower + Double.random(in: 0..<1, using: &draw) * (min(upper, lower + 200) - lower)
        }
      }
      for block in master.blocks.indices {
        let answers = try points.map { try oracle.solve(block, at: $0) }
        for answer in answers.compactMap({ $0 }) where answer.cut.isOptimality {
          for (point, truth) in zip(points, answers) {
            guard let truth, truth.value.isFinite else { continue }
            #expect(answer.cut.value(at: point) <= truth.value + 1e-7 * max(1, abs(truth.value)))
          }
        }
      }
    }
  }
}
