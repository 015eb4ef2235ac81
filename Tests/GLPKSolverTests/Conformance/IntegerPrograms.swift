import LinearModel
import Testing

@Suite("Conformance: integer programs")
struct IntegerPrograms {
  /// max 8a + 11b + 6c + 4d; 5a + 7b + 4c + 3d ≤ 14, binaries. Optimum 21 with b, c, d.
  @Test(arguments: Backend.all)
  func knapsackOfFour(_ solver: any Solver) throws {
    var model = Model(name: "knapsack", sense: .maximize)
    let a = model.addBinary("a", objective: 8)
    let b = model.addBinary("b", objective: 11)
    let c = model.addBinary("c", objective: 6)
    let d = model.addBinary("d", objective: 4)
    model.addConstraint(5 * a + 7 * b + 4 * c + 3 * d <= 14.0, name: "weight")
    let solution = try solver.solve(model)
    #expect(solution.termination.reason == .optimal)
    #expect(agree(solution.objective, 21))
    #expect(agree(solution.bound, 21))
    #expect([a, b, c, d].map { solution[$0] } == [0, 1, 1, 1])
  }
}
