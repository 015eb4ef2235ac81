import Foundation
import Mainstay
import Testing

/// Long searches that end early, by a limit or by the user.
@Suite(.serialized) struct InterruptTests {
  private let folder: Folder

  init() throws {
    folder = try Folder(holding: .large)
  }

  @Test func aTimeLimitGivesThePlanFoundSoFar() async throws {
    // How soon there is a layout depends on the machine and on what else it does.
    for limit in [3, 10, 30] {
      let run = try await ProgramRun.of(
        ["plan", "case.json", "--time-limit", "\(limit)", "--json"], in: folder)
      try #require(run.status == 1, "\(run.errors)")
      #expect(run.errors.isEmpty)
      let plan = try PlanReader.decode(run.output, file: "stdout")
      if plan.status == .error { continue }
      #expect(plan.status == .feasible)
      #expect(plan.objective != nil)
      #expect(plan.message == "the time limit was reached before the proof")
      return
    }
    Issue.record("no layout in 30 s")
  }

  @Test func aTimeLimitThatIsTooShortStillGivesAPlan() async throws {
    // The first layout has two seconds, which a machine that does much else may not give it at once.
    for _ in 0..<4 {
      let run = try await ProgramRun.of(["plan", "case.json", "--time-limit", "0.05", "--json"], in: folder)
      try #require(run.status == 1, "\(run.errors)")
      if try PlanReader.decode(run.output, file: "stdout").status == .feasible { return }
    }
    Issue.record("no layout in four tries")
  }

  @Test func aMemoryLimitGivesThePlanFoundSoFar() async throws {
    let run = try await ProgramRun.of(["plan", "case.json", "--memory-limit", "1MB", "--json"], in: folder)
    #expect(run.status == 1)
    #expect(
      try PlanReader.decode(run.output, file: "stdout").message.contains("the memory limit was reached"))
    let wide = try await ProgramRun.of(
      ["plan", "case.json", "--memory-limit", "64GB", "--time-limit", "0.05", "--json"], in: folder)
    #expect(try PlanReader.decode(wide.output, file: "stdout").message.contains("the time limit was reached"))
  }

  @Test(arguments: ["2", "GB", "-1GB", "0MB", "1e3 MB", "2XB"])
  func whatIsNoAmountOfMemoryIsRefused(amount: String) async throws {
    let run = try await ProgramRun.of(["plan", "case.json", "--memory-limit=\(amount)"], in: folder)
    #expect(run.status == 64)
    #expect(run.errors.contains("expected an amount of memory such as 500MB or 2GB"), "\(run.errors)")
  }

  @Test(arguments: [SIGINT, SIGTERM]) func anInterruptGivesThePlanFoundSoFar(signal: Int32) async throws {
    let run = try await ProgramRun.of(
      ["plan", "case.json", "--output", "plan"], in: folder, signals: [(2, signal)])
    // 130 where the machine is too slow to have a plan by then.
    try #require(run.status == 1 || run.status == 130, "\(run.status): \(run.errors)")
    if run.status == 1 {
      #expect(run.output.contains("layout not proven best"))
      #expect(run.output.contains("interrupted before the proof"))
      #expect(try PlanReader.read(folder.path("plan")).status == .feasible)
      #expect(try await ProgramRun.of(["verify", "case.json", "plan"], in: folder).status == 0)
    } else {
      #expect(run.output.contains("no layout"))
    }
  }

  @Test func aSecondInterruptEndsAtOnce() async throws {
    let began = ContinuousClock.now
    let run = try await ProgramRun.of(
      ["plan", "case.json"], in: folder, signals: [(1, SIGINT), (0, SIGTERM)])
    #expect(run.status == 130)
    #expect(run.output.isEmpty)
    #expect(ContinuousClock.now - began < .seconds(10))
  }

  @Test func aTerminalShowsOneLineThatIsClearedAtTheEnd() async throws {
    let terminal = try Terminal()
    let run = try await ProgramRun.of(
      ["plan", "case.json", "--time-limit", "1", "--json"], in: folder, environment: ["TERM": "xterm"],
      errorDevice: terminal.device)
    let shown = try terminal.shown()
    #expect(run.status == 1)
    #expect(shown.contains("\r\u{1B}[K"))
    #expect(shown.contains(" s  "))
    #expect(shown.hasSuffix("\r\u{1B}[K"))
    #expect(!shown.contains("\n"))
  }

  @Test func quietShowsNothingOnATerminal() async throws {
    let terminal = try Terminal()
    _ = try await ProgramRun.of(
      ["plan", "case.json", "--time-limit", "0.5", "--json", "--quiet"], in: folder,
      errorDevice: terminal.device)
    #expect(try terminal.shown().isEmpty)
  }

  @Test func verboseTellsProgressInPlainLines() async throws {
    let run = try await ProgramRun.of(
      ["plan", "case.json", "--time-limit", "2.2", "--json", "--verbose"], in: folder)
    #expect(run.errors.contains("planning "))
    #expect(run.errors.contains("41 scenarios"))
    #expect(run.errors.split(separator: "\n").count >= 2)
    #expect(!run.errors.contains("\u{1B}"))
  }
}
