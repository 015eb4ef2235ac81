import GLPKSolver
import LinearModel
import Testing

@Suite("GLPK's readers")
struct GLPKReaderTests {
  /// min 3a + 2b, a + b ≥ 4, a ≤ 3, b ≤ 3 integers: b = 3, a = 1, 9.
  private static let mathProg = """
    set ITEMS;
    param cost{ITEMS};
    var x{i in ITEMS} >= 0, <= 3, integer;
    minimize total: sum{i in ITEMS} cost[i] * x[i];
    subject to least: sum{i in ITEMS} x[i] >= 4;
    """
  private static let data = """
    data;
    param : ITEMS : cost := a 3 b 2;
    end;
    """

  @Test func mathProgWithDataInItsOwnFile() throws {
    let model = try withTemporaryFile(Self.mathProg + "\nend;\n", ".mod") { path in
      try withTemporaryFile(Self.data, ".dat") { data in
        try GLPKReader().read(path, format: .mathProg, data: data)
      }
    }
    #expect(model.variableNames == ["x[a]", "x[b]"])
    #expect(model.hasIntegers)
    let solution = try GLPKSolver().solve(model)
    #expect(agree(solution.objective, 9))
    #expect(solution.point == [1, 3])
  }

  @Test func mathProgWithDataInOneFile() throws {
    let model = try withTemporaryFile(Self.mathProg + "\n" + Self.data, ".mod") { path in
      try GLPKReader().read(path, format: .mathProg)
    }
    #expect(agree(try GLPKSolver().solve(model).objective, 9))
  }

  @Test func faultyMathProgNamesItsLine() throws {
    let error = #expect(throws: SolverError.self) {
      try withTemporaryFile("var x >= 0;\nminimize z: y;\nend;\n", ".mod") { path in
        _ = try GLPKReader().read(path, format: .mathProg)
      }
    }
    #expect(error?.code == .invalidModel)
    #expect(error?.message.contains(":2:") == true)
    #expect(error?.message.contains("y not defined") == true)
  }

  @Test func missingFileAndLongPathAreErrors() {
    for path in ["no such file.mps", String(repeating: "p", count: 9_000)] {
      for format in GLPKReader.Format.allCases {
        let error = #expect(throws: SolverError.self) {
          _ = try GLPKReader().read(path, format: format)
        }
        #expect(error?.code == .invalidModel)
      }
    }
  }

  /// What GLPK reads of a written model is the model, number by number.
  @Test(arguments: Fixture.all)
  func writtenModelIsReadExactly(_ fixture: Fixture) throws {
    let model = try fixture.model()
    var text = ""
    MPSWriter(dialect: .glpk).write(model, to: &text)
    let copy = try withTemporaryFile(text, ".mps") { try GLPKReader().read($0, format: .freeMPS) }
    #expect(copy.objective == model.objective)
    #expect(copy.objectiveConstant == model.objectiveConstant)
    #expect(copy.lowerBounds == model.lowerBounds)
    #expect(copy.upperBounds == model.upperBounds)
    #expect(copy.domains == model.domains)
    #expect(copy.rowLowerBounds == model.rowLowerBounds)
    #expect(copy.rowUpperBounds == model.rowUpperBounds)
    for row in 0..<model.constraintCount {
      let constraint = Constraint(index: row)
      #expect(Set(copy.terms(of: constraint)) == Set(model.terms(of: constraint)))
    }
  }
}
