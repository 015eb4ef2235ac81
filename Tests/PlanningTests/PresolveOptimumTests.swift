import Planning
import Sourcing
import Testing

@Suite("Leaving out what can never matter changes no optimum")
struct PresolveOptimumTests {
  /// The optimum of a network; infinite where no layout satisfies the policies. Its plan passes the verifier that
  /// leaves nothing out.
  private func optimum(_ network: SourcingNetwork, _ whole: SourcingNetwork) throws -> Double {
    let plan = try Fixtures.planner.plan(network, Fixtures.exact)
    if plan.status == .infeasible { return .infinity }
    #expect(plan.status == .optimal)
    let report = PlanVerifier.verify(plan, against: whole)
    #expect(report.isSound, "\(report.faults)")
    return try #require(plan.objective)
  }

  private func compare(_ found: SourcingCase, _ name: String) throws -> Presolve {
    let whole = try SourcingNetwork(found, presolving: false)
    let reduced = try SourcingNetwork(found)
    #expect(whole.presolve.findings.isEmpty)
    let (left, right) = (try optimum(reduced, whole), try optimum(whole, whole))
    #expect(left == right || Agreement.isClose(left, right), "\(name): \(left) against \(right)")
    return reduced.presolve
  }

  @Test("in random cases of every kind", arguments: 200..<212)
  func random(seed: Int) throws {
    _ = try compare(RandomCase.mixed(seed: seed), "mixed \(seed)")
    _ = try compare(RandomCase.mixed(seed: seed, .chained), "chained \(seed)")
    _ = try compare(RandomCase.ruled(seed: seed), "ruled \(seed)")
    _ = try compare(RandomCase.contracted(seed: seed), "contracted \(seed)")
    _ = try compare(RandomCase.developed(seed: seed), "developed \(seed)")
    _ = try compare(RandomCase.governed(seed: seed), "governed \(seed)")
    _ = try compare(RandomCase.preferred(seed: seed), "preferred \(seed)")
  }

  @Test("in chains with sources that lack capacity, lanes that are banned and items that nobody needs")
  func spoilt() throws {
    var reasons: Set<Presolve.Reason> = []
    for seed in 300..<320 {
      var found = try RandomCase.mixed(seed: seed, .chained)
      var draw = Draw(seed: seed)
      found.settings.strategicStock = false
      for index in found.capabilities.indices where draw.chance(0.25) {
        // A source of no capacity can have no least volume, nor steps of price within it.
        found.capabilities[index].capacity = 0
        found.capabilities[index].minVolume = 0
      }
      for index in found.lanes.indices where draw.chance(0.1) { found.lanes[index].capacity = 0 }
      found.controls.append(Control(from: found.regions[0].id, to: "*", item: found.items[0].id, kind: .ban))
      if draw.chance(0.5) {
        let market = found.markets[0].id
        found.demand.removeAll { $0.market != market || $0.item != found.items[0].id }
      }
      guard !found.demand.isEmpty, (try? SourcingNetwork(found)) != nil else { continue }
      reasons.formUnion(try compare(found, "spoilt \(seed)").findings.map(\.reason))
    }
    #expect(reasons.isSuperset(of: [.banned, .noSupply, .noNeed, .noCapacity, .noInput, .outOfReach]))
  }

  @Test("in chains with sources that others at their sites beat")
  func dominated() throws {
    var left = 0
    for seed in 400..<430 {
      var found = try RandomCase.mixed(seed: seed, .chained)
      for index in found.lanes.indices { found.lanes[index].leadDays = 0 }
      for index in found.capabilities.indices {
        found.capabilities[index].capacity *= 200
        found.capabilities[index].minVolume = 0
      }
      for source in found.capabilities {
        guard let recipe = source.recipe else { continue }
        let twin = recipe + " of old"
        if !found.recipes.contains(where: { $0.recipe == twin }) {
          found.recipes += found.recipes.filter { $0.recipe == recipe }.map { row in
            RecipeRow(twin, makes: row.item, from: row.input, quantity: row.quantity)
          }
        }
        var worse = source
        worse.recipe = twin
        worse.unitCost *= 1.2
        found.capabilities.append(worse)
      }
      guard (try? SourcingNetwork(found)) != nil else { continue }
      left += try compare(found, "dominated \(seed)").findings.count { $0.reason == .dominated }
    }
    #expect(left > 10, "\(left)")
  }
}
