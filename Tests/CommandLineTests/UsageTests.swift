import Foundation
import Mainstay
import Testing

/// What the program says about itself.
@Suite struct UsageTests {
  @Test func theVersionIsTheLibrarys() async throws {
    let run = try await ProgramRun.of(["--version"], in: try Folder())
    #expect(run.status == 0)
    #expect(run.output == "\(Mainstay.version)\n")
  }

  @Test(arguments: [
    "", "check", "plan", "verify", "stress", "worst-case", "frontier", "explain", "recover",
    "compare", "diagnose", "batch", "batch-merge", "schema", "report", "convert", "export", "new",
  ]) func helpHasExamples(
    command: String
  )
    async throws
  {
    let run = try await ProgramRun.of(
      command.isEmpty ? ["--help"] : [command, "--help"], in: try Folder(), environment: ["COLUMNS": "80"])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.matches(of: #/\n  mainstay [a-z-]+ /#).count >= 2)
    try Snapshot.expect(run.output, named: command.isEmpty ? "help" : "help-\(command)")
  }

  @Test func noCommandShowsTheHelp() async throws {
    let run = try await ProgramRun.of([], in: try Folder())
    #expect(run.output.contains("SUBCOMMANDS:") || run.errors.contains("SUBCOMMANDS:"))
  }

  @Test func anUnknownCommandIsAUsageError() async throws {
    let run = try await ProgramRun.of(["paln", "case"], in: try Folder())
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("mainstay: error: "))
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func shellsCompleteCommandsAndFiles(shell: String) async throws {
    let run = try await ProgramRun.of(["--generate-completion-script", shell], in: try Folder())
    #expect(run.status == 0)
    for command in ["check", "plan", "stress", "worst-case", "frontier", "explain", "recover", "export"] {
      #expect(run.output.contains(command))
    }
  }
}
