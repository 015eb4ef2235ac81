public import LinearModel
public import Sourcing

/// Layouts of least cost under one limit on a measure after another, by decomposition: the master, its cuts and its basis
/// serve for all of them.
///
/// It must be made and used on one thread, inside ``LinearModel/Solver/onDedicatedThread(_:)``.
public final class DecomposedFrontier {
  /// A layout under a limit.
  public struct Found {
    /// The layout.
    public let layout: Layout
    /// The measure.
    public let value: Double
    /// Proven of the cost under the limit; nil where time ended the proof.
    public let bound: Double?
    /// Whether it is proven, within the gap, that the layout is the cheapest.
    public let isProven: Bool
    let point: [Double]
  }

  private let solver: any Solver
  private let network: SourcingNetwork
  private let measure: FrontierMeasure
  private let options: PlanOptions
  private let clock = SearchClock()
  private let cuts: CutLoop
  private let columns: MeasureColumns
  private let trifle: Double
  private var shortMost: [Int: Double] = [:]
  private var limitedSources: LimitedSources
  private var isFresh = true
  private var trees = LimitedTrees()
  /// What branching was found to gain under earlier limits.
  private var costs: BranchingCosts?
  /// Whether the last search proved that no layout keeps to its limit.
  public private(set) var isInfeasible = false

  /// Trees of earlier searches whose ends are held against a limit.
  private static let treesTried = 2
  /// The part of a tree's ends that may be open under another limit for the tree to be gone on from.
  private static let mostOpen = 0.4
  /// Layouts of earlier searches that are costed under a limit, of those under the nearest limits.
  private static let layoutsTried = 4

  /// - Parameters:
  ///   - network: A case whose objective is the expected cost.
  ///   - measure: What is held against cost.
  ///   - solver: Solves the linear programs.
  ///   - options: The gap, and the time limit of all searches together.
  /// - Throws: `SolverError` where the program failed.
  public init(
    _ network: SourcingNetwork, _ measure: FrontierMeasure, _ solver: any Solver, _ options: PlanOptions
  ) throws {
    self.solver = solver
    self.network = network
    self.measure = measure
    self.options = options
    trifle = Self.trifle(measure, network)
    var master = BendersMaster(network, measuring: measure)
    guard let columns = master.measured else {
      throw PlanningError("the master of a frontier has no measure")
    }
    self.columns = columns
    limitedSources = LimitedSources(columns.limitedSources, network)
    master.weigh(cost: 1, measure: trifle)
    let program = try MasterProgram(master.model, solver)
    let oracle = BlockOracle(
      master.blocks, solver, masterLower: master.model.lowerBounds, masterUpper: master.model.upperBounds)
    cuts = CutLoop(master, program, oracle)
  }

  /// What a unit of the measure counts beside the cost, so that nothing is found that costs the same and is less safe.
  private static func trifle(_ measure: FrontierMeasure, _ network: SourcingNetwork) -> Double {
    switch measure {
    case .tail, .worst: 1e-4
    case .shares, .shortage: 1e-6 * margin(network)
    case .agreement: 0
    }
  }

  /// What it would cost to be short of everything while nothing happens, at least 1.
  public static func margin(_ network: SourcingNetwork) -> Double {
    max(1, network.demands.reduce(0.0) { $0 + zip($1.quantities, $1.shortageCosts).map(*).reduce(0, +) })
  }

  /// The cheapest layout under a limit on the measure.
  ///
  /// - Parameters:
  ///   - limit: Nil for no limit.
  ///   - start: A layout found before that keeps to the limit.
  ///   - seconds: When to end, counted as ``seconds`` is; nil for no limit but that of the options.
  /// - Returns: The layout; nil where there is none or time was up.
  public func cheapest(atMost limit: Double?, from start: Found? = nil, by seconds: Double? = nil) throws
    -> Found?
  {
    guard let found = try solve(limit: limit, from: start, by: seconds) else { return nil }
    // What is proven is the cost with its trifle, which is no more than at the limit; of the cheapest layout, that no layout as
    // safe costs less.
    let bound = found.bound.map { $0 - trifle * max(0, limit ?? found.value) }
    return Found(
      layout: found.layout, value: found.value, bound: bound, isProven: found.isProven, point: found.point)
  }

  /// Some layout under a limit on the measure that costs no more than a ceiling; the first that is found.
  ///
  /// - Parameters:
  ///   - limit: The most that the measure may be.
  ///   - ceiling: The most that the layout may cost.
  ///   - seconds: When to end, counted as ``seconds`` is; nil for no limit but that of the options.
  ///   - nodes: Nodes of the tree after which the search gives up.
  /// - Returns: Nil where there is none, which ``isInfeasible`` says where it is proven, or a limit was reached.
  public func any(
    atMost limit: Double, costing ceiling: Double, by seconds: Double?, nodes: Int
  ) throws -> Found? {
    let target = Target(ceiling: ceiling + trifle * max(0, limit), deadline: seconds, nodes: nodes)
    return try solve(limit: limit, from: nil, target)
  }

  /// What suffices, and when to give up.
  private struct Target {
    var ceiling: Double
    var deadline: Double?
    var nodes: Int
  }

  /// Wall time in seconds since the search was made, by which deadlines are told.
  public var seconds: Double { clock.seconds }

  /// The layout of which the measure is least; nil where time was up.
  ///
  /// A layout counts as that where the measure could be less by no more than the gap: in parts of itself where it is an amount of
  /// money, which the cost is part of, and as it is where it is a share, which may be nothing at all.
  public func safest() throws -> Found? {
    let known = (costs, trees)
    costs = nil
    trees.forgetLeaves()
    defer { (costs, trees) = known }
    var leastGain = 0.0
    switch measure {
    case .tail, .worst, .agreement: try cuts.weigh(cost: 1e-4, measure: 1)
    case .shares, .shortage:
      // A whole share counts as much as what it would cost to be short of everything, so that both are of one size.
      let margin = Self.margin(network)
      try cuts.weigh(cost: 1e-4, measure: margin)
      leastGain = options.gap * margin
    }
    isFresh = true
    let found = try solve(limit: nil, from: nil, leastGain: leastGain)
    try cuts.weigh(cost: 1, measure: trifle)
    return found
  }

  /// Keeps what is short of each item in the undisturbed scenario to what a layout is short of.
  public func keepShortages(of layout: Layout) {
    for (index, demand) in network.demands.enumerated() {
      shortMost[demand.item, default: 0] += layout.recourse[0].periods.reduce(0) { $0 + $1.short[index] }
    }
  }

  // MARK: One search

  private func solve(
    limit: Double?, from start: Found?, _ target: Target? = nil, by seconds: Double? = nil,
    leastGain: Double = 0
  ) throws -> Found? {
    isInfeasible = false
    var options = options
    options.timeLimit = [options.timeLimit, target?.deadline, seconds].compactMap(\.self).min()
    let program = cuts.program
    let (lower, upper) = bounds(under: limit)
    for column in lower.indices { try program.setBounds(column, lower[column], upper[column]) }
    try limitedSources.limit(to: limit, short: columns.shortLimits.mapValues { upper[$0.index] }, cuts)
    let near = trees.nearest(to: limit ?? .infinity)
    if let nearest = near.first, !nearest.leaves.isEmpty { try program.restoreAlone(nearest.root) }
    let limits = SimplexLimits(
      seconds: options.timeLimit.map { max(0, $0 - clock.seconds) }, cancellation: options.cancellation)
    let root = try cuts.run(limits, tolerance: 1e-5, rounds: 400, isStabilized: isFresh)
    isFresh = false
    switch root {
    case .infeasible:
      isInfeasible = true
      return nil
    case .limit: return nil
    case .converged, .stopped, .cutoff: break
    }
    let atRoot = try program.snapshot()
    try program.removeIdleRows(for: 1)
    let incumbent = try firstLayout(from: start, near, options, limits)
    let record = TreeRecord(program, keepsLeaves: true, keepsProof: false)
    let tree = BranchAndBound(
      cuts, lower: lower, upper: upper, incumbent: incumbent, options: options, clock: clock, costs: costs,
      nodeLimit: target?.nodes, ceiling: target?.ceiling, leastGain: leastGain,
      recalled: recalled(of: near, below: incumbent?.objective, leastGain, lower, upper),
      record: target == nil ? record : nil
    ) { _, _, _ in }
    try tree.run()
    costs = tree.costs
    if target == nil, tree.isFinished, let layout = RememberedLayout(tree, cuts.master) {
      trees.keep(
        LimitedTree(
          limit: limit ?? tree.incumbent?.point[columns.measure.index] ?? .infinity, root: atRoot,
          leaves: record.leaves, layout: layout))
    }
    guard var best = tree.incumbent?.point, tree.incumbent?.objective ?? 0 <= target?.ceiling ?? .infinity
    else {
      isInfeasible = tree.isFinished && tree.unprovenEnds == 0
      return nil
    }
    if let whole = try cuts.settled(best) { best = whole.point }
    guard let layout = try MasterLayout(solver, network, cuts.master).layout(at: best) else { return nil }
    return Found(
      layout: layout, value: best[columns.measure.index], bound: tree.limit == nil ? tree.bound : nil,
      isProven: tree.isFinished && tree.isWithinGap, point: best)
  }

  /// The bounds of the master's columns where the measure is limited; columns that limit stand at their limits.
  private func bounds(under limit: Double?) -> (lower: [Double], upper: [Double]) {
    var (lower, upper) = (cuts.master.model.lowerBounds, cuts.master.model.upperBounds)
    lower[columns.limit.index] = limit ?? upper[columns.limit.index]
    upper[columns.limit.index] = lower[columns.limit.index]
    for (item, column) in columns.shortLimits {
      if let most = shortMost[item] {
        upper[column.index] = min(upper[column.index], most + 1e-6 * max(1, most))
      }
      lower[column.index] = upper[column.index]
    }
    return (lower, upper)
  }

  /// The ends of an earlier tree to go on from: those of the tree under one of the nearest limits of which the fewest are left open
  /// by what their multipliers prove here. None where many are: each open end begins from a basis that another limit made, and
  /// takes several times the iterations of a node of a new tree.
  private func recalled(
    of near: [LimitedTree], below objective: Double?, _ leastGain: Double, _ lower: [Double],
    _ upper: [Double]
  ) -> [TreeLeaf] {
    guard let objective else { return [] }
    let cutoff = objective - max(leastGain, options.gap * abs(objective))
    let counted = near.prefix(Self.treesTried).filter { !$0.leaves.isEmpty }.map { tree in
      var replay = TreeReplay(cuts.program, below: cutoff, lower, upper)
      let open = tree.leaves.count { replay.bound(of: $0) < cutoff }
      return (leaves: tree.leaves, open: open)
    }
    guard let best = counted.min(by: { $0.open < $1.open }),
      Double(best.open) <= Self.mostOpen * Double(best.leaves.count)
    else { return [] }
    return best.leaves
  }

  /// A layout to begin from: the best of the one given and of those known under limits nearby, or one that is dived for.
  private func firstLayout(
    from start: Found?, _ near: [LimitedTree], _ options: PlanOptions, _ limits: SimplexLimits
  ) throws -> (point: [Double], objective: Double)? {
    let program = cuts.program
    var best: (point: [Double], objective: Double)?
    if var point = start?.point {
      point[columns.limit.index] = program.upperBound(columns.limit.index)
      for column in columns.shortLimits.values { point[column.index] = program.upperBound(column.index) }
      if let known = try cuts.blockCosts(at: point, limits: limits) {
        let settled = cuts.master.settle(&point, blockCosts: known.costs)
        if settled.isFeasible { best = (point, settled.objective) }
      }
    }
    let dive = MasterDive(cuts, options, clock)
    let known = near.prefix(Self.layoutsTried).map(\.layout.pairs)
    best = try dive.best(keepingEachOf: known, below: best?.objective) ?? best
    return try best ?? dive.find()
  }
}
