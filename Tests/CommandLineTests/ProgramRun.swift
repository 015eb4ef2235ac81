import Foundation
import Testing

/// One run of the built program: what it wrote and how it ended.
struct ProgramRun: Sendable {
  let status: Int32
  let output: String
  let errors: String

  /// The program beside the test bundle.
  static let program: URL = {
    #if os(macOS)
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? .main
      return bundle.bundleURL.deletingLastPathComponent().appendingPathComponent("mainstay")
    #else
      return Bundle.main.bundleURL.appendingPathComponent("mainstay")
    #endif
  }()

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - arguments: Its arguments.
  ///   - folder: The folder that it runs in.
  ///   - environment: Variables on top of the test's own; an empty value takes one away.
  ///   - errorDevice: Where standard error goes instead of being gathered: a terminal's end.
  ///   - signals: Signals that it is sent, each so many seconds after the one before.
  static func of(
    _ arguments: [String], in folder: Folder, environment: [String: String] = [:],
    errorDevice: FileHandle? = nil,
    signals: [(after: Double, number: Int32)] = []
  ) async throws -> ProgramRun {
    try await of(program: program, arguments, in: folder, environment, Devices(error: errorDevice), signals)
  }

  /// Runs the program with a terminal of 80 columns for both of its outputs; the output of the run is what it showed there.
  static func onTerminal(_ arguments: [String], in folder: Folder, environment: [String: String] = [:])
    async throws -> ProgramRun
  {
    let terminal = try Terminal()
    let reading = Task {
      // A terminal holds little that nobody reads.
      var shown = ""
      while !Task.isCancelled {
        shown += try terminal.shown()
        try? await Task.sleep(for: .milliseconds(10))
      }
      return shown + (try terminal.shown())
    }
    let run = try await of(
      program: program, arguments, in: folder, ["TERM": "xterm", "NO_COLOR": ""].merging(environment) { $1 },
      Devices(output: terminal.device, error: terminal.device), [])
    reading.cancel()
    return ProgramRun(status: run.status, output: try await reading.value, errors: run.errors)
  }

  /// Where outputs go instead of being gathered.
  private struct Devices {
    var output: FileHandle?
    var error: FileHandle?
  }

  /// Runs a line of a POSIX shell, in which `$MAINSTAY` is the program.
  static func ofShell(_ line: String, in folder: Folder) async throws -> ProgramRun {
    let shell = URL(fileURLWithPath: "/bin/sh")
    return try await of(program: shell, ["-c", line], in: folder, ["MAINSTAY": program.path], Devices(), [])
  }

  private static func of(
    program: URL, _ arguments: [String], in folder: Folder, _ environment: [String: String],
    _ devices: Devices, _ signals: [(after: Double, number: Int32)]
  ) async throws -> ProgramRun {
    // Files rather than pipes: nothing has to be read while it runs.
    let outputFile = try folder.scratchFile()
    let errorFile = try folder.scratchFile()
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    // Messages follow the locale of who runs the tests, and these expect them in English.
    let english = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C.UTF-8"]) { $1 }
    process.environment = english.merging(environment) { $1 }.filter { !$0.value.isEmpty }
    process.standardInput = FileHandle.nullDevice
    let output = try FileHandle(forWritingTo: outputFile)
    let error = try FileHandle(forWritingTo: errorFile)
    process.standardOutput = devices.output ?? output
    process.standardError = devices.error ?? error
    let (ends, end) = AsyncStream<Int32>.makeStream()
    process.terminationHandler = { ended in
      // As a shell would tell a death by signal.
      end.yield(
        ended.terminationReason == .uncaughtSignal ? 128 + ended.terminationStatus : ended.terminationStatus)
      end.finish()
    }
    try process.run()
    // The program has its own. Processes are not always let go of, and where a thousand files are open Foundation reads past the end of the
    // list of them when it starts the next one.
    try output.close()
    try error.close()
    let identifier = process.processIdentifier
    let sender = Task {
      for signal in signals {
        try await Task.sleep(for: .seconds(signal.after))
        kill(identifier, signal.number)
      }
    }
    var status: Int32 = -1
    for await ended in ends { status = ended }
    sender.cancel()
    return ProgramRun(
      status: status, output: try String(contentsOf: outputFile, encoding: .utf8),
      errors: try String(contentsOf: errorFile, encoding: .utf8))
  }
}
