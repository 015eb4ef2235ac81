import ArgumentParser
import Foundation
import Mainstay

/// `mainstay explain`: why there is no layout, or why the best one is as it is.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell why there is no layout, or what binds the best one and what that costs.",
    discussion: """
      Infeasible: a smallest set of policies and data rows that cannot hold together, and what would have to change, \
      each repair planned anew. Feasible: what the layout is up against, and what each policy costs: by planning \
      without it, by planning with a limit one step looser (a hundredth of a share or amount, or one), and by the \
      dual of the linear program. --why-not and --why ask about sites; then only the policies named by --policy are \
      priced. A plan, or with --current the layout of today, is held against the best that its own sources allow: what each of its \
      sites saves, what each policy costs it, which policies it breaks. Plans are made to a gap of 0.0001 % unless --gap says otherwise.

      Examples:
        mainstay explain my-case
        mainstay explain my-case --why-not iberia-clima
        mainstay explain my-case --current
        mainstay explain my-case --why saigon-drives --policy "no country above 70 %"

      Exit status: 0 explained, 1 a limit or an interrupt came before the end, 2 infeasible, 65 faults in the case \
      or the plan, 66 no such case or plan, 130 interrupted before there was anything to tell.
      """)

  @OptionGroup var input: CaseArgument
  @OptionGroup var given: GivenLayout

  @Option(
    name: .customLong("why-not"),
    help: ArgumentHelp("Why is this site not in the layout? May be repeated.", valueName: "site"))
  var whyNot: [String] = []

  @Option(help: ArgumentHelp("Why is this site in the layout? May be repeated.", valueName: "site"))
  var why: [String] = []

  @Option(
    name: .customLong("policy"),
    help: ArgumentHelp("Price this policy alone. May be repeated.", valueName: "policy"))
  var policies: [String] = []

  @OptionGroup var json: JSONOption
  @OptionGroup(title: "Planning options") var planning: PlanningOptions
  @OptionGroup(title: "Progress and remarks") var talk: TalkOptions

  func run() throws {
    let session = AnalysisSession(talk)
    let explanation = try session.run { try explain(session) }
    if json.isOn {
      try StandardOutput.write(JSONText.of(explanation))
    } else {
      let lines = ExplanationSummary(explanation, style: .forOutput).lines
      try StandardOutput.write(lines.joined(separator: "\n") + "\n")
    }
    let status = Self.status(of: explanation)
    if status != .success { throw status }
  }

  private func explain(_ session: AnalysisSession) throws -> Explanation {
    let asked = try given.read(input.path, withoutPolicies: planning.withoutPolicies, seed: planning.seed)
    let network = asked.network
    try session.begin(network, of: asked.loaded)
    var options = ExplainOptions()
    options.layout = try asked.layout(session.interrupt, quiet: talk.quiet)
    options.whyNot = whyNot
    options.why = why
    if !policies.isEmpty { options.policies = policies }
    let gap = planning.gap ?? options.planning.gap
    options.planning = planning.planOptions
    options.planning.gap = gap
    options.planning.cancellation = session.cancellation
    options.progress = session.tell
    return try asked.placed { try Explainer().explain(network, options) }
  }

  private static func status(of explanation: Explanation) -> ExitStatus {
    switch explanation.isFeasible {
    case false: .infeasible
    case nil: explanation.completeness == .interrupted ? .interrupted : .unproven
    default:
      explanation.completeness.isPartial || explanation.status != Plan.Status.optimal.rawValue
        ? .unproven : .success
    }
  }
}
