import Foundation
import LinearModel
import Testing

@testable import GLPKSolver

/// Every way of the ladder by itself: what usually stands in reserve must be right as well.
@Suite("The ladder of recovery")
struct LadderTests {
  private static func solve(_ model: Model, _ rungs: [LinearSolve.Rung]) throws -> LinearOutcome {
    let session = try GLPKSession(model)
    return try LinearSolve(session: session, clock: SolveClock(SolveOptions()), rungs: rungs).run()
  }

  @Test(arguments: LinearSolve.Rung.allCases)
  func eachRungFindsTheOptimum(_ rung: LinearSolve.Rung) throws {
    try GLPKSolver().onDedicatedThread {
      for seed in 0..<10 {
        let model = RandomModels.plan(rows: 8, columns: 12, seed: UInt64(seed))
        let usual = try Self.solve(model, LinearSolve.Rung.allCases)
        let alone = try Self.solve(model, [rung])
        #expect(alone.kind == .optimal)
        let point = try #require(alone.point)
        #expect(agree(model.objectiveValue(at: point), usual.bound))
      }
    }
  }

  @Test(arguments: LinearSolve.Rung.allCases)
  func eachRungProvesInfeasibility(_ rung: LinearSolve.Rung) throws {
    var model = Model()
    let x = model.addVariable("x", upper: 2, objective: 1)
    let y = model.addVariable("y", upper: 2, objective: -1)
    model.addConstraint(x + y >= 5.0, name: "too much")
    let sound = model
    try GLPKSolver().onDedicatedThread {
      let outcome = try Self.solve(sound, [rung])
      #expect(outcome.kind == .infeasible)
      #expect(sound.provesInfeasibility(try #require(outcome.ray)))
    }
  }

  @Test(arguments: LinearSolve.Rung.allCases)
  func eachRungKnowsTheUnbounded(_ rung: LinearSolve.Rung) throws {
    var model = Model(sense: .maximize)
    let x = model.addVariable("x", objective: 1)
    let y = model.addVariable("y")
    model.addConstraint(x - y <= 1.0, name: "slope")
    let sound = model
    try GLPKSolver().onDedicatedThread {
      let outcome = try Self.solve(sound, [rung])
      #expect(outcome.kind == .unbounded)
    }
  }

  @Test(arguments: TreeSettings.Care.allCases)
  func eachCareFindsTheIntegerOptimum(_ care: TreeSettings.Care) throws {
    try GLPKSolver().onDedicatedThread {
      for seed in 0..<8 {
        let model = RandomModels.knapsack(items: 10, rows: 3, seed: UInt64(seed))
        let options = SolveOptions()
        let solution = try TreeSolve(
          session: try GLPKSession(model), options: options, clock: SolveClock(options), cares: [care]
        ).run()
        #expect(solution.termination.reason == .optimal)
        #expect(agree(solution.objective, try #require(RandomModels.bruteForce(model))))
      }
    }
  }

  /// Where all fails, the error names the file that the model went to, and it reads back.
  @Test func failureLeavesTheModelBehind() throws {
    let (model, _) = LinearPrograms.wyndor()
    let error = NumericalFailure.error(model: model, failures: ["first", "second"])
    #expect(error.code == .numerical)
    #expect(error.message == "first; second")
    let path = try #require(error.context.components(separatedBy: " written to ").last)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let copy = try MPSReader().read(String(contentsOfFile: path, encoding: .utf8))
    #expect(copy.objective == model.objective)
    #expect(copy.rows.values == model.rows.values)
    #expect(copy.sense == .maximize)
  }

  /// Wyndor's optimum is (2, 6) with duals (0, 3/2, 1); other points and other duals do not pass.
  @Test func falseOptimaDoNotPass() {
    let (model, _) = LinearPrograms.wyndor()
    #expect(model.optimalityFlaw(point: [2, 6], duals: [0, 1.5, 1]) == nil)
    #expect(model.optimalityFlaw(point: [4, 3], duals: [0, 1.5, 1]) != nil)
    #expect(model.optimalityFlaw(point: [2, 6], duals: [0, 1.5, 0.9]) != nil)
    #expect(model.optimalityFlaw(point: [2, 6], duals: [0, 1.5, -1]) != nil)
    #expect(model.optimalityFlaw(point: [2, 6], duals: [0, 0, 0]) != nil)
  }

  @Test func falseDirectionsDoNotPass() {
    var model = Model(sense: .maximize)
    let x = model.addVariable("x", objective: 1)
    let y = model.addVariable("y")
    model.addConstraint(x - y <= 1.0, name: "slope")
    #expect(model.provesUnboundedness([1, 1]))
    #expect(model.provesUnboundedness([1, 3]))
    #expect(!model.provesUnboundedness([1, 0]))
    #expect(!model.provesUnboundedness([0, 1]))
    #expect(!model.provesUnboundedness([-1, 1]))
    #expect(!model.provesUnboundedness([0, 0]))
  }

  /// An integer that is only nearly whole, with a large coefficient: rounding breaks the row, and the
  /// continuous variable makes up for it.
  @Test func nearlyIntegerPointIsPolished() throws {
    var model = Model()
    let open = model.addBinary("open", objective: 10)
    let flow = model.addVariable("flow", upper: 1e6, objective: -1)
    model.addConstraint(flow <= 1e6 * open, name: "link")
    let sound = model
    try GLPKSolver().onDedicatedThread {
      var rows = LazyRows(sound)
      let options = SolveOptions()
      let polish = PointPolish(options: options, clock: SolveClock(options))
      // Next to each point what becomes of it; a value of 2 for a binary is beyond repair.
      let cases: [([Double], [Double]?)] = [([1e-6, 1], [0, 0]), ([1 - 1e-7, 5], [1, 5]), ([2, 5], nil)]
      for (raw, expected) in cases {
        let point = try polish.feasiblePoint(near: raw, rows: &rows)
        #expect(point == expected)
      }
    }
  }
}
