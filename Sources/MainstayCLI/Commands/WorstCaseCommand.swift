import ArgumentParser
import Foundation
import Mainstay

/// `mainstay worst-case`: the failures that hurt a layout most.
struct WorstCaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worst-case",
    abstract: "Find the failures that hurt a layout most, and prove that none hurt more.",
    discussion: """
      Up to -k things fail at once; the layout stays as it is and responds at least cost. Sets that hold nothing which the \
      response to a smaller set uses hurt no more than that and need no look, so the answer is proven although few \
      sets are examined. Outages last for outage_days, --outage-days, or to the end of the horizon. Rules of \
      controls and duties that are not in force come into force, and duties in force lapse. With --least-probability only sets count that fail together with at least this probability within the horizon, by \
      outage_rate (or contingency_probability), independently of each other.

      Examples:
        mainstay worst-case my-case my-plan
        mainstay worst-case my-case my-plan -k 3 --targets site,corridor
        mainstay worst-case my-case --current --targets region --least-probability 0.1%

      Exit status: 0 proven, 1 a limit or an interrupt came before the proof, 65 faults in the case or the plan, \
      66 no such case or plan, 130 interrupted before there was anything to show.
      """)

  @OptionGroup var input: CaseArgument
  @OptionGroup var layout: LayoutArgument

  @Option(
    name: .customShort("k"), help: ArgumentHelp("How many things fail at once, at most.", valueName: "count"))
  var depth = 2

  @Option(
    help: ArgumentHelp(
      "Kinds of target that fail, parted by commas: site, region, bloc, corridor, lane, item, class, control, duty.",
      valueName: "kinds"), transform: ArgumentValues.targetKinds)
  var targets: [DisruptionTarget] = [.site]

  @Option(
    help: ArgumentHelp(
      "Only sets that fail together with at least this probability: 0.001 or 0.1%.", valueName: "share"),
    transform: ArgumentValues.gap)
  var leastProbability: Double?

  @Option(
    help: ArgumentHelp(
      "Days that an outage lasts where the target has no outage_days (default: to the end).",
      valueName: "days"), transform: ArgumentValues.days)
  var outageDays: Double?

  @Option(help: ArgumentHelp("Show so many of the worst sets.", valueName: "count"))
  var top = 5

  @OptionGroup var json: JSONOption

  @Option(
    help: ArgumentHelp("Give what is known after this time: 90, 90s, 5m, 1h.", valueName: "time"),
    transform: ArgumentValues.duration)
  var timeLimit: Double?

  @OptionGroup(title: "Progress and remarks") var talk: TalkOptions

  func validate() throws {
    if !(1...20).contains(depth) {
      throw ValidationError(.numberOfOption, ["option": "-k", "least": 1, "most": 20])
    }
    if top < 1 { throw ValidationError(.wholeOfOption, ["option": "--top", "least": 1]) }
    if targets.contains(where: { !WorstCaseOptions.allKinds.contains($0) }) {
      throw ValidationError(.worstCaseWithoutDemand)
    }
  }

  func run() throws {
    let session = AnalysisSession(talk)
    let worst = try session.run { try find(session) }
    if json.isOn {
      try StandardOutput.write(JSONText.of(worst))
    } else {
      let lines = WorstCaseSummary(worst, style: .forOutput).lines
      try StandardOutput.write(lines.joined(separator: "\n") + "\n")
    }
    if worst.completeness.isPartial {
      throw worst.worst.isEmpty && worst.completeness == .interrupted
        ? ExitStatus.interrupted : ExitStatus.unproven
    }
  }

  private func find(_ session: AnalysisSession) throws -> WorstCase {
    let asked = try layout.read(input.path)
    try session.begin(asked.network, of: asked.loaded)
    var options = WorstCaseOptions()
    options.depth = depth
    options.kinds = targets
    options.leastProbability = leastProbability
    options.outageDays = outageDays
    options.told = top
    options.timeLimit = timeLimit
    options.cancellation = session.cancellation
    options.progress = session.tell
    let standing = try layout.standing(asked, session.interrupt, talk, session.tell)
    return try asked.placed { try WorstCaseFinder().find(standing, in: asked.network, options) }
  }
}
