import Foundation
import Mainstay
import Testing

@Suite struct ExplainTests {
  private static var infeasible: SourcingCase {
    var found = SourcingCase.starter
    found.policies.append(Policy("five sources", .minSources, items: ["fan"], limit: 5))
    return found
  }

  private func expectPage(_ run: ProgramRun) {
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(run.output)")
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test func aCaseWithALayoutTellsWhatPoliciesCost() async throws {
    let run = try await ProgramRun.of(["explain", "case.json"], in: try Folder(holding: .starter))
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.isEmpty)
    expectPage(run)
    #expect(run.output.hasPrefix("heat pumps: best layout at 25 792 thousand EUR\n"))
    #expect(
      run.output.contains("no country above 70 %          0.7    0.7  yes      945.5  0.01   31.84  31.84"))
    #expect(run.output.contains("capacity of monterrey-clima for compressor (50)"))
  }

  @Test func anInfeasibleCaseTellsTheConflictAndItsRepairs() async throws {
    let folder = try Folder(holding: Self.infeasible)
    let run = try await ProgramRun.of(["explain", "case.json"], in: folder)
    #expect(run.status == 2)
    expectPage(run)
    #expect(run.output.contains("case.json#policies:4  policy 'five sources'      5"))
    #expect(run.output.contains("policy 'five sources': 5 to 3    40.0 %"))
    let document = try await ProgramRun.of(["explain", "case.json", "--json"], in: folder)
    #expect(document.status == 2)
    let explanation = try JSONDecoder().decode(Explanation.self, from: Data(document.output.utf8))
    #expect(explanation.schema == "mainstay/explain/1")
    #expect(explanation.conflict?.rows.map(\.place) == ["case.json#policies:4"])
    #expect(explanation.conflict?.isIrreducible == true)
  }

  @Test func questionsAboutSitesAreAnswered() async throws {
    let run = try await ProgramRun.of(
      ["explain", "case.json", "--why-not", "iberia-clima", "--why", "saigon-drives"],
      in: try Folder(holding: .starter))
    #expect(run.status == 0, "\(run.errors)")
    expectPage(run)
    #expect(run.output.contains("The best layout that has it costs 347.34 thousand EUR more."))
    #expect(run.output.contains("The best layout without it costs 1 475.8 thousand EUR more."))
    #expect(!run.output.contains("Policies:"))
  }

  @Test func anUnknownSiteIsAFault() async throws {
    let run = try await ProgramRun.of(
      ["explain", "case.json", "--why-not", "nowhere"], in: try Folder(holding: .starter))
    #expect(run.status == 65)
    #expect(run.errors.contains("unknown site 'nowhere'"))
  }

  @Test func aTimeLimitThatIsTooShortIsTold() async throws {
    let run = try await ProgramRun.of(
      ["explain", "case.json", "--time-limit", "0.3"], in: try Folder(holding: .starter))
    #expect(run.status == 1)
    expectPage(run)
    #expect(run.output.contains("partial: the time limit was reached before the end"))
  }

  @Test func aBudgetThatIsTooSmallIsToBeRaised() async throws {
    var found = SourcingCase.starter
    found.policies = []
    found.settings.objective.form = .leastRisk
    found.settings.objective.budget = 10_000
    let run = try await ProgramRun.of(["explain", "case.json"], in: try Folder(holding: found))
    #expect(run.status == 2, "\(run.errors)")
    expectPage(run)
    #expect(run.output.contains("budget of expected cost"))
    #expect(run.output.contains("raise the budget by "))
  }
}
