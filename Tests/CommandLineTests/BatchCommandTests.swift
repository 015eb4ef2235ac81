import Foundation
import Mainstay
import Testing

@Suite struct BatchCommandTests {
  private let folder: Folder

  init() throws {
    folder = try Folder(holding: .starter)
  }

  private static let header = #"{"schema":"mainstay/request/1","#

  private static func request(_ id: Int, by factor: Double = 1) -> String {
    header + #""id":\#(id),"edits":[{"do":"scale","table":"demand","column":"quantity","by":\#(factor)}]}"#
  }

  private func answers(_ run: ProgramRun) throws -> [BatchAnswer] {
    // Whatever is on standard output is an answer, or this fails.
    try run.output.split(separator: "\n").map {
      try JSONDecoder().decode(BatchAnswer.self, from: Data($0.utf8))
    }
  }

  @Test func standardInputIsAnsweredLineByLine() async throws {
    try folder.write("\(Self.request(1))\ngarbage\n\(Self.request(2, by: 0.8))\n{\"sche", to: "requests")
    let run = try await ProgramRun.ofShell(
      "$MAINSTAY batch case.json --stdin --quiet < requests", in: folder)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    let found = try answers(run)
    #expect(found.map(\.status) == [.optimal, nil, .optimal, nil])
    #expect(found.map { $0.error?.kind } == [nil, .notJSON, nil, .notJSON])
  }

  @Test func anEmptyInputHasNoAnswer() async throws {
    let run = try await ProgramRun.of(["batch", "case.json", "--stdin", "--quiet"], in: folder)
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
  }

  @Test func anAnswerComesBeforeTheNextRequest() async throws {
    let session = try Conversation(in: folder)
    for id in 1...3 {
      let answer = try session.ask(Self.request(id))
      #expect(answer.id == .number(id))
      #expect(answer.status == .optimal)
    }
    #expect(session.end() == 0)
  }

  @Test func aLineOf100MegabytesTakesNoMemoryAndTheNextIsAnswered() async throws {
    let session = try Conversation(in: folder)
    _ = try session.ask(Self.request(1))
    let before = try session.peakMemory()
    let piece = String(repeating: "[{\"x\":", count: 1 << 14)
    for _ in 0..<(100_000_000 / piece.utf8.count) { try session.write(piece) }
    #expect(try session.ask("").error?.kind == .tooLong)
    // Before anything else is planned, which takes memory of its own.
    #expect(try session.peakMemory() < before + 40_000_000)
    #expect(try session.ask(Self.request(2)).status == .optimal)
    #expect(session.end() == 0)
  }

  @Test func deepNestingIsAnErrorAndTheNextIsAnswered() async throws {
    let session = try Conversation(in: folder)
    for opening in ["[", "{\"a\":"] {
      #expect(try session.ask(String(repeating: opening, count: 500_000)).error?.kind == .notJSON)
    }
    let edits = String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
    #expect(try session.ask(Self.header + #""id":1,"edits":\#(edits)}"#).status == .faulty)
    #expect(try session.ask(Self.request(2)).status == .optimal)
    #expect(session.end() == 0)
  }

  @Test(arguments: [SIGINT, SIGTERM]) func aSignalEndsTheWaitForRequests(signal: Int32) async throws {
    let session = try Conversation(in: folder)
    _ = try session.ask(Self.request(1))
    session.send(signal)
    #expect(session.end(closing: false) == 130)
  }

  @Test(arguments: [SIGINT, SIGTERM]) func aSignalEndsTheSearchWhoseRequestGetsAnError(signal: Int32) throws {
    let session = try Conversation(in: Folder(holding: .large))
    // An answer to what is no request shows that the process listens to signals by now.
    #expect(try session.ask("{}").error != nil)
    try session.write(Self.header + #""id":1,"edits":[]}"# + "\n")
    // The thread itself waits: a task that sleeps comes back late where the other tests keep all threads busy, and the search
    // would be over by then.
    Thread.sleep(forTimeInterval: 2)
    session.send(signal)
    let answer = try session.answer()
    #expect(answer.error?.kind == .interrupted)
    #expect(answer.id == .number(1))
    #expect(session.end(closing: false) == 130)
  }

  @Test func aReaderThatGoesAwayEndsTheProcess() async throws {
    try folder.write((1...500).map { Self.request($0) }.joined(separator: "\n"), to: "requests")
    let run = try await ProgramRun.ofShell(
      "{ $MAINSTAY batch case.json --stdin --quiet < requests; echo $? >&2; } | head -n 1", in: folder)
    #expect(run.errors == "0\n")
    #expect(try answers(run).map(\.status) == [.optimal])
  }

  @Test func aCaseWithFaultsIsToldAndServed() async throws {
    var broken = SourcingCase.starter
    broken.demand[0].quantity = -1
    try folder.write(CaseWriter.json(broken), to: "broken.json")
    try folder.write(Self.request(1) + "\n", to: "requests")
    let run = try await ProgramRun.ofShell("$MAINSTAY batch broken.json --stdin < requests", in: folder)
    #expect(run.status == 0)
    #expect(try answers(run).map(\.status) == [.faulty])
    #expect(run.errors.contains("the case has faults as it stands"))
  }

  @Test func aMissingCaseIsToldBeforeAnythingIsRead() async throws {
    let run = try await ProgramRun.of(["batch", "none", "--stdin"], in: folder)
    #expect(run.status == 66)
    #expect(run.output.isEmpty)
  }

  @Test(arguments: [
    ["--output", "x.sqlite"], ["--variants", "v.csv"], ["--vary", "demand.quantity *= 1, 2"], ["--csv"],
    ["--shard", "1/2"], ["--again"],
  ]) func standardInputExcludesWhatBelongsToFiles(options: [String]) async throws {
    let run = try await ProgramRun.of(["batch", "case.json", "--stdin"] + options, in: folder)
    #expect(run.status == 64)
    #expect(run.errors.contains("--stdin"))
  }

  @Test func aBatchNeedsAFileOfResults() async throws {
    let run = try await ProgramRun.of(
      ["batch", "case.json", "--vary", "demand.quantity *= 1, 2"], in: folder)
    #expect(run.status == 64)
    #expect(run.errors.contains("--output"))
  }

  @Test func aBatchOfFaultyVariantsOnlyEndsAsFaultyData() async throws {
    try folder.write(
      "variant,do,table,column,value,where\na,scale,dmand,quantity,2,\nb,scale,demand,quantty,2,\n",
      to: "faulty.csv")
    // Once more from the results that are there.
    for _ in 1...2 {
      let run = try await ProgramRun.of(
        ["batch", "case.json", "--variants", "faulty.csv", "--output", "faulty.sqlite"], in: folder)
      #expect(run.status == 65)
      #expect(run.output.contains("2 "))
    }
  }

  @Test func aPartOfFaultyVariantsEndsWellAndTheirMergeAsFaultyData() async throws {
    try folder.write(
      "variant,do,table,column,value,where\na,scale,dmand,quantity,2,\n", to: "faulty.csv")
    for part in 1...2 {
      let run = try await ProgramRun.of(
        [
          "batch", "case.json", "--variants", "faulty.csv", "--output", "part\(part).sqlite", "--shard",
          "\(part)/2",
        ], in: folder)
      #expect(run.status == 0, "\(run.errors)")
    }
    let merge = try await ProgramRun.of(
      ["batch-merge", "all.sqlite", "part1.sqlite", "part2.sqlite"], in: folder)
    #expect(merge.status == 65)
    #expect(merge.output == "1 result in all.sqlite\n")
  }

  @Test func aBatchWithOneSoundVariantEndsWell() async throws {
    try folder.write(
      "variant,do,table,column,value,where\na,scale,dmand,quantity,2,\nb,scale,demand,quantity,0.9,\n",
      to: "mixed.csv")
    let run = try await ProgramRun.of(
      ["batch", "case.json", "--variants", "mixed.csv", "--output", "mixed.sqlite"], in: folder)
    #expect(run.status == 0)
  }
}

/// A run of `batch --stdin` that is spoken with line by line.
private final class Conversation {
  private let process = Process()
  private let requests = Pipe()
  private let answers = Pipe()
  private var rest: [UInt8] = []
  private let folder: Folder

  init(in folder: Folder) throws {
    self.folder = folder
    process.executableURL = ProgramRun.program
    process.arguments = ["batch", "case.json", "--stdin", "--quiet"]
    process.currentDirectoryURL = folder.url
    // The address sanitizer holds back what is freed, which would count as memory that the program has.
    var environment = ProcessInfo.processInfo.environment
    environment["ASAN_OPTIONS", default: ""] += ":quarantine_size_mb=0"
    process.environment = environment
    process.standardInput = requests
    process.standardOutput = answers
    try process.run()
  }

  func write(_ text: String) throws {
    try requests.fileHandleForWriting.write(contentsOf: Data(text.utf8))
  }

  /// Writes a line, and waits for its answer.
  func ask(_ line: String) throws -> BatchAnswer {
    try write(line + "\n")
    return try answer()
  }

  /// Waits for an answer.
  func answer() throws -> BatchAnswer {
    while true {
      if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        defer { rest.removeFirst(end + 1) }
        return try JSONDecoder().decode(BatchAnswer.self, from: Data(rest[..<end]))
      }
      let more = answers.fileHandleForReading.availableData
      try #require(!more.isEmpty, "the program ended")
      rest += more
    }
  }

  /// The most memory that it had so far, in bytes.
  func peakMemory() throws -> Int {
    let status = try String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
    return try #require(Int(line.split(separator: " ").dropLast().last ?? "")) * 1024
  }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Ends it.
  ///
  /// - Parameter closing: Whether its input ends first.
  /// - Returns: Its exit status.
  func end(closing: Bool = true) -> Int32 {
    if closing { try? requests.fileHandleForWriting.close() }
    process.waitUntilExit()
    return process.terminationStatus
  }
}
