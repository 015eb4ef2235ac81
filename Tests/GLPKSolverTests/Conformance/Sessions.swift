import LinearModel
import Testing

@Suite("Conformance: sessions that change")
struct Sessions {
  /// Two hundred random changes to one session; after each the warm answer is that of a cold solve.
  @Test(arguments: Backend.all)
  func warmAnswersEqualColdOnes(_ solver: any Solver) throws {
    try solver.onDedicatedThread {
      var generator = SeededGenerator(seed: 7)
      let given = RandomModels.plan(rows: 8, columns: 12, seed: 3)
      let session = try solver.open(given)
      for round in 0..<200 {
        try change(session, given: given.constraintCount, &generator)
        let warm = try session.solve(SolveOptions())
        let cold = try solver.open(session.model).solve(SolveOptions())
        #expect(warm.termination.reason == cold.termination.reason, "round \(round)")
        if let objective = cold.objective {
          #expect(agree(warm.objective, objective), "round \(round)")
        }
      }
    }
  }

  private func change(
    _ session: any SolverSession, given: Int, _ generator: inout SeededGenerator
  ) throws {
    let columns = session.model.variableCount
    let variable = Variable(index: Int.random(in: 0..<columns, using: &generator))
    switch Int.random(in: 0..<7, using: &generator) {
    case 0:
      let lower = Double(Int.random(in: 0...3, using: &generator))
      try session.setBounds(
        of: variable, lower: lower, upper: lower + Double(Int.random(in: 0...15, using: &generator)))
    case 1:
      try session.setBounds(of: variable, lower: 0, upper: 15)
    case 2:
      try session.setObjective(of: variable, to: Double(Int.random(in: -5...30, using: &generator)))
    case 3:
      let row = Int.random(in: 0..<session.model.constraintCount, using: &generator)
      let side = Double(Int.random(in: 10...90, using: &generator))
      try session.setBounds(of: Constraint(index: row), lower: -.infinity, upper: side)
    case 4:
      var expression = LinearExpression()
      for index in 0..<columns where Int.random(in: 0..<3, using: &generator) == 0 {
        expression.add(Double(Int.random(in: 1...5, using: &generator)), Variable(index: index))
      }
      try session.addConstraints([expression <= 40.0, expression >= 1.0], names: ["most", "least"])
    case 5:
      let kept = Int.random(in: given...session.model.constraintCount, using: &generator)
      try session.truncateConstraints(to: kept)
    default:
      let added = try session.addVariable("new", .continuous, lower: 0, upper: 4, objective: 6)
      try session.addConstraints([3 * added + variable <= 20.0], names: ["for the new one"])
    }
  }

  /// An integer model in a session: the knapsack of four has 21; without d (upper bound 0) a and b weigh 12
  /// and give 19; with b worth 3 only, a, c, d give 18; with a further row a + c ≤ 1, a + d + … : a, b at 8 + 3 …
  @Test(arguments: IntegerPrograms.solvers)
  func integerModelSolvedAgainAfterChanges(_ solver: any Solver) throws {
    try solver.onDedicatedThread {
      let session = try solver.open(IntegerPrograms.knapsackOfFour())
      let (a, b, c, d) = (
        Variable(index: 0), Variable(index: 1), Variable(index: 2), Variable(index: 3)
      )
      #expect(agree(try session.solve(SolveOptions()).objective, 21))
      try session.setBounds(of: d, lower: 0, upper: 0)
      #expect(agree(try session.solve(SolveOptions()).objective, 19))
      try session.setBounds(of: d, lower: 0, upper: 1)
      try session.setObjective(of: b, to: 3)
      // a, c and d weigh 12 and give 8 + 6 + 4.
      #expect(agree(try session.solve(SolveOptions()).objective, 18))
      try session.addConstraints([a + c <= 1.0], names: ["not both"])
      // a and d give 12, a and b give 11, c, b and d weigh 14 and give 13.
      #expect(agree(try session.solve(SolveOptions()).objective, 13))
      try session.truncateConstraints(to: 1)
      #expect(agree(try session.solve(SolveOptions()).objective, 18))
    }
  }

  /// The session holds the model as it has become.
  @Test(arguments: Backend.all)
  func sessionKnowsItsModel(_ solver: any Solver) throws {
    try solver.onDedicatedThread {
      let session = try solver.open(LinearPrograms.wyndor().0)
      let x = Variable(index: 0)
      let added = try session.addConstraints([2 * x + 1 <= 4.0], names: ["half"])
      #expect(added == [Constraint(index: 3)])
      #expect(session.model.rowUpperBounds[3] == 3)
      #expect(session.model.constraintNames[3] == "half")
      let z = try session.addVariable("z", .integer, lower: 0, upper: 2, objective: 1)
      #expect(z.index == 2)
      #expect(session.model.hasIntegers)
      // max 3x + 5y + z with x ≤ 1.5: 3 · 1.5 + 5 · 6 + 2.
      #expect(agree(try session.solve(SolveOptions()).objective, 36.5))
    }
  }

  /// Changes that would make the model unsound are refused and leave it as it was.
  @Test(arguments: Backend.all)
  func unsoundChangesAreRefused(_ solver: any Solver) throws {
    try solver.onDedicatedThread {
      let session = try solver.open(LinearPrograms.wyndor().0)
      let x = Variable(index: 0)
      let refused: [() throws -> Void] = [
        { try session.setBounds(of: x, lower: 3, upper: 2) },
        { try session.setBounds(of: x, lower: .nan, upper: 2) },
        { try session.setBounds(of: Variable(index: 9), lower: 0, upper: 2) },
        { try session.setBounds(of: Constraint(index: -1), lower: 0, upper: 2) },
        { try session.setBounds(of: Constraint(index: 0), lower: .infinity, upper: .infinity) },
        { try session.setObjective(of: x, to: .infinity) },
        { try session.addConstraints([x + Variable(index: 77) <= 1.0], names: ["stranger"]) },
        { try session.addConstraints([1 * x <= 2.0, Double.nan * x <= 1.0], names: ["a", "b"]) },
        { try session.addVariable("w", .continuous, lower: 0, upper: 1, objective: .nan) },
        { try session.truncateConstraints(to: 4) },
      ]
      for action in refused {
        let error = #expect(throws: SolverError.self) { try action() }
        #expect(error?.code == .invalidModel)
      }
      #expect(session.model.constraintCount == 3)
      #expect(agree(try session.solve(SolveOptions()).objective, 36))
    }
  }

  /// A model with faults is not opened, and the error tells all of them.
  @Test(arguments: Backend.all)
  func faultyModelIsNotOpened(_ solver: any Solver) throws {
    var model = Model(name: "broken")
    let x = model.addVariable("weight", lower: 2, upper: 1)
    model.addConstraint(Double.nan * x <= 1.0, name: "capacity")
    let error = #expect(throws: SolverError.self) { try solver.solve(model) }
    #expect(error?.code == .invalidModel)
    #expect(error?.message.contains("weight") == true)
    #expect(error?.message.contains("capacity") == true)
  }
}
