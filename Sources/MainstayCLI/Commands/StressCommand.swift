import ArgumentParser
import Foundation
import Mainstay

/// `mainstay stress`: what a layout makes of one disruption at a time.
struct StressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stress",
    abstract: "Let one thing after the other fail; tell what it costs and who steps in.",
    discussion: """
      Every site, region, bloc, corridor, class of items, and rule of controls that is not in force yet fails by \
      itself; the layout stays as it is and responds at least cost. Ranked by lost margin (shortage_cost of what is \
      not met). The exposure index is the lost margin against the greatest one. A target is marked ! where its time \
      to survive (how long it can be down with no demand lost) is shorter than its time to recover: its outage_days, \
      --outage-days, or to the end of the horizon.

      Examples:
        mainstay stress my-case my-plan
        mainstay stress my-case --current --targets site,corridor --outage-days 90
        mainstay stress my-case my-plan --disruption strike --disruption flood
        mainstay stress my-case my-plan --json > stress.json

      Exit status: 0 all looked at, 1 a limit or an interrupt came first, 65 faults in the case or the plan, \
      66 no such case or plan, 130 interrupted before there was anything to show.
      """)

  @OptionGroup var input: CaseArgument
  @OptionGroup var layout: LayoutArgument
  @OptionGroup var json: JSONOption

  @Option(
    help: ArgumentHelp(
      "Kinds of target that fail, parted by commas: site, region, bloc, corridor, class, control, item, lane, duty.",
      valueName: "kinds"),
    transform: ArgumentValues.targetKinds)
  var targets: [DisruptionTarget] = StressOptions.usualKinds

  @Option(
    help: ArgumentHelp(
      "Let this row of disruptions happen instead; may be repeated.", valueName: "disruption"))
  var disruption: [String] = []

  @Flag(help: "Let every row of disruptions happen instead, one at a time.")
  var listed = false

  @Option(
    help: ArgumentHelp(
      "Days that an outage lasts where the target has no outage_days (default: to the end).",
      valueName: "days"),
    transform: ArgumentValues.days)
  var outageDays: Double?

  @Flag(help: "Leave the time to survive out, which is quicker.")
  var withoutSurvival = false

  @Option(help: ArgumentHelp("Show so many disruptions in the text.", valueName: "count"))
  var top = 15

  @Option(
    help: ArgumentHelp("Give what is known after this time: 90, 90s, 5m, 1h.", valueName: "time"),
    transform: ArgumentValues.duration)
  var timeLimit: Double?

  @OptionGroup(title: "Progress and remarks") var talk: TalkOptions

  func validate() throws {
    if listed, !disruption.isEmpty {
      throw ValidationError(.excludeEachOther, ["first": "--listed", "second": "--disruption"])
    }
    if top < 1 { throw ValidationError(.wholeOfOption, ["option": "--top", "least": 1]) }
  }

  func run() throws {
    let progress = ProgressReport(talk)
    let interrupt = Interrupt { progress.noteInterrupt() }
    let report: StressReport
    do {
      report = try test(interrupt, progress)
    } catch {
      progress.end()
      if interrupt.isRaised, error is PlanningError { throw ExitStatus.interrupted }
      throw error
    }
    progress.end()
    if report.completeness.isPartial, report.findings.isEmpty, interrupt.isRaised {
      throw ExitStatus.interrupted
    }
    if json.isOn {
      try StandardOutput.write(JSONText.of(report))
    } else {
      let summary = StressSummary(report, layout: layout.name, most: top, style: .forOutput)
      try StandardOutput.write(summary.lines.joined(separator: "\n") + "\n")
    }
    if report.completeness.isPartial { throw ExitStatus.unproven }
  }

  private func test(_ interrupt: Interrupt, _ progress: ProgressReport) throws -> StressReport {
    let asked = try layout.read(input.path)
    let network = asked.network
    if !talk.quiet { asked.loaded.countRemarks() }
    var options = StressOptions()
    options.kinds = targets
    if !disruption.isEmpty { options.disruptions = disruption }
    if listed { options.disruptions = network.givenCase.disruptions.map(\.id) }
    options.outageDays = outageDays
    options.seeksSurvival = !withoutSurvival
    options.timeLimit = timeLimit
    options.cancellation = interrupt.cancellation
    options.progress = { progress.update($0) }
    try interrupt.check()
    progress.begin(network)
    let standing = try layout.standing(asked, interrupt, talk) { progress.update(stage: $0) }
    return try asked.placed { try StressTest().run(standing, in: network, options) }
  }
}
