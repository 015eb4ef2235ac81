import Foundation
import Mainstay
import Testing

/// Every question, interrupted at one moment of its work after another: what there is by then is told and marked as partial.
///
/// The moments are counted in looks at the flag that Ctrl-C raises, so that they are the same on every machine.
@Suite(.serialized) struct InterruptedAnswerTests {
  /// What every answer says of itself; a plan with alternatives says it in words.
  private struct Answer: Decodable {
    var completeness: Completeness?
  }

  private static let questions = [
    ["stress", "case.json", "plan"], ["worst-case", "case.json", "plan", "-k", "3"],
    ["frontier", "case.json", "--points", "4"], ["explain", "case.json"],
    ["recover", "case.json", "plan", "--event", "typhoon"], ["plan", "case.json", "--alternatives", "2"],
    ["compare", "plan", "--current", "--case", "case.json"], ["diagnose", "case.json"],
    ["stress", "case.json", "--current"],
    ["worst-case", "case.json", "--current", "--targets", "site,region,corridor"],
    ["frontier", "case.json", "--current", "--points", "4"], ["explain", "case.json", "--current"],
    ["recover", "case.json", "--current", "--event", "typhoon"],
    ["plan", "case.json", "--current", "--alternatives", "2"],
  ]

  /// Looks at which it is interrupted, until it comes to its end before.
  private static let looks = [
    1, 2, 3, 4, 6, 8, 12, 20, 40, 80, 160, 320, 640, 1280, 2560, 5120, 10240, 20480,
  ]

  @Test(arguments: questions) func anInterruptLeavesWhatThereIs(question: [String]) async throws {
    var found = SourcingCase.starter
    found.current = [CurrentSource(site: "saigon-drives", item: "compressor", role: .primary)]
    let folder = try Folder(holding: found)
    let plan = try await ProgramRun.of(["plan", "case.json", "--output", "plan"], in: folder)
    try #require(plan.status == 0, "\(plan.errors)")
    let whole = try await ProgramRun.of(question + ["--json"], in: folder)
    try #require(whole.status == 0, "\(whole.errors)")
    var partial = 0
    for look in Self.looks {
      let environment = ["MAINSTAY_INTERRUPT_AT_LOOK": String(look)]
      let run = try await ProgramRun.of(question + ["--json"], in: folder, environment: environment)
      if run.status == 0 { break }
      try #require([1, 130].contains(run.status), "look \(look): \(run.status) \(run.errors)")
      if run.output.isEmpty {
        #expect(run.status == 130)
        continue
      }
      let answer = try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
      #expect(answer.completeness ?? .interrupted == .interrupted, "look \(look)")
      if run.status == 130 { continue }
      partial += 1
      if partial > 1 { continue }
      let text = try await ProgramRun.of(question, in: folder, environment: environment)
      #expect(text.status == 1, "look \(look): \(text.errors)")
      #expect(text.output.contains("interrupted before"), "look \(look): \(text.output)")
    }
    #expect(partial > 0, "no interrupt left a part of the answer")
  }
}
