import Planning
import Sourcing
import Testing

/// Brute force needs no branch and bound, no tight rows and no part left out, so it is right where they err.
@Suite("Agreement with the enumeration of all layouts")
struct AgreementWithEnumerationTests {
  private static let size = RandomCase.Size(
    makers: 2...4, hubs: 0...1, items: 1...2, markets: 1...2, scenarios: 0...3, policies: 1...3, making: 0.65)
  private static let chained = RandomCase.Size(
    makers: 2...3, hubs: 0...1, items: 2...3, markets: 1...1, scenarios: 1...2, policies: 0...2, making: 0.45,
    hasChains: true)

  @Test("no assignment of roles and openings costs less than the plan", arguments: 0..<30)
  func agrees(seed: Int) throws {
    try check(RandomCase.mixed(seed: seed, Self.size))
  }

  @Test("nor does any where there are chains and periods", arguments: 0..<20)
  func agreesOnChains(seed: Int) throws {
    try check(RandomCase.mixed(seed: seed, Self.chained))
  }

  @Test("nor does any choice of projects", arguments: 0..<24)
  func agreesOnProjects(seed: Int) throws {
    let size = seed.isMultiple(of: 2) ? Self.size : Self.chained
    try check(RandomCase.mixed(seed: seed, size).addingProjects(seed: seed, most: 3))
  }

  @Test("nor does any that keeps to limits on totals", arguments: 0..<24)
  func agreesOnLimits(seed: Int) throws {
    let size = seed.isMultiple(of: 2) ? Self.size : Self.chained
    let found = try RandomCase.mixed(seed: 500 + seed, size).addingLimits(seed: seed)
    try check(seed.isMultiple(of: 3) ? found.addingProjects(seed: seed, most: 2) : found)
  }

  @Test("nor does any that claims other preferential rates", arguments: 0..<24)
  func agreesOnPreferences(seed: Int) throws {
    try check(RandomCase.mixed(seed: 800 + seed, Self.chained).addingPreferences(seed: seed))
  }

  private func check(_ found: SourcingCase) throws {
    let network = try SourcingNetwork(found)
    let enumeration = RoleEnumeration(network)
    try #require(enumeration.count < 200_000)
    let plan = try Fixtures.planner.plan(network, Fixtures.exact)
    guard let expected = try enumeration.optimum() else {
      #expect(plan.status == .infeasible)
      return
    }
    let objective = try #require(plan.objective)
    #expect(Agreement.isClose(objective, expected), "planner \(objective), enumeration \(expected)")
  }
}
