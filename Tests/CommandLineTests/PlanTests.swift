import Foundation
import Mainstay
import Testing

@testable import MainstayCLI

@Suite struct PlanTests {
  /// Closer than the default, so that near-ties cannot come out differently.
  private static let exact = ["--gap", "1e-7"]

  /// The starter case with a demand for more sources than there are.
  private static var infeasible: SourcingCase {
    var found = SourcingCase.starter
    found.policies.append(Policy("five sources", .minSources, items: ["fan"], limit: 5))
    return found
  }

  @Test func theSummaryOfTheStarterCase() async throws {
    let run = try await ProgramRun.of(["plan", "case.json"] + Self.exact, in: try Folder(holding: .starter))
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.isEmpty)
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(!run.output.contains("\u{1B}"))
    try Snapshot.expect(run.output, named: "plan-starter")
  }

  @Test func theSummaryIsToldInTheLanguageThatIsAskedFor() async throws {
    let folder = try Folder(holding: .starter)
    let run = try await ProgramRun.of(["plan", "case.json", "--language", "zh"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("：最优布局，") || run.output.contains(": 最优布局，"))
    #expect(run.output.contains("货源：未受扰时的供应份额，thousand pieces/年"))
    for english in PlanText.allCases.map(\.rawValue) where english.count > 7 && !english.contains("{") {
      #expect(!run.output.contains(english), "\(english)")
    }
    #expect(run.output.split(separator: "\n").allSatisfy { TerminalText.width(String($0)) <= 80 })
    let unknown = try await ProgramRun.of(["plan", "case.json", "--language", "xx"], in: folder)
    #expect(unknown.status == 64)
  }

  @Test func theDocumentIsThePlan() async throws {
    let folder = try Folder(holding: .starter)
    let run = try await ProgramRun.of(["plan", "case.json", "--json", "--seed", "7"], in: folder)
    #expect(run.status == 0)
    let plan = try PlanReader.decode(run.output, file: "stdout")
    #expect(plan.status == .optimal)
    #expect(plan.seed == 7)
    #expect(try JSONText.of(plan) == run.output)
  }

  @Test func policiesCostSomethingAndCanBeLeftOut() async throws {
    let folder = try Folder(holding: .starter)
    let bound = try await ProgramRun.of(["plan", "case.json", "--json"] + Self.exact, in: folder)
    let free = try await ProgramRun.of(
      ["plan", "case.json", "--json", "--without-policies"] + Self.exact, in: folder)
    let costs = try [bound, free].map { try PlanReader.decode($0.output, file: "stdout") }
    #expect(costs[1].policies.isEmpty)
    #expect(try #require(costs[0].objective) > (try #require(costs[1].objective)) + 1)
  }

  @Test func withoutPoliciesTheirFaultsDoNotMatter() async throws {
    var found = SourcingCase.starter
    found.policies.append(Policy("without a limit", .maxConcentration))
    let folder = try Folder(holding: found)
    #expect(try await ProgramRun.of(["plan", "case.json"], in: folder).status == 65)
    #expect(try await ProgramRun.of(["plan", "case.json", "--without-policies"], in: folder).status == 0)
  }

  @Test func anInfeasibleCaseIsAnAnswer() async throws {
    let run = try await ProgramRun.of(
      ["plan", "case.json", "--output", "plan"], in: try Folder(holding: Self.infeasible))
    #expect(run.status == 2)
    try Snapshot.expect(run.output, named: "plan-infeasible")
  }

  @Test func aFixedLayoutIsPlannedAgainstAnotherFuture() async throws {
    let folder = try Folder(holding: .starter)
    #expect(try await ProgramRun.of(["plan", "case.json", "--output", "plan"], in: folder).status == 0)
    var tomorrow = SourcingCase.starter
    for index in tomorrow.demand.indices { tomorrow.demand[index].quantity *= 1.5 }
    try folder.write(CaseWriter.json(tomorrow), to: "tomorrow.json")
    let fixed = try await ProgramRun.of(
      ["plan", "tomorrow.json", "--fix", "plan", "--json", "--without-policies"], in: folder)
    #expect(fixed.status == 0, "\(fixed.errors)")
    let before = try PlanReader.read(folder.path("plan"))
    let after = try PlanReader.decode(fixed.output, file: "stdout")
    #expect(
      after.sourcing.map { [$0.item, $0.site, $0.role.rawValue] }.sorted { $0.lexicographicallyPrecedes($1) }
        == before.sourcing.map { [$0.item, $0.site, $0.role.rawValue] }.sorted {
          $0.lexicographicallyPrecedes($1)
        })
    #expect(after.costs.shortage > before.costs.shortage)
  }

  @Test func aFixedLayoutOfAnotherCaseNamesItsFile() async throws {
    let folder = try Folder(holding: .starter)
    #expect(try await ProgramRun.of(["plan", "case.json", "--output", "plan"], in: folder).status == 0)
    try folder.write(
      folder.read("case.json").replacing("mekong-motors", with: "delta-motors"), to: "case.json")
    let run = try await ProgramRun.of(["plan", "case.json", "--fix", "plan"], in: folder)
    #expect(run.status == 65)
    #expect(run.errors.hasPrefix("plan#"))
    #expect(run.errors.contains("mekong-motors"))
    #expect(try await ProgramRun.of(["plan", "case.json", "--fix", "nowhere"], in: folder).status == 66)
  }

  @Test func remarksAreCountedUnlessQuiet() async throws {
    var found = SourcingCase.starter
    found.lanes[0].leadDays = 3
    let folder = try Folder(holding: found)
    let run = try await ProgramRun.of(["plan", "case.json"], in: folder)
    #expect(run.errors.contains("1 remark on the case: mainstay check case.json\n"))
    #expect(!run.errors.contains("advice: "))
    #expect(try await ProgramRun.of(["plan", "case.json", "--quiet"], in: folder).errors.isEmpty)
  }

  @Test(arguments: [
    ["--gap", "much"], ["--gap=-0.1"], ["--gap", "200%"], ["--gap", "nan"], ["--gap", ""],
    ["--time-limit", "soon"], ["--time-limit", "0"], ["--time-limit=-5"], ["--time-limit", "inf"],
    ["--time-limit", "0x10"], ["--seed", "1.5"], ["--seed", "99999999999"], ["--method", "magic"],
    ["--quiet", "--verbose"], ["--nonsense"],
  ])
  func valuesThatMakeNoSenseAreUsageErrors(arguments: [String]) async throws {
    let run = try await ProgramRun.of(["plan", "case.json"] + arguments, in: try Folder())
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("mainstay: error: "))
    #expect(run.errors.contains("Usage: mainstay plan"))
  }

  @Test(arguments: [
    ["--gap", "0.1%"], ["--gap", "0.001"], ["--time-limit", "90s"], ["--time-limit", "5m"],
    ["--time-limit", "1.5h"],
  ])
  func valuesMayHaveUnits(arguments: [String]) async throws {
    let run = try await ProgramRun.of(["plan", "case.json"] + arguments, in: try Folder(holding: .starter))
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func namesFromTheCaseCannotReachTheTerminal() async throws {
    var found = SourcingCase.starter
    found.settings.name = "heat\u{1B}[31m pumps 热泵" + String(repeating: " long", count: 30)
    found.settings.currency = String(repeating: "€", count: 100)
    let run = try await ProgramRun.of(["plan", "case.json"], in: try Folder(holding: found))
    if run.status == 0 {
      #expect(!run.output.contains("\u{1B}"))
      #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    } else {
      #expect(run.status == 65)
    }
  }
}
