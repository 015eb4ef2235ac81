internal import CGLPK
internal import GLPKSolver
package import LinearModel
internal import Synchronization

/// GLPK with an internal error now and then, for finding out what becomes of it; no program for planners has it.
///
/// Each search on a dedicated thread meets an error after a number of calls that is drawn from a seed.
package struct FaultySolver: Solver {
  private let solver = GLPKSolver()
  private let chance: Chance
  private let isLasting: Bool

  /// Draws the calls after which searches meet their error.
  private final class Chance: Sendable {
    private let state: Mutex<UInt64>
    private let mostCalls: UInt64
    let faults = Mutex(0)

    init(seed: UInt64, mostCalls: UInt64) {
      state = Mutex(seed)
      self.mostCalls = mostCalls
    }

    func next() -> Int64 {
      state.withLock { state in
        // Knuth's linear congruential generator, of which the upper bits are good enough here.
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int64(1 + (state >> 33) % mostCalls)
      }
    }
  }

  /// A solver that fails.
  ///
  /// - Parameters:
  ///   - seed: Which of the many sequences of errors it is.
  ///   - mostCalls: The most calls before an error, at least 1; a search of fewer meets none.
  ///   - isLasting: Whether an error comes again and again once it has come.
  package init(seed: UInt64, mostCalls: UInt64, isLasting: Bool) {
    chance = Chance(seed: seed, mostCalls: max(1, mostCalls))
    self.isLasting = isLasting
  }

  /// Searches so far that met an error.
  package var faults: Int { chance.faults.withLock { $0 } }

  package var identity: String { solver.identity }
  package var capabilities: Set<SolverCapability> { solver.capabilities }
  package func open(_ model: Model) throws -> any SolverSession { try solver.open(model) }
  package func openSimplex(_ model: Model) throws -> any SimplexSession { try solver.openSimplex(model) }

  package func onDedicatedThread<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) throws -> Value {
    let (calls, isLasting, chance) = (chance.next(), isLasting, chance)
    return try solver.onDedicatedThread {
      cglpk_test_fail_after(calls, isLasting)
      defer {
        if cglpk_test_events() >= calls { chance.faults.withLock { $0 += 1 } }
        cglpk_test_fail_after(0, false)
      }
      return try work()
    }
  }
}
