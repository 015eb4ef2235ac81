internal import CGLPK
internal import LinearModel

/// One run of GLPK's branch and cut, with what its callback knows.
///
/// GLPK calls back from C. Nothing is thrown through it: an error is kept here, the search is ended, and
/// the error is thrown after it has returned.
final class TreeRun {
  /// What ended a run before GLPK had looked at the whole tree.
  enum Stop {
    case limit(Termination.Limit)
    /// The gap that was asked for is proven.
    case gap
  }

  private let options: SolveOptions
  private let clock: SolveClock
  private let model: Model
  /// Rows that came on the way; kept by the caller over several runs.
  private(set) var rows: LazyRows
  /// Proven bound on the objective.
  private(set) var bound: Double
  /// The last integer point that GLPK found or took, as it stands in GLPK.
  private(set) var incumbent: [Double]?
  /// The objective that GLPK has for it.
  private(set) var incumbentObjective: Double?
  private(set) var nodes = 0
  private(set) var iterations = 0
  private(set) var stop: Stop?
  private(set) var error: (any Error)?

  /// A feasible point that GLPK has not been offered yet.
  private var offer: [Double]?
  private let knownObjective: Double?
  private var pseudoCosts: PseudoCosts
  private var lastNode: Int32 = 0
  private var lastPoint: [Double] = []

  /// Values this close to a whole number count as one, as GLPK has it.
  static let integerTolerance = 1e-5

  init(
    model: Model, options: SolveOptions, clock: SolveClock, rows: LazyRows, bound: Double, start: [Double]?
  ) {
    self.model = model
    self.options = options
    self.clock = clock
    self.rows = rows
    self.bound = bound
    offer = start
    pseudoCosts = PseudoCosts(columns: model.variableCount)
    knownObjective = start.map { model.objectiveValue(at: $0) }
  }

  /// Runs branch and cut and returns GLPK's code.
  func run(_ problem: GLPKProblem, _ settings: cglpk_tree_options) throws -> Int {
    var settings = settings
    var answer: Int32 = 0
    let context = Unmanaged.passUnretained(self)
    let code = withExtendedLifetime(self) {
      cglpk_branch_and_cut(problem.handle, &settings, stepOfTree, context.toOpaque(), &answer)
    }
    try guarded(code, "glp_intopt")
    return Int(answer)
  }

  /// One step of the tree; tells whether to go on.
  fileprivate func step(_ tree: UnsafeMutablePointer<cglpk_tree>, _ event: cglpk_event) -> Bool {
    do {
      nodes = Int(event.nodes)
      iterations = Int(event.iterations)
      try noteIncumbent(tree, event)
      switch Int(event.reason) {
      case CGLPK_IPREPRO: pseudoCosts.enterNode()
      case CGLPK_IROWGEN:
        try pseudoCosts.learn(tree)
        try separate(tree, event)
      case CGLPK_IBRANCH: try branch(tree, event)
      case CGLPK_IHEUR: try offerStart(tree)
      default: break
      }
      try decide(tree, event)
    } catch {
      self.error = error
    }
    return error == nil && stop == nil
  }

  private func branch(_ tree: UnsafeMutablePointer<cglpk_tree>, _ event: cglpk_event) throws {
    try pseudoCosts.branch(tree, node: event.node, point: try point(of: tree)) { clock.limit != nil }
  }

  /// The relaxation's point at the node in hand.
  private func point(of tree: UnsafeMutablePointer<cglpk_tree>) throws -> [Double] {
    var point = [Double](repeating: 0, count: model.variableCount)
    try guarded(cglpk_tree_point(tree, &point), "glp_get_col_prim")
    return point
  }

  private func noteIncumbent(_ tree: UnsafeMutablePointer<cglpk_tree>, _ event: cglpk_event) throws {
    guard event.has_incumbent, event.incumbent != incumbentObjective else { return }
    var point = [Double](repeating: 0, count: model.variableCount)
    try guarded(cglpk_tree_incumbent(tree, &point), "glp_mip_col_val")
    incumbent = point
    incumbentObjective = event.incumbent
  }

  /// Ends the search where it is done or asked to end, and reports.
  private func decide(_ tree: UnsafeMutablePointer<cglpk_tree>, _ event: cglpk_event) throws {
    let limit = clock.limit ?? (options.nodeLimit.map { nodes > $0 } == true ? .nodes : nil)
    // Each node comes by here once with its bound up to date; to look more often only costs time.
    let atNode = Int(event.reason) == CGLPK_IPREPRO || Int(event.reason) == CGLPK_ISELECT
    let wantsReport = clock.wantsReport
    if limit != nil || wantsReport || (atNode && bestObjective != nil) { try updateBound(tree) }
    if let limit {
      stop = .limit(limit)
    } else if let objective = bestObjective, bound.isFinite,
      abs(objective - bound) <= options.relativeGap * abs(objective)
    {
      stop = .gap
    }
    if wantsReport {
      clock.report(bound: bound, incumbent: bestObjective, nodes: nodes, iterations: iterations)
    }
  }

  /// The better of GLPK's incumbent and the point that the caller began with.
  private var bestObjective: Double? {
    guard let known = knownObjective else { return incumbentObjective }
    guard let found = incumbentObjective else { return known }
    return model.isBetter(found, than: known) ? found : known
  }

  private func updateBound(_ tree: UnsafeMutablePointer<cglpk_tree>) throws {
    var value = 0.0
    var found = false
    try guarded(cglpk_tree_bound(tree, &value, &found), "glp_ios_best_node")
    // Before the root is solved GLPK has the largest number there is.
    guard found, abs(value) < 1e300 else { return }
    // The open nodes bound what is still to come; the incumbent is there already.
    if let objective = bestObjective, model.isBetter(objective, than: value) { value = objective }
    bound = model.tighter(bound, value)
  }

  private func offerStart(_ tree: UnsafeMutablePointer<cglpk_tree>) throws {
    guard let point = offer else { return }
    offer = nil
    var accepted = false
    try guarded(cglpk_tree_offer(tree, point, &accepted), "glp_ios_heur_sol")
  }

  /// Adds the rows that the point of the node in hand breaks: known ones first, then new ones.
  private func separate(_ tree: UnsafeMutablePointer<cglpk_tree>, _ event: cglpk_event) throws {
    guard let lazy = options.lazyConstraints else { return }
    let point = try point(of: tree)
    var broken = rows.broken(at: point)
    if broken.isEmpty {
      let isInteger = model.domains.indices.allSatisfy {
        model.domains[$0] == .continuous || abs(point[$0] - point[$0].rounded()) <= Self.integerTolerance
      }
      broken = try rows.add(try lazy(point, isInteger), at: point)
    }
    if broken.isEmpty { return }
    // A point that stays where it is although rows cut it off is beyond GLPK's precision. It is let pass
    // here, and the check of the final point decides.
    if event.node == lastNode, point == lastPoint { return }
    lastNode = event.node
    lastPoint = point
    try add(broken, to: tree)
  }

  private func add(_ constraints: [Constraint], to tree: UnsafeMutablePointer<cglpk_tree>) throws {
    var scaled = Model()
    for constraint in constraints {
      let scale = LazyRows.scale(of: constraint, in: rows.model)
      let terms = rows.model.terms(of: constraint)
      scaled.addRow(
        columns: terms.map { Int32($0.variable.index) }, values: terms.map { $0.coefficient / scale },
        lower: rows.model.rowLowerBounds[constraint.index] / scale,
        upper: rows.model.rowUpperBounds[constraint.index] / scale, name: "")
    }
    let code = scaled.withRows(from: 0) { count, starts, columns, values, lower, upper in
      cglpk_tree_add_rows(tree, count, starts, columns, values, lower, upper)
    }
    try guarded(code, "glp_add_rows")
  }
}

/// What GLPK's callback reaches Swift by.
private func stepOfTree(
  tree: UnsafeMutablePointer<cglpk_tree>?, event: UnsafePointer<cglpk_event>?,
  context: UnsafeMutableRawPointer?
) -> Int32 {
  guard let tree, let event, let context else { return 1 }
  return Unmanaged<TreeRun>.fromOpaque(context).takeUnretainedValue().step(tree, event.pointee) ? 0 : 1
}
