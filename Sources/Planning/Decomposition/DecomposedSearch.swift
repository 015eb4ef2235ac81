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

  /// What the search found: the best point of the master, and what is proven.
  struct Outcome {
    var point: [Double]?
    var objective: Double?
    var bound: Double
    var nodes: Int
    var limit: Termination.Limit?
  }

  init(
    _ solver: any Solver, _ network: SourcingNetwork, _ options: PlanOptions, _ clock: SearchClock,
    _ progress: SearchProgress
  ) {
    self.solver = solver
    self.network = network
    self.options = options
    self.clock = clock
    self.progress = progress
  }

  func run(_ master: BendersMaster) throws -> Outcome {
    let program = try MasterProgram(master.model, solver)
    let oracle = BlockOracle(
      master.blocks, solver, masterLower: master.model.lowerBounds, masterUpper: master.model.upperBounds)
    let cuts = CutLoop(master, program, oracle, weights: master.blockWeights(network))
    let limits = SimplexLimits(
      seconds: options.timeLimit.map { max(0, $0 - clock.seconds) }, cancellation: options.cancellation)
    progress.report("solving the relaxation")
    let root = try cuts.run(limits, tolerance: 1e-5, rounds: 400, isStabilized: true)
    switch root {
    case .infeasible: return Outcome(bound: .infinity, nodes: 0)
    case .limit(let limit): return Outcome(bound: -.infinity, nodes: 0, limit: limit)
    case .converged, .stopped, .cutoff: break
    }
    progress.report("looking for a layout", bound: program.provenBound())
    let incumbent = try MasterDive(cuts, options, clock).find()
    let tree = BranchAndBound(
      cuts, lower: master.model.lowerBounds, upper: master.model.upperBounds, incumbent: incumbent,
      options: options, clock: clock
    ) { [progress] bound, incumbent, nodes in
      progress.report("branch and bound", bound: bound, incumbent: incumbent, nodes: nodes)
    }
    try tree.run()
    return Outcome(
      point: tree.incumbent?.point, objective: tree.incumbent?.objective, bound: tree.bound,
      nodes: tree.nodes,
      limit: tree.limit)
  }
}
