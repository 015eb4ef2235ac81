import ArgumentParser
import Mainstay

/// How a plan is sought: options of every command that plans.
struct PlanningOptions: ParsableArguments {
  /// How the model is solved.
  enum Method: String, ExpressibleByArgument, CaseIterable {
    /// The program's choice.
    case auto
    /// The whole model at once.
    case extensive
    /// Benders decomposition.
    case benders
  }

  @Option(
    help: ArgumentHelp(
      "Give the best layout so far after this time: 90, 90s, 5m, 1h.", valueName: "time"),
    transform: ArgumentValues.duration)
  var timeLimit: Double?

  @Option(
    help: ArgumentHelp(
      "Relative gap at which a layout counts as optimal: 0.001 or 0.1% (default: 0.01%).", valueName: "gap"),
    transform: ArgumentValues.gap)
  var gap: Double?

  @Option(
    help: ArgumentHelp("Seed of everything drawn at random (default: the case's).", valueName: "seed"),
    transform: ArgumentValues.seed)
  var seed: Int?

  @Option(help: "How the model is solved.")
  var method: Method = .auto

  @Flag(help: "Leave the policies of the case out.")
  var withoutPolicies = false

  /// The library's options.
  var planOptions: PlanOptions {
    var options = PlanOptions(timeLimit: timeLimit, seed: seed)
    if let gap { options.gap = gap }
    switch method {
    case .auto: options.method = .auto
    case .extensive: options.method = .extensive
    case .benders: options.method = .benders
    }
    return options
  }
}

/// How much is told on standard error.
struct TalkOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Neither progress nor remarks on standard error.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Progress as plain lines, and the size of the model.")
  var verbose = false

  @OptionGroup private var spoken: LanguageOption

  /// The language asked for on the command line; nil where none is.
  func language() throws -> Language? { try spoken.chosen() }

  func validate() throws {
    if quiet && verbose {
      throw ValidationError(.excludeEachOther, ["first": "--quiet", "second": "--verbose"])
    }
  }
}
