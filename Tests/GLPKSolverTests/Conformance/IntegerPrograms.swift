import LinearModel
import Testing

@Suite("Conformance: integer programs")
struct IntegerPrograms {
  static let solvers = Backend.all.filter { $0.capabilities.contains(.integers) }

  /// max 8a + 11b + 6c + 4d; 5a + 7b + 4c + 3d ≤ 14, binaries. Optimum 21 with b, c, d.
  static func knapsackOfFour() -> Model {
    var model = Model(name: "knapsack", sense: .maximize)
    let a = model.addBinary("a", objective: 8)
    let b = model.addBinary("b", objective: 11)
    let c = model.addBinary("c", objective: 6)
    let d = model.addBinary("d", objective: 4)
    model.addConstraint(5 * a + 7 * b + 4 * c + 3 * d <= 14.0, name: "weight")
    return model
  }

  @Test(arguments: solvers)
  func knapsackHasItsOptimum(_ solver: any Solver) throws {
    let solution = try solver.solve(Self.knapsackOfFour())
    #expect(solution.termination.reason == .optimal)
    #expect(agree(solution.objective, 21))
    #expect(agree(solution.bound, 21))
    #expect(solution.gap == 0)
    #expect(solution.point == [0, 1, 1, 1])
  }

  /// The relaxation of the same knapsack takes a and b whole and half of c: 8 + 11 + 6/2 = 22.
  @Test(arguments: solvers)
  func relaxationLeavesIntegralityAside(_ solver: any Solver) throws {
    let solution = try solver.solve(Self.knapsackOfFour(), SolveOptions(relaxation: true))
    #expect(agree(solution.objective, 22))
    #expect(solution.duals != nil || !solver.capabilities.contains(.duals))
  }

  /// Random knapsacks of 12 items and 3 rows against the enumeration of all 4,096 points.
  @Test(arguments: solvers)
  func randomKnapsacksAgreeWithBruteForce(_ solver: any Solver) throws {
    for seed in 0..<15 {
      let model = RandomModels.knapsack(items: 12, rows: 3, seed: UInt64(100 + seed))
      let solution = try solver.solve(model)
      #expect(solution.termination.reason == .optimal)
      #expect(agree(solution.objective, try #require(RandomModels.bruteForce(model))))
    }
  }

  /// min 3x + 2y; x integer, 2x + y ≥ 5.5, y ≤ 1 continuous. x = 2 would need y = 1.5; x = 3 and y = 0: 9.
  /// (The relaxation has x = 2.25, y = 1, value 8.75.)
  @Test(arguments: solvers)
  func mixedModel(_ solver: any Solver) throws {
    var model = Model()
    let x = model.addVariable("x", .integer, objective: 3)
    let y = model.addVariable("y", upper: 1, objective: 2)
    model.addConstraint(2 * x + y >= 5.5, name: "cover")
    let solution = try solver.solve(model)
    #expect(agree(solution.objective, 9))
    #expect(solution[x] == 3)
    #expect(agree(solution[y], 0))
  }

  /// Bounds of integers that are no whole numbers: max x, x in [0.4, 2.6] integer, x + y ≤ 10, y ≥ 1 → x = 2.
  /// Negative integers: min z, z in [−3.5, 7] → −3.
  @Test(arguments: solvers)
  func integersBetweenFractionalBounds(_ solver: any Solver) throws {
    var model = Model(sense: .maximize)
    let x = model.addVariable("x", .integer, lower: 0.4, upper: 2.6, objective: 1)
    let y = model.addVariable("y", lower: 1)
    let z = model.addVariable("z", .integer, lower: -3.5, upper: 7, objective: -1)
    model.addConstraint(x + y <= 10.0, name: "sum")
    let solution = try solver.solve(model)
    #expect(solution[x] == 2)
    #expect(solution[z] == -3)
    #expect(agree(solution.objective, 5))
  }

  /// 2x + 4y = 7 has real but no integer points.
  @Test(arguments: solvers)
  func infeasibleForIntegersOnly(_ solver: any Solver) throws {
    var model = Model()
    let x = model.addVariable("x", .integer, upper: 10, objective: 1)
    let y = model.addVariable("y", .integer, upper: 10, objective: 1)
    model.addConstraint(2 * x + 4 * y == 7.0, name: "parity")
    #expect(try solver.solve(model).termination.reason == .infeasible)
    #expect(agree(try solver.solve(model, SolveOptions(relaxation: true)).objective, 1.75))
  }

  /// max x, x − y ≤ 0.5, integers: unbounded. With 2x − 2y = 1 no integer point exists.
  @Test(arguments: solvers)
  func unboundedIntegers(_ solver: any Solver) throws {
    var model = Model(sense: .maximize)
    let x = model.addVariable("x", .integer, objective: 1)
    let y = model.addVariable("y", .integer)
    model.addConstraint(x - y <= 0.5, name: "slope")
    let solution = try solver.solve(model)
    #expect(solution.termination.reason == .unbounded)
    #expect(solution.bound == .infinity)
  }

  /// Without constraints the integers go to their bounds: min x − y, x ≥ −2.5, y ≤ 3.5 → −2 − 3 = −5.
  @Test(arguments: solvers)
  func integersWithoutConstraints(_ solver: any Solver) throws {
    var model = Model()
    model.addVariable("x", .integer, lower: -2.5, objective: 1)
    model.addVariable("y", .integer, upper: 3.5, objective: -1)
    #expect(agree(try solver.solve(model).objective, -5))
  }

  /// Ten plants with a fixed charge serve thirty customers. GLPK and an enumeration over the 1,024 sets
  /// of plants (each then serves its customers from the nearest open plant) agree.
  @Test(arguments: solvers)
  func fixedChargesAgreeWithEnumeration(_ solver: any Solver) throws {
    var generator = SeededGenerator(seed: 5)
    let charges = (0..<10).map { _ in Double(Int.random(in: 20...60, using: &generator)) }
    let costs = (0..<30).map { _ in (0..<10).map { _ in Double(Int.random(in: 1...50, using: &generator)) } }
    var model = Model(name: "facilities")
    let open = charges.indices.map { model.addBinary("open \($0)", objective: charges[$0]) }
    for customer in costs.indices {
      var total = LinearExpression()
      for plant in charges.indices {
        let share = model.addVariable("share \(customer) \(plant)", objective: costs[customer][plant])
        total += share
        model.addConstraint(share <= open[plant], name: "link \(customer) \(plant)")
      }
      model.addConstraint(total == 1.0, name: "served \(customer)")
    }
    var best = Double.infinity
    for code in 1..<(1 << 10) {
      let chosen = charges.indices.filter { (code >> $0) & 1 == 1 }
      let fixed = chosen.reduce(0) { $0 + charges[$1] }
      let service = costs.reduce(0) { total, row in total + (chosen.map { row[$0] }.min() ?? .infinity) }
      best = min(best, fixed + service)
    }
    #expect(agree(try solver.solve(model).objective, best))
  }
}
