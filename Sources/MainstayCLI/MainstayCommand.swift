import ArgumentParser
import Foundation
import Mainstay

/// The program `mainstay`: its commands, and the one way in and out of it.
@main
struct MainstayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mainstay",
    abstract: "Plans sourcing layouts: one main source, several backups, and what safety costs.",
    discussion: """
      A case is a folder of CSV tables, an .xlsx workbook, an .sqlite database, or a .json document. Results go to standard output; progress, remarks \
      and errors to standard error.

      Start with:
        mainstay new my-case
        mainstay check my-case
        mainstay plan my-case --output my-plan

      \(ExitStatus.table)
      """,
    version: Mainstay.version,
    subcommands: [
      CheckCommand.self, PlanCommand.self, VerifyCommand.self, StressCommand.self, WorstCaseCommand.self,
      FrontierCommand.self, ExplainCommand.self, RecoverCommand.self, CompareCommand.self,
      DiagnoseCommand.self, BatchCommand.self, BatchMergeCommand.self, SchemaCommand.self, ReportCommand.self,
      ConvertCommand.self, ExportCommand.self, NewCommand.self,
    ])

  /// Parses, runs, and ends the process with the exit status of what happened.
  static func main() {
    Signals.ignoreWriteSignals()
    do {
      var command = try parseAsRoot()
      try command.run()
      ExitStatus.success.exit()
    } catch {
      ErrorReport(error).writeAndExit()
    }
  }
}
