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

  /// min 2x + 3y; x + y = 10, 2 ≤ x − y ≤ 4 (ranged), x, y free. Cost 30 − x: x as large as may be, x = 7,
  /// y = 3, optimum 23. One more unit of the range's upper bound moves x up and y down by 1/2: dual −1/2.
  @Test(arguments: Backend.all)
  func freeVariablesEquationAndRange(_ solver: any Solver) throws {
    var model = Model()
    let x = model.addVariable("x", lower: -.infinity, objective: 2)
    let y = model.addVariable("y", lower: -.infinity, objective: 3)
    model.addConstraint(x + y == 10.0, name: "sum")
    model.addConstraint((x - y).between(2, 4), name: "difference")
    let solution = try solver.solve(model)
    #expect(agree(solution.objective, 23))
    #expect(agree(solution[x], 7))
    #expect(agree(solution[y], 3))
    if solver.capabilities.contains(.duals) {
      #expect(agree(solution.duals?[1], -0.5))
      #expect(agree(solution.duals?[0], 2.5))
    }
  }

  /// min x − y; x in [−5, −2], y fixed at 3, constant 10, no constraint at all. Optimum −5 − 3 + 10 = 2.
  @Test(arguments: Backend.all)
  func boundsAloneWithConstant(_ solver: any Solver) throws {
    var model = Model()
    model.objectiveConstant = 10
    model.addVariable("x", lower: -5, upper: -2, objective: 1)
    model.addVariable("y", lower: 3, upper: 3, objective: -1)
    let solution = try solver.solve(model)
    #expect(solution.termination.reason == .optimal)
    #expect(agree(solution.objective, 2))
    #expect(solution.point == [-5, 3])
  }

  /// The model with nothing in it has the optimum 0, or its constant.
  @Test(arguments: Backend.all)
  func emptyModel(_ solver: any Solver) throws {
    var model = Model()
    model.objectiveConstant = 4.5
    let solution = try solver.solve(model)
    #expect(solution.termination.reason == .optimal)
    #expect(solution.objective == 4.5)
    #expect(solution.point == [])
  }

  /// A constraint without terms is 0 ≥ 1: infeasible by itself. With 0 ≤ 1 the model is feasible.
  @Test(arguments: Backend.all)
  func constraintsWithoutTerms(_ solver: any Solver) throws {
    var model = Model()
    let x = model.addVariable("x", upper: 3, objective: -1)
    model.addConstraint(LinearExpression() <= 1.0, name: "harmless")
    #expect(agree(try solver.solve(model).objective, -3))
    model.addConstraint(1 * x <= 2.0, name: "cap")
    #expect(agree(try solver.solve(model).objective, -2))
    model.addConstraint(LinearExpression() >= 1.0, name: "impossible")
    let solution = try solver.solve(model)
    #expect(solution.termination.reason == .infeasible)
    if solver.capabilities.contains(.farkasRays) {
      #expect(model.provesInfeasibility(try #require(solution.farkasRay)))
    }
  }

  /// A constant objective: any feasible point is optimal.
  @Test(arguments: Backend.all)
  func constantObjective(_ solver: any Solver) throws {
    var model = Model(sense: .maximize)
    model.objectiveConstant = -2
    let x = model.addVariable("x")
    let y = model.addVariable("y")
    model.addConstraint(x + y >= 3.0, name: "least")
    let solution = try solver.solve(model)
    #expect(solution.termination.reason == .optimal)
    #expect(solution.objective == -2)
    #expect(model.feasibility(of: try #require(solution.point)).isFeasible)
  }

  /// Beale's cycling example: min −3/4 a + 150 b − 1/50 c + 6 d; 1/4 a − 60 b − 1/25 c + 9 d ≤ 0,
  /// 1/2 a − 90 b − 1/50 c + 3 d ≤ 0, c ≤ 1. Degenerate at 0; optimum −1/20.
  @Test(arguments: Backend.all)
  func degenerateModel(_ solver: any Solver) throws {
    var model = Model()
    let a = model.addVariable("a", objective: -0.75)
    let b = model.addVariable("b", objective: 150)
    let c = model.addVariable("c", objective: -0.02)
    let d = model.addVariable("d", objective: 6)
    model.addConstraint(0.25 * a - 60 * b - 0.04 * c + 9 * d <= 0.0, name: "1")
    model.addConstraint(0.5 * a - 90 * b - 0.02 * c + 3 * d <= 0.0, name: "2")
    model.addConstraint(1 * c <= 1.0, name: "3")
    #expect(agree(try solver.solve(model).objective, -0.05))
  }

  /// x + y ≥ 5 with x, y ≤ 2: no point, whichever way the objective goes.
  @Test(arguments: Backend.all, [Model.Sense.minimize, .maximize])
  func infeasibleModelWithItsRay(_ solver: any Solver, _ sense: Model.Sense) throws {
    var model = Model(sense: sense)
    let x = model.addVariable("x", upper: 2, objective: 1)
    let y = model.addVariable("y", upper: 2, objective: 3)
    model.addConstraint(x - y <= 1.0, name: "idle")
    model.addConstraint(x + y >= 5.0, name: "too much")
    let solution = try solver.solve(model)
    #expect(solution.termination.reason == .infeasible)
    #expect(solution.point == nil)
    #expect(solution.bound == (sense == .minimize ? .infinity : -.infinity))
    guard solver.capabilities.contains(.farkasRays) else { return }
    let ray = try #require(solution.farkasRay)
    #expect(ray[1] > 0)
    #expect(model.provesInfeasibility(ray))
    #expect(!model.provesInfeasibility(ray.map { -$0 }))
  }

  /// max x; x − y ≤ 1, x, y ≥ 0: along (1, 1) without end. With x + y ≤ −1 as well there is no point.
  @Test(arguments: Backend.all)
  func unboundedAndInfeasibleAreToldApart(_ solver: any Solver) throws {
    var model = Model(sense: .maximize)
    let x = model.addVariable("x", objective: 1)
    let y = model.addVariable("y")
    model.addConstraint(x - y <= 1.0, name: "slope")
    let open = try solver.solve(model)
    #expect(open.termination.reason == .unbounded)
    #expect(open.bound == .infinity)
    model.addConstraint(x + y <= -1.0, name: "impossible")
    #expect(try solver.solve(model).termination.reason == .infeasible)
  }

  /// The bound of an optimal plan is proven by its duals, and a ray of a random infeasible one holds.
  @Test(arguments: Backend.all)
  func randomPlansAreProvenByTheirDuals(_ solver: any Solver) throws {
    for seed in 0..<30 {
      var model = RandomModels.plan(rows: 12, columns: 18, seed: UInt64(seed))
      let solution = try solver.solve(model)
      let objective = try #require(solution.objective)
      #expect(model.feasibility(of: try #require(solution.point)).isFeasible)
      if solver.capabilities.contains(.duals) {
        let duals = try #require(solution.duals)
        #expect(agree(model.dualBound(of: duals), objective))
        for (column, cost) in try #require(solution.reducedCosts).enumerated() {
          var expected = model.objective[column]
          for row in 0..<model.constraintCount {
            for term in model.terms(of: Constraint(index: row)) where term.variable.index == column {
              expected -= duals[row] * term.coefficient
            }
          }
          #expect(agree(cost, expected))
        }
      }
      var goal = LinearExpression()
      for index in 0..<model.variableCount { goal.add(model.objective[index], Variable(index: index)) }
      model.addConstraint(goal >= objective + 1, name: "better than best")
      let refused = try solver.solve(model)
      #expect(refused.termination.reason == .infeasible)
      if solver.capabilities.contains(.farkasRays) {
        #expect(model.provesInfeasibility(try #require(refused.farkasRay)))
      }
    }
  }

  /// Coefficients from 1e-4 to 1e6: min x + y; 1e6 x − 1e-4 y ≥ 2, 1e-4 y ≥ 3. y = 30,000, x = 5e-6.
  @Test(arguments: Backend.all)
  func badlyScaledModel(_ solver: any Solver) throws {
    var model = Model()
    let x = model.addVariable("x", objective: 1)
    let y = model.addVariable("y", objective: 1)
    model.addConstraint(1e6 * x - 1e-4 * y >= 2.0, name: "large")
    model.addConstraint(1e-4 * y >= 3.0, name: "small")
    let solution = try solver.solve(model)
    #expect(agree(solution.objective, 30_000.000005, 1e-9))
  }
}
