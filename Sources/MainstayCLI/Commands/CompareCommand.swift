import ArgumentParser
import Foundation
import Mainstay

/// `mainstay compare`: what differs between two layouts, and the order of the changes.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Tell what differs between two layouts, and how to get from one to the other.",
    discussion: """
      Compares two plans, or the layout of today with a plan: sites, roles, contracts, shares, costs, risk, policies. \
      With --case it also gives the order of the changes, each made once: the fewest layouts on the way that serve \
      worse than both ends, then the least running cost on the way; proven for up to nine changes, step by step \
      beyond.

      Examples:
        mainstay compare cheapest-plan robust-plan
        mainstay compare robust-plan --current --case my-case
        mainstay compare old-plan new-plan --case my-case --json > changes.json

      Exit status: 0 told, 1 a limit or an interrupt came first, 64 --current without --case, 65 faults in the case or a plan, \
      66 no such case or plan, 130 interrupted before there was anything to show.
      """)

  @Argument(
    help: ArgumentHelp(
      "Two plans, the earlier one first; with --current the plan that today is compared with.",
      valueName: "plan"),
    completion: .file())
  var plans: [String]

  @Flag(help: "Begin from the layout that stands today, the table current of the case.")
  var current = false

  @Option(
    name: .customLong("case"),
    help: ArgumentHelp("The case, for the order of the changes.", valueName: "case"), completion: .file())
  var casePath: String?

  @OptionGroup var json: JSONOption

  @Option(
    help: ArgumentHelp(
      "Give the changes that are put in order after this time: 90, 90s, 5m, 1h.", valueName: "time"),
    transform: ArgumentValues.duration)
  var timeLimit: Double?

  @Flag(help: "Leave the policies of the case out, so that plans can be put in order which break them.")
  var withoutPolicies = false

  @OptionGroup(title: "Progress and remarks") var talk: TalkOptions

  func validate() throws {
    if withoutPolicies, casePath == nil {
      throw ValidationError(.optionNeeds, ["option": "--without-policies", "other": "--case"])
    }
    if plans.count != (current ? 1 : 2) {
      throw ValidationError(.compareTakesTwo)
    }
    if current, casePath == nil {
      throw ValidationError(.optionNeeds, ["option": "--current", "other": "--case"])
    }
  }

  func run() throws {
    let interrupt = Interrupt()
    let asked = try casePath.map { path in
      // Both are read with the scenarios of the plan that is compared with.
      try AskedCase(
        path, planPath: plans.last, isCurrent: false, withoutPolicies: withoutPolicies)
    }
    let network = asked?.network
    let to = try layout(plans[plans.count - 1], asked)
    let from = try current ? today(asked, interrupt) : layout(plans[0], asked)
    var report = try PlannedCase.placed(in: plans.last) { try Comparison.report(from: from, to: to) }
    if let network {
      do {
        let order = ChangeOrder()
        report.path = try order.path(
          from: from, to: to, in: network, timeLimit: timeLimit, cancellation: interrupt.cancellation)
        report.completeness = report.path?.completeness ?? (interrupt.isRaised ? .interrupted : .timeLimit)
      } catch is PlanningError where interrupt.isRaised {
        report.completeness = .interrupted
      }
    }
    if json.isOn {
      try StandardOutput.write(JSONText.of(report))
    } else {
      let names = (current ? "today" : plans[0], plans[plans.count - 1])
      let summary = ComparisonSummary(report, from: names.0, to: names.1, style: .forOutput)
      try StandardOutput.write(summary.lines.joined(separator: "\n") + "\n")
    }
    if report.completeness.isPartial { throw ExitStatus.unproven }
  }

  /// A plan; where there is a case, one that holds in it.
  private func layout(_ path: String, _ asked: AskedCase?) throws -> StandingLayout {
    let standing = try PlannedCase.placed(in: path) { try StandingLayout(PlanReader.read(path)) }
    if let asked { try asked.check(standing, from: path, withClaims: !withoutPolicies) }
    return standing
  }

  /// The layout of today with what it costs, policies aside.
  private func today(_ asked: AskedCase?, _ interrupt: Interrupt) throws -> StandingLayout {
    guard let asked else { throw ExitStatus.usage }
    return try interrupt.whileAnswering {
      let standing = try StandingLayout.current(of: asked.network, cancellation: interrupt.cancellation)
      try asked.tellRemarks(on: standing, quiet: talk.quiet)
      return try standing.costed(in: asked.network, cancellation: interrupt.cancellation)
    }
  }
}
