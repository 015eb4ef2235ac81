import Foundation
import Testing

@testable import Sourcing

@Suite("Plan documents")
struct PlanReaderTests {
  private static var plan: Plan {
    var plan = Plan(name: "p", currency: "EUR", status: .feasible, message: "a\nb")
    plan.objective = 0.1 + 0.2
    plan.sites = [PlanSite(site: "Wien", open: true, existing: false)]
    plan.sourcing = [PlanSource(item: "chip", site: "Wien", role: .primary, commit: 1, reserve: 0)]
    plan.flows = [
      PlanFlow(
        scenario: "undisturbed", from: "Wien", to: "東京", item: "chip", corridor: "", mode: "", quantity: 1)
    ]
    plan.scenarios = [PlanScenario(scenario: "undisturbed", probability: 1)]
    return plan
  }

  private static func told(_ text: String) -> String? {
    do {
      _ = try PlanReader.decode(text, file: "plan.json")
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test("a plan survives a trip through its document, and through a folder")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    try AtomicFile.write(JSONText.of(Self.plan), to: folder.file("plan.json"))
    #expect(try PlanReader.read(folder.file("plan.json")) == Self.plan)
    #expect(try PlanReader.read(folder.path) == Self.plan)
  }

  @Test("nothing at the path", arguments: ["", "/no/such/plan.json", "a\u{0}b"])
  func nothing(_ path: String) {
    let error = #expect(throws: FileError.self) { try PlanReader.read(path) }
    #expect(error == FileError(.notFound, path: path, detail: ""))
  }

  @Test("a folder without a plan, a pipe, a folder in its place, and no text")
  func noFile() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: FileError.self) { try PlanReader.read(folder.path) }
    #expect(error == FileError(.notFound, path: folder.file("plan.json"), detail: ""))
    #expect(mkfifo(folder.file("plan.json"), 0o600) == 0)
    #expect(throws: CaseFaults.self) { try PlanReader.read(folder.path) }
    try folder.write(Data([0xFF, 0x00]), to: "bytes.json")
    #expect(throws: CaseFaults.self) { try PlanReader.read(folder.file("bytes.json")) }
  }

  @Test("another document is told what it lacks")
  func otherDocuments() throws {
    let expected = "expected a document that mainstay plan wrote"
    #expect(Self.told("{}") == "plan.json: no plan: missing key schema; \(expected)")
    #expect(Self.told("[]") == "plan.json: no plan: wrong kind of value at the top; \(expected)")
    #expect(Self.told("{\"schema\": 1}") == "plan.json: no plan: wrong kind of value at schema; \(expected)")
    #expect(
      Self.told("{\"schema\": \"mainstay/plan/2\"}")
        == "plan.json: unknown schema 'mainstay/plan/2'; expected mainstay/plan/1")
    #expect(
      Self.told("{\"schema\": \"mainstay/plan/1\"}")?.hasPrefix("plan.json: no plan: missing key ") == true)
  }

  @Test("a plan that was edited is told where")
  func edited() throws {
    let text = try JSONText.of(Self.plan)
    func told(_ old: String, _ new: String) throws -> String? {
      try #require(text.contains(old))
      return Self.told(text.replacingOccurrences(of: old, with: new))
    }
    let expected = "expected a document that mainstay plan wrote"
    #expect(
      try told("\"commit\" : 1", "\"commit\" : \"1\"")
        == "plan.json: no plan: wrong kind of value at sourcing[1].commit; \(expected)")
    #expect(
      try told("\"commit\" : 1", "\"commit\" : null")
        == "plan.json: no plan: wrong kind of value at sourcing[1].commit; \(expected)")
    #expect(
      try told("\"commit\" : 1", "\"komit\" : 1")
        == "plan.json: no plan: missing key sourcing[1].commit; \(expected)")
    #expect(
      try told("\"role\" : \"primary\"", "\"role\" : \"main\"")?.hasPrefix("plan.json: no plan: ") == true)
    #expect(try told("\"commit\" : 1", "\"commit\" : 1e999")?.hasPrefix("plan.json: no plan: ") == true)
  }

  @Test(
    "half a document, garbage and deep nesting",
    arguments: [
      "", "x", "{\"schema\": \"mainstay/plan/1\", \"name\": \"", String(repeating: "[", count: 100_000),
      String(repeating: "{\"a\":", count: 100_000),
    ])
  func garbage(_ text: String) {
    #expect(Self.told(text)?.hasPrefix("plan.json: no plan: ") == true)
    #expect(Self.told(text)?.contains("\n") == false)
  }
}
