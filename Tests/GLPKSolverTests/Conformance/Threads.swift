import Foundation
import LinearModel
import Testing

@Suite("Conformance: threads")
struct Threads {
  /// Two threads at once, each with many models: all answers right.
  @Test(arguments: IntegerPrograms.solvers)
  func solvesInParallel(_ solver: any Solver) async throws {
    let seeds = 0..<24
    let expected = try seeds.map { seed in
      try #require(RandomModels.bruteForce(RandomModels.knapsack(items: 9, rows: 2, seed: UInt64(seed))))
    }
    let found = try await withThrowingTaskGroup(of: (Int, Double?).self) { group in
      for seed in seeds {
        group.addTask {
          let model = RandomModels.knapsack(items: 9, rows: 2, seed: UInt64(seed))
          return (seed, try solver.solve(model).objective)
        }
      }
      var found = [Double?](repeating: nil, count: seeds.count)
      for try await (seed, objective) in group { found[seed] = objective }
      return found
    }
    for (objective, best) in zip(found, expected) { #expect(agree(objective, best)) }
  }

  /// A thread's work gives its value, or throws its error, to who waits.
  @Test(arguments: Backend.all)
  func dedicatedThreadHandsOver(_ solver: any Solver) throws {
    struct Oops: Error {}
    #expect(try solver.onDedicatedThread { 6 * 7 } == 42)
    #expect(throws: Oops.self) { try solver.onDedicatedThread { throw Oops() } }
  }
}
