import LinearModel
import Testing

@Suite("Conformance: linear programs")
struct LinearPrograms {
  /// max 3x + 5y; x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18, x, y ≥ 0. Optimum 36 at (2, 6); duals 0, 3/2, 1.
  /// (Hillier and Lieberman's Wyndor Glass.)
  static func wyndor() -> (Model, [Variable]) {
    var model = Model(name: "wyndor", sense: .maximize)
    let x = model.addVariable("x", objective: 3)
    let y = model.addVariable("y", objective: 5)
    model.addConstraint(1 * x <= 4.0, name: "plant 1")
    model.addConstraint(2 * y <= 12.0, name: "plant 2")
    model.addConstraint(3 * x + 2 * y <= 18.0, name: "plant 3")
    return (model, [x, y])
  }

  @Test(arguments: Backend.all)
  func maximumWithItsDuals(_ solver: any Solver) throws {
    let (model, variables) = Self.wyndor()
    let solution = try solver.solve(model)
    #expect(solution.termination.reason == .optimal)
    #expect(agree(solution.objective, 36))
    #expect(agree(solution.bound, 36))
    #expect(agree(solution[variables[0]], 2))
    #expect(agree(solution[variables[1]], 6))
    guard solver.capabilities.contains(.duals) else { return }
    let duals = try #require(solution.duals)
    #expect(agree(duals[0], 0))
    #expect(agree(duals[1], 1.5))
    #expect(agree(duals[2], 1))
    #expect(try #require(solution.reducedCosts).allSatisfy { agree($0, 0) })
  }
}
