import GLPKSolver
import LinearModel
import Sourcing
import Synchronization
import Testing

@testable import Planning

/// Searches by prices of sites that go on from earlier ones of other data.
@Suite("Memories of prices")
struct PricingMemoryTests {
  private static let stage = "going on from an earlier search"

  private static func found(_ seed: Int) throws -> SourcingCase {
    var found = try RandomCase.mixed(
      seed: seed,
      RandomCase.Size(
        makers: 4...5, hubs: 0...0, items: 2...3, markets: 2...3, scenarios: 3...5, policies: 0...1))
    found.settings.riskWeight = 0
    found.policies.removeAll { ![.minSources, .backupCover, .oneMain].contains($0.kind) }
    return found
  }

  /// What analysts ask of a case, from what leaves all parts as they are to what changes each.
  private static func variants(_ found: SourcingCase) -> [(name: String, found: SourcingCase)] {
    var dearer = found
    for site in dearer.sites.indices { dearer.sites[site].openingCost *= 1.3 }
    var smaller = found
    smaller.capabilities[0].capacity *= 0.8
    var costlier = found
    for row in costlier.capabilities.indices where costlier.capabilities[row].item == found.items[0].id {
      costlier.capabilities[row].unitCost += 1
    }
    var wanted = found
    for row in wanted.demand.indices { wanted.demand[row].quantity *= 1.1 }
    var likelier = wanted
    for row in likelier.scenarios.indices { likelier.scenarios[row].probability *= 0.7 }
    return [
      ("dearer sites", dearer), ("less capacity", smaller), ("dearer item", costlier),
      ("more demand", wanted),
      ("rarer scenarios", likelier), ("as it was", found),
    ]
  }

  @Test("variants planned with a memory have the optima that they have without one")
  func variantsAgree() throws {
    let counts = Mutex((variants: 0, goneOn: 0))
    for seed in 0..<15 {
      let found = try Self.found(seed)
      guard !found.capabilities.isEmpty else { continue }
      let memory = PlanMemory()
      var options = Fixtures.exact
      options.method = .benders
      options.gap = 1e-6
      options.memory = memory
      _ = try Fixtures.planner.plan(SourcingNetwork(found), options)
      for (name, variant) in Self.variants(found) {
        let network = try SourcingNetwork(variant)
        let goesOn = Atomic(false)
        options.progress = { if $0.stage == Self.stage { goesOn.store(true, ordering: .relaxed) } }
        let plan = try Fixtures.planner.plan(network, options)
        let expected = try Fixtures.planner.plan(network, Fixtures.exact)
        #expect((plan.objective == nil) == (expected.objective == nil), "seed \(seed), \(name)")
        guard let objective = plan.objective, let optimum = expected.objective else { continue }
        let tolerance = 3e-6 * max(1, abs(optimum))
        #expect(abs(objective - optimum) <= tolerance, "seed \(seed), \(name)")
        #expect(plan.bound.map { $0 <= optimum + tolerance } ?? false, "seed \(seed), \(name)")
        #expect(PlanVerifier.verify(plan, against: network).isSound, "seed \(seed), \(name)")
        counts.withLock {
          $0.variants += 1
          if goesOn.load(ordering: .relaxed) { $0.goneOn += 1 }
        }
      }
    }
    let (variants, goneOn) = counts.withLock { ($0.variants, $0.goneOn) }
    #expect(variants >= 60)
    #expect(goneOn >= 15)
  }

  @Test("what is proven again of a leaf for other data is no more than any layout in it costs")
  func renewedBounds() throws {
    let counts = try Fixtures.solver.onDedicatedThread {
      var (leaves, proving) = (0, 0)
      for seed in 0..<10 {
        let found = try Self.found(seed)
        guard let parts = MasterParts(BendersMaster(try SourcingNetwork(found), mostBlocksAlone: 2)) else {
          continue
        }
        var draw = Draw(seed: seed)
        let options = PlanOptions(gap: 1e-6)
        let past = try parts.parts.map { part in
          let search = try PartSearch(
            part, Fixtures.solver, cuts: part.blocks.map { _ in [] }, options, SearchClock(),
            keepsEvidence: true)
          for _ in 0..<3 {
            let prices = part.sites.map { _ in Double.random(in: 0..<100, using: &draw) }
            _ = try search.price(at: prices, tolerance: 0.01)
          }
          return try search.remembered(at: part.sites.map { _ in 50 })
        }
        for (name, variant) in Self.variants(found) {
          guard let others = MasterParts(BendersMaster(try SourcingNetwork(variant), mostBlocksAlone: 2)),
            others.parts.count == parts.parts.count
          else { continue }
          for (part, past) in zip(others.parts, past) where part.isAlike(past.part) && part.choices.count <= 7
          {
            let program = try PartProgram(part, Fixtures.solver, keepsEvidence: true)
            let renewed = program.renew(past)
            let prices = part.choices.map { _ in Double.random(in: 0..<100, using: &draw) }
            let costing = try PartSearch(
              part, Fixtures.solver, cuts: part.blocks.map { _ in [] }, options, SearchClock())
            for number in 0..<(1 << part.choices.count) {
              let made = part.choices.indices.map { Int8((number >> $0) & 1) }
              let layout = PartLayout(made: made, needs: part.sites.map { _ in false }, cost: 0, least: 0)
              guard let point = try costing.point(of: layout) else { continue }
              var cost = zip(part.estimate.members, point.costs).reduce(0) { $0 + $1.0.weight * $1.1 }
              for column in part.columns.indices {
                cost += part.model.objective[column] * point.point[column]
              }
              for (choice, price) in prices.enumerated() where made[choice] == 1 { cost += price }
              let holding = renewed.filter { leaf in zip(leaf.made, made).allSatisfy { $0 < 0 || $0 == $1 } }
              #expect(holding.count == 1, "seed \(seed), \(name)")
              for function in holding.flatMap(\.functions) {
                #expect(
                  function.least(prices, holding[0].made) <= cost + 1e-6 * max(1, abs(cost)),
                  "seed \(seed), \(name)")
                proving += 1
              }
            }
            leaves += renewed.count
          }
        }
      }
      return (leaves, proving)
    }
    #expect(counts.0 >= 60)
    #expect(counts.1 >= 300)
  }
}
