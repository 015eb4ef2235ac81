internal import LinearModel

/// Brings the master's linear program up to date: rows of the pool and Benders cuts are added until its point, with the
/// costs that it has for the blocks, is right within a tolerance.
final class CutLoop {
  /// How a loop ended.
  enum End {
    /// The program is right within the tolerance.
    case converged
    /// The rounds were used up, or the bound stopped rising.
    case stopped
    /// No point is left below the limit on the objective.
    case cutoff
    case infeasible
    case limit(Termination.Limit)
  }

  private(set) var master: BendersMaster
  let program: MasterProgram
  let oracle: BlockOracle
  /// Cuts of the blocks that share an estimate.
  private(set) var known: BlockCuts
  /// A point inside of what the rounds so far have seen; cuts are made between it and the program's point.
  private var core: [Double]?
  private(set) var cutCount = 0
  /// Tangents of cones, by their number in the pool.
  private(set) var tangents: [(row: Int, tangent: ConcentrationCone.Tangent)] = []
  /// Where each row of the pool comes from.
  private(set) var origins: [RowOrigin] = []

  /// By how much, in parts of the objective, shared estimates may stay below what is known of their blocks.
  private static let knownTolerance = 1e-6
  /// The same, in parts of the way to a limit on the objective.
  private static let knownPart = 0.1
  /// Rounds of such sums in one solve: rows that the simplex method's tolerance lets pass must not come for ever. The bound is
  /// valid without them.
  private static let mostSumRounds = 200
  /// By how much, in parts of its largest sum, a cut may differ at its own point from what it was made of.
  private static let exactness = 1e-9
  /// Rows of the pool that join the program at a time.
  private static let rowsAtATime = 400

  init(_ master: BendersMaster, _ program: MasterProgram, _ oracle: BlockOracle) {
    self.master = master
    self.program = program
    self.oracle = oracle
    known = BlockCuts(master.blocks)
    for row in 0..<master.lazyRows.constraintCount {
      let range = master.lazyRows.rows.starts[row]..<master.lazyRows.rows.starts[row + 1]
      _ = program.addToPool(
        columns: Array(master.lazyRows.rows.columns[range]),
        values: Array(master.lazyRows.rows.values[range]),
        lower: master.lazyRows.rowLowerBounds[row], upper: master.lazyRows.rowUpperBounds[row])
      origins.append(.lazy(row))
    }
  }

  /// Makes the objective a sum of cost and measure, each by a weight. Rows and cuts hold whatever the objective is.
  func weigh(cost: Double, measure: Double) throws {
    master.weigh(cost: cost, measure: measure)
    try program.setObjective(of: master.model)
  }

  /// Solves the program with rows of the pool and tangents of cones until its point breaks none.
  func solveWithPool(_ limits: SimplexLimits) throws -> SimplexEnd {
    var round = 0
    var sumRounds = 0
    while true {
      let end = try program.run(limits)
      if end != .optimal { return end }
      let broken = program.brokenRows(atMost: Self.rowsAtATime)
      if !broken.isEmpty {
        try program.activate(broken)
        continue
      }
      let sums = sumRounds < Self.mostSumRounds ? sumsOfKnownCuts(limits) : []
      if !sums.isEmpty {
        sumRounds += 1
        try program.activate(sums)
        continue
      }
      let tangents = master.cones.enumerated().flatMap { index, cone in
        cone.brokenTangents(at: program.point, round: round).map { (index, $0) }
      }
      if tangents.isEmpty { return end }
      round += 1
      try program.activate(tangents.map { add($1, of: $0) })
    }
  }

  private func add(_ tangent: ConcentrationCone.Tangent, of cone: Int) -> Int {
    let terms = tangent.relation.expression.terms
    let row = program.addToPool(
      columns: terms.map { Int32($0.variable.index) }, values: terms.map(\.coefficient), lower: -.infinity,
      upper: 0)
    tangents.append((row, tangent))
    origins.append(.tangent(cone: cone, tangent.point))
    return row
  }

  /// - Parameters:
  ///   - tolerance: By how much, in parts of the objective, the blocks may cost more than the program has for them.
  ///   - rounds: The most rounds of cuts.
  ///   - isStabilized: Whether cuts are made at points between the program's and the core point (in-out separation,
  ///     Ben-Ameur and Neto 2007), which makes few and deep ones.
  func run(_ limits: SimplexLimits, tolerance: Double, rounds: Int, isStabilized: Bool) throws -> End {
    if isStabilized { core = nil }
    var inOut = isStabilized
    var previous = -Double.infinity
    var slow = 0
    for round in 0..<rounds {
      if round > 0 { try program.removeIdleRows() }
      switch try solveWithPool(limits) {
      case .optimal: break
      case .cutoff: return .cutoff
      case .infeasible: return .infeasible
      case .iterationLimit: return .stopped
      case .limit(let limit): return .limit(limit)
      }
      let objective = program.objective()
      if objective - previous < 1e-6 * max(1, abs(objective)) { slow += 1 } else { slow = 0 }
      previous = objective
      var found = 0
      if inOut {
        let point = separationPoint()
        found = try separate(at: point, limits: limits)?.added ?? 0
        core = point
        if slow > 3 { inOut = false }
      }
      if found == 0 {
        guard let result = try separate(at: program.point, limits: limits) else { return .stopped }
        if result.added == 0 { return .converged }
        if result.excess <= tolerance * max(1, abs(objective)) {
          // The last cuts are in the program already: its point and duals are to know them.
          return try solveWithPool(limits) == .optimal ? .converged : .stopped
        }
      }
    }
    return .stopped
  }

  private func separationPoint() -> [Double] {
    guard let core else { return program.point }
    return zip(program.point, core).map { 0.5 * $0 + 0.5 * $1 }
  }

  /// Makes cuts at a point and takes those that the program's point breaks.
  ///
  /// - Returns: How many were taken, and by how much the blocks cost more at the point than the program has for them;
  ///   nil where time was up.
  func separate(at point: [Double], limits: SimplexLimits) throws -> (added: Int, excess: Double)? {
    var rows: [Int] = []
    var excess = 0.0
    try oracle.prepare(at: point, blockLimits(limits))
    for (index, estimate) in master.estimates.enumerated() {
      guard let found = try solve(estimate, at: point, limits: limits) else { return nil }
      let theta = program.point[estimate.variable.index]
      if found.isPossible {
        let cut = try cut(estimate, found.cuts, costing: found.costs, at: point)
        let value = cut.value(at: program.point)
        excess += master.estimateWeights[index] * max(0, value - theta)
        if value > theta + 1e-7 * max(1, abs(value)) {
          rows.append(add(cut, on: index))
        }
      } else {
        excess = .infinity
        for cut in found.cuts where !cut.isOptimality {
          if cut.value(at: program.point) > 1e-9 * max(1, abs(cut.constant)) { rows.append(add(cut)) }
        }
      }
    }
    try program.activate(rows)
    return (rows.count, excess)
  }

  /// The limits of a search that hold for its blocks as well.
  private func blockLimits(_ limits: SimplexLimits) -> SimplexLimits {
    SimplexLimits(seconds: limits.seconds, cancellation: limits.cancellation)
  }

  /// Solves the blocks of an estimate at a point and keeps their cuts; nil where time was up.
  private func solve(
    _ estimate: CostEstimate, at point: [Double], limits: SimplexLimits
  ) throws -> (cuts: [BendersCut], costs: [Double], isPossible: Bool)? {
    var found: (cuts: [BendersCut], costs: [Double], isPossible: Bool) = ([], [], true)
    for member in estimate.members {
      guard
        let answer = try oracle.solve(
          member.block, at: point, limits: blockLimits(limits))
      else { return nil }
      found.cuts.append(answer.cut)
      found.costs.append(answer.value)
      if !answer.cut.isOptimality { found.isPossible = false }
      if estimate.members.count > 1, answer.cut.isOptimality { known.keep(answer.cut, at: point) }
    }
    return found
  }

  /// The cut of an estimate that its blocks' cuts at a point come to.
  ///
  /// - Parameter costs: What each block of the estimate costs at the point.
  /// - Throws: `SolverError` where it is not exact at the point. Each block's cut is, so that this is a fault of the program; the
  ///   search would come back to the point without end.
  private func cut(
    _ estimate: CostEstimate, _ cuts: [BendersCut], costing costs: [Double], at point: [Double]
  ) throws -> EstimateCut {
    let cut = EstimateCut(estimate, cuts, columns: point.count)
    let value = cut.value(at: point)
    let cost = zip(estimate.members, costs).reduce(0) { $0 + $1.0.weight * $1.1 }
    let size = zip(cut.columns, cut.values).reduce(abs(cut.constant)) { $0 + abs($1.1 * point[Int($1.0)]) }
    if abs(value - cost) > Self.exactness * max(1, size) {
      throw SolverError(
        .internalFault, "a cut comes to \(value) where its blocks cost \(cost)", context: master.model.name)
    }
    return cut
  }

  /// Rows that hold shared estimates to the best cuts known of their blocks at the program's point, where they are too low
  /// by what counts.
  ///
  /// - Parameter limits: Where they have a limit on the objective, what counts is a part of the way that is left to it: a node that
  ///   is far from being ended is branched as well with estimates that are a little low, and each round is a run of the simplex method.
  private func sumsOfKnownCuts(_ limits: SimplexLimits) -> [Int] {
    var cuts: [(estimate: Int, cut: EstimateCut)] = []
    var excess = 0.0
    for (index, estimate) in master.estimates.enumerated() where estimate.members.count > 1 {
      guard let best = known.best(estimate, at: program.point) else { continue }
      let theta = program.point[estimate.variable.index]
      if best.value > theta + 1e-7 * max(1, abs(best.value)) {
        excess += master.estimateWeights[index] * (best.value - theta)
        cuts.append((index, EstimateCut(estimate, best.cuts, columns: program.point.count)))
      }
    }
    let objective = program.objective()
    let tolerance = max(
      Self.knownTolerance * max(1, abs(objective)),
      Self.knownPart * ((limits.objective ?? objective) - objective))
    return excess > tolerance
      ? cuts.map { add($0.cut, on: $0.estimate) } : []
  }

  private func add(_ cut: BendersCut) -> Int {
    cutCount += 1
    origins.append(cut.recipe.map { .infeasibility($0) } ?? .other)
    return program.addToPool(
      columns: cut.columns, values: cut.values.map { -$0 }, lower: cut.constant, upper: .infinity)
  }

  private func add(_ cut: EstimateCut, on estimate: Int) -> Int {
    cutCount += 1
    origins.append(cut.recipes.isEmpty ? .other : .estimate(estimate, cut.recipes))
    return program.addToPool(
      columns: cut.columns + [Int32(cut.theta.index)], values: cut.values.map { -$0 } + [1],
      lower: cut.constant, upper: .infinity)
  }

  /// Puts a row of the caller's into the pool and gives its number there.
  func addRow(_ terms: [LinearExpression.Term], lower: Double, upper: Double) -> Int {
    origins.append(.other)
    return program.addToPool(
      columns: terms.map { Int32($0.variable.index) }, values: terms.map(\.coefficient), lower: lower,
      upper: upper)
  }

  /// Makes rows of an earlier search again, for the data that the blocks have now, and puts them into the pool.
  ///
  /// - Returns: The number of each in the pool; nil where it could not be made.
  func recall(_ rows: [RowOrigin]) -> [Int?] {
    rows.map { origin in
      switch origin {
      case .lazy(let row): return row < master.lazyRows.constraintCount ? row : nil
      case .estimate(let index, let recipes):
        guard master.estimates.indices.contains(index) else { return nil }
        let cuts = recipes.compactMap(oracle.cut(from:))
        guard cuts.map(\.block) == master.estimates[index].members.map(\.block) else { return nil }
        return add(EstimateCut(master.estimates[index], cuts, columns: master.model.variableCount), on: index)
      case .infeasibility(let recipe): return oracle.cut(from: recipe).map(add)
      case .tangent(let cone, let point):
        guard master.cones.indices.contains(cone), let tangent = master.cones[cone].tangent(at: point) else {
          return nil
        }
        return add(tangent, of: cone)
      case .other: return nil
      }
    }
  }

  /// Makes cuts where those of an earlier search were made, on estimates of blocks that have other costs now, and puts them into
  /// the pool: multipliers that were right for the old costs are not for the new ones.
  ///
  /// - Parameter isAlike: Whether each block's costs and matrix are as they were.
  func renew(_ rows: [RowOrigin], isAlike: [Bool]) throws {
    // Many points have one cut in common.
    var known: Set<[Double]> = []
    for case .estimate(let index, let recipes) in rows where !recipes.allSatisfy({ isAlike[$0.block] }) {
      var cuts: [BendersCut] = []
      for recipe in recipes {
        guard let cut = try oracle.cut(where: recipe, columns: master.model.variableCount) else { break }
        cuts.append(cut)
      }
      guard cuts.map(\.block) == master.estimates[index].members.map(\.block) else { continue }
      let cut = EstimateCut(master.estimates[index], cuts, columns: master.model.variableCount)
      if known.insert([Double(index), cut.constant] + cut.values).inserted { _ = add(cut, on: index) }
    }
  }

  /// What every block costs at a point, with cuts for those that the point has too little for; nil where a block has no
  /// solution or time was up.
  func blockCosts(at point: [Double], limits: SimplexLimits) throws -> (costs: [Double], rows: [Int])? {
    var costs = [Double](repeating: 0, count: master.blocks.count)
    var rows: [Int] = []
    var impossible: [Int] = []
    try oracle.prepare(at: point, blockLimits(limits))
    for (index, estimate) in master.estimates.enumerated() {
      guard let found = try solve(estimate, at: point, limits: limits) else { return nil }
      for (member, cost) in zip(estimate.members, found.costs) { costs[member.block] = cost }
      if found.isPossible {
        let theta = point[estimate.variable.index]
        if estimate.value(costs) > theta + 1e-7 * max(1, abs(theta)) {
          rows.append(add(try cut(estimate, found.cuts, costing: found.costs, at: point), on: index))
        }
      } else {
        impossible += found.cuts.filter { !$0.isOptimality }.map(add)
      }
    }
    if !impossible.isEmpty {
      try program.activate(rows + impossible)
      return nil
    }
    return (costs, rows)
  }

  /// The best that can be done with the yes-or-no decisions of a point, which may be whole only within the tolerance of the simplex method:
  /// the least part of a decision times a large capacity is an amount that nobody is committed to. Where they are whole, amounts may still
  /// be left over from a program that was solved with them open.
  ///
  /// - Returns: The point with its objective; nil where nothing was found. The bounds of the program stay changed.
  func settled(_ point: [Double]) throws -> (point: [Double], objective: Double)? {
    let whole = master.model.domains.indices.filter { master.model.domains[$0] == .integer }
    for column in whole { try program.setBounds(column, point[column].rounded(), point[column].rounded()) }
    // Without a limit: it is short, and what was found must not be lost for want of it.
    guard case .converged = try run(SimplexLimits(), tolerance: 1e-7, rounds: 100, isStabilized: false) else {
      return nil
    }
    var settled = program.point
    for column in whole { settled[column].round() }
    guard let found = try blockCosts(at: settled, limits: SimplexLimits()) else { return nil }
    let (objective, isFeasible) = master.settle(&settled, blockCosts: found.costs)
    return isFeasible ? (settled, objective) : nil
  }
}
