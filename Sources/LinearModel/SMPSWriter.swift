/// Writes a stochastic program as the three files of SMPS (Birge, Dempster, Gassmann, Gunn, King and Wallace 1987; Gassmann
/// and Schweitzer 2001): the core in free MPS, the time file with its periods in order, and the stochastic file with
/// discrete scenarios, each of them told as its changes to the core.
public struct SMPSWriter: Sendable {
  /// A writer.
  public init() {}

  private static let periods = (first: "FIRST", second: "SECOND")
  /// Stands for the core as the parent of every scenario.
  private static let root = "ROOT"
  private static let scenarioRules = ExportNames.Rules(extra: Set(".-".utf8), wordsOnly: false)

  /// Writes the core.
  public func writeCore(_ program: StochasticProgram, to sink: inout some TextOutputStream) {
    MPSWriter().write(program.core, to: &sink)
  }

  /// Writes where each period begins in the core.
  public func writeTimes(_ program: StochasticProgram, to sink: inout some TextOutputStream) {
    let names = MPSWriter.names(of: program.core)
    sink.write("TIME \(names.title)\nPERIODS IMPLICIT\n")
    if let column = names.columns.first {
      sink.write(" \(column) \(MPSWriter.objectiveName) \(Self.periods.first)\n")
    }
    if program.firstStageColumns < names.columns.count, program.firstStageRows < names.rows.count {
      let (column, row) = (names.columns[program.firstStageColumns], names.rows[program.firstStageRows])
      sink.write(" \(column) \(row) \(Self.periods.second)\n")
    }
    sink.write("ENDATA\n")
  }

  /// Writes the scenarios.
  public func writeScenarios(_ program: StochasticProgram, to sink: inout some TextOutputStream) {
    let names = MPSWriter.names(of: program.core)
    var scenarioNames = ExportNames(Self.scenarioRules, reserved: [Self.root])
    sink.write("STOCH \(names.title)\nSCENARIOS DISCRETE\n")
    for (index, scenario) in program.scenarios.enumerated() {
      let name = scenarioNames.name(for: scenario.name, prefix: "S", index: index)
      sink.write(" SC \(name) \(Self.root) \(scenario.probability) \(Self.periods.second)\n")
      for change in scenario.costs {
        sink.write(" \(names.columns[change.index]) \(MPSWriter.objectiveName) \(change.value)\n")
      }
      for change in scenario.coefficients {
        sink.write(" \(names.columns[change.column]) \(names.rows[change.row]) \(change.value)\n")
      }
      for change in scenario.sides { sink.write(" RHS \(names.rows[change.index]) \(change.value)\n") }
      for change in scenario.upperBounds {
        sink.write(" UP BND \(names.columns[change.index]) \(change.value)\n")
      }
    }
    sink.write("ENDATA\n")
  }
}
