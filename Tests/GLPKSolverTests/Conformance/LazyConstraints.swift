import LinearModel
import Synchronization
import Testing

@Suite("Conformance: constraints that come when broken")
struct LazyConstraints {
  static let solvers = Backend.all.filter { $0.capabilities.isSuperset(of: [.integers, .lazyConstraints]) }

  /// A symmetric travelling salesman problem: each city has two edges; the edges of a set of cities that
  /// is left by fewer than two edges are cut off by a lazy row.
  struct Tour {
    var model = Model(name: "tour")
    var edges: [(Int, Int)] = []
    let cities: Int
    var distances: [[Double]]

    init(cities: Int, seed: UInt64) {
      self.cities = cities
      var generator = SeededGenerator(seed: seed)
      let places = (0..<cities).map { _ in
        (Double.random(in: 0...100, using: &generator), Double.random(in: 0...100, using: &generator))
      }
      distances = places.map { a in
        places.map { b in ((a.0 - b.0) * (a.0 - b.0) + (a.1 - b.1) * (a.1 - b.1)).squareRoot() }
      }
      var degree = [LinearExpression](repeating: LinearExpression(), count: cities)
      for i in 0..<cities {
        for j in (i + 1)..<cities {
          let edge = model.addBinary("edge \(i) \(j)", objective: distances[i][j])
          edges.append((i, j))
          degree[i] += edge
          degree[j] += edge
        }
      }
      for city in 0..<cities { model.addConstraint(degree[city] == 2.0, name: "degree \(city)") }
    }

    /// The subtour rows that a point breaks: one for each component of its edges, where there are several.
    func subtours(_ point: [Double]) -> [LinearRelation] {
      var label = Array(0..<cities)
      var changed = true
      while changed {
        changed = false
        for (edge, (i, j)) in edges.enumerated() where point[edge] > 1e-6 && label[i] != label[j] {
          let least = min(label[i], label[j])
          (label[i], label[j]) = (least, least)
          changed = true
        }
      }
      let components = Set(label)
      if components.count == 1 { return [] }
      return components.map { component in
        var cut = LinearExpression()
        for (edge, (i, j)) in edges.enumerated() where (label[i] == component) != (label[j] == component) {
          cut += Variable(index: edge)
        }
        return cut >= 2.0
      }
    }

    /// The shortest tour, by trying all orders.
    func shortest() -> Double {
      var best = Double.infinity
      func extend(_ last: Int, _ left: Set<Int>, _ length: Double) {
        if length >= best { return }
        if left.isEmpty { best = min(best, length + distances[last][0]) }
        for next in left { extend(next, left.subtracting([next]), length + distances[last][next]) }
      }
      extend(0, Set(1..<cities), 0)
      return best
    }
  }

  /// Tours of 8 cities against all orders. Without the lazy rows the answers are shorter (two triangles
  /// and the like), so a lost row shows.
  @Test(arguments: solvers)
  func shortestTours(_ solver: any Solver) throws {
    var longer = 0
    for seed in 0..<6 {
      let tour = Tour(cities: 8, seed: UInt64(seed))
      var options = SolveOptions()
      options.lazyConstraints = { point, _ in tour.subtours(point) }
      let solution = try solver.solve(tour.model, options)
      #expect(solution.termination.reason == .optimal)
      #expect(agree(solution.objective, tour.shortest()))
      #expect(tour.subtours(try #require(solution.point)).isEmpty)
      let relaxed = try #require(try solver.solve(tour.model).objective)
      if relaxed < tour.shortest() - 1e-6 { longer += 1 }
    }
    #expect(longer > 0)
  }

  /// Rows asked for at integer points only give the same tours.
  @Test(arguments: solvers)
  func rowsForIntegerPointsOnly(_ solver: any Solver) throws {
    let tour = Tour(cities: 9, seed: 77)
    let sawFraction = Atomic<Bool>(false)
    var options = SolveOptions()
    let isFractional: @Sendable () -> Void = { sawFraction.store(true, ordering: .relaxed) }
    options.lazyConstraints = { point, isInteger in
      if !isInteger { isFractional() }
      return isInteger ? tour.subtours(point) : []
    }
    #expect(agree(try solver.solve(tour.model, options).objective, tour.shortest()))
  }

  /// A model whose every constraint is lazy: max x + y, integers in [0, 5], and only the rows know that
  /// 2x + 3y ≤ 12.5. Optimum 5 at (5, 0)…: 10 + 3y ≤ 12.5 → y = 0; (4, 1): 11 → 5 as well; (3, 2): 12 → 5.
  @Test(arguments: solvers)
  func everyConstraintIsLazy(_ solver: any Solver) throws {
    var model = Model(sense: .maximize)
    let x = model.addVariable("x", .integer, upper: 5, objective: 1)
    let y = model.addVariable("y", .integer, upper: 5, objective: 1)
    var options = SolveOptions()
    options.lazyConstraints = { point, _ in
      2 * point[0] + 3 * point[1] > 12.5 + 1e-9 ? [2 * x + 3 * y <= 12.5] : []
    }
    #expect(agree(try solver.solve(model, options).objective, 5))
  }

  /// Knapsacks with one row given and three lazy ones, against the enumeration under all four. Rounding
  /// heuristics that know the given row only would go wrong here.
  @Test(arguments: solvers)
  func knapsacksWithLazyRowsAgreeWithBruteForce(_ solver: any Solver) throws {
    for seed in 0..<12 {
      let whole = RandomModels.knapsack(items: 11, rows: 4, seed: UInt64(900 + seed))
      var part = whole
      part.truncateConstraints(to: 1)
      var options = SolveOptions()
      options.lazyConstraints = { point, isInteger in
        guard isInteger else { return [] }
        return (1..<4).compactMap { row in
          let terms = whole.terms(of: Constraint(index: row))
          let weight = LinearExpression(terms: terms)
          return weight.value(at: point) > whole.rowUpperBounds[row] + 1e-6
            ? weight <= whole.rowUpperBounds[row] : nil
        }
      }
      let solution = try solver.solve(part, options)
      #expect(solution.termination.reason == .optimal)
      #expect(agree(solution.objective, try #require(RandomModels.bruteForce(whole))))
    }
  }

  /// Rows that the point already satisfies are no reason to go round for ever.
  @Test(arguments: solvers)
  func satisfiedRowsAreLeftOut(_ solver: any Solver) throws {
    var options = SolveOptions()
    options.lazyConstraints = { _, _ in [1 * Variable(index: 0) <= 1.0] }
    #expect(agree(try solver.solve(IntegerPrograms.knapsackOfFour(), options).objective, 21))
  }

  /// Together the lazy rows leave nothing: a ≥ 1 and b ≥ 1 weigh 12, c + d ≥ 2 then weighs 19 > 14.
  @Test(arguments: solvers)
  func rowsThatLeaveNothing(_ solver: any Solver) throws {
    let v = (0..<4).map { Variable(index: $0) }
    var options = SolveOptions()
    options.lazyConstraints = { _, _ in [v[0] + v[1] >= 2.0, v[2] + v[3] >= 2.0] }
    #expect(
      try solver.solve(IntegerPrograms.knapsackOfFour(), options).termination.reason == .infeasible)
  }

  /// A linear program with lazy rows, too; the session keeps none of them.
  @Test(arguments: solvers)
  func linearProgramWithLazyRows(_ solver: any Solver) throws {
    try solver.onDedicatedThread {
      let (model, variables) = LinearPrograms.wyndor()
      let session = try solver.open(model)
      var options = SolveOptions()
      let row = variables[0] + variables[1] <= 6.0
      options.lazyConstraints = { point, _ in point[0] + point[1] > 6 + 1e-9 ? [row] : [] }
      // y = 6 and x = 0: 30.
      let solution = try session.solve(options)
      #expect(agree(solution.objective, 30))
      #expect(solution.duals?.count == 3)
      #expect(session.model.constraintCount == 3)
      #expect(agree(try session.solve(SolveOptions()).objective, 36))
    }
  }

  struct Refusal: Error {}

  /// An error of the closure ends the solve and comes out as it is; the session can be used again.
  @Test(arguments: solvers)
  func errorOfTheClosureComesOut(_ solver: any Solver) throws {
    try solver.onDedicatedThread {
      let session = try solver.open(IntegerPrograms.knapsackOfFour())
      var options = SolveOptions()
      options.lazyConstraints = { _, _ in throw Refusal() }
      #expect(throws: Refusal.self) { try session.solve(options) }
      options.lazyConstraints = { _, _ in [Double.nan * Variable(index: 0) <= 1.0] }
      let error = #expect(throws: SolverError.self) { try session.solve(options) }
      #expect(error?.code == .invalidModel)
      #expect(agree(try session.solve(SolveOptions()).objective, 21))
    }
  }

  /// A start that a lazy row forbids is left aside.
  @Test(arguments: solvers)
  func startThatALazyRowForbids(_ solver: any Solver) throws {
    let v = (0..<4).map { Variable(index: $0) }
    var options = SolveOptions(start: [0, 1, 1, 1])
    options.lazyConstraints = { point, _ in
      point[1] + point[2] > 1 + 1e-9 ? [v[1] + v[2] <= 1.0] : []
    }
    // Without b and c together a and b are best: 19.
    #expect(agree(try solver.solve(IntegerPrograms.knapsackOfFour(), options).objective, 19))
  }

  /// A subproblem of its own may be solved inside the closure, in a second session of the same thread.
  @Test(arguments: solvers)
  func anotherSolveInsideTheClosure(_ solver: any Solver) throws {
    let tour = Tour(cities: 8, seed: 2)
    var options = SolveOptions()
    options.lazyConstraints = { point, _ in
      let inner = try solver.open(LinearPrograms.wyndor().0).solve(SolveOptions())
      #expect(agree(inner.objective, 36))
      return tour.subtours(point)
    }
    #expect(agree(try solver.solve(tour.model, options).objective, tour.shortest()))
  }
}
