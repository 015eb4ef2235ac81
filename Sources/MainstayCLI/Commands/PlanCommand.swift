import ArgumentParser
import Foundation
import Mainstay

/// `mainstay plan`: the best layout of a case, with its proof.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Find the best layout of a case and prove how good it is.",
    discussion: """
      Prints a summary, or the whole plan as one JSON document. Ctrl-C ends the search and gives the best layout \
      so far with its gap; a second Ctrl-C ends at once.

      Examples:
        mainstay plan my-case
        mainstay plan my-case --output my-plan --time-limit 5m --gap 0.1%
        mainstay plan my-case --output my-plan.xlsx
        mainstay plan my-case --without-policies --json > cheapest.json
        mainstay plan tomorrow --fix my-plan
        mainstay plan my-case --output my-plan --certificate my-proof.json
        mainstay plan large-case --output plan --checkpoint search.json --time-limit 8h
        mainstay plan my-case --value --fresh-scenarios 2000
        mainstay plan my-case --alternatives 3 --within 2%
        mainstay plan my-case --current --alternatives 3

      Exit status: 0 proven optimal, 1 a limit or an interrupt came before the proof, 2 infeasible, \
      65 faults in the case, 66 no such case, 73 cannot write, 130 interrupted before there was a layout.
      """)

  @OptionGroup var input: CaseArgument

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write plan.json and a CSV file for each table of the plan into this folder; or a workbook, as report does, where the name ends in .xlsx.",
      valueName: "path"),
    completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Write the evidence of the bound into this file, for verify --certificate.", valueName: "file"),
    completion: .file())
  var certificate: String?

  @Option(
    help: ArgumentHelp(
      "Write a certificate into this file every minute and at the end, and go on from it where it is there.",
      valueName: "file"),
    completion: .file())
  var checkpoint: String?

  @OptionGroup var json: JSONOption

  @OptionGroup(title: "Planning options") var planning: PlanningOptions

  @Option(
    help: ArgumentHelp(
      "Threads that solve the scenarios' blocks side by side (default: the number of processors); the plan is the same.",
      valueName: "count"),
    transform: ArgumentValues.workers)
  var threads: Int?

  @Option(
    help: ArgumentHelp(
      "Hold the layout of an earlier plan (plan.json or its folder) fixed; plan only what happens then.",
      valueName: "plan"),
    completion: .file())
  var fix: String?

  @Flag(help: "Hold the layout that stands today, the table current, as --fix holds a plan.")
  var current = false

  @Option(
    help: ArgumentHelp(
      "Give the best layout so far when the program holds more memory than this: 500MB, 2GB.",
      valueName: "memory"),
    transform: ArgumentValues.bytes)
  var memoryLimit: Double?

  @OptionGroup(title: "What the plan is worth") var evaluation: EvaluationArguments
  @OptionGroup(title: "Alternatives") var other: AlternativeArguments
  @OptionGroup(title: "Progress and remarks") var talk: TalkOptions

  func validate() throws {
    if fix != nil, current {
      throw ValidationError(.excludeEachOther, ["first": "--fix", "second": "--current"])
    }
    guard let proof = certificate.map({ _ in "--certificate" }) ?? checkpoint.map({ _ in "--checkpoint" })
    else { return }
    if certificate != nil, checkpoint != nil {
      throw ValidationError(.checkpointIsCertificate)
    }
    if let held = fix.map({ _ in "--fix" }) ?? (current ? "--current" : nil) {
      throw ValidationError(.excludeEachOther, ["first": proof, "second": held])
    }
    if planning.method == .extensive {
      throw ValidationError(.needsDecomposition, ["option": proof])
    }
  }

  func run() throws {
    let spoken = try talk.language() ?? Spoken.language
    // What cannot be written to is told before the search, not after it.
    let target = try output.map { try PlanOutput($0) }
    let proof = try (certificate ?? checkpoint).map {
      try CertificateFile($0, isCheckpoint: checkpoint != nil)
    }
    let progress = ProgressReport(talk)
    let interrupt = Interrupt { progress.noteInterrupt() }
    let watch = memoryLimit.map { MemoryWatch(limit: $0, interrupt.cancellation) }
    defer { withExtendedLifetime(watch) {} }
    let plan: Plan
    let alternatives: Alternatives?
    let network: SourcingNetwork
    do {
      (plan, alternatives, network) = try search(interrupt, progress, proof)
    } catch {
      progress.end()
      throw error
    }
    progress.end()
    var isWritten = false
    var isProven = false
    try interrupt.whileWriting {
      isWritten = try target?.write(plan, of: network) ?? false
      isProven = try proof?.write() ?? false
    }
    if let proof, !isProven, !talk.quiet {
      StandardError.write(
        "mainstay: nothing is proven of a layout, so that no certificate was written to \(TerminalText.printable(proof.path))"
      )
    }
    if let target, !isWritten, !talk.quiet {
      StandardError.write(
        "mainstay: no layout, so that no workbook was written to \(TerminalText.printable(target.path))")
    }
    try tell(plan, alternatives, PlanUnits(network), spoken, writtenTo: isWritten ? target?.path : nil)
    var status = Self.status(of: plan, isInterrupted: interrupt.isRaised)
    if status == .success, alternatives?.completeness.isPartial == true { status = .unproven }
    if status != .success { throw status }
  }

  private func search(
    _ interrupt: Interrupt, _ progress: ProgressReport, _ proof: CertificateFile?
  ) throws -> (Plan, Alternatives?, SourcingNetwork) {
    let loaded = try LoadedCase(
      input.path, withoutPolicies: planning.withoutPolicies, seed: planning.seed)
    let network = try loaded.sound()
    if !talk.quiet { loaded.countRemarks() }
    var options = planning.planOptions
    options.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
    options.cancellation = interrupt.cancellation
    options.progress = { progress.update($0) }
    if talk.verbose { options.modelSize = { progress.note($0) } }
    try interrupt.check()
    let held = try held(of: network, interrupt)
    options.fixedLayout = held?.plan
    let evaluating = evaluationOptions(network, options)
    if let evaluating {
      try Planner().checkEvaluation(
        of: network, seed: options.seed ?? network.givenCase.settings.seed, evaluating)
    }
    progress.begin(network)
    do {
      // Alternatives are sought to a layout whether it keeps the policies or not; they themselves do.
      var plan =
        if let held, other.count != nil {
          try held.costed(in: network, cancellation: interrupt.cancellation).plan
        } else {
          try Planner().plan(network, proof?.join(options) ?? options)
        }
      if let evaluating, plan.hasLayout {
        plan.evaluation = try Planner().evaluate(plan, of: network, evaluating)
      }
      return (plan, try other.find(plan, network, options, progress), network)
    } catch let error as CaseFaults {
      if let fix { throw CaseFaults(FaultReport.placed(error.faults, in: fix)) }
      throw checkpoint.map {
        CaseFaults(FaultReport.placed(error.faults, in: $0, insteadOf: Certificate.nameInFaults))
      } ?? error
    }
  }

  /// The layout that is held; nil where the best one is sought.
  private func held(of network: SourcingNetwork, _ interrupt: Interrupt) throws -> StandingLayout? {
    if current {
      return try interrupt.whileAnswering {
        try StandingLayout.current(of: network, cancellation: interrupt.cancellation)
      }
    }
    return try fix.map { path in
      try PlannedCase.placed(in: path) { try StandingLayout(PlanReader.read(path)) }
    }
  }

  /// How the plan is to be evaluated; nil where that is not asked for. It may take as long again as the search.
  private func evaluationOptions(_ network: SourcingNetwork, _ planning: PlanOptions) -> EvaluationOptions? {
    guard evaluation.isAskedFor else { return nil }
    var options = evaluation.options(for: network)
    options.gap = planning.gap
    options.timeLimit = planning.timeLimit
    options.cancellation = planning.cancellation
    options.progress = planning.progress
    return options
  }

  private func tell(
    _ plan: Plan, _ alternatives: Alternatives?, _ units: PlanUnits, _ spoken: Language,
    writtenTo path: String?
  )
    throws
  {
    if json.isOn {
      try StandardOutput.write(alternatives.map { try JSONText.of($0) } ?? JSONText.of(plan))
      return
    }
    var lines = PlanSummary(plan, units: units, style: .forOutput, language: spoken).lines
    if let alternatives, plan.hasLayout { lines += [""] + AlternativesText(alternatives, .forOutput).lines }
    if let path { lines += ["", spoken.text(.planWrittenTo, ["path": TerminalText.printable(path)])] }
    try StandardOutput.write(lines.joined(separator: "\n") + "\n")
  }

  private static func status(of plan: Plan, isInterrupted: Bool) -> ExitStatus {
    switch plan.status {
    case .optimal: .success
    case .feasible: .unproven
    case .infeasible: .infeasible
    case .error: isInterrupted ? .interrupted : .unproven
    // A sound case has a lowest cost.
    case .unbounded: .internalError
    }
  }
}
