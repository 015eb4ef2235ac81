import Foundation
import Mainstay
import Testing

@Suite struct AlternativesTests {
  @Test func alternativesStandBehindThePlan() async throws {
    let folder = try Folder(holding: .starter)
    let run = try await ProgramRun.of(
      ["plan", "case.json", "--alternatives", "2", "--within", "3%"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(run.output)")
    #expect(run.output.contains("Alternatives within 3.0 %: each as far as can be from those before it"))
    let document = try await ProgramRun.of(
      ["plan", "case.json", "--alternatives", "2", "--within", "3%", "--json"], in: folder)
    let found = try JSONDecoder().decode(Alternatives.self, from: Data(document.output.utf8))
    #expect(found.schema == "mainstay/alternatives/1")
    #expect(found.best.status == .optimal)
    let best = try #require(found.best.objective)
    #expect(!found.layouts.isEmpty)
    #expect(found.layouts.allSatisfy { $0.objective <= best * 1.03 + 1e-6 && $0.distance > 0 })
  }

  @Test(arguments: [["--within", "1%"], ["--alternatives", "0"], ["--current", "--fix", "plan"]])
  func optionsThatDoNotGoTogetherAreRefused(arguments: [String]) async throws {
    let run = try await ProgramRun.of(["plan", "case.json"] + arguments, in: try Folder(holding: .starter))
    #expect(run.status == 64)
  }
}
