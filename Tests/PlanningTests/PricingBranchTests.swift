import GLPKSolver
import LinearModel
import Sourcing
import Synchronization
import Testing

@testable import Planning

/// Items that can be made at two sites each, as the edges of a graph can be covered from their two ends: the sites to open are a vertex
/// cover. Each item alone is content with half of each of its two sites, so that prices of sites prove little where the graph has odd rings.
@Suite("Branching on sites")
struct PricingBranchTests {
  private static let options = PlanOptions(gap: 1e-6)

  /// Every item is needed ten times, at 1 each from the first of its sites and at 2 from the second.
  private static func graph(_ edges: [(Int, Int)], openings: [Double]) throws -> SourcingNetwork {
    var found = SourcingCase(name: "graph", currency: "EUR")
    found.regions = [Region("North")]
    found.sites = openings.enumerated().map { Site("S\($0)", region: "North", openingCost: $1) }
    found.markets = [Market("Town", region: "North")]
    for (index, (one, other)) in edges.enumerated() {
      let item = "I\(index)"
      found.items.append(Item(item))
      found.capabilities += [
        Capability(site: "S\(one)", item: item, capacity: 10, unitCost: 1),
        Capability(site: "S\(other)", item: item, capacity: 10, unitCost: 2),
      ]
      found.demand.append(Demand(market: "Town", item: item, quantity: 10, shortageCost: 1_000))
    }
    found.lanes = [Lane(from: "*", to: "*")]
    return try SourcingNetwork(found)
  }

  /// What the cheapest set of sites costs, by trying all.
  private static func optimum(_ edges: [(Int, Int)], openings: [Double]) -> Double {
    (0..<(1 << openings.count)).reduce(Double.infinity) { least, sites in
      func isOpen(_ site: Int) -> Bool { sites >> site & 1 == 1 }
      let costs = edges.map { isOpen($0.0) ? 10.0 : isOpen($0.1) ? 20 : 10_000 }
      return min(least, openings.indices.reduce(costs.reduce(0, +)) { $0 + (isOpen($1) ? openings[$1] : 0) })
    }
  }

  private static func search(
    _ network: SourcingNetwork, mostListed: Double
  ) throws -> (outcome: DecomposedSearch.Outcome?, branched: Bool) {
    let solver = Fixtures.solver
    let hasBranched = Atomic(false)
    let outcome = try solver.onDedicatedThread {
      let master = BendersMaster(network, mostBlocksAlone: 2)
      let parts = try #require(MasterParts(master))
      let program = try MasterProgram(master.model, solver)
      let oracle = BlockOracle(
        master.blocks, solver, masterLower: master.model.lowerBounds,
        masterUpper: master.model.upperBounds)
      let cuts = CutLoop(master, program, oracle)
      _ = try cuts.run(SimplexLimits(), tolerance: 1e-5, rounds: 400, isStabilized: true)
      let clock = SearchClock()
      let progress = SearchProgress(clock) {
        if $0.stage == "branching on sites" { hasBranched.store(true, ordering: .relaxed) }
      }
      return try PricingSearch(
        parts, master, solver, options, clock, progress, mostListed: mostListed
      ).run(cuts)
    }
    return (outcome, hasBranched.load(ordering: .relaxed))
  }

  @Test("in a ring of five, three sites are opened, which no prices prove alone")
  func ringOfFive() throws {
    // Two sites that are not neighbours cover four of the five items, so three sites are needed: 300. Of three sites in a ring of five two
    // are neighbours, and the item between them is made at its first site; each of the other four has one open site: S0, S1 and S3 are the
    // first of the items 0, 1 and 3 and the second of 4 and 2. So 3 · 10 + 2 · 20 = 70, together 370. Where each site is half open and
    // each item is made at its first site as far as that is open, 250 + 5 · 15 = 325: what the relaxation proves, and prices no more.
    let edges = (0..<5).map { ($0, ($0 + 1) % 5) }
    let openings = [Double](repeating: 100, count: 5)
    #expect(Self.optimum(edges, openings: openings) == 370)
    let network = try Self.graph(edges, openings: openings)
    for mostListed in [0, 1e-3] {
      let (outcome, branched) = try Self.search(network, mostListed: mostListed)
      #expect(branched)
      let objective = try #require(outcome?.objective)
      let bound = try #require(outcome?.bound)
      #expect(abs(objective - 370) <= 1e-6)
      #expect(bound <= 370 + 1e-6 && bound >= 370 * (1 - 1e-6))
    }
  }

  @Test("the cheapest vertex covers of random graphs are found and proven")
  func randomGraphs() throws {
    var branchings = 0
    for seed in 0..<60 {
      var draw = Draw(seed: seed)
      let count = draw.whole(5...8)
      let openings = (0..<count).map { _ in draw.amount(50...150) }
      var edges: [(Int, Int)] = []
      for one in 0..<count {
        for other in (one + 1)..<max(one + 1, count) where draw.chance(0.5) {
          edges.append(draw.chance(0.5) ? (one, other) : (other, one))
        }
      }
      if edges.count < count { continue }
      let expected = Self.optimum(edges, openings: openings)
      let (outcome, branched) = try Self.search(
        Self.graph(edges, openings: openings), mostListed: seed % 2 == 0 ? 0 : 1e-3)
      if branched { branchings += 1 }
      let objective = try #require(outcome?.objective, "seed \(seed)")
      let bound = try #require(outcome?.bound, "seed \(seed)")
      #expect(abs(objective - expected) <= 2e-6 * expected, "seed \(seed)")
      #expect(bound <= expected * (1 + 1e-9) && bound >= expected * (1 - 2e-6), "seed \(seed)")
    }
    #expect(branchings >= 15)
  }
}
