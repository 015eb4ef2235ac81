import LinearModel
import Testing

@Suite("MPS and LP files")
struct FormatTests {
  private static func mps(_ model: Model, _ dialect: MPSDialect = .common) -> String {
    var text = ""
    MPSWriter(dialect: dialect).write(model, to: &text)
    return text
  }

  private static func lp(_ model: Model) -> String {
    var text = ""
    LPWriter().write(model, to: &text)
    return text
  }

  /// Numbers that are hard to print, in every place of a model, come back bit by bit.
  @Test(arguments: [MPSDialect.common, .glpk])
  func numbersComeBackExactly(_ dialect: MPSDialect) throws {
    let numbers = [
      0.1, 1.0 / 3.0, -2.0 / 7.0, .leastNonzeroMagnitude, 1.797e19, -123_456_789.123_456_79, 1e-17, 3,
    ]
    var model = Model(name: "numbers")
    model.objectiveConstant = 0.1 + 0.2
    for (index, number) in numbers.enumerated() {
      let x = model.addVariable(
        "x\(index)", lower: min(number, 0.3), upper: max(number, 0.7), objective: number)
      model.addConstraint((number * x).between(0.1, 0.7), name: "r\(index)")
      model.addConstraint(number * x <= number, name: "l\(index)")
    }
    let copy = try MPSReader(dialect: dialect).read(Self.mps(model, dialect))
    #expect(copy.objectiveConstant == model.objectiveConstant)
    #expect(copy.objective == model.objective)
    #expect(copy.lowerBounds == model.lowerBounds)
    #expect(copy.upperBounds == model.upperBounds)
    #expect(copy.rowLowerBounds == model.rowLowerBounds)
    #expect(copy.rowUpperBounds == model.rowUpperBounds)
    #expect(copy.rows.values == model.rows.values)
    #expect(copy.rows.columns == model.rows.columns)
  }

  /// From −0.3857142857142857 no distance leads to 0.3952380952380952 (it would need half a unit in the
  /// last place), so that the row gets a variable with just these bounds.
  @Test func boundsThatNoRangeCanSayAreExactToo() throws {
    let (lower, upper) = (-0.3857142857142857, 0.3952380952380952)
    var model = Model()
    let x = model.addVariable("x")
    model.addVariable("range_r", upper: 3)
    model.addConstraint((2 * x).between(lower, upper), name: "r")
    let copy = try MPSReader().read(Self.mps(model))
    #expect(copy.variableNames == ["x", "range_r", "range_r_0"])
    #expect(copy.lowerBounds == [0, 0, lower])
    #expect(copy.upperBounds == [.infinity, 3, upper])
    #expect(copy.terms(of: Constraint(index: 0)).map(\.coefficient) == [2, -1])
    #expect(copy.rowLowerBounds == [0])
    #expect(copy.rowUpperBounds == [0])
  }

  @Test func namesBecomeUniqueAndFit() throws {
    var model = Model(name: "two words")
    let names = ["a b", "a_b", "a b", "", "x3", "ü", String(repeating: "n", count: 400), "OBJ"]
    for name in names { model.addVariable(name, objective: 1) }
    for name in names { model.addConstraint(1 * Variable(index: 0) <= 1.0, name: name) }
    let copy = try MPSReader().read(Self.mps(model))
    #expect(copy.name == "two_words")
    #expect(copy.variableNames.prefix(4) == ["a_b", "a_b_1", "a_b_2", "x3"])
    #expect(Set(copy.variableNames).count == names.count)
    #expect(Set(copy.constraintNames).count == names.count)
    #expect(!copy.constraintNames.contains("OBJ"))
    #expect((copy.variableNames + copy.constraintNames).allSatisfy { $0.utf8.count <= 255 })
  }

  @Test func maximizationInBothDialects() throws {
    var model = Model(sense: .maximize)
    model.objectiveConstant = 5
    let x = model.addVariable("x", upper: 2, objective: 3)
    model.addConstraint(1 * x <= 1.0, name: "row")
    let common = try MPSReader().read(Self.mps(model))
    #expect(common.sense == .maximize)
    #expect(common.objective == [3])
    #expect(common.objectiveConstant == 5)
    let negated = try MPSReader(dialect: .glpk).read(Self.mps(model, .glpk))
    #expect(negated.sense == .minimize)
    #expect(negated.objective == [-3])
    #expect(negated.objectiveConstant == -5)
  }

  @Test func wholeLPFile() {
    var model = Model(sense: .maximize)
    model.objectiveConstant = 0.5
    let x = model.addVariable("x", .integer, lower: -1, upper: 4, objective: 2)
    let y = model.addVariable("free", lower: -.infinity, objective: -0.1)
    let z = model.addVariable("e1", lower: 3, upper: 3)
    model.addConstraint((x + y).between(-1, 1.5), name: "st")
    model.addConstraint(x - 2 * z == 0.25, name: "equal")
    model.addConstraint(y >= 1.0, name: "least")
    model.addConstraint(LinearExpression() <= 1.0, name: "none")
    #expect(
      Self.lp(model) == """
        Maximize
         obj: + 2.0 x - 0.1 x_free + 0.5 objective_constant
        Subject To
         c_st: + 1.0 x + 1.0 x_free - 1.0 range_c_st = 0
         equal: + 1.0 x - 2.0 x_e1 = 0.25
         least: + 1.0 x_free >= 1.0
         none: 0 x <= 1.0
        Bounds
         -1.0 <= x <= 4.0
         x_free free
         x_e1 = 3.0
         -1.0 <= range_c_st <= 1.5
         objective_constant = 1
        Generals
         x
        End

        """)
  }

  @Test func longRowsAreBroken() {
    var model = Model()
    var sum = LinearExpression()
    for index in 0..<500 { sum += model.addVariable("variable_with_a_long_name_\(index)") }
    model.addConstraint(sum <= 1.0, name: "row")
    #expect(Self.lp(model).split(separator: "\n").allSatisfy { $0.utf8.count < 500 })
  }

  /// Ranges on rows of each type, set names left out, several entries a line, comments, both kinds of line
  /// ends, a second free row, negative upper bound, integer kinds of bounds.
  @Test func readerKnowsTheFormat() throws {
    let text = """
      * comment
      NAME          model one
      OBJSENSE MAX
      ROWS
       N  COST
       E  E1
       E  E2
       L  L1
       G  G1
       N  FREE
      COLUMNS
       x  COST 1  E1 2
       x  E2 3
       M1 'MARKER' 'INTORG'
       y  L1 4  G1 5
       M2 'MARKER' 'INTEND'
       z  FREE 6 COST 7
       w  COST 8
      RHS
       E1 10 E2 20
       RHS L1 30 G1 40
       COST -2.5
      RANGES
       R E1 3 E2 -3
       L1 5 G1 6
      BOUNDS
       UP BND x -1
       LI y 2
       UI BND y 9
       FR z
       BV BND w
      ENDATA
      """.replacing("\n x  E2", with: "\r\n x  E2")
    let model = try MPSReader().read(text)
    #expect(model.name == "model one")
    #expect(model.sense == .maximize)
    #expect(model.objective == [1, 0, 7, 8])
    #expect(model.objectiveConstant == 2.5)
    #expect(model.constraintNames == ["E1", "E2", "L1", "G1", "FREE"])
    #expect(model.rowLowerBounds == [10, 17, 25, 40, -.infinity])
    #expect(model.rowUpperBounds == [13, 20, 30, 46, .infinity])
    #expect(model.lowerBounds == [-.infinity, 2, -.infinity, 0])
    #expect(model.upperBounds == [-1, 9, .infinity, 1])
    #expect(model.domains == [.continuous, .integer, .continuous, .integer])
    #expect(model.rows.values == [2, 3, 4, 5, 6])
  }

  private static let head = "NAME m\nROWS\n N c\n L r\nCOLUMNS\n x c 1 r 2\n"

  @Test(arguments: [
    ("NAME m\nWORDS\n", 2, "unknown section"),
    (" x y z\n", 1, "outside"),
    ("NAME m\nROWS\n N c\n Q r\n", 4, "unknown row type"),
    ("NAME m\nROWS\n N c\n L c\n", 4, "twice"),
    ("NAME m\nROWS\n L\n", 3, "type and a name"),
    ("OBJSENSE\n SIDEWAYS\n", 2, "SIDEWAYS"),
    (head + " x q 1\n", 7, "no row q"),
    (head + " x r 1\n", 7, "twice"),
    (head + " y r 1\n x r 1\n", 8, "two places"),
    (head + " y r one\n", 7, "one is not a number"),
    (head + " y r nan\n", 7, "nan is not a number"),
    (head + " y r\n", 7, "3 or 5"),
    (head + " M 'MARKER' 'NOW'\n", 7, "unknown marker"),
    (head + "RHS\n S r\n", 8, "not a number"),
    (head + "RANGES\n R c 1\n", 8, "no bounds"),
    (head + "BOUNDS\n UP B x\n", 8, "no column B"),
    (head + "BOUNDS\n UP B q 1\n", 8, "no column q"),
    (head + "BOUNDS\n XX B x 1\n", 8, "unknown type of bound"),
    (head, 7, "without ENDATA"),
    ("NAME m\nROWS\nENDATA\n", 3, "no objective"),
  ])
  func faultsNameTheirLine(_ text: String, _ line: Int, _ message: String) {
    let error = #expect(throws: MPSError.self) { try MPSReader().read(text) }
    #expect(error?.line == line)
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
  }
}
