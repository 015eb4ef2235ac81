import Foundation
import Mainstay
import Testing

@Suite struct RecoverTests {
  @Test func theRecoveryOfTheStarterCase() async throws {
    let folder = try Folder(holding: .starter)
    _ = try await ProgramRun.of(["plan", "case.json", "--output", "plan"], in: folder)
    let run = try await ProgramRun.of(["recover", "case.json", "plan", "--event", "typhoon"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(run.output)")
    #expect(run.output.hasPrefix("heat pumps: typhoon on day 0\n"))
    #expect(run.output.contains("Draw on reserves"))
    let document = try await ProgramRun.of(
      ["recover", "case.json", "plan", "--event", "bad year", "--max-changes", "0", "--json"], in: folder)
    #expect(document.status == 0)
    let recovery = try JSONDecoder().decode(Recovery.self, from: Data(document.output.utf8))
    #expect(recovery.schema == "mainstay/recover/1")
    #expect(recovery.event == "bad year")
    #expect(!recovery.actions.contains { $0.kind == .qualify || $0.kind == .open })
  }

  @Test func severalEventsAreOneRecovery() async throws {
    let folder = try Folder(holding: .starter)
    _ = try await ProgramRun.of(["plan", "case.json", "--output", "plan"], in: folder)
    let run = try await ProgramRun.of(
      [
        "recover", "case.json", "plan", "--event", "typhoon", "--event", "fire in Saigon", "--json",
      ], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let recovery = try JSONDecoder().decode(Recovery.self, from: Data(run.output.utf8))
    #expect(recovery.events == ["typhoon", "fire in Saigon"])
    #expect(recovery.event == "typhoon and fire in Saigon")
    let days = try await ProgramRun.of(
      ["recover", "case.json", "plan", "--event", "typhoon", "--day", "1", "--day", "2"], in: folder)
    #expect(days.status == 64)
    #expect(days.errors.contains("--day is given once, or as often as --event"))
  }

  @Test func anEventThatIsNotInTheCaseIsAFault() async throws {
    let folder = try Folder(holding: .starter)
    _ = try await ProgramRun.of(["plan", "case.json", "--output", "plan"], in: folder)
    let run = try await ProgramRun.of(["recover", "case.json", "plan", "--event", "flood"], in: folder)
    #expect(run.status == 65)
    #expect(run.errors.contains("unknown event 'flood'"))
  }
}
