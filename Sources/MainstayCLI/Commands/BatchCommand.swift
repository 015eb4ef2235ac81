import ArgumentParser
import Foundation
import Mainstay

/// `mainstay batch`: many what-ifs of a case, with their results in one file.
struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Plan many what-ifs of a case, several at once, into one SQLite file.",
    discussion: """
      A variant is a list of edits to the case's tables: set, scale, add, delete. One that is infeasible or has faults is a \
      row of the results like any other. The file is sound at any moment: killed and run again, the batch goes on where it \
      was. Equal variants are planned once. In the file, the view sheet has a row a variant, levels a row a factor and sources a \
      row a source.

      Examples:
        mainstay batch my-case --variants what-ifs.csv --output results.sqlite --csv
        mainstay batch my-case --output grid.sqlite --vary 'demand.quantity *= 0.8, 1, 1.2' \
      --vary 'duty: duties.rate[destination=EU] = 0, 0.1, 0.25'
        mainstay batch my-case --output sample.sqlite --design latin --samples 500 --vary 'demand.quantity *= 0.7 .. 1.3'
        mainstay batch my-case --variants what-ifs.json --output part2.sqlite --shard 2/8
        mainstay batch-merge all.sqlite part*.sqlite
        mainstay batch my-case --stdin < requests.ndjson > answers.ndjson

      With --stdin the process reads requests, a JSON object a line, and writes an answer a line until its input ends; \
      'mainstay schema request' and 'mainstay schema answer' say what they hold. A line that is no request is answered with an \
      error.

      Exit status: 0 every variant has its final result, or with --stdin every line its answer; 1 some met a limit or the \
      program failed on some, 65 every variant is faulty (with --shard batch-merge tells it), or the file holds something \
      else, 66 no such file, 73 cannot write, 130 interrupted.
      """)

  @OptionGroup var input: CaseArgument
  @OptionGroup(title: "Variants") var what: VariantArguments

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file of results.", valueName: "file"),
    completion: .file(extensions: ["sqlite"]))
  var output: String?

  @Flag(help: "Answer requests on standard input, a line each, until it ends.") var stdin = false

  @Flag(help: "Print the results as CSV.") var csv = false
  @Flag(help: "Print the results as JSON, an object a line.") var ndjson = false

  @Option(
    help: ArgumentHelp(
      "Variants planned at once (default: the number of processors; with --stdin 1, and with more answers come as they are ready).",
      valueName: "count"),
    transform: ArgumentValues.workers)
  var workers: Int?

  @Option(
    help: ArgumentHelp("Plan one part of the variants only, as 2/8.", valueName: "part"),
    transform: ArgumentValues.shard)
  var shard: Shard?

  @Flag(help: "Leave the plans out of the file.") var noPlans = false
  @Flag(help: "Plan variants again whose result is not final because a limit came first.") var again = false

  @OptionGroup(title: "Planning options") var planning: PlanningOptions
  @OptionGroup(title: "Progress and remarks") var talk: TalkOptions

  func validate() throws {
    if csv && ndjson { throw ValidationError(.excludeEachOther, ["first": "--csv", "second": "--ndjson"]) }
    if stdin {
      guard what.isEmpty, output == nil, shard == nil, !csv, !ndjson, !noPlans, !again else {
        throw ValidationError(.stdinTakesRequests)
      }
    } else {
      if what.isEmpty { throw ValidationError(.giveVariants) }
      if output == nil { throw ValidationError(.giveOutput) }
    }
  }

  func run() throws {
    if let output, !stdin {
      try run(into: output)
    } else {
      try RequestSession(input, planning, talk).run(workers ?? 1)
    }
  }

  private func run(into output: String) throws {
    let list = try what.list()
    let tables = try CaseTables.read(input.path)
    let progress = ProgressReport(talk)
    let interrupt = Interrupt { progress.noteInterrupt() }
    var options = BatchOptions()
    options.planning = planning.planOptions
    options.withoutPolicies = planning.withoutPolicies
    options.workers = workers ?? ProcessInfo.processInfo.activeProcessorCount
    options.shard = shard ?? .whole
    options.keepsPlans = !noPlans
    options.plansOpenAgain = again
    options.cancellation = interrupt.cancellation
    options.progress = { progress.update(stage: BatchSummary($0).line) }
    progress.begin()
    let end: BatchProgress
    do {
      end = try BatchRunner().run(list, of: tables, into: output, options)
    } catch {
      progress.end()
      throw error
    }
    progress.end()
    if interrupt.isRaised {
      StandardError.write("interrupted after \(end.planned) variants; run the same command to go on")
      throw ExitStatus.interrupted
    }
    try tell(BatchSummary(end), output)
    // A part may hold faulty variants only while the batch does not; that is told when the parts are merged.
    if shard == nil, end.isEntirelyFaulty { throw ExitStatus.badData }
  }

  private func tell(_ summary: BatchSummary, _ output: String) throws {
    if csv || ndjson {
      try ResultSheet.write(output, as: csv ? .csv : .ndjson) { try StandardOutput.write($0) }
      if !talk.quiet { StandardError.write(summary.words) }
    } else {
      try StandardOutput.write("\(summary.words)\nWritten to \(TerminalText.printable(output))\n")
    }
    if summary.hasOpenResults { throw ExitStatus.unproven }
  }
}

/// `mainstay batch-merge`: the results of several shards in one file.
struct BatchMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch-merge",
    abstract: "Put the results of the parts of a batch into one file.",
    discussion: """
      The parts must be of one case with the same options. Merging again, or merging what overlaps, changes nothing.

      Examples:
        mainstay batch-merge all.sqlite part1.sqlite part2.sqlite
        mainstay batch-merge all.sqlite part*.sqlite --csv

      Exit status: 0 merged, 65 every variant is faulty, or a file holds something else, 66 no such file, 73 cannot write.
      """)

  @Argument(help: ArgumentHelp("The file to merge into.", valueName: "file")) var output: String
  @Argument(help: ArgumentHelp("The files of the parts.", valueName: "part")) var parts: [String]
  @Flag(help: "Print the merged results as CSV.") var csv = false
  @Flag(help: "Print the merged results as JSON, an object a line.") var ndjson = false

  @OptionGroup var spoken: LanguageOption

  func validate() throws {
    if csv && ndjson { throw ValidationError(.excludeEachOther, ["first": "--csv", "second": "--ndjson"]) }
  }

  func run() throws {
    let count = try ResultMerge.merge(parts, into: output)
    if csv || ndjson {
      try ResultSheet.write(output, as: csv ? .csv : .ndjson) { try StandardOutput.write($0) }
    } else {
      try StandardOutput.write(
        "\(FaultReport.counted(count, "result")) in \(TerminalText.printable(output))\n")
    }
    let counts = try ResultSheet.counts(output)
    if !counts.isEmpty, counts.keys.allSatisfy({ $0 == .faulty }) { throw ExitStatus.badData }
  }
}
