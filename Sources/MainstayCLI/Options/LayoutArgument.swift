import ArgumentParser
import Mainstay

/// The layout that a question is asked of: a plan, or the one that stands today.
struct LayoutArgument: ParsableArguments {
  @OptionGroup private var given: GivenLayout

  @Flag(
    help: """
      Leave the policies of the case out, so that a layout can be asked which breaks them.
      """)
  var withoutPolicies = false

  func validate() throws {
    if !given.isGiven { throw ValidationError(.givePlan) }
  }

  /// The layout in words, for headlines.
  var name: String { given.name }

  /// Reads the case and the plan, if one is given.
  func read(_ casePath: String) throws -> AskedCase {
    try given.read(casePath, withoutPolicies: withoutPolicies)
  }

  /// The layout that the question is asked of.
  ///
  /// - Parameter tell: Takes note of what is being done: that of today has to be worked out.
  /// - Throws: ``UnsoundPlan`` where a plan does not hold in the case, `CaseFaults` where it has no layout, or the table
  ///   `current` is none.
  func standing(
    _ asked: AskedCase, _ interrupt: Interrupt, _ talk: TalkOptions, _ tell: (String) -> Void
  ) throws -> StandingLayout {
    if given.current { tell("the layout of today") }
    guard let standing = try asked.layout(interrupt, quiet: talk.quiet) else { throw ExitStatus.usage }
    return standing
  }
}

/// A layout that a question may be asked of instead of the best one.
struct GivenLayout: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The plan: a plan.json, or the folder of plan --output.", valueName: "plan"),
    completion: .file())
  var path: String?

  @Flag(help: "Ask it of the layout that stands today, the table current, instead of a plan.")
  var current = false

  func validate() throws {
    if path != nil, current { throw ValidationError(.planAndCurrent) }
  }

  /// Whether there is one.
  var isGiven: Bool { path != nil || current }

  /// The layout in words, for headlines.
  var name: String { path.map { TerminalText.printable($0) } ?? "the layout of today" }

  /// Reads the case and the plan, if one is given.
  ///
  /// - Throws: `FileError` or `CaseFaults` where one of them cannot be read.
  func read(_ casePath: String, withoutPolicies: Bool, seed: Int? = nil) throws -> AskedCase {
    try AskedCase(
      casePath, planPath: path, isCurrent: current, withoutPolicies: withoutPolicies, seed: seed)
  }
}
