internal import LinearModel

/// Solves recourse blocks for given decisions of the master and turns their duals into cuts.
///
/// Every cut is safe: whatever the duals are, what they leave of a column's cost is charged to the column's bound
/// (Neumaier and Shcherbina 2004), so a cut never exceeds the true cost by more than the rounding of its own sums.
final class BlockOracle {
  /// What a block came to.
  struct Answer: Sendable {
    var cut: BendersCut
    /// The least cost of the block, as the cut proves it at the point; infinite where the block has no solution.
    var value: Double
  }

  let blocks: [RecourseBlock]
  private let solver: any Solver
  private let family: [Int]
  private var sessions: [(any SimplexSession)?]
  /// Threads that solve the blocks; nil where this one does.
  private let workers: BlockWorkers?
  private let masterLower: [Double]
  private let masterUpper: [Double]
  /// Numbers that recipes of cuts may hold from now on; 0 where none are kept.
  private var recipeRoom: Int
  /// The master's columns that each block reads.
  private let columnsRead: [[Int32]]
  /// Where the gradient of a cut is summed up, by column of the master; zero in between.
  private var gradient: [Double]
  /// Blocks solved so far.
  private(set) var solves = 0
  /// The last answer for each block, and what it read of the point there.
  private var lastAnswers: [(read: [Double], answer: Answer)?]

  /// By how much, in parts of it, a limit may be missed: what the simplex method cannot tell apart.
  private static let tolerance = 1e-7
  /// By how much, in parts of it, a side may be missed because the master's point is within its bounds but for rounding.
  private static let rounding = 1e-5
  /// Families whose sessions are kept; those of others are set up again each time, which is quick for a small linear program. Points
  /// come with all blocks, so that keeping the ones used last instead would keep none that is wanted next.
  private static let mostSessions = 600
  /// Numbers that all recipes together may hold: some tens of megabytes.
  private static let mostRecipeNumbers = 5_000_000

  /// - Parameters:
  ///   - masterLower: Least value of each column of the master.
  ///   - masterUpper: Greatest value of each.
  ///   - keepsRecipes: Whether cuts know how to make them again.
  ///   - limitsRecipes: Whether that ends when they hold many numbers.
  ///   - recipeNumbers: Numbers that recipes may hold instead; nil where the above tell.
  ///   - threads: Threads that solve blocks; 1 for the calling one alone.
  init(
    _ blocks: [RecourseBlock], _ solver: any Solver, masterLower: [Double], masterUpper: [Double],
    keepsRecipes: Bool = false, limitsRecipes: Bool = true, recipeNumbers: Int? = nil, threads: Int = 1
  ) {
    recipeRoom = recipeNumbers ?? (keepsRecipes ? limitsRecipes ? Self.mostRecipeNumbers : .max : 0)
    self.blocks = blocks
    columnsRead = blocks.map(\.columnsRead)
    gradient = [Double](repeating: 0, count: masterLower.count)
    self.solver = solver
    self.masterLower = masterLower
    self.masterUpper = masterUpper
    var families: [RecourseBlock.Family: Int] = [:]
    family = blocks.map { block in
      let key = block.family
      if let known = families[key] { return known }
      families[key] = families.count
      return families.count - 1
    }
    sessions = [(any SimplexSession)?](repeating: nil, count: families.count)
    lastAnswers = [(read: [Double], answer: Answer)?](repeating: nil, count: blocks.count)
    let count = min(threads, families.count)
    workers =
      count < 2
      ? nil
      : BlockWorkers(count, solver) {
        BlockOracle(
          blocks, solver, masterLower: masterLower, masterUpper: masterUpper, keepsRecipes: keepsRecipes,
          limitsRecipes: limitsRecipes)
      }
  }

  /// Solves all blocks at a point, on as many threads as there are, so that each is answered at once afterwards. Those that time was
  /// not enough for are left.
  func prepare(at point: [Double], _ limits: SimplexLimits) throws {
    let stale = blocks.indices.filter { lastAnswers[$0]?.read != read($0, at: point) }
    guard let workers else {
      for block in stale { if try solve(block, at: point, limits: limits) == nil { return } }
      return
    }
    var shares = [[Int]](repeating: [], count: workers.count)
    for block in stale { shares[family[block] % workers.count].append(block) }
    for (block, answer) in try workers.solve(shares, at: point, limits) {
      guard let answer else { continue }
      solves += 1
      lastAnswers[block] = (read(block, at: point), answer)
    }
  }

  private func read(_ block: Int, at point: [Double]) -> [Double] {
    columnsRead[block].map { point[Int($0)] }
  }

  /// The session for a block, with the block's sides at a point.
  private func session(for index: Int, _ sides: BlockSides) throws -> any SimplexSession {
    let session = try sessions[family[index]] ?? solver.openSimplex(Self.model(of: blocks[index]))
    if family[index] < Self.mostSessions { sessions[family[index]] = session }
    try session.setRowBounds(lower: sides.lower, upper: sides.upper)
    let lower = [Double](repeating: 0, count: sides.bound.count)
    try session.setColumnBounds(lower: lower, upper: sides.bound)
    return session
  }

  private static func model(of block: RecourseBlock) -> Model {
    var model = Model(name: "block")
    for column in block.cost.indices {
      model.addVariable("", lower: 0, upper: block.bound[column], objective: block.cost[column])
    }
    for row in block.lower.indices {
      let range = block.matrix.starts[row]..<block.matrix.starts[row + 1]
      model.addRow(
        columns: Array(block.matrix.columns[range]), values: Array(block.matrix.values[range]),
        lower: block.lower[row], upper: block.upper[row], name: "")
    }
    return model
  }

  /// The cost of a block at a point of the master, and a cut that is exact there; nil where time was up.
  ///
  /// From one point of a search to the next much stays as it is, and the block is not solved again where all that it reads does.
  ///
  /// - Throws: `SolverError` where the block could not be solved or the search was cancelled.
  func solve(_ index: Int, at point: [Double], limits: SimplexLimits = SimplexLimits()) throws -> Answer? {
    let read = read(index, at: point)
    if let last = lastAnswers[index], last.read == read { return last.answer }
    guard let answer = try solveAnew(index, at: point, limits) else { return nil }
    lastAnswers[index] = (read, answer)
    return answer
  }

  private func solveAnew(_ index: Int, at point: [Double], _ limits: SimplexLimits) throws -> Answer? {
    let caps = BlockCaps(blocks[index], at: point)
    let sides = BlockSides(blocks[index], caps, at: point)
    solves += 1
    let session = try session(for: index, sides)
    switch try session.run(limits) {
    case .optimal:
      var (values, duals, reduced): ([Double], [Double], [Double]) = ([], [], [])
      try session.readSolution(point: &values, duals: &duals, reducedCosts: &reduced)
      let cut = self.cut(index, multipliers: duals, isOptimality: true, caps, at: point)
      return Answer(cut: cut, value: cut.value(at: point))
    case .infeasible:
      var impossible: Answer?
      if let ray = try session.infeasibilityProof() {
        let cut = cut(index, multipliers: ray, isOptimality: false, caps, at: point)
        let size = cut.values.reduce(abs(cut.constant)) { max($0, abs($1)) }
        let lack = cut.value(at: point)
        // A cut that the master's program cannot see broken would leave it where it is for ever.
        if lack > Self.tolerance * size { impossible = Answer(cut: cut, value: .infinity) }
        if lack > Self.rounding * size { return impossible }
      }
      if blocks[index].limitRows.isEmpty {
        let rows = loosened(allRowsOf: index, at: point)
        return try solveLoosened(index, session, rows, at: point, limits, otherwise: impossible)
      }
      return try impossible ?? solveWithinTolerance(index, session, at: point, limits)
    case .cutoff, .iterationLimit, .limit: return nil
    }
  }

  /// The answer for a block of which the simplex method says that it has no solution and cannot prove it: it may have ended in
  /// its primal form, or the master's limits may lie so close to what is possible that rounding decides.
  ///
  /// The first phase tells by how much the limits fall short and proves it. What the simplex method cannot tell apart counts as
  /// possible, as it does in the master.
  private func solveWithinTolerance(
    _ index: Int, _ session: any SimplexSession, at point: [Double], _ limits: SimplexLimits
  ) throws -> Answer? {
    let block = blocks[index]
    let phase = try solver.openSimplex(
      BlockPhaseOne(block).model(
        bounds: BlockCaps(block, at: point).bound, shift: { block.links.value($0, at: point) }))
    switch try phase.run(limits) {
    case .optimal: break
    case .infeasible:
      return try solveLoosened(index, session, loosened(allRowsOf: index, at: point), at: point, limits)
    case .cutoff, .iterationLimit, .limit: return nil
    }
    var (values, duals, reduced): ([Double], [Double], [Double]) = ([], [], [])
    try phase.readSolution(point: &values, duals: &duals, reducedCosts: &reduced)
    let missing = values.dropFirst(block.cost.count).reduce(0, +)
    let size = block.limitRows.reduce(1.0) { max($0, abs(block.links.value($1, at: point))) }
    if missing > Self.tolerance * size {
      return Answer(cut: cut(index, multipliers: duals, isOptimality: false, at: point), value: .infinity)
    }
    return try solveLoosened(
      index, session, block.limitRows.map { ($0, 2 * Self.tolerance * size) }, at: point, limits)
  }

  /// Every row of a block with what a decision of the point may be beyond its bounds by rounding.
  private func loosened(allRowsOf index: Int, at point: [Double]) -> [(row: Int, slip: Double)] {
    let block = blocks[index]
    return block.lower.indices.map { row in
      let shift = block.links.value(row, at: point)
      let sides = [block.lower[row] - shift, block.upper[row] - shift].filter(\.isFinite)
      return (row, Self.rounding * sides.reduce(1) { max($0, abs($1)) })
    }
  }

  /// The answer for a block with some rows looser by so little that it counts as the same. The cut holds whatever its multipliers are.
  ///
  /// - Parameter impossible: The answer where it has no solution even so; nil where that cannot be.
  private func solveLoosened(
    _ index: Int, _ session: any SimplexSession, _ rows: [(row: Int, slip: Double)], at point: [Double],
    _ limits: SimplexLimits, otherwise impossible: Answer? = nil
  ) throws -> Answer? {
    let block = blocks[index]
    for (row, slip) in rows {
      let shift = block.links.value(row, at: point)
      try session.setBounds(
        ofRow: row, lower: block.lower[row] - shift - slip, upper: block.upper[row] - shift + slip)
    }
    switch try session.run(limits) {
    case .optimal: break
    case .infeasible:
      if let impossible { return impossible }
      throw SolverError(
        .numerical, "a block has no solution although its limits allow one", context: "block \(index)")
    case .cutoff, .iterationLimit, .limit: return nil
    }
    var (values, duals, reduced): ([Double], [Double], [Double]) = ([], [], [])
    try session.readSolution(point: &values, duals: &duals, reducedCosts: &reduced)
    let cut = cut(index, multipliers: duals, isOptimality: true, at: point)
    return Answer(cut: cut, value: cut.value(at: point))
  }

  /// The cut of any multipliers of a block's rows.
  func cut(_ index: Int, multipliers: [Double], isOptimality: Bool, at point: [Double]) -> BendersCut {
    cut(
      index, multipliers: multipliers, isOptimality: isOptimality, BlockCaps(blocks[index], at: point),
      at: point)
  }

  private func cut(
    _ index: Int, multipliers: [Double], isOptimality: Bool, _ caps: BlockCaps, at point: [Double]
  ) -> BendersCut {
    var used: [Int32] = []
    var cut = cut(index, multipliers: multipliers, isOptimality: isOptimality, caps, used: &used)
    if recipeRoom > 0 {
      let recipe = CutRecipe(
        block: index, isOptimality: isOptimality, size: size(of: index), multipliers: multipliers, caps: used,
        point: columnsRead[index].map { point[Int($0)] })
      recipeRoom -= recipe.count
      cut.recipe = recipe
    }
    return cut
  }

  /// A cut made again from its recipe for the block's present data; nil where the block is another.
  func cut(from recipe: CutRecipe) -> BendersCut? {
    guard blocks.indices.contains(recipe.block), size(of: recipe.block) == recipe.size else { return nil }
    var used: [Int32] = []
    var cut = cut(
      recipe.block, multipliers: recipe.multipliers, isOptimality: recipe.isOptimality,
      BlockCaps(blocks[recipe.block], named: recipe.caps), used: &used)
    cut.recipe = recipe
    return cut
  }

  /// The cut on the cost of a block where another was made; nil where the block is another or has no solution there.
  ///
  /// - Parameter count: How many columns the master has.
  func cut(where recipe: CutRecipe, columns count: Int) throws -> BendersCut? {
    guard blocks.indices.contains(recipe.block), size(of: recipe.block) == recipe.size,
      columnsRead[recipe.block].count == recipe.point.count
    else { return nil }
    var point = [Double](repeating: 0, count: count)
    for (column, value) in zip(columnsRead[recipe.block], recipe.point) { point[Int(column)] = value }
    guard let answer = try solve(recipe.block, at: point), answer.cut.isOptimality else { return nil }
    return answer.cut
  }

  private func size(of block: Int) -> [Int] {
    [blocks[block].lower.count, blocks[block].cost.count, blocks[block].capColumns.count]
  }

  /// - Parameter used: Takes in the caps that a part of a cost was charged to.
  private func cut(
    _ index: Int, multipliers: [Double], isOptimality: Bool, _ caps: BlockCaps, used: inout [Int32]
  ) -> BendersCut {
    let block = blocks[index]
    var constant = 0.0
    var left = isOptimality ? block.cost : [Double](repeating: 0, count: block.cost.count)
    // Taken out for as long as it is summed up in, so that access to it is checked once and not for every number.
    var sums: [Double] = []
    swap(&sums, &gradient)
    for row in multipliers.indices where multipliers[row] != 0 {
      let multiplier = multipliers[row]
      let side = multiplier > 0 ? block.lower[row] : block.upper[row]
      // A multiplier of the wrong sign is rounding; without it the cut stays valid.
      if side.isInfinite { continue }
      constant += multiplier * side
      for position in block.links.starts[row]..<block.links.starts[row + 1] {
        sums[Int(block.links.columns[position])] -= multiplier * block.links.values[position]
      }
      for position in block.matrix.starts[row]..<block.matrix.starts[row + 1] {
        left[Int(block.matrix.columns[position])] -= multiplier * block.matrix.values[position]
      }
    }
    for column in left.indices where left[column] < 0 {
      let cap = Int(caps.active[column])
      if cap < 0 {
        constant += left[column] * block.bound[column]
        continue
      }
      used.append(Int32(cap))
      constant += left[column] * block.capConstants[cap]
      for position in block.caps.starts[cap]..<block.caps.starts[cap + 1] {
        sums[Int(block.caps.columns[position])] += left[column] * block.caps.values[position]
      }
    }
    swap(&sums, &gradient)
    return takeGradient(
      into: BendersCut(block: index, isOptimality: isOptimality, constant: constant, columns: [], values: []))
  }

  /// Puts the gradient that was summed up into a cut, and makes it zero for the next. Coefficients that are dust beside the others are left
  /// out, at the end of the column's range that keeps the cut valid.
  private func takeGradient(into cut: BendersCut) -> BendersCut {
    var cut = cut
    let read = columnsRead[cut.block]
    var sums: [Double] = []
    swap(&sums, &gradient)
    defer { swap(&sums, &gradient) }
    let largest = read.reduce(1e-9) { max($0, abs(sums[Int($1)])) }
    for column in read where sums[Int(column)] != 0 {
      let value = sums[Int(column)]
      sums[Int(column)] = 0
      if abs(value) > largest * 1e-9 {
        cut.columns.append(column)
        cut.values.append(value)
      } else {
        cut.constant += min(value * masterLower[Int(column)], value * masterUpper[Int(column)])
      }
    }
    return cut
  }
}
