import Foundation
import Mainstay
import Testing

@Suite struct FrontierTests {
  @Test func theFrontierOfTheStarterCase() async throws {
    let folder = try Folder(holding: .starter)
    let run = try await ProgramRun.of(
      ["frontier", "case.json", "--against", "concentration", "--points", "3"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.isEmpty)
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(run.output)")
    #expect(run.output.hasPrefix("heat pumps: cost against concentration; cost in thousand EUR\n"))
    let document = try await ProgramRun.of(
      ["frontier", "case.json", "--against", "concentration", "--points", "3", "--json"], in: folder)
    let frontier = try JSONDecoder().decode(Frontier.self, from: Data(document.output.utf8))
    #expect(frontier.schema == "mainstay/frontier/1")
    #expect(frontier.points.count >= 2)
    #expect(frontier.points.first?.priceToNext != nil)
  }

  @Test func anInfeasibleCaseHasNone() async throws {
    var found = SourcingCase.starter
    found.policies.append(Policy("five sources", .minSources, items: ["fan"], limit: 5))
    let run = try await ProgramRun.of(["frontier", "case.json"], in: try Folder(holding: found))
    #expect(run.status == 2)
    #expect(run.output.contains("infeasible"))
  }

  @Test(arguments: [
    ["--points", "1"], ["--against", "autonomy"], ["--within", "EU"], ["--against", "luck"],
  ]) func questionsThatMakeNoSenseAreRefused(arguments: [String]) async throws {
    let run = try await ProgramRun.of(
      ["frontier", "case.json"] + arguments, in: try Folder(holding: .starter))
    #expect(run.status == 64)
  }
}
