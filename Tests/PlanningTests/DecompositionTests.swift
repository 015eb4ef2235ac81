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

  @Test("reaches the optimum worked out by hand", arguments: Fixtures.microCases)
  func reachesOptimum(_ micro: Fixtures.MicroCase) throws {
    let network = try Fixtures.network(micro.name)
    let plan = try Fixtures.planner.plan(network, Self.options)
    #expect(plan.status.rawValue == micro.expected.status)
    #expect(plan.method == "benders")
    guard let expected = micro.expected.objective else { return }
    let objective = try #require(plan.objective)
    #expect(abs(objective - expected) <= 1e-6 * max(1, abs(expected)), "\(micro.expected.arithmetic)")
  }

  @Test("agrees with the extensive form on random cases of all features", arguments: 0..<60)
  func agreesOnRandomCases(seed: Int) throws {
    let cases = try [
      RandomCase.mixed(seed: seed), RandomCase.contracted(seed: seed), RandomCase.developed(seed: seed),
      RandomCase.ruled(seed: seed), RandomCase.governed(seed: seed),
      RandomCase.preferred(seed: seed), RandomCase.guarded(seed: seed),
    ]
    for found in cases {
      let network = try SourcingNetwork(found)
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

  /// A case whose scenarios fall into many blocks, and of whose costs only the expectation counts.
  private static func expectedCostNetwork(_ seed: Int) throws -> SourcingNetwork {
    let size = RandomCase.Size(items: 2...2, markets: 2...3, scenarios: 5...6, policies: 0...1)
    var found = try RandomCase.mixed(seed: seed, size)
    found.settings.riskWeight = 0
    found.policies.removeAll { [.maxCost, .maxCVaR].contains($0.kind) }
    return try SourcingNetwork(found)
  }

  @Test("blocks that share an estimate come to the same optimum as blocks that do not", arguments: 0..<40)
  func sharedEstimatesAgree(seed: Int) throws {
    let network = try Self.expectedCostNetwork(seed)
    let solver = Fixtures.solver
    try solver.onDedicatedThread {
      let (apart, shared) = (BendersMaster(network), BendersMaster(network, mostBlocksAlone: 2))
      let members = shared.estimates.flatMap(\.members).map(\.block)
      #expect(members.sorted() == Array(shared.blocks.indices))
      let clock = SearchClock()
      let outcomes = try [apart, shared].map { master in
        try DecomposedSearch(solver, network, Self.options, clock, SearchProgress(clock, nil)).run(master)
      }
      #expect((outcomes[0].objective == nil) == (outcomes[1].objective == nil))
      guard let expected = outcomes[0].objective, let found = outcomes[1].objective else { return }
      #expect(abs(found - expected) <= 2e-6 * max(1, abs(expected)))
      #expect(outcomes[1].bound <= expected + 1e-6 * max(1, abs(expected)))
    }
  }

  @Test("some random cases have blocks that share an estimate, and each block counts with its probability")
  func sharedEstimatesOccur() throws {
    var shared = 0
    for seed in 0..<40 {
      let network = try Self.expectedCostNetwork(seed)
      let master = BendersMaster(network, mostBlocksAlone: 2)
      let groups = master.estimates.filter { $0.members.count > 1 }
      shared += groups.count
      let probabilities = network.scenarios.map(\.probability)
      for member in groups.flatMap(\.members) {
        let expected = zip(probabilities.suffix(master.blocksOfScenario.count), master.blocksOfScenario)
          .reduce(0.0) { $0 + ($1.1.contains(member.block) ? $1.0 : 0) }
        #expect(abs(member.weight - expected) <= 1e-12)
      }
    }
    #expect(shared >= 10)
  }

  @Test("no cut exceeds what a block truly costs, at any point of the master", arguments: 0..<12)
  func cutsAreValid(seed: Int) throws {
    let network = try SourcingNetwork(RandomCase.contracted(seed: seed))
    let solver = Fixtures.solver
    try solver.onDedicatedThread {
      let master = BendersMaster(network)
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
