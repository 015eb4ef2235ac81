import Foundation
import Mainstay
import Testing

@Suite struct StressCommandTests {
  private let folder: Folder

  init() throws {
    var found = SourcingCase.starter
    found.current = [
      CurrentSource(site: "saigon-drives", item: "compressor", role: .primary),
      CurrentSource(site: "saigon-drives", item: "controller", role: .primary),
      CurrentSource(site: "moravia-kompresory", item: "compressor", role: .backup, reserve: 40),
    ]
    folder = try Folder(holding: found)
  }

  @Test func theLayoutOfTodayIsTested() async throws {
    let run = try await ProgramRun.of(
      ["stress", "case.json", "--current", "--outage-days", "90"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("site      saigo"))
    #expect(run.output.contains("steps in: moravia-kompresory compressor"))
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func aPlanIsTestedAndTheDocumentHasItsSchema() async throws {
    let plan = try await ProgramRun.of(
      ["plan", "case.json", "--output", "plan", "--gap", "1e-6"], in: folder)
    try #require(plan.status == 0)
    let run = try await ProgramRun.of(
      ["stress", "case.json", "plan", "--json", "--disruption", "typhoon", "--disruption", "blockade"],
      in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let report = try JSONDecoder().decode(StressReport.self, from: Data(run.output.utf8))
    #expect(report.schema == "mainstay/stress/1")
    #expect(report.findings.count == 2)
    #expect(Set(report.findings.compactMap(\.disruption)) == ["typhoon", "blockade"])
    #expect(run.output.contains("\"time_to_survive_days\""))
  }

  @Test(arguments: [
    ["stress", "case.json"], ["stress", "case.json", "plan", "--current"],
    ["stress", "case.json", "--current", "--targets", "sites"],
    ["stress", "case.json", "--current", "--outage-days", "0"],
    ["stress", "case.json", "--current", "--listed", "--disruption", "typhoon"],
    ["stress", "case.json", "--current", "--top", "0"],
  ]) func whatMakesNoSenseIsWrongUsage(arguments: [String]) async throws {
    let run = try await ProgramRun.of(arguments, in: folder)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
  }

  @Test func missingPlansAndUnknownDisruptionsAreTold() async throws {
    #expect(try await ProgramRun.of(["stress", "case.json", "nowhere"], in: folder).status == 66)
    let run = try await ProgramRun.of(
      ["stress", "case.json", "--current", "--disruption", "typhon"], in: folder)
    #expect(run.status == 65)
    #expect(run.errors.contains("did you mean 'typhoon'?"))
    let bare = try Folder(holding: .starter)
    let without = try await ProgramRun.of(["stress", "case.json", "--current"], in: bare)
    #expect(without.status == 65)
    #expect(without.errors.contains("no layout stands today"))
  }

  @Test func aTestOutOfTimeIsPartial() async throws {
    let run = try await ProgramRun.of(
      ["stress", "case.json", "--current", "--time-limit", "0.000001"], in: folder)
    #expect(run.status == 1, "\(run.errors)")
  }
}
