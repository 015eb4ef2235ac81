import ArgumentParser
import Foundation
import Mainstay

/// `mainstay recover`: what to do now that something has happened.
struct RecoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recover",
    abstract: "Plan what to do now that something has happened.",
    discussion: """
      An event is a disruption or a scenario of the case, from its own start_day or from --day on. From the first event on, \
      with all of them known, the contracts, reserves and stock of the plan stand; what is not contracted can be bought \
      at short notice, at unit_cost and surge_cost and from activation_days on, and sources and sites that the plan does \
      not have can be taken on for what the case says. Bans, quotas and the policies exclude and max_lead_days hold; other policies \
      and least services do not bind in need. With --mutual-aid, sources in regions aligned with a market's (at least \
      project_alignment) deliver at once.

      Examples:
        mainstay recover my-case my-plan --event typhoon
        mainstay recover my-case my-plan --event "fire in Saigon" --max-changes 1
        mainstay recover my-case my-plan --event typhoon --day 10 --event border --day 40
        mainstay recover my-case --current --event border --day 30 --spot 50% --mutual-aid

      Exit status: 0 the best recovery, 1 a limit or an interrupt came before the proof, 65 faults in the case, the plan \
      or the event, 66 no such case or plan, 130 interrupted before there was a recovery.
      """)

  @OptionGroup var input: CaseArgument
  @OptionGroup var layout: LayoutArgument

  @Option(
    help: ArgumentHelp(
      "What has happened: a disruption or a scenario of the case. May be repeated where several have.",
      valueName: "event"))
  var event: [String]

  @Option(
    help: ArgumentHelp(
      "The day on which the first event began, from the beginning of the horizon (default: that of its rows); given as often "
        + "as --event, the day of each.",
      valueName: "day"))
  var day: [Double] = []

  @Option(
    help: ArgumentHelp(
      "How many sources and sites may be taken on that the plan does not have.", valueName: "count"))
  var maxChanges: Int?

  @Option(
    help: ArgumentHelp(
      "The part of what is not contracted that can be bought at short notice: 0.5 or 50% (default: all).",
      valueName: "share"), transform: ArgumentValues.gap)
  var spot: Double?

  @Flag(help: "Sources in regions aligned with a market's deliver at once.")
  var mutualAid = false

  @OptionGroup var json: JSONOption

  @Option(
    help: ArgumentHelp("Give the best recovery so far after this time: 90, 90s, 5m, 1h.", valueName: "time"),
    transform: ArgumentValues.duration)
  var timeLimit: Double?

  @OptionGroup(title: "Progress and remarks") var talk: TalkOptions

  func validate() throws {
    if !day.allSatisfy((0...1e6).contains) { throw ValidationError(.daysOfOption, ["option": "--day"]) }
    if day.count > 1, day.count != event.count {
      throw ValidationError(.dayOnceOrEach)
    }
    if let maxChanges, maxChanges < 0 {
      throw ValidationError(.countOfOption, ["option": "--max-changes", "least": "0"])
    }
  }

  func run() throws {
    let session = AnalysisSession(talk)
    let (recovery, network) = try session.run { try plan(session) }
    if json.isOn {
      try StandardOutput.write(JSONText.of(recovery))
    } else {
      let lines = RecoverySummary(recovery, of: network, style: .forOutput).lines
      try StandardOutput.write(lines.joined(separator: "\n") + "\n")
    }
    if recovery.cost == nil {
      throw recovery.completeness == .interrupted ? ExitStatus.interrupted : ExitStatus.unproven
    }
    if !recovery.isProven { throw ExitStatus.unproven }
  }

  private func plan(_ session: AnalysisSession) throws -> (Recovery, SourcingNetwork) {
    let asked = try layout.read(input.path)
    let network = asked.network
    try session.begin(network, of: asked.loaded)
    var options = RecoveryOptions(events: event)
    options.days = day
    options.maxChanges = maxChanges
    if let spot { options.spot = spot }
    options.hasMutualAid = mutualAid
    options.timeLimit = timeLimit
    options.cancellation = session.cancellation
    options.progress = session.tell
    let standing = try layout.standing(asked, session.interrupt, talk, session.tell)
    let recovery = try asked.placed {
      try RecoveryPlanner().recover(network, from: standing.plan, options)
    }
    return (recovery, network)
  }
}
