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

  // MARK: Certificates

  private func provenPlan(gap: String = "0.01%") async throws {
    let arguments = [
      "plan", "case.json", "--gap", gap, "--output", "plan", "--certificate", "proof.json", "--quiet",
    ]
    let run = try await ProgramRun.of(arguments, in: folder)
    try #require(run.status == 0, "\(run.errors)")
    #expect(run.errors.isEmpty)
  }

  @Test func aBoundIsProvenByItsCertificate() async throws {
    try await provenPlan()
    let run = try await ProgramRun.of(
      ["verify", "case.json", "plan", "--certificate", "proof.json"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.isEmpty)
    let last = try #require(run.output.split(separator: "\n").last)
    #expect(last.hasPrefix("proven: no layout costs less than 25 79"), "\(last)")
    #expect(last.hasSuffix("worked through without the solver"), "\(last)")
    let document = try await ProgramRun.of(
      ["verify", "case.json", "plan/plan.json", "--certificate", "proof.json", "--json"], in: folder)
    #expect(document.status == 0)
    #expect(document.output.contains("\"certificate\" : {"))
    #expect(document.output.contains("\"sound\" : true"))
  }

  @Test func aPlanThatClaimsMoreThanItsCertificateProvesIsNotSound() async throws {
    // The search ends before it has proven all of the plan's cost.
    try await provenPlan(gap: "20%")
    var plan = try PlanReader.read(folder.path("plan"))
    plan.bound = plan.objective
    plan.gap = 0
    try folder.write(JSONText.of(plan), to: "claimed.json")
    let run = try await ProgramRun.of(
      ["verify", "case.json", "claimed.json", "--certificate", "proof.json"], in: folder)
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("proof.json: the certificate proves less than the plan claims"))
  }

  @Test(arguments: [
    ("nothing.json", 66, "nothing.json"),
    ("case.json", 65, "case.json: unknown schema 'mainstay/case/1'; expected mainstay/certificate/1"),
    ("half.json", 65, "half.json: no certificate: unreadable value at the top"),
  ])
  func whatIsNoCertificateIsRefused(path: String, status: Int32, message: String) async throws {
    try await provenPlan()
    try folder.write(String(folder.read("proof.json").prefix(1_000)), to: "half.json")
    let run = try await ProgramRun.of(["verify", "case.json", "plan", "--certificate", path], in: folder)
    #expect(run.status == status)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test(
    arguments: [
      (["--certificate", "proof.json", "--method", "extensive"], 64, "--certificate needs decomposition"),
      (["--certificate", "proof.json", "--fix", "plan"], 64, "--certificate and --fix exclude each other"),
      (["--certificate", "missing/proof.json"], 73, "its folder is missing"),
      (["--certificate", "."], 73, "it is a folder"),
    ] as [([String], Int32, String)])
  func aCertificateThatCannotBeMadeIsToldBeforeTheSearch(
    arguments: [String], status: Int32, message: String
  ) async throws {
    let run = try await ProgramRun.of(["plan", "case.json"] + arguments, in: folder)
    #expect(run.status == status)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test func noCertificateIsWrittenOfACaseWithoutALayout() async throws {
    var found = SourcingCase.starter
    found.policies.append(Policy("five sources", .minSources, items: ["fan"], limit: 5))
    try folder.write(CaseWriter.json(found), to: "case.json")
    let run = try await ProgramRun.of(["plan", "case.json", "--certificate", "proof.json"], in: folder)
    #expect(run.status == 2)
    #expect(run.errors.contains("no certificate was written to proof.json"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("proof.json")))
  }

  // MARK: Checkpoints

  @Test func aSearchGoesOnFromItsCheckpoint() async throws {
    let arguments = [
      "plan", "case.json", "--output", "plan", "--checkpoint", "search.json", "--json", "--quiet",
    ]
    let first = try await ProgramRun.of(arguments, in: folder)
    #expect(first.status == 0, "\(first.errors)")
    let proof = ["verify", "case.json", "plan", "--certificate", "search.json"]
    #expect(try await ProgramRun.of(proof, in: folder).status == 0)
    let again = try await ProgramRun.of(arguments, in: folder)
    #expect(again.status == 0, "\(again.errors)")
    let plans = try [first, again].map { try PlanReader.decode($0.output, file: "plan") }
    let costs = try plans.map { try #require($0.objective) }
    #expect(abs(costs[0] - costs[1]) <= 2e-4 * costs[0])
    #expect(try await ProgramRun.of(proof, in: folder).status == 0)
  }

  @Test func aCheckpointOfAnotherCaseIsRefusedWithItsName() async throws {
    try await provenPlan()
    var found = SourcingCase.starter
    found.scenarios.removeAll()
    found.disruptions.removeAll()
    try folder.write(CaseWriter.json(found), to: "small.json")
    let run = try await ProgramRun.of(["plan", "small.json", "--checkpoint", "proof.json"], in: folder)
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("proof.json: "), "\(run.errors)")
    #expect(run.errors.contains("the certificate may be of another case"), "\(run.errors)")
  }

  @Test func whatIsNoCheckpointIsLeftAsItIs() async throws {
    let text = try folder.read("case.json")
    let run = try await ProgramRun.of(["plan", "case.json", "--checkpoint", "case.json"], in: folder)
    #expect(run.status == 65)
    #expect(run.errors.contains("unknown schema"), "\(run.errors)")
    #expect(try folder.read("case.json") == text)
  }
}
