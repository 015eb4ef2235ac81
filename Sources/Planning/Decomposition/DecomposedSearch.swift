internal import LinearModel
internal import Sourcing

/// One search by Benders decomposition: the master's relaxation first, then a layout, then branch and bound. It runs on one
/// thread throughout.
struct DecomposedSearch {
  private let solver: any Solver
  private let network: SourcingNetwork
  private let options: PlanOptions
  private let clock: SearchClock
  private let progress: SearchProgress
  /// Blocks from which on sites are priced.
  private let blocksToPrice: Int

  /// What the search found: the best point of the master, and what is proven.
  struct Outcome {
    var point: [Double]?
    var objective: Double?
    var bound: Double
    var nodes: Int
    var limit: Termination.Limit?
    /// Nodes of the tree that were ended without a proof.
    var unprovenEnds = 0
    /// The price of each policy, in the network's order; empty where none is known.
    var prices: [PolicyPrice] = []
  }

  init(
    _ solver: any Solver, _ network: SourcingNetwork, _ options: PlanOptions, _ clock: SearchClock,
    _ progress: SearchProgress, blocksToPrice: Int = 0
  ) {
    self.solver = solver
    self.network = network
    self.options = options
    self.clock = clock
    self.progress = progress
    self.blocksToPrice = blocksToPrice
  }

  func run(_ master: BendersMaster) throws -> Outcome {
    // A given layout leaves nothing to remember, and a certificate is of what was found out here.
    let keepsProof = options.certificate != nil
    let memory =
      options.fixedLayout == nil && !keepsProof && options.resume == nil ? options.memory : nil
    let program = try MasterProgram(master.model, solver)
    let oracle = BlockOracle(
      master.blocks, solver, masterLower: master.model.lowerBounds, masterUpper: master.model.upperBounds,
      keepsRecipes: memory != nil || keepsProof, limitsRecipes: !keepsProof, threads: options.threads)
    let cuts = CutLoop(master, program, oracle)
    if let memory, let outcome = try pricedParts(master, after: memory) {
      var outcome = outcome
      var prices = DecomposedPrices(cuts, solver, options, clock)
      outcome.prices = try prices.prices(at: outcome.point)
      return outcome
    }
    let past = try memory.flatMap { try PastSearch($0, cuts) }
    let resumed = try options.resume.map { try ResumedSearch($0, cuts) }
    let limits = SimplexLimits(
      seconds: options.timeLimit.map { max(0, $0 - clock.seconds) }, cancellation: options.cancellation)
    progress.report("solving the relaxation")
    var prices = DecomposedPrices(cuts, solver, options, clock)
    switch try relaxation(cuts, past, limits) {
    case .infeasible:
      let isProven = try program.infeasibilityIsProven()
      return Outcome(bound: isProven ? .infinity : -.infinity, nodes: 0, unprovenEnds: isProven ? 0 : 1)
    case .limit(let limit): return Outcome(bound: -.infinity, nodes: 0, limit: limit)
    case .converged: if past?.leaves.isEmpty != false { prices.takeRelaxation() }
    case .stopped, .cutoff: break
    }
    let isFresh = past?.leaves.isEmpty != false && !keepsProof && resumed == nil
    if isFresh, var outcome = try pricedParts(cuts, memory) {
      outcome.prices = try prices.prices(at: outcome.point)
      return outcome
    }
    progress.report("looking for a layout", bound: program.provenBound())
    let atRoot = memory == nil ? nil : try program.snapshot()
    // Most cuts of the relaxation have done their work; the pool keeps them for where they are wanted again.
    try program.removeIdleRows(for: 1)
    let incumbent = try firstLayout(
      cuts, (past?.search.layouts.map(\.layout.pairs) ?? []) + [resumed?.decisions ?? []])
    let record = TreeRecord(program, keepsLeaves: memory != nil, keepsProof: keepsProof)
    let tree = BranchAndBound(
      cuts, lower: master.model.lowerBounds, upper: master.model.upperBounds, incumbent: incumbent,
      options: options, clock: clock, costs: past?.search.costs,
      recalled: resumed?.leaves ?? past?.leaves ?? [],
      record: memory != nil || record.proof != nil ? record : nil
    ) { [progress] bound, incumbent, nodes in
      progress.report("branch and bound", bound: bound, incumbent: incumbent, nodes: nodes)
    }
    try tree.run()
    if let memory, let atRoot, tree.isFinished {
      if let search = RememberedSearch(cuts, tree, record, atRoot, after: past) { memory.keep(search) }
      if let layout = KnownLayout(tree, master) {
        memory.note(layout, tree.costs, for: MasterShape(master))
      }
    }
    if let certificate = tree.certificate() { options.certificate?(certificate) }
    var outcome = Outcome(
      point: tree.incumbent?.point, objective: tree.incumbent?.objective, bound: tree.bound,
      nodes: tree.nodes, limit: tree.limit, unprovenEnds: tree.unprovenEnds)
    if let incumbent = tree.incumbent, let whole = try cuts.settled(incumbent.point) {
      (outcome.point, outcome.objective) = (whole.point, max(whole.objective, incumbent.objective))
    }
    outcome.prices = try prices.prices(at: outcome.point)
    return outcome
  }

  /// What the search by prices of sites finds in a case that it fits: one that falls apart, with so many blocks that the tree would take
  /// long for every node.
  ///
  /// - Returns: nil where the case is another or the search could not be brought to an end.
  private func pricedParts(_ cuts: CutLoop, _ memory: PlanMemory?) throws -> Outcome? {
    guard let parts = parts(of: cuts.master) else { return nil }
    return try PricingSearch(
      parts, cuts.master, solver, options, clock, progress, memory: memory
    ).run(cuts)
  }

  /// The same where an earlier search is remembered that it can go on from, which spares the relaxation.
  private func pricedParts(_ master: BendersMaster, after memory: PlanMemory) throws -> Outcome? {
    guard let parts = parts(of: master),
      let past = memory.recallPricing(MasterShape(master), MasterData(master))
    else { return nil }
    return try PricingSearch(
      parts, master, solver, options, clock, progress, memory: memory
    ).run(after: past)
  }

  /// The parts of a master whose sites are to be priced; nil where it is to be searched as a whole.
  private func parts(of master: BendersMaster) -> MasterParts? {
    guard options.fixedLayout == nil, options.start == nil, master.blocks.count > blocksToPrice else {
      return nil
    }
    return MasterParts(master)
  }

  /// Solves the relaxation: with cuts until it is right, but for a search that goes on from the ends of an earlier tree only with the
  /// cuts that are known, since each of the ends gets its own.
  private func relaxation(
    _ cuts: CutLoop, _ past: PastSearch?, _ limits: SimplexLimits
  ) throws -> CutLoop.End {
    if past?.leaves.isEmpty != false {
      return try cuts.run(limits, tolerance: 1e-5, rounds: 400, isStabilized: true)
    }
    return switch try cuts.solveWithPool(limits) {
    case .optimal: .converged
    case .cutoff: .cutoff
    case .infeasible: .infeasible
    case .iterationLimit: .stopped
    case .limit(let limit): .limit(limit)
    }
  }

  /// A layout to begin from: the better of the one given and the one remembered, or one that is dived for.
  private func firstLayout(
    _ cuts: CutLoop, _ remembered: [[(column: Int, value: Double)]]
  ) throws -> (point: [Double], objective: Double)? {
    let dive = MasterDive(cuts, options, clock)
    let known = [try startDecisions(cuts.master)] + remembered
    return try dive.best(keepingEachOf: known.filter { !$0.isEmpty }) ?? dive.find()
  }

  /// The yes-or-no decisions of the plan to begin from; what it names that the case does not have is left aside.
  private func startDecisions(_ master: BendersMaster) throws -> [(column: Int, value: Double)] {
    guard let plan = options.start, plan.hasLayout, options.fixedLayout == nil else { return [] }
    return master.decisions(of: Layout.reading(plan, network).layout)
  }
}
