import Foundation
import Mainstay
import Testing

@Suite struct VerifyTests {
  private let folder: Folder

  init() throws {
    folder = try Folder(holding: .starter)
  }

  private func plan() async throws {
    let run = try await ProgramRun.of(["plan", "case.json", "--gap", "1e-7", "--output", "plan"], in: folder)
    try #require(run.status == 0, "\(run.errors)")
  }

  @Test(arguments: ["plan", "plan/plan.json"]) func aPlanThatIsWhatItSaysIsSound(path: String) async throws {
    try await plan()
    let run = try await ProgramRun.of(["verify", "case.json", path], in: folder)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(
      run.output.wholeMatch(of: #/sound: objective 25 \d{3} thousand EUR recomputed from the tables\n/#)
        != nil)
  }

  @Test func aChangedClaimIsFound() async throws {
    try await plan()
    var plan = try PlanReader.read(folder.path("plan"))
    plan.objective = plan.objective.map { $0 - 100 }
    try folder.write(JSONText.of(plan), to: "claimed.json")
    let run = try await ProgramRun.of(["verify", "case.json", "claimed.json"], in: folder)
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("claimed.json:objective: the claim is not what the decisions give"))
    #expect(run.errors.contains("mainstay: error: not sound: "))
  }

  @Test func aPlanOfAnotherCaseIsNotSound() async throws {
    try await plan()
    try folder.write(
      folder.read("case.json").replacing("\"unit_cost\" : 140", with: "\"unit_cost\" : 150"), to: "case.json")
    let run = try await ProgramRun.of(["verify", "case.json", "plan", "--json"], in: folder)
    #expect(run.status == 65)
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("\"sound\" : false"))
    #expect(run.output.contains("\"schema\" : \"mainstay/verify/1\""))
    #expect(run.output.contains("\"column\" : \"costs.commitment\""))
  }

  @Test func thePlanOfAnInfeasibleCaseHasNothingToRecompute() async throws {
    var found = SourcingCase.starter
    found.policies.append(Policy("five sources", .minSources, items: ["fan"], limit: 5))
    try folder.write(CaseWriter.json(found), to: "case.json")
    #expect(try await ProgramRun.of(["plan", "case.json", "--output", "plan"], in: folder).status == 2)
    let run = try await ProgramRun.of(["verify", "case.json", "plan"], in: folder)
    #expect(run.status == 0)
    #expect(run.output == "sound: the plan has no layout (infeasible), nothing to recompute\n")
  }

  @Test func whatIsNoPlanIsBadData() async throws {
    let run = try await ProgramRun.of(["verify", "case.json", "case.json"], in: folder)
    #expect(run.status == 65)
    #expect(run.errors.contains("unknown schema"))
    #expect(try await ProgramRun.of(["verify", "case.json", "nowhere"], in: folder).status == 66)
  }
}
