import ArgumentParser
import Foundation
import Mainstay

/// `mainstay convert`: a case from one container into another.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Turn a case into CSV tables, a workbook, a database or a document.",
    discussion: """
      A case is the same in every container: a folder of CSV tables, an .xlsx workbook with a sheet for each table, \
      an .sqlite database with a table for each, or a .json document. What is written depends on the name: .xlsx, \
      .sqlite, .json, or else a folder, which must be missing or empty. Values are kept as they are; formulas of a workbook become their values.

      Examples:
        mainstay convert my-case my-case.xlsx
        mainstay convert my-case.xlsx my-case
        mainstay convert my-case.xlsx my-case.json
        mainstay convert my-case my-case.sqlite

      Exit status: 0 written, 65 faults in the case, 66 no such case, 73 cannot write.
      """)

  @OptionGroup var input: CaseArgument

  @Argument(
    help: ArgumentHelp(
      "What to write: a name that ends in .xlsx, .sqlite or .json, or a folder.", valueName: "to"),
    completion: .file())
  var target: String

  @OptionGroup var spoken: LanguageOption

  func run() throws {
    let loaded = try LoadedCase(input.path)
    let found = try loaded.sound().givenCase
    loaded.countRemarks()
    try CaseContainer.write(found, to: target)
  }
}

/// The containers that a case can be written to.
enum CaseContainer {
  /// Writes a case in the container that the name asks for.
  ///
  /// - Throws: `FileError` of kind `unwritable`.
  static func write(_ found: SourcingCase, to path: String) throws {
    switch URL(fileURLWithPath: path).pathExtension.lowercased() {
    case "xlsx": try CaseWorkbook.write(found, to: path)
    case "sqlite": try CaseDatabase.write(found, to: path)
    case "json": try AtomicFile.write(CaseWriter.json(found), to: path)
    default:
      guard StagedFolder.isFree(path) else {
        throw FileError(.unwritable, path: path, detail: "it is there and not an empty folder")
      }
      try StagedFolder.write(to: path) { try CaseWriter.writeFolder(found, to: $0) }
    }
  }
}
