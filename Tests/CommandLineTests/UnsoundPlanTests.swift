import Foundation
import Mainstay
import Testing

/// Questions asked of plans that break the case, and of a layout of today that does.
@Suite(.serialized) struct UnsoundPlanTests {
  private let folder: Folder

  /// A folder with the starter case, its plan and the plan without policies, each as one file.
  init() async throws {
    var found = SourcingCase.starter
    found.current = [
      CurrentSource(site: "saigon-drives", item: "compressor", role: .primary),
      CurrentSource(site: "saigon-drives", item: "controller", role: .primary),
    ]
    folder = try Folder(holding: found)
    for (name, options) in [("plan.json", []), ("cheap.json", ["--without-policies"])] {
      let run = try await ProgramRun.of(["plan", "case.json", "--json", "--quiet"] + options, in: folder)
      try #require(run.status == 0, "\(run.errors)")
      try folder.write(run.output, to: name)
    }
  }

  private func spoil(_ change: (inout Plan) -> Void) throws {
    var plan = try PlanReader.read(folder.path("plan.json"))
    change(&plan)
    try folder.write(JSONText.of(plan), to: "spoilt.json")
  }

  /// Every command that asks a plan, with a place for it.
  private static func questions(_ plan: String) -> [[String]] {
    [
      ["stress", "case.json", plan], ["worst-case", "case.json", plan, "-k", "1"],
      ["recover", "case.json", plan, "--event", "typhoon"],
      ["compare", plan, "--current", "--case", "case.json"],
      ["frontier", "case.json", plan, "--points", "2"],
      ["explain", "case.json", plan, "--policy", "backup in another country"],
    ]
  }

  @Test(arguments: questions("spoilt.json")) func aContractPastACapacityIsRefused(question: [String])
    async throws
  {
    try spoil { $0.sourcing[0].commit = 1000 }
    let run = try await ProgramRun.of(question, in: folder)
    #expect(run.status == 65, "\(run.output)")
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("commitment and reserve past the capacity"), "\(run.errors)")
    #expect(run.errors.contains("spoilt.json"))
    #expect(run.errors.contains("the plan does not hold in this case"))
    #expect(run.errors.contains("mainstay plan case.json --fix spoilt.json"))
  }

  @Test(arguments: questions("spoilt.json")) func aSiteThatTheCaseDoesNotHaveIsRefused(question: [String])
    async throws
  {
    try spoil { plan in
      plan.sites[0].site = "saigon-drivs"
    }
    let run = try await ProgramRun.of(question, in: folder)
    #expect(run.status == 65, "\(run.output)")
    #expect(run.errors.contains("did you mean 'saigon-drives'?") || run.errors.contains("saigon-drivs"))
  }

  @Test(arguments: questions("cheap.json")) func aPlanThatBreaksPoliciesIsRefusedUnlessTheyAreLeftOut(
    question: [String]
  ) async throws {
    let run = try await ProgramRun.of(question, in: folder)
    #expect(run.status == 65, "\(run.output)")
    #expect(run.errors.contains("policies"), "\(run.errors)")
    #expect(run.errors.contains("is broken"), "\(run.errors)")
    let asks = question.contains("explain") ? Array(question.dropLast(2)) : question
    let without = try await ProgramRun.of(asks + ["--without-policies"], in: folder)
    #expect(without.status == 0, "\(without.errors)")
  }

  @Test func aPlanThatTellsOtherCostsIsComparedWithNone() async throws {
    try spoil { $0.costs.total += 1000 }
    let compared = try await ProgramRun.of(
      ["compare", "plan.json", "spoilt.json", "--case", "case.json"], in: folder)
    #expect(compared.status == 65)
    #expect(compared.errors.contains("costs.total"), "\(compared.errors)")
    // What a stress test costs does not hang on what the plan says of itself.
    #expect(try await ProgramRun.of(["stress", "case.json", "spoilt.json"], in: folder).status == 0)
  }

  @Test func policiesThatTheLayoutOfTodayBreaksAreRemarks() async throws {
    let run = try await ProgramRun.of(["stress", "case.json", "--current"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("policy one main supplier, one backup (one_main) is broken"), "\(run.errors)")
    let quiet = try await ProgramRun.of(["stress", "case.json", "--current", "--quiet"], in: folder)
    #expect(quiet.errors.isEmpty, "\(quiet.errors)")
    #expect(quiet.output == run.output || quiet.status == 0)
  }
}
