import Foundation
import Mainstay
import Testing

@Suite struct WorstCaseTests {
  @Test func theWorstOfTheStarterCase() async throws {
    let folder = try Folder(holding: .starter)
    _ = try await ProgramRun.of(["plan", "case.json", "--output", "plan"], in: folder)
    let run = try await ProgramRun.of(["worst-case", "case.json", "plan", "-k", "2"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(run.output)")
    #expect(run.output.hasPrefix("heat pumps: worst of up to 2 failures at once\n"))
    #expect(run.output.contains("Proven: no set costs more than"))
    let document = try await ProgramRun.of(
      ["worst-case", "case.json", "plan", "--targets", "region,corridor", "--json"], in: folder)
    #expect(document.status == 0)
    let worst = try JSONDecoder().decode(WorstCase.self, from: Data(document.output.utf8))
    #expect(worst.schema == "mainstay/worst-case/1")
    #expect(worst.gap == 0)
    #expect(worst.worst.first?.failures.count == 2)
  }

  @Test(arguments: [["-k", "0"], ["--targets", "demand"], ["--targets", "moon"], ["--top", "0"]])
  func questionsThatMakeNoSenseAreRefused(arguments: [String]) async throws {
    let run = try await ProgramRun.of(
      ["worst-case", "case.json", "plan"] + arguments, in: try Folder(holding: .starter))
    #expect(run.status == 64)
  }
}
