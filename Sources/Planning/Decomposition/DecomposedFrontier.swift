public import LinearModel
public import Sourcing

/// Layouts of least cost under one limit on a measure after another, by decomposition: the master, its cuts and its basis
/// serve for all of them.
///
/// It must be made and used on one thread, inside ``Solver/onDedicatedThread(_:)``.
public final class DecomposedFrontier {
  /// A layout under a limit.
  public struct Found {
    /// The layout.
    public let layout: Layout
    /// The measure.
    public let value: Double
    /// Proven of the cost under the limit; nil where time ended the proof.
    public let bound: Double?
    let point: [Double]
  }

  private let solver: any Solver
  private let network: SourcingNetwork
  private let measure: FrontierMeasure
  private let options: PlanOptions
  private let clock = SearchClock()
  private let byCost: Engine
  private let trifle: Double
  private var shortMost: [Int: Double] = [:]
  /// Whether the last search proved that no layout keeps to its limit.
  public private(set) var isInfeasible = false

  /// A master with what solves it.
  private final class Engine {
    let master: BendersMaster
    let program: MasterProgram
    let cuts: CutLoop
    var isFresh = true
    /// What branching was found to gain under earlier limits.
    var costs: BranchingCosts?

    init(_ master: BendersMaster, _ network: SourcingNetwork, _ solver: any Solver) throws {
      self.master = master
      program = try MasterProgram(master.model, solver)
      let oracle = BlockOracle(
        master.blocks, solver, masterLower: master.model.lowerBounds, masterUpper: master.model.upperBounds)
      cuts = CutLoop(master, program, oracle)
    }
  }

  /// - Parameters:
  ///   - network: A case whose objective is the expected cost.
  ///   - options: The gap, and the time limit of all searches together.
  /// - Returns: Nil where the case cannot be decomposed.
  /// - Throws: `SolverError` where the program failed.
  public init?(
    _ network: SourcingNetwork, _ measure: FrontierMeasure, _ solver: any Solver, _ options: PlanOptions
  ) throws {
    self.solver = solver
    self.network = network
    self.measure = measure
    self.options = options
    trifle = Self.trifle(measure, network)
    do {
      let master = try BendersMaster(network, measuring: measure, costWeight: 1, measureWeight: trifle)
      byCost = try Engine(master, network, solver)
    } catch is BendersMaster.Obstacle {
      return nil
    }
  }

  /// What a unit of the measure counts beside the cost, so that nothing is found that costs the same and is less safe.
  private static func trifle(_ measure: FrontierMeasure, _ network: SourcingNetwork) -> Double {
    switch measure {
    case .tail, .worst: 1e-4
    case .shares: 1e-6 * margin(network)
    case .agreement: 0
    }
  }

  private static func margin(_ network: SourcingNetwork) -> Double {
    max(1, network.demands.reduce(0.0) { $0 + zip($1.quantities, $1.shortageCosts).map(*).reduce(0, +) })
  }

  /// The cheapest layout under a limit on the measure.
  ///
  /// - Parameters:
  ///   - limit: Nil for no limit.
  ///   - start: A layout found before that keeps to the limit.
  /// - Returns: The layout; nil where there is none or time was up.
  public func cheapest(atMost limit: Double?, from start: Found? = nil) throws -> Found? {
    guard let found = try solve(byCost, limit: limit, from: start) else { return nil }
    // What is proven is the cost with its trifle, which is no more than at the limit; of the cheapest layout, that no layout as
    // safe costs less.
    let bound = found.bound.map { $0 - trifle * max(0, limit ?? found.value) }
    return Found(layout: found.layout, value: found.value, bound: bound, point: found.point)
  }

  /// Some layout under a limit on the measure that costs no more than a ceiling; the first that is found.
  ///
  /// - Parameters:
  ///   - seconds: When to end, counted as ``seconds`` is; nil for no limit but that of the options.
  ///   - nodes: Nodes of the tree after which the search gives up.
  /// - Returns: Nil where there is none, which ``isInfeasible`` says where it is proven, or a limit was reached.
  public func any(
    atMost limit: Double, costing ceiling: Double, by seconds: Double?, nodes: Int
  ) throws -> Found? {
    let target = Target(ceiling: ceiling + trifle * max(0, limit), deadline: seconds, nodes: nodes)
    return try solve(byCost, limit: limit, from: nil, target)
  }

  /// What suffices, and when to give up.
  private struct Target {
    var ceiling: Double
    var deadline: Double?
    var nodes: Int
  }

  /// Wall time in seconds since the search was made, by which deadlines are told.
  public var seconds: Double { clock.seconds }

  /// The least that the measure can be, to a ten-thousandth; nil where time was up.
  public func leastMeasure() throws -> Double? {
    var costWeight = 1e-4
    if case .shares = measure { costWeight = 1e-4 / Self.margin(network) }
    let master = try BendersMaster(network, measuring: measure, costWeight: costWeight, measureWeight: 1)
    let engine = try Engine(master, network, solver)
    return try solve(engine, limit: nil, from: nil)?.value
  }

  /// Keeps what is short of each item in the undisturbed scenario to what a layout is short of.
  public func keepShortages(of layout: Layout) {
    for (index, demand) in network.demands.enumerated() {
      shortMost[demand.item, default: 0] += layout.recourse[0].periods.reduce(0) { $0 + $1.short[index] }
    }
  }

  // MARK: One search

  private func solve(
    _ engine: Engine, limit: Double?, from start: Found?, _ target: Target? = nil
  ) throws -> Found? {
    isInfeasible = false
    var options = options
    options.timeLimit = [options.timeLimit, target?.deadline].compactMap(\.self).min()
    let (master, program, cuts) = (engine.master, engine.program, engine.cuts)
    guard let columns = master.measured else { return nil }
    var (lower, upper) = (master.model.lowerBounds, master.model.upperBounds)
    // Columns that limit stand at their limits.
    lower[columns.limit.index] = limit ?? upper[columns.limit.index]
    upper[columns.limit.index] = lower[columns.limit.index]
    for (item, column) in columns.shortLimits {
      if let most = shortMost[item] {
        upper[column.index] = min(upper[column.index], most + 1e-6 * max(1, most))
      }
      lower[column.index] = upper[column.index]
    }
    for column in lower.indices { try program.setBounds(column, lower[column], upper[column]) }
    let limits = SimplexLimits(
      seconds: options.timeLimit.map { max(0, $0 - clock.seconds) }, cancellation: options.cancellation)
    let root = try cuts.run(limits, tolerance: 1e-5, rounds: 400, isStabilized: engine.isFresh)
    engine.isFresh = false
    switch root {
    case .infeasible:
      isInfeasible = true
      return nil
    case .limit: return nil
    case .converged, .stopped, .cutoff: break
    }
    try program.removeIdleRows(for: 1)
    var incumbent = try MasterDive(cuts, options, clock).find()
    if let start {
      var point = start.point
      point[columns.limit.index] = upper[columns.limit.index]
      for column in columns.shortLimits.values { point[column.index] = upper[column.index] }
      if let known = try cuts.blockCosts(at: point, limits: limits) {
        let settled = master.settle(&point, blockCosts: known.costs)
        if settled.isFeasible, settled.objective < incumbent?.objective ?? .infinity {
          incumbent = (point, settled.objective)
        }
      }
    }
    let tree = BranchAndBound(
      cuts, lower: lower, upper: upper, incumbent: incumbent, options: options, clock: clock,
      costs: engine.costs, nodeLimit: target?.nodes, ceiling: target?.ceiling
    ) { _, _, _ in }
    try tree.run()
    engine.costs = tree.costs
    guard var best = tree.incumbent?.point, tree.incumbent?.objective ?? 0 <= target?.ceiling ?? .infinity
    else {
      isInfeasible = tree.isFinished && tree.unprovenEnds == 0
      return nil
    }
    if let whole = try cuts.settled(best) { best = whole.point }
    guard let layout = try MasterLayout(solver, network, master).layout(at: best) else { return nil }
    return Found(
      layout: layout, value: best[columns.measure.index], bound: tree.limit == nil ? tree.bound : nil,
      point: best)
  }
}
