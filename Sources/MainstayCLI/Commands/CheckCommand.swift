import ArgumentParser
import Foundation
import Mainstay

/// `mainstay check`: everything that is wrong with a case, at once.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Validate a case; tell all faults at once.",
    discussion: """
      Faults and remarks go to standard error, one a line, as
      file:row:column: problem 'value'; expected …; did you mean …?
      A sound case is summed up in one line on standard output.

      Examples:
        mainstay check my-case
        mainstay check my-case.json --json
        mainstay check my-case --language zh

      Exit status: 0 sound, 65 faulty, 66 no such case.
      """)

  @OptionGroup var input: CaseArgument
  @OptionGroup var json: JSONOption
  @OptionGroup var spoken: LanguageOption

  func run() throws {
    let language = try spoken.chosen()
    let loaded: LoadedCase
    do {
      loaded = try LoadedCase(input.path)
    } catch let error as CaseFaults where json.isOn {
      try StandardOutput.write(JSONText.of(Document(error.faults, language ?? .english)))
      throw ExitStatus.badData
    } catch let error as CaseFaults {
      let language = language ?? Spoken.language
      for line in FaultReport.lines(error.faults, in: language) { StandardError.write(line) }
      StandardError.write("mainstay: error: \(FaultReport.count(error.faults, in: language))")
      throw ExitStatus.badData
    }
    if json.isOn {
      try StandardOutput.write(JSONText.of(Document(loaded, language ?? .english)))
    } else {
      try tell(loaded, language ?? Spoken.language)
    }
    if loaded.network == nil { throw ExitStatus.badData }
  }

  private func tell(_ loaded: LoadedCase, _ language: Language) throws {
    let faults = Self.faults(loaded)
    for line in FaultReport.lines(faults, in: language) { StandardError.write(line) }
    let count = FaultReport.count(faults, in: language)
    guard loaded.network != nil else {
      let told = language.text(.faultsInCase, ["faults": count, "path": input.path])
      StandardError.write("mainstay: error: \(told)")
      return
    }
    let name = TerminalText.printable(CaseSummary.name(of: loaded.sourcingCase, at: input.path))
    let contents = CaseSummary.contents(of: loaded.sourcingCase, in: language)
    try StandardOutput.write(
      language.text(.soundCase, ["name": name, "contents": contents, "faults": count]) + "\n")
  }

  /// Faults and remarks, those on rows that can never matter among them.
  private static func faults(_ loaded: LoadedCase) -> [Fault] {
    (loaded.faults + loaded.idleRows).sorted { $0.location < $1.location }
  }

  /// What `--json` prints.
  private struct Document: Encodable {
    var schema = "mainstay/check/1"
    var name = ""
    var sound = false
    var counts: [String: Int] = [:]
    var faults: [FaultReport.Record]

    init(_ faults: [Fault], _ language: Language) {
      self.faults = faults.map { FaultReport.Record($0, in: language) }
    }

    init(_ loaded: LoadedCase, _ language: Language) {
      self.init(CheckCommand.faults(loaded), language)
      name = loaded.sourcingCase.settings.name
      sound = loaded.network != nil
      counts = Dictionary(
        uniqueKeysWithValues: CaseSummary.counts(of: loaded.sourcingCase).map { ($0.table, $0.count) })
    }
  }
}
