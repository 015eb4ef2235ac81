internal import LinearModel

/// Branch and bound over the master, with Benders cuts made on the way: one tree, never started afresh.
///
/// Nodes are re-solved by the dual simplex from their parent's basis. The search plunges from a node to its more promising
/// child and otherwise takes the open node of the least bound; it branches by reliability (Achterberg, Koch and Martin
/// 2005), and fixes variables by their reduced costs. Every bound that decides is proven from the duals.
final class BranchAndBound {
  private let cuts: CutLoop
  private let program: MasterProgram
  private let branching: ReliabilityBranching
  private let fixing: ReducedCostFixing
  private let clock: SearchClock
  private let options: PlanOptions
  private let integers: [Int]
  private var rootLower: [Double]
  private var rootUpper: [Double]
  /// What branching has been found to gain.
  private(set) var costs: BranchingCosts
  private var open = OpenNodes()
  private var order = 0
  /// Whether the tree has come to a better layout than it began with.
  private var hasFoundPoint = false
  private(set) var nodes = 0
  private let nodeLimit: Int?
  /// An objective that suffices: above it nothing is of use, and the first point that keeps to it ends the search.
  private let ceiling: Double?
  /// A layout that is better by less than this is of no use.
  private let leastGain: Double
  /// The least bound of the nodes that were given up.
  private var leastPruned = Double.infinity
  private(set) var incumbent: (point: [Double], objective: Double)?
  private let report: (Double, Double?, Int) -> Void
  /// What keeps the ends of the tree; nil where they are not kept.
  private let record: TreeRecord?
  private let recalled: [TreeLeaf]
  private(set) var limit: Termination.Limit?
  /// Nodes that were ended although nothing was proven of them but their parent's bound.
  private(set) var unprovenEnds = 0

  private static let wholeness = 1e-6
  /// Whole points in a row at which a node gains cuts: rows that the simplex method's tolerance lets pass must not come for
  /// ever.
  private static let mostWholePoints = 500
  /// Rounds of cuts at the end of an earlier tree, before it is branched further.
  private static let recalledRounds = 1

  /// - Parameters:
  ///   - leastGain: A layout that is better by less than this is not looked for.
  ///   - recalled: The ends of an earlier tree over the same decisions, to go on from; empty to begin at the root.
  ///   - record: What keeps the ends of this tree; nil where they are not kept.
  init(
    _ cuts: CutLoop, lower: [Double], upper: [Double], incumbent: (point: [Double], objective: Double)?,
    options: PlanOptions, clock: SearchClock, costs: BranchingCosts? = nil, nodeLimit: Int? = nil,
    ceiling: Double? = nil, leastGain: Double = 0, recalled: [TreeLeaf] = [], record: TreeRecord? = nil,
    report: @escaping (Double, Double?, Int) -> Void
  ) {
    self.cuts = cuts
    program = cuts.program
    branching = ReliabilityBranching(cuts)
    self.options = options
    self.clock = clock
    self.incumbent = incumbent
    self.report = report
    self.recalled = recalled
    self.record = record
    self.nodeLimit = nodeLimit
    self.ceiling = ceiling
    self.leastGain = leastGain
    rootLower = lower
    rootUpper = upper
    let model = cuts.master.model
    integers = model.domains.indices.filter { model.domains[$0] == .integer && lower[$0] < upper[$0] }
    fixing = ReducedCostFixing(program, integers)
    self.costs = costs ?? BranchingCosts(model.variableCount)
  }

  /// Whether no node is left to look at.
  var isFinished: Bool { open.isEmpty && limit == nil }

  /// The objective from which on a node is of no use.
  private var cutoff: Double {
    // A trifle above the ceiling, so that what keeps to it exactly is not cut off.
    if let ceiling { return ceiling + 1e-9 * max(1, abs(ceiling)) }
    guard let incumbent else { return .infinity }
    return incumbent.objective - 0.95 * max(leastGain, options.gap * abs(incumbent.objective))
  }

  /// What is proven of the objective.
  var bound: Double {
    min(leastPruned, open.least, incumbent?.objective ?? .infinity)
  }

  /// Whether the best layout is proven to be the best within the gap.
  var isWithinGap: Bool {
    guard let incumbent else { return false }
    return incumbent.objective - bound <= max(leastGain, options.gap * abs(incumbent.objective)) + 1e-9
  }

  private var limits: SimplexLimits {
    SimplexLimits(
      objective: cutoff.isFinite ? cutoff : nil,
      seconds: options.timeLimit.map { max(0, $0 - clock.seconds) },
      cancellation: options.cancellation)
  }

  // MARK: The search

  func run() throws {
    var current: TreeNode?
    if recalled.isEmpty {
      current = TreeNode(bound: -.infinity, depth: 0, order: 0)
      try goTo(nil)
    } else {
      try openRecalled()
    }
    var lastReport = clock.seconds
    var lastCertificate = clock.seconds
    while true {
      if isSufficient {
        if let current { open.add(current) }
        return
      }
      var node: TreeNode
      if let next = current {
        node = next
        current = nil
      } else {
        // A plunge that ends at nothing goes on nearby until there is a layout, which is wanted more than a bound at first.
        guard let best = open.next(goesOnNearby: !hasFoundPoint, below: cutoff, order: order) else { return }
        if best.bound >= cutoff {
          prune(best.bound)
          record?.keep(best)
          continue
        }
        node = best
        try goTo(node.change)
        if let snapshot = node.snapshot {
          if node.isRecalled { try program.restoreAlone(snapshot) } else { try program.restore(snapshot) }
        }
      }
      limit = clock.limit(options)
      if limit != nil || nodes >= nodeLimit ?? .max {
        open.add(node)
        return
      }
      if let interval = options.certificateInterval, clock.seconds - lastCertificate > interval {
        open.add(node)
        if let certificate = certificate() { options.certificate?(certificate) }
        _ = open.removeLast()
        lastCertificate = clock.seconds
      }
      nodes += 1
      let result = try process(&node)
      if limit != nil {
        open.add(node)
        return
      }
      if let result { current = try branch(node, result) }
      if clock.seconds - lastReport > 0.2 {
        lastReport = clock.seconds
        var least = bound
        if let current { least = min(least, current.bound) }
        report(least, incumbent?.objective, nodes)
      }
      try program.removeIdleRows()
    }
  }

  private var isSufficient: Bool {
    guard let ceiling, let incumbent else { return false }
    return incumbent.objective <= ceiling
  }

  // MARK: Leaves

  /// Opens the ends of the earlier tree with what its multipliers prove of them here.
  private func openRecalled() throws {
    var root = TreeNode(bound: -.infinity, depth: 0, order: 0)
    // The reduced costs of the relaxation hold everywhere.
    if try cuts.solveWithPool(limits) == .optimal {
      root.bound = program.provenBound()
      try fixByReducedCosts(&root, root.bound)
    }
    var replay = TreeReplay(program, below: cutoff, program.model.lowerBounds, program.model.upperBounds)
    for (number, leaf) in recalled.enumerated() {
      let bound = max(root.bound, replay.bound(of: leaf))
      let isWhole = bound >= cutoff || leaf.parts.isEmpty
      for end in isWhole ? [leaf] : leaf.parts {
        order += 1
        let node = TreeNode(
          bound: isWhole ? bound : max(bound, replay.bound(of: end)), depth: end.depth, order: order,
          change: replay.change(after: end.step), snapshot: end.snapshot, multipliers: end.multipliers,
          origin: number, end: end, isRecalled: true)
        if node.bound == .infinity {
          record?.keep(node)
        } else {
          open.add(node)
        }
      }
    }
    prune(replay.leastCut)
    open.beginPlunge(at: order)
  }

  private func prune(_ bound: Double) { leastPruned = min(leastPruned, bound) }

  /// Sets the bounds of all integers as they are at the end of a chain of changes.
  private func goTo(_ change: BoundChange?) throws {
    let ranges = BoundChange.ranges(after: change)
    for column in integers {
      let (lower, upper) = ranges[column] ?? (rootLower[column], rootUpper[column])
      try program.setBounds(column, max(lower, rootLower[column]), max(lower, min(upper, rootUpper[column])))
    }
  }

  /// Where a node is to be branched: the column and its value in the relaxation; nil where the node is done.
  private func process(_ node: inout TreeNode) throws -> (column: Int, value: Double, objective: Double)? {
    var rounds = 0
    var wholePoints = 0
    let isRoot = node.depth == 0
    while true {
      guard try solve(node) else { return nil }
      let proven = program.provenBound()
      if let branch = node.branch, rounds == 0, node.bound.isFinite {
        costs.learn(
          branch.column, isUp: branch.isUp, gain: max(0, program.objective() - node.bound) / branch.distance)
      }
      node.bound = max(node.bound, proven)
      if proven >= cutoff {
        prune(proven)
        try record?.keepHere(node)
        return nil
      }
      let point = program.point
      let fractional = integers.filter { abs(point[$0] - point[$0].rounded()) > Self.wholeness }
      if fractional.isEmpty {
        wholePoints += 1
        if wholePoints > Self.mostWholePoints {
          giveUp(node)
          return nil
        }
        if try takeWholePoint(node) { continue }
        return nil
      }
      rounds += 1
      let separates =
        node.isRecalled
        ? rounds <= Self.recalledRounds : !isRoot && rounds <= 1 && (node.depth % 4 == 0 || nodes < 30)
      if separates {
        guard let result = try cuts.separate(at: point, limits: limits) else { continue }
        if result.excess > 2e-5 * abs(program.objective()) { continue }
      }
      // Before branching is probed, which leaves the program elsewhere.
      if record != nil { node.multipliers = program.multipliers() }
      try fixByReducedCosts(&node, proven)
      if node.isRecalled {
        // It is branched further when its turn comes by what is known of it now: another may hold a layout that makes it needless.
        node.isRecalled = false
        node.snapshot = try program.snapshot()
        open.add(node)
        return nil
      }
      guard let column = try branching.column(of: fractional, cutoff: cutoff, limits, &costs) else {
        continue
      }
      return (column, point[column], program.objective())
    }
  }

  /// Solves the program at a node.
  ///
  /// - Returns: Whether it has an optimum below the cutoff; otherwise the node was ended, or a limit was reached.
  private func solve(_ node: TreeNode) throws -> Bool {
    var end = try cuts.solveWithPool(limits)
    if case .cutoff = end {
      let proven = program.provenBound()
      if proven >= cutoff - 1e-9 * abs(cutoff) {
        prune(proven)
        try record?.keepHere(node)
        return false
      }
      // The simplex method has it above the cutoff, and its duals do not prove it.
      var unlimited = limits
      unlimited.objective = nil
      end = try cuts.solveWithPool(unlimited)
      if case .infeasible = end {
        giveUp(node)
        return false
      }
    }
    switch end {
    case .optimal: return true
    case .infeasible:
      if try program.infeasibilityIsProven() {
        try record?.keepHere(node, isInfeasible: true)
      } else {
        giveUp(node)
      }
    case .cutoff, .iterationLimit: giveUp(node)
    case .limit(let limit): self.limit = limit
    }
    return false
  }

  /// Ends a node without a proof: what is proven of the whole is no more than was proven of the node.
  private func giveUp(_ node: TreeNode) {
    unprovenEnds += 1
    prune(node.bound)
    record?.keep(node)
  }

  /// At a whole-numbered point: either the costs of its blocks are right and it is an incumbent, or cuts are added.
  ///
  /// - Returns: Whether the node goes on.
  private func takeWholePoint(_ node: TreeNode) throws -> Bool {
    var point = program.point
    let cutsBefore = cuts.cutCount
    guard let found = try cuts.blockCosts(at: point, limits: limits) else {
      if let limit = clock.limit(options) {
        self.limit = limit
        return false
      }
      // Blocks without a solution there have given cuts; without any the node would come back to the same point.
      if cuts.cutCount > cutsBefore { return true }
      giveUp(node)
      return false
    }
    let objective = program.objective()
    let settled = cuts.master.settle(&point, blockCosts: found.costs)
    if settled.isFeasible, settled.objective < (incumbent?.objective ?? .infinity) {
      offer(point, settled.objective)
    }
    if objective >= cutoff || found.rows.isEmpty {
      prune(program.provenBound())
      try record?.keepHere(node)
      return false
    }
    try program.activate(found.rows)
    return true
  }

  /// Takes a point as the incumbent where it is better.
  func offer(_ point: [Double], _ objective: Double) {
    if let incumbent, incumbent.objective <= objective { return }
    incumbent = (point, objective)
    hasFoundPoint = true
    report(bound, objective, nodes)
  }

  /// Fixes integers whose change alone would cost more than the cutoff leaves.
  ///
  /// - Parameter proven: What the duals that the reduced costs belong to prove.
  private func fixByReducedCosts(_ node: inout TreeNode, _ proven: Double) throws {
    let fixed = fixing.fixed(below: cutoff, proven)
    let evidence = fixed.isEmpty || record == nil ? nil : node.multipliers ?? program.multipliers()
    let number = evidence.flatMap { record?.proof?.add($0) }
    for fixed in fixed {
      let change = BoundChange(
        fixed.column, fixed.value, fixed.value, node.change, isBranch: false, evidence: evidence)
      if let number { record?.proof?.fix(change, from: fixed.lower, to: fixed.upper, by: number) }
      node.change = change
      try program.setBounds(fixed.column, fixed.value, fixed.value)
      prune(fixed.bound)
      if node.depth == 0 { (rootLower[fixed.column], rootUpper[fixed.column]) = (fixed.value, fixed.value) }
    }
  }

  /// The evidence of what is proven so far, with the nodes that are still open as ends; nil where it is not kept.
  func certificate() -> Certificate? {
    record?.proof.flatMap { Certificate($0, cuts, bound: bound, open: open.nodes, layout: incumbent?.point) }
  }

  private func branch(_ node: TreeNode, _ result: (column: Int, value: Double, objective: Double)) throws
    -> TreeNode?
  {
    let snapshot = try program.snapshot()
    let range = (program.lowerBound(result.column), program.upperBound(result.column))
    func child(isUp: Bool) -> TreeNode {
      order += 1
      return node.child(result.column, at: result.value, isUp: isUp, in: range, snapshot, order: order)
    }
    let goesUp = result.value - result.value.rounded(.down) > 0.4
    open.add(child(isUp: !goesUp))
    let next = child(isUp: goesUp)
    if open.endsPlunge(node.bound, below: cutoff) {
      open.add(next)
      return nil
    }
    if let change = next.change { try program.setBounds(result.column, change.lower, change.upper) }
    return next
  }
}
