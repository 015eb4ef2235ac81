import ArgumentParser
import Mainstay

/// What `export` can write.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
  /// The program in MPS.
  case mps
  /// The program in the LP format.
  case lp
  /// The data for the model in GNU MathProg, `Models/sourcing.mod`.
  case mathprog
  /// The case as one JSON document.
  case json
  /// The case as a folder of CSV tables.
  case csv

  /// Writes a case piece by piece; a folder is not a text and is written elsewhere.
  func write(_ network: SourcingNetwork, to sink: (String) throws -> Void) throws {
    switch self {
    case .mps: try sink(Self.text { MPSWriter().write(ExtensiveForm(network).model, to: &$0) })
    case .lp: try sink(Self.text { LPWriter().write(ExtensiveForm(network).model, to: &$0) })
    case .mathprog: try MathProgWriter.write(network, to: sink)
    case .json: try sink(CaseWriter.json(network.sourcingCase))
    case .csv: break
    }
  }

  private static func text(_ body: (inout String) -> Void) -> String {
    var text = ""
    body(&text)
    return text
  }
}
