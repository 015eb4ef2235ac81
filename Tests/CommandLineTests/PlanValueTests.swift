import Foundation
import Mainstay
import Testing

/// `plan --value`: what planning under uncertainty is worth.
@Suite struct PlanValueTests {
  @Test func theValueIsPartOfTheDocumentAndOfTheFolder() async throws {
    let folder = try Folder(holding: .starter)
    let run = try await ProgramRun.of(
      ["plan", "case.json", "--value", "--json", "--output", "plan"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let plan = try PlanReader.decode(run.output, file: "stdout")
    let evaluation = try #require(plan.evaluation)
    #expect(evaluation.vss != nil)
    #expect(evaluation.evpi?.solved == evaluation.evpi?.scenarios)
    #expect(evaluation.interval == nil)
    #expect(try PlanReader.read(folder.path("plan")) == plan)
    #expect(try await ProgramRun.of(["verify", "case.json", "plan"], in: folder).status == 0)
  }

  @Test func theSummaryTellsTheValue() async throws {
    let folder = try Folder(holding: .starter)
    let plain = try await ProgramRun.of(["plan", "case.json"], in: folder)
    #expect(!plain.output.contains("VSS"))
    let run = try await ProgramRun.of(["plan", "case.json", "--value"], in: folder)
    #expect(run.output.contains("saved against the undisturbed layout (VSS)"))
    #expect(run.output.contains("worth of perfect information (EVPI)"))
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func anIntervalOfListedScenariosIsRefusedBeforeTheSearch() async throws {
    let folder = try Folder(holding: .starter)
    let run = try await ProgramRun.of(["plan", "case.json", "--fresh-scenarios", "10"], in: folder)
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("a confidence interval needs scenarios that are drawn"))
  }

  @Test(arguments: [
    ["--fresh-scenarios", "1"], ["--fresh-scenarios", "many"], ["--confidence", "100%"],
    ["--confidence", "0"],
    ["--fresh-seed=-1"],
  ])
  func valuesThatMakeNoSenseAreUsageErrors(arguments: [String]) async throws {
    let run = try await ProgramRun.of(["plan", "case.json"] + arguments, in: try Folder())
    #expect(run.status == 64)
    #expect(run.errors.contains("Usage: mainstay plan"))
  }
}
