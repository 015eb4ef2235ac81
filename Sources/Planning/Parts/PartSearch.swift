internal import LinearModel

/// Finds the layouts of a part that are best at some prices of sites, over and over: cuts, layouts and the tree stay, and whatever a leaf
/// of the tree was shown to cost is known as a function of the prices, so that most leaves need no linear program when prices change.
///
/// It runs on the thread that made it.
final class PartSearch {
  let part: MasterPart
  /// Whether it goes on from a search of the same data.
  private(set) var isSame = false
  /// Whether it goes on from a search of any data, so that the best layout known is hardly bettered.
  private var isNear = false
  private let program: PartProgram
  private let options: PlanOptions
  private let clock: SearchClock
  private var leaves: [PartLeaf]
  private var costs: BranchingCosts
  /// The layouts found so far.
  private(set) var layouts: [PartLayout] = []
  private var known: [[Int8]: Int] = [:]
  /// The points of layouts that were chosen: most are chosen again.
  private var points: [[Int8]: (point: [Double], costs: [Double])] = [:]
  private var exactRounds = 0
  private(set) var nodes = 0
  /// What ended the last search early.
  private(set) var limit: Termination.Limit?

  private static let wholeness = 1e-6
  /// By how much, in parts of the objective, the estimate may be low, and how much where choices are whole.
  private static let tolerance = 1e-5
  private let wholeTolerance: Double
  /// Points that are not whole at which blocks are solved, before only what is known of them is asked.
  private let mostExactRounds: Int
  /// Blocks solved at such points, in all: where there are many, each point tells much.
  private static let exactSolves = 3_000
  private static let mostRounds = 300
  /// Rounds at points that are not whole.
  private static let mostCutRounds = 100
  private static let probesAtATime = 6
  /// Rounds at a node that cuts will not end: with them its branches are chosen better.
  private static let usefulRounds = 1

  /// - Parameters:
  ///   - cuts: Cuts known of each block.
  ///   - keepsEvidence: Whether it is to be remembered.
  init(
    _ part: MasterPart, _ solver: any Solver, cuts: [[BendersCut]], _ options: PlanOptions,
    _ clock: SearchClock, keepsEvidence: Bool = false
  ) throws {
    self.part = part
    self.options = options
    self.clock = clock
    program = try PartProgram(part, solver, cuts: cuts, keepsEvidence: keepsEvidence)
    leaves = [PartLeaf(made: part.choices.map { _ in -1 })]
    costs = BranchingCosts(part.choices.count)
    wholeTolerance = min(Self.tolerance, 0.1 * options.gap)
    mostExactRounds = min(60, max(10, Self.exactSolves / max(1, part.blocks.count)))
  }

  /// Goes on from a search of a part that was alike, with all that it knew where nothing has changed, and otherwise with what can be
  /// proven again.
  convenience init(
    _ part: MasterPart, _ solver: any Solver, after past: RememberedPart, _ options: PlanOptions,
    _ clock: SearchClock
  ) throws {
    try self.init(part, solver, cuts: [], options, clock, keepsEvidence: true)
    guard part.isAlike(past.part) else { return }
    costs = past.costs
    // What is known of the blocks is enough to begin with.
    exactRounds = mostExactRounds
    isNear = true
    isSame = part.isSame(as: past.part)
    if isSame {
      program.keep(past.cuts)
      leaves = past.leaves
      for layout in past.layouts {
        known[layout.made] = layouts.count
        layouts.append(layout)
      }
      return
    }
    leaves = program.renew(past)
    for layout in past.layouts.prefix(Self.mostRenewed) { try renew(layout) }
  }

  /// Layouts of earlier data that are costed anew: each takes all blocks.
  private static let mostRenewed = 6

  /// Costs a layout of earlier data anew.
  private func renew(_ layout: PartLayout) throws {
    try program.make(layout.made)
    for _ in 0..<Self.mostRounds {
      guard try program.run(limits()) == .optimal else { return }
      let least = wholeTolerance * max(1, abs(program.objective))
      if try program.addKnownCut(from: least) > least { continue }
      guard let excess = try program.addCut(from: least, limits()) else { return }
      if excess > least { continue }
      _ = keep(layout.made, program.objective + excess)
      return
    }
  }

  /// What is to be remembered of it.
  ///
  /// - Parameter prices: The prices of sites that the next search is likely to begin with.
  func remembered(at prices: [Double]) throws -> RememberedPart {
    try program.setPrices(prices)
    let leaves = leaves.count > Self.mostLeaves ? [] : leaves.map { $0.remembered(program.prices) }
    let layouts = layouts.map { ($0, cost($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
    return RememberedPart(
      part: part, cuts: program.cuts,
      leaves: leaves.isEmpty ? [PartLeaf(made: part.choices.map { _ in -1 })] : leaves, layouts: layouts,
      costs: costs)
  }

  /// Leaves that are remembered; of a larger tree none.
  private static let mostLeaves = 2_000

  private func limits(below cutoff: Double = .infinity) -> SimplexLimits {
    SimplexLimits(
      objective: cutoff.isFinite ? cutoff : nil,
      seconds: options.timeLimit.map { max(0, $0 - clock.seconds) }, cancellation: options.cancellation)
  }

  /// What a layout costs at the present prices.
  private func cost(_ layout: PartLayout) -> Double {
    zip(layout.made, program.prices).reduce(layout.cost) { $0 + ($1.0 == 1 ? $1.1 : 0) }
  }

  /// Finds the best layout at some prices, and with a window all that cost at most so much more; they are among ``layouts`` afterwards.
  ///
  /// - Parameters:
  ///   - window: By how much more than the best a layout may cost that is looked for.
  ///   - tolerance: A layout that is better by less is not looked for.
  /// - Returns: What is proven: no layout costs less, nor any that was not found less than that and the window; nil where the search
  ///   could not be brought to an end.
  func price(at prices: [Double], window: Double = 0, tolerance: Double) throws -> Double? {
    try program.setPrices(prices)
    limit = nil
    for leaf in leaves.indices { leaves[leaf].price(program.prices) }
    var best = layouts.reduce(Double.infinity) { min($0, cost($1)) }
    while let leaf = nextLeaf(below: best + window - tolerance) {
      limit = clock.limit(options)
      if limit != nil { return nil }
      var isOpen = true
      while isOpen, leaves[leaf].bound < best + window - tolerance {
        nodes += 1
        switch try process(leaf, &best, window - tolerance) {
        case .parted: break
        case .ended: isOpen = false
        case .stuck: return nil
        }
      }
    }
    return leaves.reduce(best) { min($0, $1.bound) }
  }

  /// The leaf to look at next: the least, at first; then, where a layout is known, the one nearest to where the program is, since its basis
  /// is good there. All of them have to be looked at unless a better layout is found.
  private func nextLeaf(below cutoff: Double) -> Int? {
    let wanted = leaves.indices.filter { !leaves[$0].isClosed && leaves[$0].bound < cutoff }
    if !isNear || cutoff == .infinity { return wanted.min { leaves[$0].bound < leaves[$1].bound } }
    return wanted.map { ($0, program.distance(to: leaves[$0].made)) }.min { $0.1 < $1.1 }?.0
  }

  /// What came of a leaf.
  private enum Step {
    /// It is one of two now.
    case parted
    /// Nothing is left to find out of it.
    case ended
    /// A limit was reached, or nothing can be proven of it.
    case stuck
  }

  /// Looks at a leaf at the present prices.
  ///
  /// - Parameter margin: By how much more than the best a layout may cost.
  private func process(_ leaf: Int, _ best: inout Double, _ margin: Double) throws -> Step {
    try program.make(leaves[leaf].made)
    for round in 1...Self.mostRounds {
      if let end = try solve(leaf, below: best + margin) { return end }
      let objective = program.objective
      let least = Self.tolerance * max(1, abs(objective))
      let fractional = part.choices.indices.filter {
        abs(program.value($0) - program.value($0).rounded()) > Self.wholeness
      }
      let excess = try program.addKnownCut(from: least)
      if excess > least {
        // Cuts go on where they may end the leaf; where the true cost is below the cutoff they will not.
        let mayEnd = objective + excess >= best + margin && round < Self.mostCutRounds
        if fractional.isEmpty || round <= Self.usefulRounds || mayEnd { continue }
      }
      if fractional.isEmpty {
        switch try costing(objective) {
        case .costs(let cost): best = min(best, cost)
        case .isCut: continue
        case .unknown: return .stuck
        }
      } else if exactRounds < mostExactRounds {
        exactRounds += 1
        guard let excess = try program.addCut(from: least, limits()) else { return .stuck }
        if excess > least { continue }
      }
      leaves[leaf].learn(program.priceFunction(), program.prices)
      if leaves[leaf].bound >= best + margin { return .ended }
      guard let choice = try choiceToPart(leaf, fractional, best + margin) else {
        leaves[leaf].isClosed = true
        return .ended
      }
      part(leaf, by: choice)
      return .parted
    }
    return .stuck
  }

  /// Solves the program at a leaf.
  ///
  /// - Returns: nil where it has an optimum below the cutoff.
  private func solve(_ leaf: Int, below cutoff: Double) throws -> Step? {
    var end = try program.run(limits(below: cutoff))
    if end == .cutoff {
      leaves[leaf].learn(program.priceFunction(), program.prices)
      if leaves[leaf].bound >= cutoff { return .ended }
      // The simplex method has it above the cutoff, and its duals do not prove it.
      end = try program.run(limits())
      if end == .optimal {
        leaves[leaf].learn(program.priceFunction(), program.prices)
        if leaves[leaf].bound >= cutoff - 1e-9 * abs(cutoff) {
          leaves[leaf].isClosed = true
          return .ended
        }
      }
    }
    switch end {
    case .optimal:
      try program.removeIdleCuts()
      return nil
    case .infeasible:
      guard try program.infeasibilityIsProven() else { return .stuck }
      leaves[leaf].bound = .infinity
      leaves[leaf].isClosed = true
      return .ended
    case .cutoff, .iterationLimit: return .stuck
    case .limit(let limit):
      self.limit = limit
      return .stuck
    }
  }

  /// What came of a layout.
  private enum Costing {
    case costs(Double)
    /// The program had too little for its blocks, and has a cut now.
    case isCut
    /// Time was up, or a block has no solution.
    case unknown
  }

  /// Costs the layout that the program is at, where its choices are whole, and keeps it.
  private func costing(_ objective: Double) throws -> Costing {
    let made = part.choices.indices.map { Int8(program.value($0).rounded()) }
    let least = wholeTolerance * max(1, abs(objective))
    let known = known[made].map { cost(layouts[$0]) }
    // Where the cuts that were made at a layout are gone, what is proven of its leaf stays below it without new ones.
    if let known, known <= objective + 2 * least { return .costs(known) }
    guard let excess = try program.addCut(from: least, limits()) else { return .unknown }
    return excess > least ? .isCut : .costs(known ?? keep(made, objective + excess))
  }

  private func keep(_ made: [Int8], _ cost: Double) -> Double {
    var needs = [Bool](repeating: false, count: part.sites.count)
    var price = 0.0
    for (choice, value) in made.enumerated() where value == 1 {
      price += program.prices[choice]
      if let site = part.siteOfChoice[choice] { needs[site] = true }
    }
    let least = program.priceFunction().least(program.prices, made)
    known[made] = layouts.count
    layouts.append(PartLayout(made: made, needs: needs, cost: cost - price, least: least - price))
    return cost
  }

  // MARK: Branching

  /// Parts a leaf in two by a choice: the leaf keeps the nearer value.
  private func part(_ leaf: Int, by choice: Int) {
    let nearer: Int8 = program.value(choice) > 0.5 ? 1 : 0
    var other = leaves[leaf]
    other.made[choice] = 1 - nearer
    other.price(program.prices)
    leaves[leaf].made[choice] = nearer
    leaves[leaf].price(program.prices)
    leaves.append(other)
  }

  /// - Returns: nil where nothing is left in the leaf but the layout that the program is at, below the cutoff.
  private func choiceToPart(_ leaf: Int, _ fractional: [Int], _ cutoff: Double) throws -> Int? {
    let objective = program.objective
    if fractional.isEmpty {
      let open = part.choices.indices.filter {
        leaves[leaf].made[$0] < 0 && objective + abs(program.reducedCost($0)) <= cutoff
      }
      return open.min { abs(program.reducedCost($0)) < abs(program.reducedCost($1)) }
    }
    let values = part.choices.indices.map { program.value($0) }
    var scored = fractional.map { ($0, costs.score($0, fraction: values[$0])) }
    scored.sort { ($0.1, $1.0) > ($1.1, $0.0) }
    let unreliable = scored.filter { !costs.isReliable($0.0) }.prefix(Self.probesAtATime)
    guard !unreliable.isEmpty, scored.count > 1 else { return scored.first?.0 }
    let basis = try program.basis()
    var best = scored[0]
    for (choice, _) in unreliable {
      var gains = [0.0, 0.0]
      for side in 0..<2 {
        try program.make(choice, Int8(side))
        switch try program.run(limits(below: cutoff)) {
        case .optimal: gains[side] = max(0, program.objective - objective)
        case .cutoff, .infeasible: gains[side] = max(0, cutoff - objective)
        case .iterationLimit, .limit: break
        }
        try program.make(choice, -1)
        try program.setBasis(basis)
      }
      costs.learn(choice, isUp: false, gain: gains[0] / max(values[choice], 1e-6))
      costs.learn(choice, isUp: true, gain: gains[1] / max(1 - values[choice], 1e-6))
      let score = max(gains[0], 1e-6) * max(gains[1], 1e-6)
      if score > best.1 || best.0 == choice { best = (choice, score) }
    }
    // The values are read again where the leaf is parted.
    _ = try program.run(limits())
    return best.0
  }

  // MARK: Layouts

  /// A layout as a point of the part, exactly whole, with what each block costs at it.
  func point(of layout: PartLayout) throws -> (point: [Double], costs: [Double])? {
    if let point = points[layout.made] { return point }
    try program.make(layout.made)
    let closed = try program.closeUnused(layout.made)
    let found = try wholePoint(layout)
    try program.reopen(closed)
    points[layout.made] = found
    return found
  }

  private func wholePoint(_ layout: PartLayout) throws -> (point: [Double], costs: [Double])? {
    for _ in 0..<Self.mostRounds {
      guard try program.run(limits()) == .optimal else { return nil }
      let least = 0.01 * wholeTolerance * max(1, abs(program.objective))
      if try program.addKnownCut(from: least) > least { continue }
      guard let excess = try program.addCut(from: least, limits()) else { return nil }
      if excess > least { continue }
      var point = program.point
      for (choice, column) in part.choices.enumerated() { point[column] = Double(layout.made[choice]) }
      guard let costs = try program.blockCosts(at: point, limits()) else { return nil }
      return (point, costs)
    }
    return nil
  }
}
