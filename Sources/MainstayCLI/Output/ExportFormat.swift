import ArgumentParser
import Mainstay

/// What `export` can write.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
  /// The program in MPS.
  case mps
  /// The program in the LP format.
  case lp
  /// The program as a two-stage stochastic one, in the three files of SMPS.
  case smps
  /// The data for the model in GNU MathProg, `Models/sourcing.mod`.
  case mathprog
  /// The case as one JSON document.
  case json
  /// The case as a folder of CSV tables.
  case csv

  /// Whether it is the program made of a case, not the case itself.
  var isProgram: Bool {
    switch self {
    case .mps, .lp, .smps, .mathprog: true
    case .json, .csv: false
    }
  }

  /// Whether it is several files, which need a folder.
  var isFolder: Bool { self == .csv || self == .smps }

  /// Writes a case as the files of a folder.
  func write(_ network: SourcingNetwork, toFolder folder: String) throws {
    guard self == .smps else { return try CaseWriter.writeFolder(network.sourcingCase, to: folder) }
    let program = try StochasticForm(network).program
    let writer = SMPSWriter()
    let texts = [
      ("cor", Self.text { writer.writeCore(program, to: &$0) }),
      ("tim", Self.text { writer.writeTimes(program, to: &$0) }),
      ("sto", Self.text { writer.writeScenarios(program, to: &$0) }),
    ]
    for (ending, text) in texts {
      try AtomicFile.write(to: "\(folder)/case.\(ending)") { sink in try sink(text) }
    }
  }

  /// Writes a case piece by piece; a folder is not a text, see ``write(_:toFolder:)``.
  func write(_ network: SourcingNetwork, to sink: (String) throws -> Void) throws {
    switch self {
    case .mps: try sink(Self.text { try MPSWriter().write(Self.program(network), to: &$0) })
    case .lp: try sink(Self.text { try LPWriter().write(Self.program(network), to: &$0) })
    case .mathprog: try MathProgWriter.write(network, to: sink)
    case .json: try sink(CaseWriter.json(network.sourcingCase))
    case .csv, .smps: break
    }
  }

  /// The program of a case; a fault where linear rows cannot state all of it.
  private static func program(_ network: SourcingNetwork) throws -> Model {
    let form = ExtensiveForm(network)
    if form.isLinear { return form.model }
    let found = network.sourcingCase
    throw CaseFaults(
      found.policies.indices.filter { found.policies[$0].kind == .maxConcentration }.map { row in
        Fault(
          at: found.origin.location(table: "policies", row: row, column: "kind"),
          value: found.policies[row].kind.rawValue, Message(QuestionText.noLinearProgram),
          expected: Message(QuestionText.withoutItOrMathProg))
      })
  }

  private static func text(_ body: (inout String) throws -> Void) rethrows -> String {
    var text = ""
    try body(&text)
    return text
  }
}
