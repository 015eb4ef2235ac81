import Foundation
import Mainstay
import Testing

@Suite struct PresolveTests {
  /// The starter case with an item that nobody needs and a lane that leads to no use.
  private static var idle: SourcingCase {
    var found = SourcingCase.starter
    found.items.append(Item("clock"))
    let site = found.sites[0].id
    found.capabilities.append(Capability(site: site, item: "clock", capacity: 5, unitCost: 1))
    found.lanes.append(Lane(from: site, to: found.markets[0].id, item: "clock", unitCost: 1))
    return found
  }

  @Test func checkTellsOfRowsThatCanNeverMatter() async throws {
    let run = try await ProgramRun.of(["check", "case.json"], in: try Folder(holding: Self.idle))
    #expect(run.status == 0)
    #expect(run.output.hasSuffix("no faults, 2 remarks\n"))
    #expect(run.errors.contains("advice: nobody needs clock\n"))
    #expect(run.errors.contains("case.json#lanes:"))
  }

  @Test func aVerbosePlanTellsSizeStagesAndWhatWasLeftOut() async throws {
    let run = try await ProgramRun.of(["plan", "case.json", "--verbose"], in: try Folder(holding: Self.idle))
    #expect(run.status == 0)
    let lines = run.errors.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.hasPrefix("planning ") })
    #expect(lines.contains { $0.hasPrefix("left out: ") && $0.contains("1 item that nobody needs") })
    #expect(lines.contains { $0.hasSuffix(": nobody needs clock") })
    // Broken between words where a terminal would break it anywhere.
    let size = run.errors.replacing("\n", with: " ")
    #expect(size.contains("the model has "))
    #expect(size.contains(" integer)") && size.contains("recourse blocks (") && size.contains("7 scenarios"))
    #expect(lines.contains { $0.contains("taking the model apart") })
  }

  @Test func aLongListIsCut() async throws {
    var found = Self.idle
    for number in 0..<30 {
      found.items.append(Item("spare \(number)"))
      found.capabilities.append(
        Capability(site: found.sites[0].id, item: "spare \(number)", capacity: 5, unitCost: 1))
    }
    let folder = try Folder(holding: found)
    let run = try await ProgramRun.of(["plan", "case.json", "--verbose"], in: folder)
    #expect(run.errors.contains("  and 12 more rows, which plan --json lists\n"))
    let document = try await ProgramRun.of(["plan", "case.json", "--json"], in: folder)
    let plan = try PlanReader.decode(document.output, file: "stdout")
    #expect(plan.presolve?.findings.count == 32)
    #expect(plan.presolve?.findings.contains { $0.table == "items" && $0.reason == .noNeed } == true)
  }

  @Test func withoutSuchRowsNothingIsTold() async throws {
    let run = try await ProgramRun.of(["plan", "case.json", "--json"], in: try Folder(holding: .starter))
    #expect(!run.output.contains("\"presolve\""))
  }
}
