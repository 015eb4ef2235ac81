import Foundation
import Mainstay
import Testing

@Suite struct CompareTests {
  private let folder: Folder

  init() throws {
    var found = SourcingCase.starter
    found.current = [
      CurrentSource(site: "saigon-drives", item: "compressor", role: .primary),
      CurrentSource(site: "saigon-drives", item: "controller", role: .primary),
      CurrentSource(site: "moravia-kompresory", item: "fan", role: .primary),
    ]
    folder = try Folder(holding: found)
  }

  @Test func twoPlansAndTodayAreCompared() async throws {
    let robust = try await ProgramRun.of(["plan", "case.json", "--output", "robust"], in: folder)
    let cheap = try await ProgramRun.of(
      ["plan", "case.json", "--without-policies", "--output", "cheap"], in: folder)
    try #require(robust.status == 0 && cheap.status == 0)
    let run = try await ProgramRun.of(["compare", "cheap", "robust"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("Sources, amounts a period"))
    #expect(!run.output.contains("Order of the changes"))
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let today = try await ProgramRun.of(
      ["compare", "robust", "--current", "--case", "case.json", "--json"], in: folder)
    #expect(today.status == 0, "\(today.errors)")
    let report = try JSONDecoder().decode(ComparisonReport.self, from: Data(today.output.utf8))
    #expect(report.schema == "mainstay/compare/1")
    #expect(report.from == .current)
    #expect(report.path?.steps.isEmpty == false)
    #expect(report.costs.contains { $0.name == "total" })
    let same = try await ProgramRun.of(["compare", "robust", "robust"], in: folder)
    #expect(same.output.contains("the same layout"))
  }

  @Test func aTimeLimitLeavesTheOrderOutAndSaysSo() async throws {
    let plan = try await ProgramRun.of(["plan", "case.json", "--output", "robust"], in: folder)
    try #require(plan.status == 0)
    let run = try await ProgramRun.of(
      ["compare", "robust", "--current", "--case", "case.json", "--time-limit", "0.000001"], in: folder)
    #expect(run.status == 1)
    #expect(run.output.contains("partial: the time limit was reached before the end"))
    #expect(run.output.contains("Sources, amounts a period"))
  }

  @Test(arguments: [
    ["compare", "a"], ["compare", "a", "--current"], ["compare", "a", "b", "--current", "--case", "c"],
  ])
  func whatMakesNoSenseIsWrongUsage(arguments: [String]) async throws {
    #expect(try await ProgramRun.of(arguments, in: folder).status == 64)
  }

  @Test func whatIsNotThereIsTold() async throws {
    #expect(try await ProgramRun.of(["compare", "a", "b"], in: folder).status == 66)
  }
}
