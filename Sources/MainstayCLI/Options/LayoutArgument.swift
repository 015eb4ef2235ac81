import ArgumentParser
import Mainstay

/// The layout that a question is asked of: a plan, or the one that stands today.
struct LayoutArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The plan: a plan.json, or the folder of plan --output.", valueName: "plan"),
    completion: .file())
  var path: String?

  @Flag(help: "Ask it of the layout that stands today, the table current, instead of a plan.")
  var current = false

  func validate() throws {
    if path == nil, !current { throw ValidationError("give a plan, or --current for the layout of today") }
    if path != nil, current { throw ValidationError("a plan and --current exclude each other") }
  }

  /// The layout in words, for headlines.
  var name: String { path.map { TerminalText.printable($0) } ?? "the layout of today" }

  /// Reads or makes the layout.
  ///
  /// - Throws: `FileError` where there is no plan, `CaseFaults` where it has no layout or the table `current` is none.
  func layout(of network: SourcingNetwork, _ interrupt: Interrupt) throws -> StandingLayout {
    guard let path else {
      return try StandingLayout.current(of: network, cancellation: interrupt.cancellation)
    }
    return try placed { try StandingLayout(PlanReader.read(path)) }
  }

  /// Runs what may find faults in the plan, and names its file in them.
  func placed<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as CaseFaults {
      throw path.map { CaseFaults(FaultReport.placed(error.faults, in: $0)) } ?? error
    }
  }
}
