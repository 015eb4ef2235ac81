import Foundation
import GLPKSolver
import Planning
import Sourcing

/// Cases that the analyses are tried on.
enum Fixtures {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let micro = root.appendingPathComponent("Tests/Fixtures/micro")
  static let solver = GLPKSolver()
  static let exact = PlanOptions(gap: 1e-9)

  private struct Expectation: Decodable {
    var status: String
  }

  /// Names of the micro-cases that no layout satisfies.
  static let infeasible: [String] = {
    guard let data = try? Data(contentsOf: micro.appendingPathComponent("expected.json")),
      let known = try? JSONDecoder().decode([String: Expectation].self, from: data)
    else { return [] }
    return known.filter { $0.value.status == "infeasible" }.keys.sorted()
  }()

  static func microCase(_ name: String) throws -> SourcingCase {
    try CaseReader.read(micro.appendingPathComponent("\(name).json").path)
  }

  static func network(_ name: String) throws -> SourcingNetwork {
    try SourcingNetwork(microCase(name))
  }

  static func plan(_ found: SourcingCase) throws -> Plan {
    try Planner(solver: solver).plan(found, exact)
  }

  /// Two suppliers for a demand of 80: Alpha at 4 and Beta at 9 a unit, of 100 units each.
  static func twoSuppliers(_ policies: [Policy] = []) -> SourcingCase {
    var found = SourcingCase(name: "two", currency: "EUR")
    found.regions = [Region("North"), Region("South")]
    found.items = [Item("part")]
    found.sites = [Site("Alpha", region: "North"), Site("Beta", region: "South")]
    found.capabilities = [
      Capability(site: "Alpha", item: "part", capacity: 100, unitCost: 4),
      Capability(site: "Beta", item: "part", capacity: 100, unitCost: 9),
    ]
    found.markets = [Market("Town", region: "North")]
    found.demand = [Demand(market: "Town", item: "part", quantity: 80, shortageCost: 50)]
    found.lanes = [Lane(from: "*", to: "Town")]
    found.policies = policies
    return found
  }
}
