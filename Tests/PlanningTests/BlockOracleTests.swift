import GLPKSolver
import LinearModel
import Testing

@testable import Planning

@Suite("Recourse blocks at points of the master")
struct BlockOracleTests {
  /// Ten units are wanted: as many as the master's only column says can come at 1 each, the rest is short at 50 each.
  private static var block: RecourseBlock {
    var block = RecourseBlock()
    block.cost = [1, 50]
    block.bound = [10, 10]
    block.matrix.add([(column: 0, value: 1.0), (column: 1, value: 1.0)])
    block.links.add([(column: Int, value: Double)]())
    block.matrix.add([(column: 0, value: 1.0)])
    block.links.add([(column: 0, value: -1.0)])
    block.lower = [10, -.infinity]
    block.upper = [10, 0]
    return block
  }

  @Test("a decision below its bounds by rounding leaves a block an answer, and those after it are right")
  func roundedDecision() throws {
    let solver = Fixtures.solver
    let answers = try solver.onDedicatedThread {
      let oracle = BlockOracle([Self.block], solver, masterLower: [0], masterUpper: [10])
      return try [4, -7e-7, -1e-9, 0, 4].map { try oracle.solve(0, at: [$0]) }
    }
    // 4 · 1 + 6 · 50 = 304, and 10 · 50 = 500 where nothing can come.
    for (answer, cost) in zip(answers, [304, 500, 500, 500, 304.0]) {
      let answer = try #require(answer)
      #expect(answer.cut.isOptimality)
      #expect(abs(answer.value - cost) < 1e-3)
      #expect(answer.cut.value(at: [4]) <= 304 + 1e-9)
      #expect(answer.cut.value(at: [0]) <= 500 + 1e-9)
    }
  }

  @Test("a cut holds at every point and is exact where it was made, whichever were made before it")
  func cutsOneAfterTheOther() throws {
    let solver = Fixtures.solver
    let points = [0, 2.5, 10, 7, 0.0]
    let answers = try solver.onDedicatedThread {
      let oracle = BlockOracle([Self.block], solver, masterLower: [0], masterUpper: [10])
      return try points.map { try oracle.solve(0, at: [$0]) }
    }
    for (point, answer) in zip(points, answers) {
      let cut = try #require(answer).cut
      #expect(abs(cut.value(at: [point]) - (500 - 49 * point)) < 1e-9)
      for other in points { #expect(cut.value(at: [other]) <= 500 - 49 * other + 1e-9) }
    }
  }
}
