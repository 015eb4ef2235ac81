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
  private let clock: SearchClock
  private let options: PlanOptions
  private let integers: [Int]
  private var rootLower: [Double]
  private var rootUpper: [Double]
  /// What branching has been found to gain.
  private(set) var costs: BranchingCosts
  private var open = OpenNodes()
  private var order = 0
  /// The last child made before the plunge in hand.
  private var plungeStart = 0
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
  private let recalled: [TreeNode]
  private(set) var limit: Termination.Limit?
  /// Nodes that were ended although nothing was proven of them but their parent's bound.
  private(set) var unprovenEnds = 0

  private static let wholeness = 1e-6
  /// How far, between the least open bound and the cutoff, a plunge goes on.
  private static let plungeDepth = 0.6
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
    ceiling: Double? = nil, leastGain: Double = 0, recalled: [TreeNode] = [], record: TreeRecord? = nil,
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
        guard let best = popSibling() ?? popBest() else { return }
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
      if let limit = clock.limit(options) {
        self.limit = limit
        open.add(node)
        return
      }
      if let interval = options.certificateInterval, clock.seconds - lastCertificate > interval {
        open.add(node)
        if let certificate = certificate() { options.certificate?(certificate) }
        _ = open.removeLast()
        lastCertificate = clock.seconds
      }
      if let nodeLimit, nodes >= nodeLimit {
        open.add(node)
        return
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
    for end in recalled {
      var node = end
      order += 1
      (node.bound, node.order, node.isRecalled) = (root.bound, order, true)
      var (lower, upper) = (program.model.lowerBounds, program.model.upperBounds)
      var isEmpty = false
      var link = node.change
      while let step = link {
        lower[step.column] = max(lower[step.column], step.lower)
        upper[step.column] = min(upper[step.column], step.upper)
        if lower[step.column] > upper[step.column] { isEmpty = true }
        link = step.parent
      }
      if let multipliers = node.multipliers, !isEmpty {
        node.bound = max(node.bound, program.provenBound(of: multipliers, lower: lower, upper: upper))
      }
      if isEmpty || node.bound == .infinity {
        record?.keep(node)
      } else {
        open.add(node)
      }
    }
    // None of them is the other child of a branching here.
    plungeStart = order
  }

  private func prune(_ bound: Double) { leastPruned = min(leastPruned, bound) }

  /// The other child of the last branching, until the tree has come to a layout: a plunge that ends at nothing goes on
  /// nearby, since at first a layout is wanted more than a bound.
  private func popSibling() -> TreeNode? {
    guard !hasFoundPoint, let last = open.last, last.order > plungeStart, !endsPlunge(last.bound) else {
      return nil
    }
    return open.removeLast()
  }

  /// Whether a bound has come near the cutoff while a better node is open.
  private func endsPlunge(_ bound: Double) -> Bool {
    let least = open.least
    guard cutoff.isFinite, least < .infinity else { return false }
    return bound > least + Self.plungeDepth * (cutoff - least)
  }

  private func popBest() -> TreeNode? {
    plungeStart = order
    return open.removeBest()
  }

  /// Sets the bounds of all integers as they are at the end of a chain of changes.
  private func goTo(_ change: BoundChange?) throws {
    var bounds: [Int: (Double, Double)] = [:]
    var link = change
    while let step = link {
      if let known = bounds[step.column] {
        bounds[step.column] = (max(known.0, step.lower), min(known.1, step.upper))
      } else {
        bounds[step.column] = (step.lower, step.upper)
      }
      link = step.parent
    }
    for column in integers {
      let (lower, upper) = bounds[column] ?? (rootLower[column], rootUpper[column])
      try program.setBounds(column, max(lower, rootLower[column]), max(lower, min(upper, rootUpper[column])))
    }
  }

  /// Where a node is to be branched: the column and its value in the relaxation; nil where the node is done.
  private func process(_ node: inout TreeNode) throws -> (column: Int, value: Double, objective: Double)? {
    var rounds = 0
    var wholePoints = 0
    let isRoot = node.depth == 0
    while true {
      switch try cuts.solveWithPool(limits) {
      case .optimal: break
      case .infeasible:
        if try program.infeasibilityIsProven() {
          try record?.keepHere(node, isInfeasible: true)
        } else {
          giveUp(node)
        }
        return nil
      case .cutoff:
        let proven = program.provenBound()
        if proven >= cutoff - 1e-9 * abs(cutoff) {
          prune(proven)
          try record?.keepHere(node)
          return nil
        }
        var unlimited = limits
        unlimited.objective = nil
        switch try cuts.solveWithPool(unlimited) {
        case .optimal: break
        case .limit(let limit):
          self.limit = limit
          return nil
        case .cutoff, .infeasible, .iterationLimit:
          giveUp(node)
          return nil
        }
      case .iterationLimit:
        giveUp(node)
        return nil
      case .limit(let limit):
        self.limit = limit
        return nil
      }
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
    guard cutoff.isFinite else { return }
    let slack = cutoff - proven
    var evidence: Int?
    for column in integers where program.lowerBound(column) < program.upperBound(column) {
      let reduced = program.reducedCosts[column]
      let (lower, upper) = (program.lowerBound(column), program.upperBound(column))
      let isLow = reduced > slack + 1e-7 && program.point[column] <= lower + 1e-9
      let isHigh = -reduced > slack + 1e-7 && program.point[column] >= upper - 1e-9
      guard isLow || isHigh else { continue }
      let value = isLow ? lower : upper
      let change = BoundChange(column, value, value, node.change, isBranch: false)
      if let proof = record?.proof {
        let number = evidence ?? proof.add(program.multipliers())
        proof.fix(change, from: lower, to: upper, by: number)
        evidence = number
      }
      node.change = change
      try program.setBounds(column, value, value)
      prune(proven + abs(reduced))
      if node.depth == 0 { (rootLower[column], rootUpper[column]) = (value, value) }
    }
  }

  /// The evidence of what is proven so far, with the nodes that are still open as ends; nil where it is not kept.
  func certificate() -> Certificate? {
    record?.proof.flatMap { Certificate($0, cuts, bound: bound, open: open.nodes, layout: incumbent?.point) }
  }

  private func branch(_ node: TreeNode, _ result: (column: Int, value: Double, objective: Double)) throws
    -> TreeNode?
  {
    let down = result.value.rounded(.down)
    let fraction = result.value - down
    let snapshot = try program.snapshot()
    let (lower, upper) = (program.lowerBound(result.column), program.upperBound(result.column))
    func child(isUp: Bool) -> TreeNode {
      order += 1
      return TreeNode(
        bound: node.bound, depth: node.depth + 1, order: order,
        change: isUp
          ? BoundChange(result.column, down + 1, upper, node.change, isBranch: true)
          : BoundChange(result.column, lower, down, node.change, isBranch: true),
        snapshot: snapshot, branch: (result.column, isUp, isUp ? 1 - fraction : fraction),
        multipliers: node.multipliers)
    }
    let goesUp = fraction > 0.4
    open.add(child(isUp: !goesUp))
    let next = child(isUp: goesUp)
    if endsPlunge(node.bound) {
      open.add(next)
      return nil
    }
    if goesUp {
      try program.setBounds(result.column, down + 1, upper)
    } else {
      try program.setBounds(result.column, lower, down)
    }
    return next
  }
}
