import GLPKSolver
import LinearModel
import Sourcing
import Synchronization
import Testing

@testable import Planning

@Suite("Limits while a model is built")
struct BuildLimitTests {
  /// A case of several periods and scenarios, without policies, so that a layout in which nothing is open is one.
  private static func network() throws -> SourcingNetwork {
    var found = try RandomCase.mixed(seed: 3, .chained)
    found.policies = []
    return try SourcingNetwork(found)
  }

  /// Thrown by a check that is made for the n-th time.
  private struct Stop: Error {}

  /// How many checks a build makes, up to the one that ends it.
  private func checks(upTo last: Int, _ build: (() throws -> Void) throws -> Void) -> (
    made: Int, isEnded: Bool
  ) {
    var made = 0
    do {
      try build {
        made += 1
        if made == last { throw Stop() }
      }
      return (made, false)
    } catch {
      return (made, true)
    }
  }

  @Test(
    "every period of every scenario is a moment to end at, in the whole model and in the one that is taken apart"
  )
  func lookBeforeEveryPeriod() throws {
    let network = try Self.network()
    let moments = network.scenarios.count * network.periods
    try #require(moments > 3)
    let whole: (() throws -> Void) throws -> Void = {
      _ = try ExtensiveForm(network, fixing: nil, watching: $0)
    }
    let master: (() throws -> Void) throws -> Void = {
      _ = try BendersMaster(network, fixing: nil, watching: $0)
    }
    for build in [whole, master] {
      let all = checks(upTo: .max, build)
      #expect(!all.isEnded && all.made >= moments)
      let some = checks(upTo: 3, build)
      #expect(some.isEnded && some.made == 3)
    }
  }

  @Test(
    "a search that is interrupted, or has no time, gives a layout without building its model to the end",
    arguments: [PlanMethod.extensive, .benders])
  func searchesEndWhileBuilding(method: PlanMethod) throws {
    for isCancelled in [true, false] {
      let stages = Mutex<[String]>([])
      var options = PlanOptions(timeLimit: isCancelled ? nil : 0) { progress in
        stages.withLock { $0.append(progress.stage) }
      }
      options.method = method
      options.cancellation = Cancellation()
      if isCancelled { options.cancellation?.cancel() }
      let plan = try Planner(solver: GLPKSolver()).plan(Self.network(), options)
      #expect(plan.status == .feasible)
      #expect(plan.bound == nil)
      #expect(
        plan.message
          == (isCancelled ? "interrupted before the proof" : "the time limit was reached before the proof"))
      #expect(plan.method == method.rawValue)
      #expect(
        stages.withLock { $0 } == [method == .benders ? "taking the model apart" : "building the model"])
    }
  }
}
