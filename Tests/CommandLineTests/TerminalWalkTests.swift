import Foundation
import Mainstay
import Testing

@testable import MainstayCLI

/// Every command as a planner sees it: on a terminal of 80 columns.
@Suite(.serialized) struct TerminalWalkTests {
  /// A command over the starter case, its plan in `plan`.
  struct Step: CustomTestStringConvertible, Sendable {
    var words: [String]
    var status: Int32 = 0
    /// Whether it has anything to set off by colour or weight.
    var isColoured = true

    var testDescription: String { words.joined(separator: " ") }
  }

  private static let steps = [
    Step(words: ["--help"], isColoured: false), Step(words: ["plan", "--help"], isColoured: false),
    Step(words: ["new", "fresh"], isColoured: false), Step(words: ["check", "case.json"], isColoured: false),
    Step(words: ["plan", "case.json", "--gap", "1%"]),
    Step(words: ["plan", "case.json", "--gap", "1%", "--language", "zh"]),
    Step(words: ["plan", "case.json", "--gap", "5%", "--alternatives", "2"]),
    Step(words: ["plan", "case.json", "--gap", "1%", "--value"]),
    Step(words: ["plan", "case.json", "--gap", "1%", "--verbose"]),
    Step(words: ["verify", "case.json", "plan"], isColoured: false),
    Step(words: ["stress", "case.json", "plan"]),
    Step(words: ["worst-case", "case.json", "plan", "-k", "2"]), Step(words: ["diagnose", "case.json"]),
    Step(words: ["explain", "case.json", "--why-not", "iberia-clima"]),
    Step(words: ["frontier", "case.json", "--points", "2"]),
    Step(words: ["frontier", "case.json", "--points", "2", "--against", "concentration"]),
    Step(words: ["recover", "case.json", "plan", "--event", "typhoon"]),
    Step(words: ["compare", "plan", "--current", "--case", "case.json"]),
    Step(words: ["schema"], isColoured: false),
    Step(
      words: ["batch", "case.json", "--vary", "demand.quantity *= 0.9, 1", "--output", "results.sqlite"],
      isColoured: false),
    Step(words: ["report", "case.json", "plan", "--output", "report.html"], isColoured: false),
    Step(words: ["convert", "case.json", "case.xlsx"], isColoured: false),
    Step(words: ["export", "case.json", "--format", "lp", "--output", "case.lp"], isColoured: false),
    Step(words: ["plan", "nowhere"], status: 66, isColoured: false),
    Step(words: ["plan", "case.json", "--gap", "lots"], status: 64, isColoured: false),
  ]

  private func folder() async throws -> Folder {
    var found = SourcingCase.starter
    found.current = [CurrentSource(site: "saigon-drives", item: "compressor", role: .primary)]
    let folder = try Folder(holding: found)
    let plan = try await ProgramRun.of(["plan", "case.json", "--gap", "1%", "--output", "plan"], in: folder)
    try #require(plan.status == 0, "\(plan.errors)")
    return folder
  }

  /// What is left on the screen: lines that are written over are gone.
  private func lines(_ shown: String) -> [String] {
    shown.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let last = line.split(separator: "\r").last ?? ""
      return String(last).replacing(/\u{1B}\[[0-9;]*[mK]/, with: "")
    }
  }

  @Test(arguments: steps) func aTerminalOf80ColumnsHoldsEveryLine(step: Step) async throws {
    let folder = try await folder()
    let coloured = try await ProgramRun.onTerminal(step.words, in: folder)
    #expect(coloured.status == step.status, "\(coloured.output)")
    // A fault or an error is one line however long, so that programs can take it apart; so is what the parser shows of an
    // option beside it.
    let wide = lines(coloured.output).filter { line in
      TerminalText.width(line) > 80 && !line.contains("advice: ") && step.status == 0
    }
    #expect(wide.isEmpty)
    #expect(coloured.output.contains(/\u{1B}\[[0-9;]*m/) == step.isColoured)
    // Nothing but cleared lines and colour moves the cursor.
    #expect(!coloured.output.replacing(/\u{1B}\[([0-9;]*m|K)/, with: "").contains("\u{1B}"))
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"]])
  func noColourWhereNoneIsWanted(environment: [String: String]) async throws {
    let folder = try await folder()
    for words in [["plan", "case.json", "--gap", "1%"], ["stress", "case.json", "plan"]] {
      let run = try await ProgramRun.onTerminal(words, in: folder, environment: environment)
      #expect(!run.output.contains(/\u{1B}\[[0-9;]*m/))
    }
  }

  @Test func aFileGetsNoColour() async throws {
    let run = try await ProgramRun.of(["stress", "case.json", "plan"], in: try await folder())
    #expect(run.status == 0)
    #expect(!run.output.contains("\u{1B}"))
  }

  /// Every heading over amounts of money tells the currency, and quantities their unit.
  @Test(arguments: [
    (["plan", "case.json"], ["Costs over the horizon, thousand EUR", "supply, thousand pieces a year"]),
    (["stress", "case.json", "plan"], ["Worst first, thousand EUR; times in days"]),
    (["worst-case", "case.json", "plan"], ["Worst first, thousand EUR"]),
    (["frontier", "case.json", "--points", "2"], ["cost against cvar, thousand EUR"]),
    (["explain", "case.json"], ["looser by a step, thousand EUR"]),
    (["recover", "case.json", "plan", "--event", "typhoon"], ["  thousand pieces\n"]),
    (["compare", "plan", "--current", "--case", "case.json"], ["thousand EUR"]),
  ]) func numbersHaveUnits(words: [String], told: [String]) async throws {
    let run = try await ProgramRun.of(words + ["--quiet"], in: try await folder())
    for text in told { #expect(run.output.contains(text), "\(run.output)") }
  }

  @Test func aBatchShowsABarWithAnEstimateThatIsClearedAtTheEnd() async throws {
    let levels = (0..<60).map { String(format: "%.3f", 0.7 + 0.01 * Double($0)) }.joined(separator: ", ")
    let run = try await ProgramRun.onTerminal(
      ["batch", "case.json", "--vary", "demand.quantity *= \(levels)", "--output", "results.sqlite"],
      in: try await folder())
    #expect(run.status == 0)
    #expect(run.output.contains(/\[#+\.*\]  [0-9]+\/60  about [0-9]+ (s|min)[^\r]* left/), "\(run.output)")
    #expect(run.output.contains("\r\u{1B}[K"))
  }

  @Test(arguments: ["stress", "explain", "frontier", "worst-case"])
  func verboseTellsInWordsWhatIsBeingDone(command: String) async throws {
    let plan = ["stress", "worst-case"].contains(command) ? ["plan"] : []
    let run = try await ProgramRun.of([command, "case.json"] + plan + ["--verbose"], in: try await folder())
    #expect(run.status == 0)
    #expect(run.errors.contains("planning "), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count >= 2, "\(run.errors)")
  }
}
