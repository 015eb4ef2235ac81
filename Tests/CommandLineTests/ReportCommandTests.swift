import Foundation
import Mainstay
import Testing

@Suite struct ReportCommandTests {
  private let folder: Folder

  init() async throws {
    folder = try Folder(holding: .starter)
    let run = try await ProgramRun.of(["plan", "case.json", "--output", "plan"], in: folder)
    try #require(run.status == 0, "\(run.errors)")
  }

  private func report(_ options: String...) async throws -> ProgramRun {
    try await ProgramRun.of(["report", "case.json", "plan"] + options, in: folder)
  }

  @Test func thePageGoesToTheOutputOrToAFile() async throws {
    let printed = try await report()
    #expect(printed.status == 0, "\(printed.errors)")
    #expect(printed.output.hasPrefix("<!DOCTYPE html>"))
    let written = try await report("--output", "page.html")
    #expect(written.status == 0)
    #expect(written.output.isEmpty)
    #expect(try folder.read("page.html") == printed.output)
    #expect(try folder.entries() == ["case.json", "page.html", "plan"])
  }

  @Test func analysesAreAddedFromTheirDocuments() async throws {
    for (name, arguments) in [
      ("stress", ["stress", "case.json", "plan", "--without-survival"]),
      ("frontier", ["frontier", "case.json", "--points", "3"]),
      ("recover", ["recover", "case.json", "plan", "--event", "typhoon"]),
    ] {
      let run = try await ProgramRun.of(arguments + ["--json"], in: folder)
      try folder.write(run.output, to: "\(name).json")
    }
    let run = try await report(
      "--stress", "stress.json", "--frontier", "frontier.json", "--recover", "recover.json")
    #expect(run.status == 0, "\(run.errors)")
    for section in ["stress", "frontier", "recovery"] {
      #expect(run.output.contains("<section id=\"\(section)\""))
    }
  }

  @Test func stressIsTestedOnRequest() async throws {
    #expect(try await report("--with", "stress").output.contains("<section id=\"stress\""))
    #expect(try await report("--with", "stress", "--stress", "s.json").status == 64)
  }

  @Test func anotherDocumentIsRefused() async throws {
    let run = try await report("--stress", "plan/plan.json")
    #expect(run.status == 65)
    #expect(run.errors.contains("plan/plan.json: not the document that is asked for 'mainstay/plan/1'"))
    #expect(run.output.isEmpty)
    #expect(try await report("--stress", "nothing.json").status == 66)
  }

  @Test func aPlanThatDoesNotHoldIsRefused() async throws {
    var plan = try PlanReader.read(folder.path("plan"))
    plan.objective = plan.objective.map { $0 - 100 }
    try folder.write(JSONText.of(plan), to: "plan/plan.json")
    let run = try await report("--output", "page.html")
    #expect(run.status == 65)
    #expect(run.errors.contains("plan:objective: the claim is not what the decisions give"))
    #expect(!folder.exists("page.html"))
  }

  @Test func aPageThatCannotBeWrittenIsTold() async throws {
    let run = try await report("--output", "missing/page.html")
    #expect(run.status == 73)
  }
}
