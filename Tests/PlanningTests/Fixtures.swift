import Foundation
import GLPKSolver
import Planning
import Sourcing
import Testing

/// Where the fixtures stand, found from this file.
enum Fixtures {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let micro = root.appendingPathComponent("Tests/Fixtures/micro")

  /// What is known of a micro-case: the optimum with its arithmetic, and what is unique in the layout.
  struct Expectation: Decodable, Sendable {
    var objective: Double?
    var status: String
    var arithmetic: String
    var open: [String]?
    var primary: [[String]]?
    var backup: [[String]]?
  }

  /// A micro-case with what is known of it.
  struct MicroCase: Sendable, CustomTestStringConvertible {
    var name: String
    var expected: Expectation
    var testDescription: String { name }
  }

  static let microCases: [MicroCase] = {
    guard let data = try? Data(contentsOf: micro.appendingPathComponent("expected.json")),
      let known = try? JSONDecoder().decode([String: Expectation].self, from: data)
    else { return [] }
    return known.map { MicroCase(name: $0.key, expected: $0.value) }.sorted { $0.name < $1.name }
  }()

  static func network(_ name: String) throws -> SourcingNetwork {
    try SourcingNetwork(CaseReader.read(micro.appendingPathComponent("\(name).json").path))
  }

  static let solver = GLPKSolver()
  static let planner = Planner(solver: solver)
  static let exact = PlanOptions(gap: 1e-9)
}
