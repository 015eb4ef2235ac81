import GLPKSolver
import LinearModel
import Sourcing
import Testing

@testable import Planning

/// The search by prices of sites: parts of a case, their layouts at any prices, and the choice among them.
@Suite("Pricing sites")
struct PricingSearchTests {
  private static let options = PlanOptions(gap: 1e-6)

  /// A case of several items that share sites, of whose costs only the expectation counts.
  private static func network(_ seed: Int) throws -> SourcingNetwork {
    let size = RandomCase.Size(
      makers: 4...5, hubs: 0...0, items: 2...3, markets: 2...3, scenarios: 3...5, policies: 0...1)
    var found = try RandomCase.mixed(seed: seed, size)
    found.settings.riskWeight = 0
    found.policies.removeAll { ![.minSources, .backupCover, .oneMain].contains($0.kind) }
    return try SourcingNetwork(found)
  }

  /// Seeds of cases that fall apart, with their masters.
  ///
  /// The best layouts of the last two are found in lists alone, not by the prices.
  private static func masters() throws -> [(seed: Int, network: SourcingNetwork, master: BendersMaster)] {
    try (Array(0..<60) + [85, 392]).compactMap { seed in
      let network = try network(seed)
      let master = BendersMaster(network, mostBlocksAlone: 2)
      return MasterParts(master) == nil ? nil : (seed, network, master)
    }
  }

  private static func relaxed(_ master: BendersMaster) throws -> CutLoop? {
    let solver = Fixtures.solver
    let program = try MasterProgram(master.model, solver)
    let oracle = BlockOracle(
      master.blocks, solver, masterLower: master.model.lowerBounds, masterUpper: master.model.upperBounds)
    let cuts = CutLoop(master, program, oracle)
    guard case .converged = try cuts.run(SimplexLimits(), tolerance: 1e-5, rounds: 400, isStabilized: true)
    else { return nil }
    return cuts
  }

  private static func search(_ part: MasterPart) throws -> PartSearch {
    try PartSearch(
      part, Fixtures.solver, cuts: part.blocks.map { _ in [] }, options, SearchClock())
  }

  /// A node whose bound is short by more than this part of the best layout's cost is branched, one that is short by less is listed: 0 makes
  /// a tree as deep as it gets.
  @Test("comes to the optimum of the extensive form, and proves it", arguments: [1e-3, 0])
  func agreesWithExtensiveForm(mostListed: Double) throws {
    let solver = Fixtures.solver
    let counts = try solver.onDedicatedThread {
      var (proven, found) = (0, 0)
      for (seed, network, master) in try Self.masters() {
        let parts = try #require(MasterParts(master))
        guard let cuts = try Self.relaxed(master) else { continue }
        let clock = SearchClock()
        let outcome = try PricingSearch(
          parts, master, solver, Self.options, clock, SearchProgress(clock, nil), mostListed: mostListed
        ).run(cuts)
        let expected = try Fixtures.planner.plan(network, Fixtures.exact).objective
        guard let outcome, let expected else { continue }
        let objective = try #require(outcome.objective)
        let tolerance = 3e-6 * max(1, abs(expected))
        #expect(abs(objective - expected) <= tolerance, "seed \(seed)")
        #expect(outcome.bound <= expected + tolerance, "seed \(seed)")
        found += 1
        if objective - outcome.bound <= tolerance { proven += 1 }
      }
      return (proven, found)
    }
    #expect(counts.1 >= 15)
    #expect(counts.0 == counts.1)
  }

  @Test(
    "a node with a site open and one without it hold no layout that costs less than they prove, and one of them the best"
  )
  func branches() throws {
    let solver = Fixtures.solver
    let counts = try solver.onDedicatedThread {
      var (nodes, closed) = (0, 0)
      for (seed, network, master) in try Self.masters().prefix(12) {
        let parts = try #require(MasterParts(master))
        guard let optimum = try Fixtures.planner.plan(network, Fixtures.exact).objective else { continue }
        let searches = try parts.parts.map(Self.search)
        var draw = Draw(seed: seed)
        let prices = parts.parts.map { part in
          part.sites.map { _ in Double.random(in: 0..<100, using: &draw) }
        }
        let root = PricingNode(lower: parts.lower, upper: parts.upper, prices: prices, bound: -.infinity)
        for site in parts.openings.indices where parts.lower[site] < parts.upper[site] {
          // The penalty is more than any layout costs.
          let bounds = try [true, false].map { isOpen in
            let node = root.child(site, isOpen: isOpen, parts, penalty: 1e6)
            let proven = try zip(searches, node.prices).map { search, prices in
              try #require(try search.price(at: prices, tolerance: 0.01))
            }
            return parts.bound(node.prices, proven, in: node)
          }
          #expect(bounds.min()! <= optimum + 1e-6 * max(1, abs(optimum)), "seed \(seed), site \(site)")
          nodes += 2
          if bounds[1] > optimum { closed += 1 }
        }
      }
      return (nodes, closed)
    }
    #expect(counts.0 >= 40)
    #expect(counts.1 >= 1)
  }

  @Test("a case that falls apart is planned by prices to the same plan as by the tree")
  func agreesWithTree() throws {
    let solver = Fixtures.solver
    try solver.onDedicatedThread {
      for (seed, network, master) in try Self.masters().prefix(15) {
        let clock = SearchClock()
        let outcomes = try [2, Int.max].map { blocks in
          try DecomposedSearch(
            solver, network, Self.options, clock, SearchProgress(clock, nil), blocksToPrice: blocks
          ).run(master)
        }
        #expect((outcomes[0].objective == nil) == (outcomes[1].objective == nil), "seed \(seed)")
        guard let priced = outcomes[0].objective, let tree = outcomes[1].objective else { continue }
        #expect(abs(priced - tree) <= 3e-6 * max(1, abs(tree)), "seed \(seed)")
        let prices = outcomes.map(\.prices)
        #expect(prices.allSatisfy { $0.allSatisfy { $0.value != nil } }, "seed \(seed)")
        for (one, other) in zip(prices[0], prices[1]) where one.basis == .relaxation {
          #expect(one.value == other.value, "seed \(seed)")
        }
      }
    }
  }

  @Test("what prices prove is no more than the optimum, whatever the prices are")
  func pricesBound() throws {
    try Fixtures.solver.onDedicatedThread {
      for (seed, network, master) in try Self.masters().prefix(10) {
        let parts = try #require(MasterParts(master))
        guard let optimum = try Fixtures.planner.plan(network, Fixtures.exact).objective else { continue }
        let searches = try parts.parts.map(Self.search)
        var draw = Draw(seed: seed)
        for _ in 0..<6 {
          let prices = parts.parts.map { part in
            part.sites.map { _ in Double.random(in: 0..<200, using: &draw) }
          }
          let proven = try zip(searches, prices).map { search, prices in
            try #require(try search.price(at: prices, tolerance: 0.01))
          }
          let root = PricingNode(lower: parts.lower, upper: parts.upper, prices: prices, bound: -.infinity)
          let bound = parts.bound(prices, proven, in: root)
          #expect(bound <= optimum + 1e-6 * max(1, abs(optimum)), "seed \(seed)")
        }
      }
    }
  }

  @Test("the next prices come up to the level, and are no farther away than the best")
  func pricesNearby() throws {
    let count = try Fixtures.solver.onDedicatedThread {
      var count = 0
      for (seed, _, master) in try Self.masters().prefix(10) {
        let parts = try #require(MasterParts(master))
        let searches = try parts.parts.map(Self.search)
        let program = try PriceMaster(parts, Fixtures.solver, ceiling: 1e7, penalty: 1e6)
        var draw = Draw(seed: seed)
        var centre: [[Double]] = []
        for _ in 0..<4 {
          centre = parts.parts.map { part in part.sites.map { _ in Double.random(in: 0..<100, using: &draw) }
          }
          for (search, prices) in zip(searches, centre) { _ = try search.price(at: prices, tolerance: 0.01) }
        }
        for (part, search) in searches.enumerated() { try program.take(search.layouts, of: part) }
        let root = PricingNode(lower: parts.lower, upper: parts.upper, prices: centre, bound: -.infinity)
        try program.go(to: root)
        let best = try #require(try program.solve(SimplexLimits()))
        func value(_ prices: [[Double]]) -> Double {
          let costs = zip(searches, prices).map { search, prices in
            search.layouts.map { zip($0.needs, prices).reduce($0.cost) { $0 + ($1.0 ? $1.1 : 0) } }.min() ?? 0
          }
          return parts.bound(prices, costs, in: root)
        }
        func distance(_ prices: [[Double]]) -> Double {
          zip(prices.joined(), centre.joined()).reduce(0) { $0 + abs($1.0 - $1.1) }
        }
        #expect(abs(value(best.prices) - best.value) <= 1e-6 * abs(best.value), "seed \(seed)")
        let there = value(centre)
        guard best.value - there > 1 else { continue }
        let level = there + 0.5 * (best.value - there)
        let near = try #require(try program.prices(near: centre, level: level, SimplexLimits()))
        #expect(value(near) >= level - 1e-6 * abs(level), "seed \(seed)")
        #expect(distance(near) <= 0.5 * distance(best.prices) + 1e-6, "seed \(seed)")
        let same = try #require(try program.prices(near: centre, level: there - 1, SimplexLimits()))
        #expect(distance(same) <= 1e-6, "seed \(seed)")
        #expect(
          try program.prices(near: centre, level: best.value + 1, SimplexLimits()) == nil, "seed \(seed)")
        count += 1
      }
      return count
    }
    #expect(count >= 5)
  }

  @Test("a list holds every layout of a part within its window, and no other is cheaper")
  func listsAreComplete() throws {
    let counts = try Fixtures.solver.onDedicatedThread {
      var (lists, layouts) = (0, 0)
      for (seed, _, master) in try Self.masters().prefix(8) {
        let parts = try #require(MasterParts(master))
        var draw = Draw(seed: seed)
        for part in parts.parts where part.choices.count <= 7 {
          let prices = part.sites.map { _ in Double.random(in: 0..<100, using: &draw) }
          // Every way to make the choices, costed alone by a search of its own.
          let costing = try Self.search(part)
          var costs: [[Int8]: Double] = [:]
          for number in 0..<(1 << part.choices.count) {
            let made = part.choices.indices.map { Int8((number >> $0) & 1) }
            let layout = PartLayout(made: made, needs: part.sites.map { _ in false }, cost: 0, least: 0)
            guard let found = try costing.point(of: layout) else { continue }
            var cost = zip(part.estimate.members, found.costs).reduce(0) { $0 + $1.0.weight * $1.1 }
            for column in part.columns.indices { cost += part.model.objective[column] * found.point[column] }
            for (choice, site) in part.siteOfChoice.enumerated() where made[choice] == 1 {
              if let site { cost += prices[site] }
            }
            costs[made] = cost
          }
          guard let least = costs.values.min() else { continue }
          let search = try Self.search(part)
          let window = 0.2 * abs(least)
          let tolerance = max(1e-3, 2e-5 * abs(least))
          let proven = try #require(
            try search.price(at: prices, window: window + 2 * tolerance, tolerance: tolerance))
          #expect(proven <= least + 1e-6 * max(1, abs(least)))
          #expect(proven >= least - tolerance)
          let listed = Set(search.layouts.map(\.made))
          for (made, cost) in costs where cost <= least + window {
            #expect(listed.contains(made), "seed \(seed), \(cost) of \(least)")
            layouts += 1
          }
          lists += 1
        }
      }
      return (lists, layouts)
    }
    #expect(counts.0 >= 5)
    #expect(counts.1 >= 20)
  }

  @Test("what choices leave nothing is nothing to the last digit, and open again afterwards")
  func closesWhatIsUnused() throws {
    let count = try Fixtures.solver.onDedicatedThread {
      var count = 0
      for (seed, _, master) in try Self.masters().prefix(5) {
        for part in try #require(MasterParts(master)).parts where !part.choices.isEmpty {
          let program = try PartProgram(part, Fixtures.solver, keepsEvidence: false)
          let none = part.choices.map { _ in Int8(0) }
          try program.make(none)
          let closed = try program.closeUnused(none)
          // A row with no other decisions than those taken leaves its amounts nothing.
          #expect(!closed.isEmpty, "seed \(seed)")
          guard try program.run(SimplexLimits()) == .optimal else { continue }
          #expect(closed.allSatisfy { program.point[$0] == 0 }, "seed \(seed)")
          try program.reopen(closed)
          let all = part.choices.map { _ in Int8(1) }
          #expect(try program.closeUnused(all).count < closed.count, "seed \(seed)")
          count += 1
        }
      }
      return count
    }
    #expect(count >= 3)
  }

  @Test("a search that is cancelled tells so, with what is proven so far")
  func cancelled() throws {
    let solver = Fixtures.solver
    try solver.onDedicatedThread {
      let (_, _, master) = try #require(try Self.masters().first)
      let parts = try #require(MasterParts(master))
      let cuts = try #require(try Self.relaxed(master))
      var options = Self.options
      let cancellation = Cancellation()
      cancellation.cancel()
      options.cancellation = cancellation
      let clock = SearchClock()
      let outcome = try PricingSearch(parts, master, solver, options, clock, SearchProgress(clock, nil)).run(
        cuts)
      #expect(outcome?.limit == .cancelled)
      #expect(outcome?.bound == cuts.program.provenBound())
    }
  }

  @Test("a case whose policies tie its items together does not fall apart")
  func tiedItems() throws {
    var found = try RandomCase.mixed(
      seed: 1, RandomCase.Size(makers: 4...4, hubs: 0...0, items: 3...3, markets: 2...2, scenarios: 3...3))
    found.settings.riskWeight = 0
    found.policies = [Policy("capital", .maxCapital, limit: 1e6)]
    let parts = try MasterParts(BendersMaster(SourcingNetwork(found)))
    #expect(parts == nil)
  }
}
