import Foundation
import Mainstay
import Testing

/// Questions whose time is up, or that are interrupted, before the answer is whole.
@Suite(.serialized) struct PartialAnswerTests {
  /// What every answer says of itself.
  private struct Answer: Decodable {
    var completeness: Completeness
  }

  /// Commands with the plan of the starter case in `plan`, each of which needs more than a moment.
  private static let questions = [
    ["stress", "case.json", "plan"], ["worst-case", "case.json", "plan", "-k", "3"],
    ["frontier", "case.json"], ["explain", "case.json"],
    ["recover", "case.json", "plan", "--event", "typhoon"], ["plan", "case.json", "--alternatives", "3"],
    ["compare", "plan", "--current", "--case", "case.json"], ["explain", "case.json", "--current"],
    ["frontier", "case.json", "plan"],
  ]

  private func folder() async throws -> Folder {
    var found = SourcingCase.starter
    found.current = [CurrentSource(site: "saigon-drives", item: "compressor", role: .primary)]
    let folder = try Folder(holding: found)
    let plan = try await ProgramRun.of(["plan", "case.json", "--output", "plan"], in: folder)
    try #require(plan.status == 0, "\(plan.errors)")
    return folder
  }

  @Test(arguments: questions) func aTimeLimitLeavesAnAnswerMarkedAsPartial(question: [String]) async throws {
    let folder = try await folder()
    let limited = question + ["--time-limit", "0.000001"]
    let text = try await ProgramRun.of(limited, in: folder)
    #expect(text.status == 1, "\(text.output)\(text.errors)")
    #expect(text.output.contains("partial: the time limit was reached before the end"), "\(text.output)")
    // What a plan's document is of itself its status tells.
    if question.contains("--alternatives") { return }
    let document = try await ProgramRun.of(limited + ["--json"], in: folder)
    #expect(document.status == 1)
    let answer = try JSONDecoder().decode(Answer.self, from: Data(document.output.utf8))
    #expect(answer.completeness == .timeLimit)
  }

  @Test(arguments: [
    ["frontier", "large.json"], ["explain", "large.json"], ["plan", "large.json", "--alternatives", "3"],
  ])
  func anInterruptLeavesAnAnswerMarkedAsPartial(question: [String]) async throws {
    let folder = try Folder(holding: .starter)
    try folder.write(CaseWriter.json(SourcingCase.large), to: "large.json")
    let run = try await ProgramRun.of(question, in: folder, signals: [(4, SIGINT)])
    // 130 where the machine is too slow to have anything by then.
    try #require(run.status == 1 || run.status == 130, "\(run.status): \(run.errors)")
    #expect(run.output.contains("interrupted before") || run.output.contains("no layout"), "\(run.output)")
    #expect(!run.output.contains("best layout at"), "nothing is proven best by then")
  }
}
