import GLPKSolver
import LinearModel
import Sourcing
import Synchronization
import Testing

@testable import Planning

/// What is taken over from one search to the next must change nothing of what is found and proven.
@Suite("Memories of searches")
struct PlanMemoryTests {
  private static func options(_ memory: PlanMemory?) -> PlanOptions {
    var options = Fixtures.exact
    options.gap = 1e-7
    options.method = .benders
    options.memory = memory
    return options
  }

  /// A case with other quantities, costs, probabilities or borders.
  private static func variants(of found: SourcingCase, seed: Int) -> [SourcingCase] {
    var draw = Draw(seed: seed)
    return (0..<6).map { number in
      var variant = found
      let factor = Double.random(in: 0.6..<1.4, using: &draw)
      switch number {
      case 0: for row in variant.demand.indices { variant.demand[row].quantity *= factor }
      case 1: for row in variant.capabilities.indices { variant.capabilities[row].unitCost *= factor }
      case 2: for row in variant.sites.indices { variant.sites[row].openingCost *= factor }
      case 3: for row in variant.lanes.indices { variant.lanes[row].unitCost *= factor }
      case 4: for row in variant.capabilities.indices { variant.capabilities[row].capacity *= factor }
      default: for row in variant.demand.indices { variant.demand[row].shortageCost *= factor }
      }
      return variant
    }
  }

  @Test(
    "a search with a memory of other searches comes to what a search without one comes to", arguments: 0..<30)
  func agreesWithColdSearches(seed: Int) throws {
    let families = try [
      RandomCase.mixed(seed: seed), RandomCase.contracted(seed: seed), RandomCase.developed(seed: seed),
      RandomCase.governed(seed: seed),
    ]
    let memory = PlanMemory()
    for found in families {
      for variant in [found] + Self.variants(of: found, seed: seed) {
        let network = try SourcingNetwork(variant)
        let cold = try Fixtures.planner.plan(network, Self.options(nil))
        let warm = try Fixtures.planner.plan(network, Self.options(memory))
        #expect(warm.status == cold.status, "\(variant.settings.name)")
        guard let expected = cold.objective else { continue }
        let objective = try #require(warm.objective)
        #expect(abs(objective - expected) <= 2e-6 * max(1, abs(expected)), "\(variant.settings.name)")
        let bound = try #require(warm.bound)
        #expect(bound <= expected + 2e-6 * max(1, abs(expected)), "\(variant.settings.name)")
      }
    }
  }

  @Test(
    "cuts that are made again from their multipliers never exceed what a block truly costs", arguments: 0..<10
  )
  func recalledCutsAreValid(seed: Int) throws {
    let found = try RandomCase.contracted(seed: seed)
    let network = try SourcingNetwork(found)
    let master = BendersMaster(network)
    let solver = Fixtures.solver
    try solver.onDedicatedThread {
      var draw = Draw(seed: seed)
      let oracle = Self.oracle(master, solver)
      let points = (0..<10).map { _ in Self.point(of: master, &draw) }
      for variant in Self.variants(of: found, seed: seed) {
        let other = try BendersMaster(SourcingNetwork(variant))
        guard MasterShape(other) == MasterShape(master) else { continue }
        let otherOracle = Self.oracle(other, solver)
        for block in master.blocks.indices {
          for point in points {
            guard let recipe = try oracle.solve(block, at: point)?.cut.recipe, recipe.isOptimality,
              let cut = otherOracle.cut(from: recipe)
            else { continue }
            for point in points {
              guard let truth = try otherOracle.solve(block, at: point), truth.value.isFinite else {
                continue
              }
              #expect(cut.value(at: point) <= truth.value + 1e-7 * max(1, abs(truth.value)))
            }
          }
        }
      }
    }
  }

  private static func oracle(_ master: BendersMaster, _ solver: any Solver) -> BlockOracle {
    BlockOracle(
      master.blocks, solver, masterLower: master.model.lowerBounds, masterUpper: master.model.upperBounds,
      keepsRecipes: true)
  }

  private static func point(of master: BendersMaster, _ draw: inout Draw) -> [Double] {
    zip(master.model.lowerBounds, master.model.upperBounds).map { lower, upper in
      lower + Double.random(in: 0..<1, using: &draw) * (min(upper, lower + 200) - lower)
    }
  }

  @Test(
    "a plan to begin from is the layout that the search starts with, also where it decomposes",
    arguments: 0..<10)
  func beginsFromStart(seed: Int) throws {
    let network = try SourcingNetwork(RandomCase.contracted(seed: seed))
    var options = Self.options(nil)
    let best = try Fixtures.planner.plan(network, options)
    guard best.status == .optimal, let objective = best.objective else { return }
    let first = First()
    options.start = best
    options.progress = { progress in
      guard let incumbent = progress.incumbent else { return }
      first.value.withLock { if $0 == nil { $0 = incumbent } }
    }
    let again = try Fixtures.planner.plan(network, options)
    #expect(again.status == .optimal)
    if let began = first.value.withLock({ $0 }) {
      #expect(began <= objective + 1e-6 * max(1, abs(objective)))
    }
  }

  private final class First: Sendable {
    let value = Mutex<Double?>(nil)
  }

  @Test("a start that names what the case does not have is left aside")
  func foreignStartIsLeftAside() throws {
    let network = try SourcingNetwork(RandomCase.contracted(seed: 1))
    var options = Self.options(nil)
    let cold = try Fixtures.planner.plan(network, options)
    var foreign = cold
    for row in foreign.sites.indices { foreign.sites[row].site = "nowhere" }
    for row in foreign.sourcing.indices { foreign.sourcing[row].site = "nowhere" }
    options.start = foreign
    let plan = try Fixtures.planner.plan(network, options)
    #expect(plan.status == cold.status)
    if let expected = cold.objective {
      #expect(abs((plan.objective ?? 0) - expected) <= 2e-6 * max(1, abs(expected)))
    }
  }

  @Test("a search that goes on from another can take its place, and its layouts stay")
  func takesThePlaceOfAnother() throws {
    let master = try BendersMaster(SourcingNetwork(RandomCase.contracted(seed: 1)))
    let solver = Fixtures.solver
    try solver.onDedicatedThread {
      let root = try MasterProgram(master.model, solver).snapshot()
      func search(leaves: Int, layouts: [KnownLayout], number: Int) -> RememberedSearch {
        RememberedSearch(
          shape: MasterShape(master), data: MasterData(master), rows: [], root: root,
          leaves: (0..<leaves).map { _ in TreeLeaf(step: nil, snapshot: nil, multipliers: nil) },
          layouts: layouts, families: [], costs: BranchingCosts(master.model.variableCount), firstLeaves: 1,
          nodes: 1, number: number)
      }
      let memory = PlanMemory()
      let layout = KnownLayout(
        RememberedLayout([Double](repeating: 0, count: master.model.variableCount), master),
        MasterData(master))
      memory.keep(search(leaves: 1, layouts: [layout], number: 0))
      let first = try #require(memory.recall(MasterShape(master), MasterData(master)))
      #expect(first.number > 0)
      memory.keep(search(leaves: 3, layouts: [], number: first.number))
      let second = try #require(memory.recall(MasterShape(master), MasterData(master)))
      #expect(memory.count == 1)
      #expect(second.leaves.count == 3)
      #expect(second.layouts.map(\.layout) == [layout.layout])
      // What has gone in the meantime does not come back.
      memory.keep(search(leaves: 5, layouts: [], number: first.number + 100))
      #expect(memory.count == 1)
      #expect(memory.recall(MasterShape(master), MasterData(master))?.leaves.count == 3)
    }
  }

  @Test(
    "of many layouts a search is given those that were best for the data nearest to its own, the nearest first"
  )
  func recallsNearestLayouts() throws {
    let found = try RandomCase.contracted(seed: 1)
    let solver = Fixtures.solver
    @Sendable func master(_ factor: Double) throws -> BendersMaster {
      var variant = found
      for row in variant.sites.indices { variant.sites[row].openingCost = 100 * factor }
      return try BendersMaster(SourcingNetwork(variant))
    }
    @Sendable func layout(_ value: Double, _ factor: Double) throws -> KnownLayout {
      let master = try master(factor)
      let point = [Double](repeating: value, count: master.model.variableCount)
      return KnownLayout(RememberedLayout(point, master), MasterData(master))
    }
    try solver.onDedicatedThread {
      let base = try master(1)
      let memory = PlanMemory()
      memory.keep(
        RememberedSearch(
          shape: MasterShape(base), data: MasterData(base), rows: [],
          root: try MasterProgram(base.model, solver).snapshot(), leaves: [], layouts: [], families: [],
          costs: BranchingCosts(base.model.variableCount), firstLeaves: 0, nodes: 1))
      let costs = BranchingCosts(base.model.variableCount)
      // Values stand for layouts here: 10 was found at 1 times the costs, 11 at 1.1 times and so on.
      for value in [14, 11, 13, 12, 10] {
        memory.note(try layout(Double(value), Double(value) / 10), costs, for: MasterShape(base))
      }
      // One that is found again stays with the data that it was found for first.
      memory.note(try layout(14, 1.15), costs, for: MasterShape(base))
      let other = try master(1.16)
      let recalled = try #require(memory.recall(MasterShape(other), MasterData(other)))
      let expected = try [12, 11, 13].map { try layout($0, 1).layout }
      #expect(recalled.layouts.map(\.layout) == expected)
    }
  }

  @Test("a memory keeps a few searches, however many use it")
  func isBounded() throws {
    let memory = PlanMemory()
    for seed in 0..<30 {
      let network = try SourcingNetwork(RandomCase.mixed(seed: seed))
      _ = try Fixtures.planner.plan(network, Self.options(memory))
    }
    #expect(memory.count > 1)
    #expect(memory.count <= PlanMemory.mostEntries + PlanMemory.mostPricings)
  }
}
