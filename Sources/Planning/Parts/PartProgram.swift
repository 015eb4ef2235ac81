internal import LinearModel

/// The linear relaxation of a part, with cuts on the cost of its blocks; it is solved many thousand times.
///
/// There is one estimate for all blocks: rows are sums of the best cut known of each block at the program's point, so that the program
/// stays small, and what is known of blocks is kept apart from it.
final class PartProgram {
  let part: MasterPart
  private let session: any SimplexSession
  private let oracle: BlockOracle
  private var known: BlockCuts
  private let permanentCount: Int
  /// Runs in a row in which each cut was of no use.
  private var idleRuns: [Int] = []
  /// What each cut was made of; empty where that is not kept.
  private var sums: [CutSum] = []
  private let keepsEvidence: Bool
  /// What each choice is in the program; of no known value at first.
  private var made: [Int8]
  /// The price of each choice.
  private(set) var prices: [Double]
  private(set) var point: [Double] = []
  private var duals: [Double] = []
  private var reducedCosts: [Double] = []

  private static let mostIdleRuns = 30
  /// Cuts are taken out by the score, since each time the simplex method loses its factors.
  private static let removedAtATime = 20

  /// Numbers that recipes of a part's cuts may hold: some megabytes.
  private static let mostRecipeNumbers = 500_000

  /// - Parameters:
  ///   - cuts: Cuts known of each block.
  ///   - keepsEvidence: Whether what is proven can be made again for other data.
  init(_ part: MasterPart, _ solver: any Solver, cuts: [[BendersCut]] = [], keepsEvidence: Bool) throws {
    self.part = part
    self.keepsEvidence = keepsEvidence
    var relaxed = part.model
    for choice in part.choices { relaxed.setDomain(of: Variable(index: choice), to: .continuous) }
    session = try solver.openSimplex(relaxed)
    oracle = BlockOracle(
      part.blocks, solver, masterLower: part.model.lowerBounds, masterUpper: part.model.upperBounds,
      recipeNumbers: keepsEvidence ? Self.mostRecipeNumbers : 0)
    known = BlockCuts(part.blocks)
    for cut in cuts.joined() { known.keep(cut) }
    permanentCount = part.model.constraintCount
    prices = [Double](repeating: 0, count: part.choices.count)
    made = [Int8](repeating: .max, count: part.choices.count)
  }

  // MARK: What is to be solved

  /// - Parameter prices: What each site costs the part.
  func setPrices(_ sites: [Double]) throws {
    for (choice, column) in part.choices.enumerated() {
      guard let site = part.siteOfChoice[choice], prices[choice] != sites[site] else { continue }
      prices[choice] = sites[site]
      try session.setObjective(ofColumn: column, to: part.model.objective[column] + sites[site])
    }
  }

  /// - Parameter made: What each choice is: 1, 0, or −1 where it is open.
  func make(_ made: [Int8]) throws {
    for choice in made.indices where self.made[choice] != made[choice] { try make(choice, made[choice]) }
  }

  /// How many choices are made differently.
  func distance(to made: [Int8]) -> Int { zip(self.made, made).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) } }

  func make(_ choice: Int, _ value: Int8) throws {
    let (lower, upper) = value < 0 ? (0.0, 1.0) : (Double(value), Double(value))
    try session.setBounds(ofColumn: part.choices[choice], lower: lower, upper: upper)
    made[choice] = value
  }

  /// Closes the columns that whole choices leave nothing: within its tolerance the simplex method would leave traces in them.
  ///
  /// - Returns: The columns, for ``reopen(_:)``.
  func closeUnused(_ made: [Int8]) throws -> [Int] {
    let model = part.model
    let choices = Dictionary(uniqueKeysWithValues: part.choices.enumerated().map { ($1, Double(made[$0])) })
    var closed: Set<Int> = []
    for row in 0..<permanentCount {
      let terms = (model.rows.starts[row]..<model.rows.starts[row + 1]).map {
        (column: Int(model.rows.columns[$0]), value: model.rows.values[$0])
      }
      let decided = terms.reduce(0) { $0 + $1.value * (choices[$1.column] ?? 0) }
      let others = terms.filter { choices[$0.column] == nil }
      for (sign, side) in [(1.0, model.rowUpperBounds[row]), (-1.0, -model.rowLowerBounds[row])]
      where side - sign * decided <= 0 {
        let canOnlyAdd = others.allSatisfy { sign * $0.value > 0 && model.lowerBounds[$0.column] >= 0 }
        if canOnlyAdd { closed.formUnion(others.map(\.column)) }
      }
    }
    let open = closed.filter { model.lowerBounds[$0] == 0 && model.upperBounds[$0] > 0 }
    for column in open { try session.setBounds(ofColumn: column, lower: 0, upper: 0) }
    return Array(open)
  }

  func reopen(_ columns: [Int]) throws {
    for column in columns {
      try session.setBounds(
        ofColumn: column, lower: part.model.lowerBounds[column], upper: part.model.upperBounds[column])
    }
  }

  // MARK: Solving

  func run(_ limits: SimplexLimits) throws -> SimplexEnd {
    let end = try session.run(limits)
    if end == .optimal || end == .cutoff {
      try session.readSolution(point: &point, duals: &duals, reducedCosts: &reducedCosts)
      // Within its tolerance the simplex method may leave them, and a block may have no solution there.
      for column in point.indices {
        let bounds = session.bounds(ofColumn: column)
        point[column] = min(max(point[column], bounds.lower), bounds.upper)
      }
    }
    if end == .optimal {
      for cut in idleRuns.indices {
        idleRuns[cut] = duals[permanentCount + cut] == 0 ? idleRuns[cut] + 1 : 0
      }
    }
    return end
  }

  /// Takes cuts out that were of no use for long.
  func removeIdleCuts() throws {
    let idle = idleRuns.indices.filter { idleRuns[$0] > Self.mostIdleRuns }
    if idle.count < Self.removedAtATime { return }
    let basis = try session.basis()
    let removed = idle.filter { basis.rows[permanentCount + $0] == SimplexBasis.basic }
    if removed.isEmpty { return }
    try session.removeRows(removed.map { permanentCount + $0 })
    let gone = Set(removed)
    duals = duals.indices.filter { !gone.contains($0 - permanentCount) }.map { duals[$0] }
    if keepsEvidence { sums = sums.indices.filter { !gone.contains($0) }.map { sums[$0] } }
    idleRuns = idleRuns.indices.filter { !gone.contains($0) }.map { idleRuns[$0] }
  }

  var objective: Double { session.objectiveValue(at: point) }
  func infeasibilityIsProven() throws -> Bool { try session.infeasibilityProof() != nil }
  func basis() throws -> SimplexBasis { try session.basis() }
  func setBasis(_ basis: SimplexBasis) throws { try session.setBasis(basis) }

  /// The value of a choice at the last point.
  func value(_ choice: Int) -> Double { point[part.choices[choice]] }
  func reducedCost(_ choice: Int) -> Double { reducedCosts[part.choices[choice]] }

  /// What multipliers of the last run prove.
  func priceFunction() -> PriceFunction {
    let model = session.model
    var charges = PriceCharges(constant: model.objectiveConstant, left: model.objective)
    for (choice, column) in part.choices.enumerated() { charges.left[column] -= prices[choice] }
    for row in duals.indices { charges.add(row, times: duals[row], of: model) }
    return PriceFunction(charges, of: part, evidence: evidence())
  }

  /// The multipliers of the last run; nil where they are not kept.
  private func evidence() -> PriceEvidence? {
    if !keepsEvidence { return nil }
    let permanent = (0..<permanentCount).filter { duals[$0] != 0 }.map { ($0, duals[$0]) }
    // Rows that were added since have none.
    let used = (0..<(duals.count - permanentCount)).filter { duals[permanentCount + $0] != 0 }
    return PriceEvidence(
      permanent: permanent, sums: used.map { (sums[$0], duals[permanentCount + $0] * sums[$0].scale) })
  }

  // MARK: Cuts

  /// By how much the blocks cost more at the last point than the program has for them, as far as cuts known before tell; where that
  /// counts, a row is added.
  func addKnownCut(from least: Double) throws -> Double {
    guard let best = known.best(part.estimate, at: point) else { return 0 }
    let excess = best.value - point[part.estimate.variable.index]
    if excess > least { try add(best.cuts) }
    return max(0, excess)
  }

  /// By how much the blocks cost more at the last point than the program has for them; where that counts, a row is added.
  ///
  /// - Returns: nil where time was up or a block has no solution.
  func addCut(from least: Double, _ limits: SimplexLimits) throws -> Double? {
    var cuts: [BendersCut] = []
    var cost = 0.0
    for member in part.estimate.members {
      guard let answer = try oracle.solve(member.block, at: point, limits: limits), answer.cut.isOptimality
      else {
        return nil
      }
      known.keep(answer.cut, at: point)
      cuts.append(answer.cut)
      cost += member.weight * answer.value
    }
    let excess = cost - point[part.estimate.variable.index]
    if excess > least { try add(cuts) }
    return max(0, excess)
  }

  /// What each block costs at a point; nil where time was up or a block has no solution.
  func blockCosts(at point: [Double], _ limits: SimplexLimits) throws -> [Double]? {
    var costs: [Double] = []
    for member in part.estimate.members {
      guard let answer = try oracle.solve(member.block, at: point, limits: limits), answer.value.isFinite
      else {
        return nil
      }
      costs.append(answer.value)
    }
    return costs
  }

  private func add(_ cuts: [BendersCut]) throws {
    let cut = EstimateCut(part.estimate, cuts, columns: part.model.variableCount)
    let scale = 1 / cut.values.reduce(1) { max($0, abs($1)) }
    var row = Model()
    row.addRow(
      columns: cut.columns + [Int32(part.estimate.variable.index)],
      values: cut.values.map { -$0 * scale } + [scale], lower: cut.constant * scale, upper: .infinity,
      name: "")
    try session.addRows(of: row)
    idleRuns.append(0)
    if keepsEvidence { sums.append(CutSum(cuts, scale: scale)) }
  }

  // MARK: Memory

  /// The cuts known of the blocks.
  var cuts: [BendersCut] { part.blocks.indices.flatMap { known.cuts(of: $0) } }

  /// Takes in cuts of a part with the same data.
  func keep(_ cuts: [BendersCut]) { for cut in cuts { known.keep(cut) } }

  /// Makes cuts and leaves of a part that had other data again, as far as they are of use.
  ///
  /// - Returns: The leaves.
  func renew(_ past: RememberedPart) -> [PartLeaf] {
    let renewal = PartRenewal(part, after: past, oracle)
    keep(past.cuts.compactMap(renewal.cut))
    return past.leaves.map(renewal.leaf)
  }
}
