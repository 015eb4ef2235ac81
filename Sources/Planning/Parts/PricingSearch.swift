internal import LinearModel

/// Finds the best layout of a case that falls apart into parts, and proves it, in four steps: *price* the sites so that what the parts cost at
/// their best comes to as much as possible, which bounds all layouts from below; where that stays far below the best layout known, *branch*:
/// one time with a site open, one time without it, each with prices of its own; *list* every layout of a part that costs so little at these
/// prices that it can be part of a better layout than the best known; and *choose* among those listed.
///
/// With a bound L and a layout that costs U, a layout of a part that costs more at the prices than the part's best by U − L or more is in no
/// better layout than that, since all that the others can gain is in L already. So the choice among the listed is the best of all.
struct PricingSearch {
  private let parts: MasterParts
  private let master: BendersMaster
  private let solver: any Solver
  private let options: PlanOptions
  private let clock: SearchClock
  private let progress: SearchProgress
  /// In parts of the best layout's cost, how far above a node's bound it may be for the node's layouts to be listed: of a longer list there
  /// is no end.
  private let mostListed: Double
  /// Where what was found out goes; nil where nobody wants it.
  private let memory: PlanMemory?

  /// Prices are good enough where better ones can gain no more than this part of the objective: what is left to list is short then.
  private static let priced = 3e-4
  private static let mostRounds = 200
  /// Rounds from one choice to the next: there is always a layout to show.
  private static let roundsToChoice = 5
  /// Rounds after which another node may be the one of the least bound.
  private static let roundsAtATime = 3
  /// In parts of the gap asked for, how near the bound has to come to what it can be for a choice after every round: any may end the search.
  private static let nearTheEnd = 2.0
  /// In parts of what a node's bound is short of, how much better prices may gain there for it to be branched: all that they gain does not
  /// end it.
  private static let settled = 0.5
  /// The part of what prices may still gain that the next ones should gain by the layouts known: those nearest to the best so far are taken
  /// (the level method, Lemaréchal, Nemirovskii and Nesterov 1995). The layouts known say little about prices that are far away, and there
  /// are many best prices.
  private static let level = 0.5
  /// The part of what prices may still gain, shared among the parts, by which a part's layout may be missed.
  private static let missed = 0.3
  /// The greatest such part of a part's cost, at the beginning.
  private static let mostMissed = 0.01
  /// The same below the root, where prices begin near good ones.
  private static let mostMissedLater = 1e-3
  /// The least, which the tolerance of the cuts must not come up to.
  private static let leastMissed = 5e-5
  /// In parts of a part's cost, by how much more than the best the first layouts may cost, so that the first prices know of some.
  private static let firstWindow = 3e-3
  /// In parts of the bound, how far the first list goes.
  private static let firstList = 5e-4
  /// Choices of a part up to which its layouts can be listed.
  private static let mostChoices = 60

  init(
    _ parts: MasterParts, _ master: BendersMaster, _ solver: any Solver, _ options: PlanOptions,
    _ clock: SearchClock,
    _ progress: SearchProgress, mostListed: Double = 1e-4, memory: PlanMemory? = nil
  ) {
    self.parts = parts
    self.master = master
    self.solver = solver
    self.options = options
    self.clock = clock
    self.progress = progress
    self.mostListed = mostListed
    self.memory = memory
  }

  /// - Parameter cuts: The master's relaxation, solved: its duals are the first prices, and its cuts are taken over.
  /// - Returns: nil where the search could not be brought to an end, so that another must go on.
  func run(_ cuts: CutLoop) throws -> DecomposedSearch.Outcome? {
    if parts.parts.contains(where: { $0.choices.count > Self.mostChoices }) { return nil }
    let searches = try parts.parts.map { part in
      let known = part.blockNumbers.enumerated().map { index, number in
        cuts.known.cuts(of: number).compactMap { part.cut($0, ofBlock: index) }
      }
      return try PartSearch(part, solver, cuts: known, options, clock, keepsEvidence: memory != nil)
    }
    let bound = cuts.program.provenBound()
    let penalty = 2 * max(1, abs(bound))
    let prices = parts.prices(
      parts.prices(master.model, cuts.program.duals), parts.lower, parts.upper, penalty: penalty)
    let root = PricingNode(lower: parts.lower, upper: parts.upper, prices: prices, bound: bound)
    return try run(PricingState(searches, bound: bound), from: root, penalty)
  }

  /// Goes on from a search of other data.
  ///
  /// - Returns: nil where the search could not be brought to an end, so that another must go on.
  func run(after past: RememberedPricing) throws -> DecomposedSearch.Outcome? {
    let isAlike =
      parts.openings.count == past.openingCosts.count && parts.parts.count == past.parts.count
      && zip(parts.parts, past.parts).allSatisfy { $0.sites == $1.part.sites }
    guard isAlike else { return nil }
    progress.report("going on from an earlier search")
    let searches = try zip(parts.parts, past.parts).map { part, past in
      try PartSearch(part, solver, after: past, options, clock)
    }
    let penalty = 2 * max(1, abs(past.objective))
    let prices = parts.prices(firstPrices(after: past), parts.lower, parts.upper, penalty: penalty)
    let root = PricingNode(
      lower: parts.lower, upper: parts.upper, prices: prices, bound: -.infinity, sizes: past.proven)
    return try run(PricingState(searches, bound: -.infinity, isNear: true), from: root, penalty, after: past)
  }

  private func run(
    _ start: PricingState, from root: PricingNode, _ penalty: Double, after past: RememberedPricing? = nil
  ) throws -> DecomposedSearch.Outcome? {
    var state = start
    let pricing = try PriceMaster(parts, solver, ceiling: max(ceiling, penalty), penalty: penalty)
    state.open = [root]
    while state.gap > options.gap, let node = state.takeLeast() {
      guard try process(node, pricing, penalty, &state) else { return ended(state) }
      state.raise()
    }
    if state.gap > options.gap { return ended(state) }
    try remember(state, after: past)
    return outcome(state)
  }

  /// Prices to begin with: the best ones of the earlier search, dearer where openings are, since the best prices of a site mostly share out
  /// what it costs.
  private func firstPrices(after past: RememberedPricing) -> [[Double]] {
    zip(parts.parts, past.prices).map { part, prices in
      zip(part.sites, prices).map { site, price in
        let (before, now) = (past.openingCosts[site], parts.openingCosts[site])
        return before > 0 && now > 0 ? price * now / before : price
      }
    }
  }

  private func remember(_ state: PricingState, after past: RememberedPricing?) throws {
    guard let memory, let incumbent = state.incumbent else { return }
    func remembered(_ part: Int) throws -> RememberedPart {
      try state.searches[part].remembered(at: state.rootPrices[part])
    }
    if let past, !past.isFar(state.nodes) {
      let same = state.searches.indices.filter { state.searches[$0].isSame }
      memory.keep(
        Dictionary(uniqueKeysWithValues: try same.map { ($0, try remembered($0)) }), of: past)
      return
    }
    memory.keep(
      RememberedPricing(
        shape: MasterShape(master), data: MasterData(master),
        parts: try state.searches.indices.map(remembered), prices: state.rootPrices,
        openingCosts: parts.openingCosts,
        proven: state.rootProven, objective: incumbent.objective, nodes: past?.nodes ?? state.nodes))
  }

  /// Goes on with a node: a few more rounds of prices, then a list of its layouts where they are few, or two nodes in its place.
  ///
  /// - Returns: Whether the search can go on.
  private func process(
    _ node: PricingNode, _ pricing: PriceMaster, _ penalty: Double, _ state: inout PricingState
  ) throws -> Bool {
    var node = node
    if !node.isPriced {
      guard try price(&node, pricing, &state) else { return false }
      state.open.append(node)
      return true
    }
    guard let incumbent = state.incumbent?.objective else { return false }
    if let site = node.siteToPart(parts.openingCosts),
      incumbent - node.pricedBound > mostListed * abs(incumbent)
    {
      state.open += [true, false].map { node.child(site, isOpen: $0, parts, penalty: penalty) }
      return true
    }
    progress.report("listing layouts", bound: state.bound, incumbent: incumbent, nodes: state.nodes)
    return try list(&node, &state)
  }

  /// What is known where a limit ended the search.
  private func ended(_ state: PricingState) -> DecomposedSearch.Outcome? {
    guard let limit = state.searches.compactMap(\.limit).first ?? clock.limit(options) else { return nil }
    return outcome(state, limit: limit)
  }

  private func outcome(_ state: PricingState, limit: Termination.Limit? = nil) -> DecomposedSearch.Outcome {
    DecomposedSearch.Outcome(
      point: state.incumbent?.point, objective: state.incumbent?.objective,
      bound: min(state.bound, state.incumbent?.objective ?? .infinity),
      nodes: state.nodes, limit: limit)
  }

  // MARK: Prices

  /// More than any layout costs.
  private var ceiling: Double {
    zip(master.model.objective, master.model.upperBounds).reduce(1.0) {
      $0 + ($1.1.isFinite ? abs($1.0 * $1.1) : 0)
    }
  }

  /// Looks for better prices of a node for some rounds.
  ///
  /// - Returns: Whether the search can go on.
  private func price(
    _ node: inout PricingNode, _ pricing: PriceMaster, _ state: inout PricingState
  ) throws -> Bool {
    try pricing.go(to: node)
    for _ in 0..<Self.roundsAtATime {
      guard try round(&node, pricing, &state) else { return false }
      if node.isPriced || state.gap <= options.gap || node.bound >= state.cutoff(options.gap) { break }
    }
    return true
  }

  /// One round: what the prices of a node prove, and the next prices.
  private func round(
    _ node: inout PricingNode, _ pricing: PriceMaster, _ state: inout PricingState
  ) throws -> Bool {
    let isFirst = node.rounds == 0 && state.incumbent == nil && !state.isNear
    var proven: [Double] = []
    for (index, search) in state.searches.enumerated() {
      let missed =
        node.value.isFinite
        ? Self.missed * (node.value - node.pricedBound) / Double(parts.parts.count) : .infinity
      let size = node.size(ofPart: index)
      let most = node.isRoot(of: parts) && !state.isNear ? Self.mostMissed : Self.mostMissedLater
      let tolerance = max(1e-3, Self.leastMissed * size, min(most * size, missed))
      let window = isFirst ? Self.firstWindow * size + tolerance : 0
      guard let bound = try search.price(at: node.prices[index], window: window, tolerance: tolerance) else {
        return false
      }
      proven.append(bound)
      try pricing.take(search.layouts, of: index)
    }
    node.take(parts.bound(node.prices, proven, in: node), proven)
    if node.isRoot(of: parts) { (state.rootPrices, state.rootProven) = (node.bestPrices, node.proven) }
    state.raise(with: node.bound)
    guard let answer = try pricing.solve(limits) else { return false }
    node.value = answer.value
    node.openShares = answer.openShares
    let left = node.value - node.pricedBound
    let isNear = left <= Self.nearTheEnd * options.gap * abs(node.value)
    node.isPriced = left <= Self.priced * abs(node.value) || node.rounds >= Self.mostRounds
    if node.isPriced || isNear || node.rounds % Self.roundsToChoice == 1 {
      _ = try choose(&state, from: state.searches.map(\.layouts), parts.lower, parts.upper)
    }
    // What prices can still gain does not end the node.
    let short = state.cutoff(options.gap) - node.value
    if short > mostListed * abs(node.value), left <= Self.settled * short,
      node.siteToPart(parts.openingCosts) != nil
    {
      node.isPriced = true
    }
    progress.report(
      node.isRoot(of: parts) ? "pricing sites" : "branching on sites", bound: state.bound,
      incumbent: state.incumbent?.objective, nodes: state.nodes)
    if !node.isPriced {
      let level = node.pricedBound + Self.level * left
      node.prices =
        try pricing.prices(near: node.bestPrices, level: level, limits) ?? answer.prices
    }
    node.window = Self.firstList * abs(node.bound)
    return state.incumbent != nil
  }

  private var limits: SimplexLimits {
    SimplexLimits(
      seconds: options.timeLimit.map { max(0, $0 - clock.seconds) }, cancellation: options.cancellation)
  }

  // MARK: Choice

  /// Chooses among layouts, and takes what comes of it as the incumbent where it is better.
  ///
  /// - Returns: What no choice among them costs less than; nil where time was up.
  private func choose(
    _ state: inout PricingState, from layouts: [[PartLayout]], _ lower: [Double], _ upper: [Double]
  ) throws -> Double? {
    var solveOptions = SolveOptions(relativeGap: 0.1 * options.gap)
    solveOptions.timeLimit = options.timeLimit.map { max(0.01, $0 - clock.seconds) }
    solveOptions.cancellation = options.cancellation
    let chosen = try LayoutChoice(parts, solver).best(layouts, lower: lower, upper: upper, solveOptions)
    guard let choice = chosen else { return nil }
    var point = master.model.lowerBounds.map { $0.isFinite ? $0 : 0 }
    var costs = [Double](repeating: 0, count: master.blocks.count)
    var isOpen = parts.lower.map { $0 > 0.5 }
    for (index, search) in state.searches.enumerated() {
      let layout = layouts[index][choice.layouts[index]]
      guard let found = try search.point(of: layout) else { return nil }
      let part = parts.parts[index]
      for (column, value) in zip(part.columns, found.point) { point[column] = value }
      for (block, cost) in zip(part.blockNumbers, found.costs) { costs[block] = cost }
      for (place, site) in part.sites.enumerated() where layout.needs[place] { isOpen[site] = true }
    }
    for (site, column) in parts.openings.enumerated() { point[column] = isOpen[site] ? 1 : 0 }
    let settled = master.settle(&point, blockCosts: costs)
    if settled.isFeasible, settled.objective < state.incumbent?.objective ?? .infinity {
      state.incumbent = (point, settled.objective)
    }
    return choice.bound
  }

  /// Lists the layouts of each part that cost little more than its best, and chooses among them, until a node is done with.
  ///
  /// The list is complete, and the choice proven, where it goes as far as the best layout is above the node's bound. A shorter one is made
  /// first where there are few layouts near the best: a better incumbent spares most of the long one.
  ///
  /// - Returns: Whether it came to an end.
  private func list(_ node: inout PricingNode, _ state: inout PricingState) throws -> Bool {
    while let incumbent = state.incumbent?.objective {
      if node.bound >= state.cutoff(options.gap) {
        state.end(node)
        return true
      }
      let all = incumbent - node.pricedBound
      let window = node.window > 0 && node.window < 0.6 * all ? node.window : all
      guard let listed = try layouts(of: node, within: window, state) else { return false }
      let isAll = window >= all
      let chosen = try choose(
        &state, from: isAll ? listed : state.searches.map(\.layouts), isAll ? node.lower : parts.lower,
        isAll ? node.upper : parts.upper)
      guard let bound = chosen else { return false }
      if isAll {
        node.raise(to: min(incumbent, bound))
        state.end(node)
        return true
      }
      node.window = 2 * window
    }
    return false
  }

  /// The layouts of each part that cost at most so much more than its best at the best prices of a node; nil where time was up.
  private func layouts(of node: PricingNode, within window: Double, _ state: PricingState) throws
    -> [[PartLayout]]?
  {
    var listed: [[PartLayout]] = []
    for (index, search) in state.searches.enumerated() {
      let prices = node.bestPrices[index]
      let tolerance = max(1e-3, 2e-5 * abs(node.proven[index]))
      guard try search.price(at: prices, window: window + 2 * tolerance, tolerance: tolerance) != nil else {
        return nil
      }
      listed.append(
        search.layouts.filter { layout in
          zip(layout.needs, prices).reduce(layout.cost) { $0 + ($1.0 ? $1.1 : 0) }
            <= node.proven[index] + window + tolerance
        })
      progress.report(
        "listing layouts", bound: state.bound, incumbent: state.incumbent?.objective, nodes: state.nodes)
    }
    return listed
  }
}
