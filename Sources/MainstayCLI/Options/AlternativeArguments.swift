import ArgumentParser
import Mainstay

/// Whether layouts beside the best are wanted.
struct AlternativeArguments: ParsableArguments {
  @Option(
    name: .customLong("alternatives"),
    help: ArgumentHelp(
      "Also find so many layouts that differ from the best (or the one held by --fix or --current) and from each other as much "
        + "as they can; "
        + "with --json the document is theirs.", valueName: "count"))
  var count: Int?

  @Option(
    help: ArgumentHelp(
      "What each of them may cost more than that one: 0.01 or 1% (default: 1%).", valueName: "share"),
    transform: ArgumentValues.gap)
  var within: Double?

  func validate() throws {
    if let count, !(1...100).contains(count) {
      throw ValidationError(.numberOfOption, ["option": "--alternatives", "least": 1, "most": 100])
    }
    if within != nil, count == nil {
      throw ValidationError(.optionNeeds, ["option": "--within", "other": "--alternatives"])
    }
  }

  /// The alternatives to a plan; nil where none are wanted.
  func find(
    _ plan: Plan, _ network: SourcingNetwork, _ options: PlanOptions, _ progress: ProgressReport
  ) throws -> Alternatives? {
    guard let count else { return nil }
    var wanted = AlternativeOptions()
    wanted.count = count
    if let within { wanted.within = within }
    wanted.timeLimit = options.timeLimit.map { max(0, $0 - plan.seconds) }
    wanted.cancellation = options.cancellation
    wanted.progress = {
      progress.update(PlanProgress(stage: $0, bound: nil, incumbent: nil, seconds: 0, nodes: 0))
    }
    return try AlternativeFinder().alternatives(to: plan, in: network, wanted)
  }
}
