import GLPKSolver
import LinearModel
import Testing

/// What a session for many re-solves comes to must not depend on what it leaves out for speed.
@Suite("Simplex sessions")
struct SimplexSessionTests {
  /// Two rows that must be covered by twelve columns in different proportions, at prices from 1 to 12.
  private static func covering() -> Model {
    var model = Model(name: "covering")
    for column in 0..<12 {
      model.addVariable("x\(column)", upper: 4, objective: Double(1 + column * 7 % 12))
    }
    let ones = [Double](repeating: 1, count: 12)
    let columns = (0..<12).map { Int32($0) }
    model.addRow(columns: columns, values: ones, lower: 6, upper: .infinity, name: "all")
    model.addRow(
      columns: columns, values: (0..<12).map { Double($0 % 3) }, lower: 5, upper: .infinity, name: "weighted")
    return model
  }

  private static func optimum(of model: Model) throws -> Double? {
    let session = try GLPKSolver().openSimplex(model)
    guard try session.run(SimplexLimits()) == .optimal else { return nil }
    return try session.presentObjective()
  }

  private static func idleColumns(_ session: any SimplexSession) throws -> [Int] {
    var (point, duals, reduced): ([Double], [Double], [Double]) = ([], [], [])
    try session.readSolution(point: &point, duals: &duals, reducedCosts: &reduced)
    return point.indices.filter { point[$0] <= session.model.lowerBounds[$0] && reduced[$0] > 0 }
  }

  @Test("resting columns change no optimum, whatever is changed afterwards", arguments: 0..<60)
  func restChangesNothing(seed: Int) throws {
    try GLPKSolver().onDedicatedThread {
      var generator = SeededGenerator(seed: UInt64(seed))
      let session = try GLPKSolver().openSimplex(Self.covering())
      #expect(try session.run(SimplexLimits()) == .optimal)
      for _ in 0..<8 {
        try session.rest(Self.idleColumns(session))
        let column = Int.random(in: 0..<12, using: &generator)
        switch Int.random(in: 0..<6, using: &generator) {
        case 0:
          try session.setBounds(
            ofColumn: column, lower: 0, upper: Double.random(in: 0...4, using: &generator))
        case 1: try session.setObjective(ofColumn: column, to: Double.random(in: 0.5...12, using: &generator))
        case 2:
          try session.setBounds(
            ofRow: 0, lower: Double.random(in: 1...14, using: &generator), upper: .infinity)
        case 3:
          try session.setColumnBounds(
            lower: [Double](repeating: 0, count: 12),
            upper: (0..<12).map { _ in Double.random(in: 0...4, using: &generator) })
        case 4:
          let model = session.model
          try session.setRowBounds(
            lower: model.rowLowerBounds.map {
              $0.isFinite ? $0 * Double.random(in: 0.5...1.5, using: &generator) : $0
            },
            upper: model.rowUpperBounds)
        default:
          var cap = Model()
          cap.addRow(
            columns: [Int32(column), Int32((column + 5) % 12)], values: [1, 1], lower: -.infinity,
            upper: Double.random(in: 1...6, using: &generator), name: "")
          try session.addRows(of: cap)
        }
        let expected = try Self.optimum(of: session.model)
        let end = try session.run(SimplexLimits())
        #expect((end == .optimal) == (expected != nil))
        guard let expected, end == .optimal else { break }
        #expect(abs(try session.presentObjective() - expected) <= 1e-7 * (1 + abs(expected)))
      }
    }
  }

  @Test("a limit on the objective is not said to be reached while a resting column comes below it")
  func cutoffWaitsForRestingColumns() throws {
    try GLPKSolver().onDedicatedThread {
      let session = try GLPKSolver().openSimplex(Self.covering())
      #expect(try session.run(SimplexLimits()) == .optimal)
      let before = try session.presentObjective()
      let idle = try Self.idleColumns(session)
      try session.rest(idle)
      // The columns that were of use are gone: without the resting ones nothing would be left.
      for column in 0..<12 where !idle.contains(column) {
        try session.setBounds(ofColumn: column, lower: 0, upper: 0)
      }
      let expected = try #require(try Self.optimum(of: session.model))
      #expect(expected > before)
      #expect(try session.run(SimplexLimits(objective: expected + 1)) == .optimal)
      #expect(abs(try session.presentObjective() - expected) <= 1e-7 * expected)
      try session.rest(Self.idleColumns(session))
      try session.setBounds(ofRow: 0, lower: 9, upper: .infinity)
      #expect(try session.run(SimplexLimits(objective: before)) == .cutoff)
    }
  }

  @Test("a basis in which a resting column is basic takes it in again")
  func basisWakesColumns() throws {
    try GLPKSolver().onDedicatedThread {
      let session = try GLPKSolver().openSimplex(Self.covering())
      #expect(try session.run(SimplexLimits()) == .optimal)
      let (basis, best) = (try session.basis(), try session.presentObjective())
      try session.setBounds(ofRow: 1, lower: 0, upper: .infinity)
      #expect(try session.run(SimplexLimits()) == .optimal)
      try session.rest(Self.idleColumns(session))
      try session.setBounds(ofRow: 1, lower: 5, upper: .infinity)
      try session.setBasis(basis)
      let iterations = session.iterations
      #expect(try session.run(SimplexLimits()) == .optimal)
      #expect(abs(try session.presentObjective() - best) <= 1e-9 * best)
      #expect(session.iterations == iterations)
    }
  }

  @Test("bounds of all columns or rows at once that make no sense are refused, and nothing is changed")
  func boundsWithoutSense() throws {
    try GLPKSolver().onDedicatedThread {
      let session = try GLPKSolver().openSimplex(Self.covering())
      let zeros = [Double](repeating: 0, count: 12)
      var wrong = zeros
      wrong[7] = .nan
      #expect(throws: SolverError.self) { try session.setColumnBounds(lower: zeros, upper: wrong) }
      wrong[7] = -1
      #expect(throws: SolverError.self) { try session.setColumnBounds(lower: zeros, upper: wrong) }
      #expect(throws: SolverError.self) { try session.setColumnBounds(lower: zeros, upper: [1, 2]) }
      #expect(throws: SolverError.self) { try session.setRowBounds(lower: [3, 1e30], upper: [4, 1e31]) }
      #expect(session.model.upperBounds == [Double](repeating: 4, count: 12))
      #expect(session.model.rowLowerBounds == [6, 5])
      #expect(session.bounds(ofColumn: 3) == (0, 4))
    }
  }
}
