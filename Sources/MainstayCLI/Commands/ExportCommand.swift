import ArgumentParser
import Foundation
import Mainstay

/// `mainstay export`: a case, or the mathematical program made of it, for other programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a case, or the program made of it, for other software.",
    discussion: """
      mps and lp are the whole mixed-integer program, as solvers read it; mathprog is the data for the same model \
      in GNU MathProg, Models/sourcing.mod; smps is the program as a two-stage stochastic one with discrete \
      scenarios, in three files (case.cor, case.tim, case.sto); json and csv are the case itself. Without --output \
      the text goes to standard output.

      Examples:
        mainstay export my-case --format mps --output my-case.mps
        mainstay export my-case --format smps --output my-case-smps
        mainstay export my-case --format mathprog | glpsol -m sourcing.mod -d /dev/stdin
        mainstay export my-case.json --format csv --output my-case

      Exit status: 0 written, 65 faults in the case, 66 no such case, 73 cannot write.
      """)

  @OptionGroup var input: CaseArgument

  @Option(help: "What is written.")
  var format: ExportFormat

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write here: a file, or a folder for csv and smps.", valueName: "path"),
    completion: .file())
  var output: String?

  @OptionGroup var spoken: LanguageOption

  func validate() throws {
    if format.isFolder, output == nil {
      throw ValidationError(.formatNeedsFolder, ["format": format.rawValue])
    }
  }

  func run() throws {
    let read = try LoadedCase(input.path).sound()
    // The program of an objective with two stages is that of the first; that of one that measures regret holds what the scenarios would cost if they were foreseen.
    let network = format.isProgram ? try Planner().foreseeing(read).firstObjectiveStage : read
    guard let output else {
      var text = ""
      try format.write(network) { text += $0 }
      try StandardOutput.write(text)
      return
    }
    if format.isFolder {
      guard StagedFolder.isFree(output) else {
        throw FileError(.unwritable, path: output, detail: "it is there and not an empty folder")
      }
      try StagedFolder.write(to: output) { try format.write(network, toFolder: $0) }
    } else {
      // An interrupt must not leave the unfinished file behind.
      let interrupt = Interrupt()
      try AtomicFile.write(to: output) { sink in
        try format.write(network) { piece in
          try interrupt.check()
          try sink(piece)
        }
      }
    }
  }
}
