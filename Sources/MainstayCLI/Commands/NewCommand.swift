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
        mainstay new my-case --format xlsx
        mainstay new my-case --format json

      Exit status: 0 written, 73 the folder is not empty or cannot be written.
      """)

  /// The container of the case.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    /// A folder of CSV tables, with their description as a data package.
    case csv
    /// One workbook, `case.xlsx`.
    case xlsx
    /// One JSON document, `case.json`.
    case json
  }

  @Argument(
    help: ArgumentHelp("The folder to write; missing or empty.", valueName: "folder"), completion: .directory)
  var folder: String

  @Option(help: "As a folder of CSV tables, one workbook, or one JSON document.")
  var format: Format = .csv

  @OptionGroup var spoken: LanguageOption

  func run() throws {
    guard StagedFolder.isFree(folder) else {
      throw FileError(.unwritable, path: folder, detail: "it is there and not an empty folder")
    }
    let starter = SourcingCase.starter
    let written = format == .csv ? folder : "\(folder)/case.\(format.rawValue)"
    try StagedFolder.write(to: folder) { stage in
      switch format {
      case .csv: try CaseWriter.writeFolder(starter, to: stage)
      case .xlsx, .json: try CaseContainer.write(starter, to: "\(stage)/case.\(format.rawValue)")
      }
      try AtomicFile.write(
        StarterGuide.text(for: starter, format: format), to: "\(stage)/README.md")
    }
    let path = ShellText.quoted(written)
    try StandardOutput.write(
      """
      Wrote a starter case to \(TerminalText.printable(folder)). Read its README.md, then try:
        mainstay check \(path)
        mainstay plan \(path)

      """)
  }
}
