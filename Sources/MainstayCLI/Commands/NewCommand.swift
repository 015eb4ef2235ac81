import ArgumentParser
import Foundation
import Mainstay

/// `mainstay new`: a small case to begin with.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a small starter case that explains itself.",
    discussion: """
      Writes a case that plans at once, and a README.md that says what every table and column in it means and \
      what to try next. A folder that holds anything already is left alone.

      Examples:
        mainstay new my-case
        mainstay new my-case --format json

      Exit status: 0 written, 73 the folder is not empty or cannot be written.
      """)

  /// The container of the case.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    /// A folder of CSV tables, with their description as a data package.
    case csv
    /// One JSON document, `case.json`.
    case json
  }

  @Argument(
    help: ArgumentHelp("The folder to write; missing or empty.", valueName: "folder"), completion: .directory)
  var folder: String

  @Option(help: "As a folder of CSV tables, or as one JSON document.")
  var format: Format = .csv

  func run() throws {
    guard StagedFolder.isFree(folder) else {
      throw FileError(.unwritable, path: folder, detail: "it is there and not an empty folder")
    }
    let starter = SourcingCase.starter
    let written = format == .csv ? folder : "\(folder)/\(Self.document)"
    try StagedFolder.write(to: folder) { stage in
      switch format {
      case .csv: try CaseWriter.writeFolder(starter, to: stage)
      case .json: try AtomicFile.write(CaseWriter.json(starter), to: "\(stage)/\(Self.document)")
      }
      try AtomicFile.write(
        StarterGuide.text(for: starter, isFolder: format == .csv), to: "\(stage)/README.md")
    }
    let path = ShellText.quoted(written)
    try StandardOutput.write(
      """
      Wrote a starter case to \(TerminalText.printable(folder)). Read its README.md, then try:
        mainstay check \(path)
        mainstay plan \(path)

      """)
  }

  private static let document = "case.json"
}
