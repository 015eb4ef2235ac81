import Foundation
import Planning
import Sourcing

/// Solves a network with `glpsol` and the model in `Models/sourcing.mod`, which share no code with the library.
enum Glpsol {
  /// What `glpsol` says of a case.
  enum Outcome: Equatable {
    case optimal(Double)
    case infeasible
  }

  /// A run that says nothing of the case.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  static let model = Fixtures.root.appendingPathComponent("Models/sourcing.mod")

  static func solve(_ network: SourcingNetwork) throws -> Outcome {
    // What regret is measured against comes from runs before, and so does what a second stage is held to.
    let known = try Fixtures.planner.foreseeing(network)
    let first = try solve(stage: known.firstObjectiveStage)
    let objective = network.sourcingCase.settings.objective
    guard objective.form == .lexicographic, case .optimal(let value) = first else { return first }
    let most = value + objective.tolerance * abs(value) + 1e-8 * max(1, abs(value))
    return try solve(
      stage: known.seeking(
        objective.stages[1], within: [ObjectiveLimit(objective.stages[0], most: most)]))
  }

  private static func solve(stage network: SourcingNetwork) throws -> Outcome {
    var data = ""
    MathProgWriter.write(network) { data += $0 }
    return try solve(data: data)
  }

  /// Solves a data section.
  static func solve(data: String) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("glpsol-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, output) = (
      folder.appendingPathComponent("case.dat"), folder.appendingPathComponent("solution")
    )
    try data.write(to: input, atomically: false, encoding: .utf8)
    let arguments = ["-m", model.path, "-d", input.path, "--tmlim", "60", "--write", output.path]
    let text: String
    do {
      text = try run(arguments)
    } catch let failure as Failure where failure.description.contains("npp/") {
      // The presolver of GLPK 5.0 now and then fails its own assertions.
      text = try run(arguments + ["--nointopt"])
    }
    if text.contains("HAS NO PRIMAL FEASIBLE SOLUTION") || text.contains("HAS NO INTEGER FEASIBLE SOLUTION") {
      return .infeasible
    }
    let solution = (try? String(contentsOf: output, encoding: .utf8)) ?? ""
    guard let objective = objective(in: solution) else {
      throw Failure(description: "glpsol found no optimum:\n\(text.suffix(2000))")
    }
    return .optimal(objective)
  }

  /// The objective of a written solution whose status is optimal: the line `s mip ROWS COLUMNS o OBJECTIVE`.
  private static func objective(in solution: String) -> Double? {
    for line in solution.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.first == "s" else { continue }
      return words.count == 6 && words[1] == "mip" && words[4] == "o" ? Double(words[5]) : nil
    }
    return nil
  }

  private static func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["glpsol"] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    switch process.terminationStatus {
    case 0: return text
    case 127:
      throw Failure(
        description: "glpsol is missing; install the package glpk-utils (Debian) or glpk (Homebrew)")
    default: throw Failure(description: "glpsol failed:\n\(text.suffix(2000))")
    }
  }
}
