import GLPKSolver
import LinearModel
import Testing

@testable import Planning

/// Blocks whose amounts the master limits.
@Suite("Amounts that the master limits in blocks")
struct LimitedAmountsTests {
  /// Ten units are wanted: four can come at 1 each, the rest is short at 50 each and limited by the master's only column.
  ///
  /// So the block needs a limit of 6, and costs 4 · 1 + 6 · 50 = 304 whatever more is allowed.
  private static var block: RecourseBlock {
    var block = RecourseBlock()
    block.cost = [1, 50]
    block.bound = [4, 10]
    block.matrix.add([(column: 0, value: 1.0), (column: 1, value: 1.0)])
    block.links.add([(column: Int, value: Double)]())
    block.lower = [10]
    block.upper = [10]
    var short = RecourseBlock.Amount()
    short.add(1, 1)
    block.amounts = [0: short]
    block.limit(0, to: 0)
    return block
  }

  private func answers(at limits: [Double]) throws -> [BlockOracle.Answer?] {
    let solver = Fixtures.solver
    return try solver.onDedicatedThread {
      let oracle = BlockOracle([Self.block], solver, masterLower: [0], masterUpper: [10])
      return try limits.map { try oracle.solve(0, at: [$0]) }
    }
  }

  @Test("a limit that suffices costs what the block costs without one", arguments: [6, 7, 10.0])
  func suffices(limit: Double) throws {
    let answer = try #require(try answers(at: [limit])[0])
    #expect(answer.cut.isOptimality)
    #expect(abs(answer.value - 304) < 1e-6)
  }

  @Test("a limit that falls short gives a cut that asks for just enough", arguments: [0, 3, 5.9, 5.9999])
  func fallsShort(limit: Double) throws {
    let answer = try #require(try answers(at: [limit])[0])
    #expect(!answer.cut.isOptimality)
    #expect(answer.value == .infinity)
    #expect(answer.cut.value(at: [limit]) > 0)
    #expect(abs(answer.cut.value(at: [6])) <= 1e-9 * max(1, abs(answer.cut.constant)))
  }

  @Test("a limit that falls short by a rounding is answered, and no answer is more than is true")
  func roundings() throws {
    let lacking = (0...14).map { 6 - 10 * 0.1.power($0) } + (0...14).map { 6 + 0.1.power($0) }
    // One session for all, as in a search.
    for (limit, answer) in zip(lacking, try answers(at: lacking)) {
      let answer = try #require(answer)
      if limit >= 6 || 6 - limit < 1e-9 { #expect(answer.cut.isOptimality, "\(limit)") }
      if 6 - limit > 1e-5 { #expect(!answer.cut.isOptimality, "\(limit)") }
      #expect(answer.cut.value(at: [6]) <= (answer.cut.isOptimality ? 304 : 0) + 1e-6, "\(limit)")
    }
  }

  @Test("a block is solved again only where something that it reads has changed")
  func solvedOnce() throws {
    let solver = Fixtures.solver
    let (values, solves) = try solver.onDedicatedThread {
      // The second column of the master is none of the block's business.
      let oracle = BlockOracle([Self.block], solver, masterLower: [0, 0], masterUpper: [10, 1])
      let points: [[Double]] = [[6, 0], [6, 1], [7, 1], [6, 1], [5, 0], [5, 1]]
      return (try points.map { try oracle.solve(0, at: $0)?.value }, oracle.solves)
    }
    #expect(solves == 4)
    #expect(values.prefix(4).allSatisfy { abs(($0 ?? 0) - 304) < 1e-6 })
    #expect(values.suffix(2) == [.infinity, .infinity])
  }

  @Test("the first phase tells by how much limits fall short", arguments: [0, 2.5, 6, 8])
  func firstPhase(limit: Double) throws {
    let solver = Fixtures.solver
    let missing = try solver.onDedicatedThread {
      let block = Self.block
      let model = BlockPhaseOne(block).model(
        bounds: block.bound, shift: { block.links.value($0, at: [limit]) })
      let session = try solver.openSimplex(model)
      #expect(try session.run(.init()) == .optimal)
      var (point, duals, reduced): ([Double], [Double], [Double]) = ([], [], [])
      try session.readSolution(point: &point, duals: &duals, reducedCosts: &reduced)
      return model.objectiveValue(at: point)
    }
    #expect(abs(missing - max(0, 6 - limit)) < 1e-7)
  }
}

extension Double {
  /// This number times itself so many times; 1 for none.
  fileprivate func power(_ count: Int) -> Double { (0..<count).reduce(1) { product, _ in product * self } }
}
