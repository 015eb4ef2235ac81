import ArgumentParser
import Foundation
import Mainstay

/// `mainstay frontier`: what safety costs, from the cheapest layout to the safest.
struct FrontierCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frontier",
    abstract: "Tell what safety costs: the layouts between the cheapest and the safest.",
    discussion: """
      Cost is the first stage and the expected cost of the scenarios. It is held against cvar (first stage and the \
      mean of the worst scenarios, by risk_level), worst (first stage and the worst scenario), shortage (expected \
      part of demand that is not met), concentration (the largest part of an item's need that one region, or \
      another --scope, supplies while nothing happens) or autonomy (the largest part that comes from outside of the \
      regions and blocs named by --within). No layout told is worse in one without being better in the other; each \
      has the price of getting to the next, and the knee is the point farthest below the line between the ends. A plan, \
      or with --current the layout of today, is held against them: how far it lies above the frontier, and which point \
      is no worse in both and better in one.

      Examples:
        mainstay frontier my-case
        mainstay frontier my-case my-plan
        mainstay frontier my-case --against concentration --scope supplier --points 20
        mainstay frontier my-case --against autonomy --within EU --json

      Exit status: 0 whole, 1 a limit or an interrupt came before the end, 2 infeasible, 65 faults in the case \
      or the plan, 66 no such case or plan, 130 interrupted before there was a point.
      """)

  /// What cost is held against.
  enum Against: String, ExpressibleByArgument, CaseIterable {
    case cvar, worst, shortage, concentration, autonomy
  }

  /// What counts as one.
  enum Scope: String, ExpressibleByArgument, CaseIterable {
    case supplier, region, bloc, owner
  }

  @OptionGroup var input: CaseArgument
  @OptionGroup var given: GivenLayout

  @Option(help: "What cost is held against.")
  var against: Against = .cvar

  @Option(help: ArgumentHelp("How many points, the ends among them (2 to 100).", valueName: "count"))
  var points = 10

  @Option(help: "What counts as one for concentration.")
  var scope: Scope = .region

  @Option(
    name: .customLong("within"),
    help: ArgumentHelp(
      "A region or bloc that is one's own, for autonomy. May be repeated.", valueName: "place"))
  var places: [String] = []

  @OptionGroup var json: JSONOption

  @Option(
    help: ArgumentHelp("Give the points so far after this time: 90, 90s, 5m, 1h.", valueName: "time"),
    transform: ArgumentValues.duration)
  var timeLimit: Double?

  @Option(
    help: ArgumentHelp(
      "Relative gap at which a layout counts as best: 0.001 or 0.1% (default: 0.001%).", valueName: "gap"),
    transform: ArgumentValues.gap)
  var gap: Double?

  @Option(help: "How the programs are solved.")
  var method: PlanningOptions.Method = .auto

  @Flag(help: "Leave the policies of the case out.")
  var withoutPolicies = false

  @OptionGroup(title: "Progress and remarks") var talk: TalkOptions

  func validate() throws {
    if !(2...100).contains(points) {
      throw ValidationError(.numberOfOption, ["option": "--points", "least": 2, "most": 100])
    }
    if against == .autonomy, places.isEmpty {
      throw ValidationError(.autonomyNeedsPlaces)
    }
    if against != .autonomy, !places.isEmpty { throw ValidationError(.withinServesAutonomy) }
  }

  func run() throws {
    let session = AnalysisSession(talk)
    let frontier = try session.run { try find(session) }
    if json.isOn {
      try StandardOutput.write(JSONText.of(frontier))
    } else {
      let lines = FrontierSummary(frontier, style: .forOutput).lines
      try StandardOutput.write(lines.joined(separator: "\n") + "\n")
    }
    let status = Self.status(of: frontier)
    if status != .success { throw status }
  }

  private func find(_ session: AnalysisSession) throws -> Frontier {
    let asked = try given.read(input.path, withoutPolicies: withoutPolicies)
    let network = asked.network
    try session.begin(network, of: asked.loaded)
    var options = FrontierOptions()
    options.layout = try asked.layout(session.interrupt, quiet: talk.quiet)
    options.axis = FrontierAxis(rawValue: against.rawValue) ?? .cvar
    options.points = points
    options.scope = PolicyScope(rawValue: scope.rawValue) ?? .region
    options.places = places
    options.timeLimit = timeLimit
    options.method = PlanMethod(rawValue: method.rawValue) ?? .auto
    if let gap { options.gap = gap }
    options.cancellation = session.cancellation
    options.progress = session.tell
    return try asked.placed { try FrontierPlanner().frontier(network, options) }
  }

  private static func status(of frontier: Frontier) -> ExitStatus {
    if frontier.isFeasible == false { return .infeasible }
    if frontier.points.isEmpty, frontier.completeness == .interrupted { return .interrupted }
    let isWhole = !frontier.points.isEmpty && frontier.points.allSatisfy(\.isProven)
    return frontier.completeness.isPartial || !isWhole ? .unproven : .success
  }
}
