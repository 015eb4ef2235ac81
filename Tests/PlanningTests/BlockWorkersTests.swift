import FaultInjection
import GLPKSolver
import LinearModel
import Sourcing
import Testing

@testable import Planning

/// Blocks that are solved on several threads.
@Suite("Blocks on several threads")
struct BlockWorkersTests {
  private func plan(_ network: SourcingNetwork, threads: Int, solver: any Solver = GLPKSolver()) throws
    -> Plan
  {
    var options = PlanOptions()
    options.method = .benders
    options.threads = threads
    var plan = try Planner(solver: solver).plan(network, options)
    plan.seconds = 0
    return plan
  }

  @Test("the plan is the same however many threads solve blocks", arguments: 0..<10)
  func samePlan(seed: Int) throws {
    let network = try SourcingNetwork(RandomCase.contracted(seed: seed))
    let alone = try plan(network, threads: 1)
    for threads in [2, 5] { #expect(try plan(network, threads: threads) == alone, "\(threads) threads") }
  }

  @Test("each thread's blocks come to what they come to on one, point by point", arguments: 0..<5)
  func sameAnswers(seed: Int) throws {
    let network = try SourcingNetwork(RandomCase.contracted(seed: seed))
    let solver = Fixtures.solver
    try solver.onDedicatedThread {
      let master = BendersMaster(network)
      let (lower, upper) = (master.model.lowerBounds, master.model.upperBounds)
      let alone = BlockOracle(master.blocks, solver, masterLower: lower, masterUpper: upper)
      let shared = BlockOracle(master.blocks, solver, masterLower: lower, masterUpper: upper, threads: 3)
      var draw = Draw(seed: seed)
      for _ in 0..<6 {
        let point = zip(lower, upper).map { lower, upper in
          lower + Double.random(in: 0..<1, using: &draw) * (min(upper, lower + 200) - lower)
        }
        try alone.prepare(at: point, SimplexLimits())
        try shared.prepare(at: point, SimplexLimits())
        #expect(shared.solves == alone.solves)
        for block in master.blocks.indices {
          let (one, other) = (try alone.solve(block, at: point), try shared.solve(block, at: point))
          #expect(one?.value == other?.value)
          #expect(one?.cut.values == other?.cut.values)
        }
        // Both knew their answers.
        #expect(shared.solves == alone.solves)
      }
    }
  }

  @Test("threads whose solver fails now and then come to the same optimum")
  func faults() throws {
    var faults = 0
    for seed in 0..<4 {
      let network = try SourcingNetwork(RandomCase.contracted(seed: seed))
      let expected = try plan(network, threads: 1)
      let solver = FaultySolver(seed: UInt64(seed + 1), mostCalls: 200, isLasting: false)
      let found = try plan(network, threads: 3, solver: solver)
      faults += solver.faults
      #expect(found.status == expected.status)
      guard let one = expected.objective, let other = found.objective else { continue }
      #expect(abs(one - other) <= 2e-4 * max(1, abs(one)))
    }
    #expect(faults > 4)
  }

  /// A solver that opens no linear program.
  private struct ClosedSolver: Solver {
    var identity: String { "closed" }
    var capabilities: Set<SolverCapability> { [] }
    func open(_ model: Model) throws -> any SolverSession { throw Self.refusal }
    func openSimplex(_ model: Model) throws -> any SimplexSession { throw Self.refusal }
    func onDedicatedThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) throws -> Value {
      try GLPKSolver().onDedicatedThread(work)
    }
    private static var refusal: SolverError { SolverError(.internalFault, "closed", context: "test") }
  }

  @Test("an error on a thread is told, time after time, and the threads end")
  func errors() throws {
    var block = RecourseBlock()
    block.cost = [1]
    block.bound = [1]
    var other = block
    other.cost = [2]
    let oracle = BlockOracle([block, other], ClosedSolver(), masterLower: [], masterUpper: [], threads: 2)
    for _ in 0..<3 {
      #expect(throws: SolverError.self) { try oracle.prepare(at: [], SimplexLimits()) }
    }
  }
}
