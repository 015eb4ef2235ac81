import GLPKSolver
import LinearModel
import Testing

@testable import Planning

@Suite("Diving for a whole-numbered point")
struct DiveTests {
  private func dive(_ model: Model) throws -> [Double]? {
    try GLPKSolver().onDedicatedThread {
      try Dive(model, GLPKSolver().open(model), SolveOptions()).point()
    }
  }

  /// Three customers, three sites of cost 3 that serve two customers each. The relaxation opens half of every
  /// site (cost 4.5); any two sites serve all (cost 6).
  @Test("finds a feasible point where the relaxation is fractional")
  func findsPoint() throws {
    var model = Model(name: "triangle")
    let open = (0..<3).map { model.addBinary("open\($0)", objective: 3) }
    for customer in 0..<3 {
      model.addConstraint(open[customer] + open[(customer + 1) % 3] >= 1.0, name: "served\(customer)")
    }
    let point = try #require(try dive(model))
    #expect(model.feasibility(of: point).isFeasible)
    #expect(model.objectiveValue(at: point) == 6)
  }

  /// x + y = 1/2 has fractional points only.
  @Test("gives up where no whole-numbered point exists")
  func givesUp() throws {
    var model = Model(name: "half")
    let x = model.addBinary("x", objective: 1)
    let y = model.addBinary("y", objective: 1)
    model.addConstraint(x + y == 0.5, name: "half")
    #expect(try dive(model) == nil)
  }
}
