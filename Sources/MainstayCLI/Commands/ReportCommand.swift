import ArgumentParser
import Foundation
import Mainstay

/// `mainstay report`: a plan as one page for people.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Show a plan to people: a page with map, tables and charts, or a workbook.",
    discussion: """
      Writes one page of HTML that needs no network and no other file: the plan in words, a map, who supplies what, \
      what it costs, how markets are served in every scenario, concentration before and after, and what binds. The \
      plan is re-checked from the tables first; one that does not hold is refused. What stress, frontier, recover and \
      explain print with --json adds its section. With --output plan.xlsx the same tables go to a workbook, with charts, \
      and the plan's own tables beside them.

      Examples:
        mainstay report my-case my-plan --output report.html
        mainstay report my-case my-plan --with stress --output report.html
        mainstay report my-case my-plan --output plan.xlsx
        mainstay frontier my-case --json > frontier.json
        mainstay report my-case my-plan --frontier frontier.json --output report.html

      Exit status: 0 written, 65 faults in the case, the plan or another document, 66 no such file, 73 cannot write.
      """)

  /// An analysis that is run for the report.
  enum Extra: String, ExpressibleByArgument, CaseIterable {
    /// One failure at a time.
    case stress
  }

  @OptionGroup var input: CaseArgument
  @OptionGroup var planned: PlanArgument

  @Option(
    help: ArgumentHelp(
      "The file to write: a page, or a workbook where its name ends in .xlsx (default: a page to standard output).",
      valueName: "file"),
    completion: .file(extensions: ["html"]))
  var output: String?

  @Option(help: "Run this analysis and add its section; may be repeated.")
  var with: [Extra] = []

  @Option(
    help: ArgumentHelp("What mainstay stress --json printed for the plan.", valueName: "file"),
    completion: .file())
  var stress: String?

  @Option(
    help: ArgumentHelp("What mainstay frontier --json printed.", valueName: "file"), completion: .file())
  var frontier: String?

  @Option(
    help: ArgumentHelp("What mainstay recover --json printed for the plan.", valueName: "file"),
    completion: .file())
  var recover: String?

  @Option(help: ArgumentHelp("What mainstay explain --json printed.", valueName: "file"), completion: .file())
  var explain: String?

  @OptionGroup(title: "Progress and remarks") var talk: TalkOptions

  func validate() throws {
    if stress != nil, with.contains(.stress) {
      throw ValidationError(.excludeEachOther, ["first": "--stress", "second": "--with stress"])
    }
  }

  func run() throws {
    let session = AnalysisSession(talk)
    let contents = try session.run { try gathered(session) }
    if let output, output.lowercased().hasSuffix(".xlsx") {
      try session.interrupt.whileWriting { try PlanWorkbook.write(contents, to: output) }
      return
    }
    let page = try ReportPage.html(contents)
    if let output {
      try session.interrupt.whileWriting { try AtomicFile.write(page, to: output) }
    } else {
      try StandardOutput.write(page)
    }
  }

  /// Faults of answers with the files that these came from.
  private func placed(_ faults: [Fault]) -> [Fault] {
    let files = ["stress": stress, "frontier": frontier, "recovery": recover, "explanation": explain]
    return files.reduce(faults) { faults, file in
      file.value.map { FaultReport.placed(faults, in: $0, insteadOf: file.key) } ?? faults
    }
  }

  private func gathered(_ session: AnalysisSession) throws -> ReportContents {
    let (loaded, plan) = try PlannedCase.read(input.path, planned.path)
    let network = try loaded.sound()
    guard plan.hasLayout else {
      throw CaseFaults([
        Fault(
          at: .init(file: planned.path, column: "status"), value: plan.status.rawValue,
          Message(QuestionText.planNotReported), expected: Message(QuestionText.optimalOrFeasible))
      ])
    }
    let faults = FaultReport.placed(
      PlanVerifier.verify(plan, against: network).faults, in: planned.path)
    if !faults.isEmpty { throw CaseFaults(faults) }
    try session.begin(network, of: loaded)
    var contents = try ReportContents(diagnosing: plan, in: network, cancellation: session.cancellation)
    contents.stress = try stress.map { try AnalysisDocument.read($0, schema: StressReport.schema) }
    contents.frontier = try frontier.map { try AnalysisDocument.read($0, schema: Frontier.schema) }
    contents.recovery = try recover.map { try AnalysisDocument.read($0, schema: Recovery.schema) }
    contents.explanation = try explain.map { try AnalysisDocument.read($0, schema: Explanation.schema) }
    let strangers = contents.strangers()
    if !strangers.isEmpty { throw CaseFaults(placed(strangers)) }
    if with.contains(.stress) {
      var options = StressOptions()
      options.cancellation = session.cancellation
      contents.stress = try StressTest().run(StandingLayout(plan), in: network, options)
    }
    return contents
  }
}
