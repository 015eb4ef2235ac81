import Foundation
import Planning
import Sourcing
import Testing

/// Each micro-case is solved by hand in `Tests/Fixtures/micro/expected.json`, arithmetic included.
@Suite("Micro-cases solved by hand")
struct MicroCaseTests {
  @Test("every document has an expectation and the other way round")
  func documentsAndExpectationsMatch() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Fixtures.micro.path)
    let documents = files.filter { $0.hasSuffix(".json") && $0 != "expected.json" }.map {
      String($0.dropLast(5))
    }
    #expect(documents.sorted() == Fixtures.microCases.map(\.name))
    #expect(Fixtures.microCases.count > 270)
  }

  @Test("the extensive form reaches the optimum worked out by hand", arguments: Fixtures.microCases)
  func reachesOptimum(_ micro: Fixtures.MicroCase) throws {
    let network = try Fixtures.network(micro.name)
    let plan = try Fixtures.planner.plan(network, Fixtures.exact)
    #expect(plan.status.rawValue == micro.expected.status)
    guard let expected = micro.expected.objective else { return }
    let objective = try #require(plan.objective)
    #expect(abs(objective - expected) <= 1e-6 * max(1, abs(expected)), "\(micro.expected.arithmetic)")
    if let open = micro.expected.open {
      #expect(plan.sites.filter(\.open).map(\.site).sorted() == open.sorted())
    }
    if let primary = micro.expected.primary {
      #expect(roles(plan, .primary) == Set(primary))
    }
    if let backup = micro.expected.backup { #expect(roles(plan, .backup) == Set(backup)) }
  }

  @Test(
    "the verifier finds nothing wrong with the plan, before and after a trip through JSON",
    arguments: Fixtures.microCases)
  func passesVerifier(_ micro: Fixtures.MicroCase) throws {
    let network = try Fixtures.network(micro.name)
    let plan = try Fixtures.planner.plan(network, Fixtures.exact)
    #expect(PlanVerifier.verify(plan, against: network).faults.map(\.description) == [])
    let again = try PlanReader.decode(JSONText.of(plan), file: "plan.json")
    #expect(again == plan)
  }

  private func roles(_ plan: Plan, _ role: PlanSource.Role) -> Set<[String]> {
    Set(plan.sourcing.filter { $0.role == role }.map { [$0.site, $0.item] })
  }
}
