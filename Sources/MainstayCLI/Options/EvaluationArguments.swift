import ArgumentParser
import Mainstay

/// What is to be found out about a plan besides the plan itself.
struct EvaluationArguments: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Find what planning under uncertainty is worth: VSS and EVPI, and where scenarios are drawn a confidence interval of the cost. It may take as long again as the plan."
    ))
  var value = false

  @Option(
    help: ArgumentHelp(
      "Scenarios drawn afresh for the confidence interval (default: 1000); asks for --value.",
      valueName: "count"),
    transform: ArgumentValues.samples)
  var freshScenarios: Int?

  @Option(
    help: ArgumentHelp("Seed of the fresh scenarios (default: the one after the plan's).", valueName: "seed"),
    transform: ArgumentValues.seed)
  var freshSeed: Int?

  @Option(
    help: ArgumentHelp("Confidence of the interval: 0.95 or 95% (default).", valueName: "share"),
    transform: ArgumentValues.confidence)
  var confidence: Double?

  /// Whether anything of it is asked for.
  var isAskedFor: Bool { value || asksForInterval }

  private var asksForInterval: Bool { freshScenarios != nil || freshSeed != nil || confidence != nil }

  /// The library's options: an interval is asked for by name, or where the case draws its scenarios.
  func options(for network: SourcingNetwork) -> EvaluationOptions {
    var options = EvaluationOptions()
    let isDrawn = network.givenCase.settings.generation.source == .sampled
    if !asksForInterval && !isDrawn { options.parts.remove(.interval) }
    if let freshScenarios { options.samples = freshScenarios }
    options.seed = freshSeed
    if let confidence { options.confidence = confidence }
    return options
  }
}
