import LinearModel
import Testing

/// The files of SMPS as a reader of them sees them; it knows of the program only what the files say.
struct SMPSFiles {
  var core: String
  var times: String
  var scenarios: String

  struct Scenario {
    var probability: Double
    /// By column and row name; the right-hand side is a column named `RHS`.
    var values: [[String]: Double] = [:]
    var upperBounds: [String: Double] = [:]
  }

  init(_ program: StochasticProgram) {
    let writer = SMPSWriter()
    (core, times, scenarios) = ("", "", "")
    writer.writeCore(program, to: &core)
    writer.writeTimes(program, to: &times)
    writer.writeScenarios(program, to: &scenarios)
  }

  private static func lines(_ text: String) -> [[String]] {
    text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
  }

  /// All scenarios in one model: the deterministic equivalent.
  func deterministicEquivalent() throws -> Model {
    let core = try MPSReader().read(core)
    let second = try #require(Self.lines(times).first { $0.last == "SECOND" })
    let firstColumns = try #require(core.variableNames.firstIndex(of: second[0]))
    let firstRows = try #require(core.constraintNames.firstIndex(of: second[1]))
    var whole = Model(name: "deterministic equivalent")
    whole.objectiveConstant = core.objectiveConstant
    for column in 0..<firstColumns {
      whole.addVariable(
        core.variableNames[column], core.domains[column], lower: core.lowerBounds[column],
        upper: core.upperBounds[column], objective: core.objective[column])
    }
    for row in 0..<firstRows {
      let terms = core.terms(of: Constraint(index: row))
      #expect(
        terms.allSatisfy { $0.variable.index < firstColumns }, "the first stage does not know the second")
      add(core, row, to: &whole) { $0 }
    }
    let scenarios = try readScenarios()
    #expect(abs(scenarios.reduce(0) { $0 + $1.probability } - 1) < 1e-12)
    for scenario in scenarios {
      try add(scenario, of: core, firstColumns, firstRows, to: &whole)
    }
    return whole
  }

  private func readScenarios() throws -> [Scenario] {
    var found: [Scenario] = []
    for fields in Self.lines(scenarios).dropFirst(2).dropLast() {
      let number: Double = try #require(Double(fields[fields[0] == "SC" ? 3 : fields.count - 1]))
      if fields[0] == "SC" {
        #expect(fields[2] == "ROOT" && fields[4] == "SECOND")
        found.append(Scenario(probability: number))
      } else if fields[0] == "UP" {
        found[found.count - 1].upperBounds[fields[2]] = number
      } else {
        found[found.count - 1].values[[fields[0], fields[1]]] = number
      }
    }
    return found
  }

  private func add(_ core: Model, _ row: Int, to whole: inout Model, _ place: (Int) -> Int) {
    let terms = core.terms(of: Constraint(index: row))
    whole.addRow(
      columns: terms.map { Int32(place($0.variable.index)) }, values: terms.map(\.coefficient),
      lower: core.rowLowerBounds[row], upper: core.rowUpperBounds[row], name: core.constraintNames[row])
  }

  private func add(
    _ scenario: Scenario, of core: Model, _ firstColumns: Int, _ firstRows: Int, to whole: inout Model
  ) throws {
    let offset = whole.variableCount - firstColumns
    let (columnNames, rowNames) = (core.variableNames, core.constraintNames)
    for column in firstColumns..<core.variableCount {
      let name = columnNames[column]
      whole.addVariable(
        name, lower: core.lowerBounds[column], upper: scenario.upperBounds[name] ?? core.upperBounds[column],
        objective: scenario.probability * (scenario.values[[name, "OBJ"]] ?? core.objective[column]))
    }
    var changes: [String: [String: Double]] = [:]
    for (place, value) in scenario.values { changes[place[1], default: [:]][place[0]] = value }
    for row in firstRows..<core.constraintCount {
      let own = changes[rowNames[row]] ?? [:]
      let terms = core.terms(of: Constraint(index: row))
      var (lower, upper) = (core.rowLowerBounds[row], core.rowUpperBounds[row])
      if let side = own["RHS"] {
        if lower.isFinite { lower = side }
        if upper.isFinite { upper = side }
      }
      whole.addRow(
        columns: terms.map {
          Int32($0.variable.index < firstColumns ? $0.variable.index : $0.variable.index + offset)
        },
        values: terms.map { own[columnNames[$0.variable.index]] ?? $0.coefficient }, lower: lower,
        upper: upper,
        name: rowNames[row])
    }
  }
}
