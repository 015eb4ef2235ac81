import ArgumentParser
import Foundation
import Mainstay

/// `mainstay diagnose`: the structure of a case before anything is planned, and a watch list.
struct DiagnoseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagnose",
    abstract: "Tell where supply is concentrated, what hangs on one centre; watch limits.",
    discussion: """
      Looks at the tables alone: for every item the concentration over suppliers, regions, blocs and owners, of capacity and \
      of the layout of today where the table current has one; places that can get an item from one region only; \
      corridors without a way around; capacity in regions that buyers do not get on with; rules that are pending, \
      or have changed since an earlier case.

      With limits it is fit for a scheduled run: it ends with status 3 when one is crossed. Metrics: top_supplier, \
      top_region, top_bloc, top_owner, hhi_supplier, hhi_region, hhi_bloc, hhi_owner, cover, cover_without_region, exposure, single_region_links, \
      corridor, rules.

      Examples:
        mainstay diagnose my-case
        mainstay diagnose my-case --usual-limits
        mainstay diagnose my-case --limit top_region=0.5 --limit 'corridor[Suez]=0.3'
        mainstay diagnose my-case --watch watch.csv --since last-month --json

      A watch list is a CSV file with the columns metric,subject,limit; a blank subject is every item or corridor, and a \
      name with a comma stands between quotation marks.

      Exit status: 0 told, 3 a limit is crossed, 65 faults in the case or the watch list, 66 no such file, \
      130 interrupted before there was anything to show.
      """)

  @OptionGroup var input: CaseArgument
  @OptionGroup var json: JSONOption

  @Option(
    help: ArgumentHelp(
      "Limits to watch: a CSV file with the columns metric,subject,limit.", valueName: "file"),
    completion: .file())
  var watch: String?

  @Option(
    help: ArgumentHelp(
      "A limit to watch, for every item or corridor or for the one in brackets: top_region[ore]=0.5. May be repeated.",
      valueName: "metric=limit"),
    transform: ArgumentValues.watchLimit)
  var limit: [WatchLimit] = []

  @Flag(
    help: """
      Watch top_region=0.65 (EU critical raw materials act), hhi_supplier=0.25, cover_without_region=1, rules=0.
      """)
  var usualLimits = false

  @Option(
    help: ArgumentHelp("Compare duties and controls with this earlier case.", valueName: "case"),
    completion: .file())
  var since: String?

  @Option(
    help: ArgumentHelp(
      "Regions do not get on where their alignment is below this (default: 0).", valueName: "score"),
    transform: ArgumentValues.score)
  var opposed: Double?

  @OptionGroup(title: "Progress and remarks") var talk: TalkOptions

  func run() throws {
    let interrupt = Interrupt()
    let loaded = try LoadedCase(input.path)
    let network = try loaded.sound()
    if !talk.quiet { loaded.countRemarks() }
    var options = DiagnosisOptions()
    options.cancellation = interrupt.cancellation
    if let opposed { options.alignmentThreshold = opposed }
    options.watch = try limit + (usualLimits ? WatchLimit.usual : []) + (watch.map(Self.limits) ?? [])
    options.earlier = try since.map { try LoadedCase($0).sound().givenCase }
    if !network.sourcingCase.current.isEmpty {
      options.standing = try interrupt.whileAnswering {
        try StandingLayout.current(of: network, cancellation: interrupt.cancellation)
      }
    }
    let report = try Diagnosis(network, options).report()
    if report.completeness.isPartial, report.items.isEmpty { throw ExitStatus.interrupted }
    if json.isOn {
      try StandardOutput.write(JSONText.of(report))
    } else {
      let lines = DiagnosisSummary(report, style: .forOutput).lines
      try StandardOutput.write(lines.joined(separator: "\n") + "\n")
    }
    if report.completeness.isPartial { throw ExitStatus.unproven }
    if report.watch.contains(where: \.crossed) { throw ExitStatus.warning }
  }

  private static func limits(_ path: String) throws -> [WatchLimit] {
    guard FileManager.default.fileExists(atPath: path) else {
      throw FileError(.notFound, path: path, detail: "")
    }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw FileError(.unreadable, path: path, detail: "not a text in UTF-8")
    }
    return try WatchLimit.reading(text, file: path)
  }
}
