internal import LinearModel

/// Finds the best layout of a case that falls apart into parts, and proves it, in three steps: *price* the sites so that what the parts cost at
/// their best comes to as much as possible, which bounds all layouts from below; *list* every layout of a part that costs so little
/// at these prices that it can be part of a better layout than the best known; and *choose* among those listed.
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

  /// Prices are good enough where better ones can gain no more than this part of the objective: what is left to list is short then.
  private static let priced = 3e-4
  private static let mostRounds = 200
  /// Rounds from one choice to the next: there is always a layout to show.
  private static let roundsToChoice = 5
  /// In parts of the gap asked for, how near the bound has to come to what it can be for a choice after every round: any may end the search.
  private static let nearTheEnd = 2.0
  /// The part of what prices may still gain, shared among the parts, by which a part's layout may be missed.
  private static let missed = 0.3
  /// The greatest such part of a part's cost, at the beginning.
  private static let mostMissed = 0.01
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
    _ progress: SearchProgress
  ) {
    self.parts = parts
    self.master = master
    self.solver = solver
    self.options = options
    self.clock = clock
    self.progress = progress
  }

  /// - Parameter cuts: The master's relaxation, solved: its duals are the first prices, and its cuts are taken over.
  /// - Returns: nil where the search could not be brought to an end, so that another must go on.
  func run(_ cuts: CutLoop) throws -> DecomposedSearch.Outcome? {
    if parts.parts.contains(where: { $0.choices.count > Self.mostChoices }) { return nil }
    var state = PricingState(
      try parts.parts.map { part in
        let known = part.blockNumbers.enumerated().map { index, number in
          cuts.known.cuts(of: number).compactMap { part.cut($0, ofBlock: index) }
        }
        return try PartSearch(part, solver, cuts: known, options, clock)
      },
      prices: parts.prices(master.model, cuts.program.duals), bound: cuts.program.provenBound())
    progress.report("pricing sites")
    guard try price(&state) else { return ended(state) }
    progress.report("listing layouts", bound: state.bound, incumbent: state.incumbent?.objective)
    while state.gap > options.gap {
      guard try list(&state) else { return ended(state) }
    }
    return outcome(state)
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

  /// Looks for prices until better ones are not worth it.
  ///
  /// - Returns: Whether the search can go on.
  private func price(_ state: inout PricingState) throws -> Bool {
    let master = try PriceMaster(parts, solver, ceiling: ceiling)
    var known = parts.parts.map { _ in 0 }
    var value = Double.infinity
    for round in 1...Self.mostRounds {
      var proven: [Double] = []
      for (index, search) in state.searches.enumerated() {
        let missed =
          value.isFinite ? Self.missed * (value - state.pricedBound) / Double(parts.parts.count) : .infinity
        let size = state.size(ofPart: index)
        let tolerance = max(Self.leastMissed * size, min(Self.mostMissed * size, missed))
        let window = round == 1 ? Self.firstWindow * size + tolerance : 0
        guard
          let bound = try search.price(
            at: state.prices[index], window: window, tolerance: max(1e-3, tolerance))
        else { return false }
        proven.append(bound)
        try master.add(search.layouts[known[index]...], of: index)
        known[index] = search.layouts.count
      }
      let bound = parts.bound(state.prices, proven)
      state.take(bound, proven)
      guard let solution = try master.solve(limits) else { return false }
      value = solution.value
      let isPriced = value - state.pricedBound <= Self.priced * abs(value)
      let isNear = value - state.pricedBound <= Self.nearTheEnd * options.gap * abs(value)
      if isPriced || isNear || round % Self.roundsToChoice == 1 {
        _ = try choose(&state, from: state.searches.map(\.layouts))
      }
      progress.report(
        "pricing sites", bound: state.bound, incumbent: state.incumbent?.objective, nodes: state.nodes)
      if isPriced || state.gap <= options.gap { break }
      state.goOn(to: solution.prices)
    }
    state.window = Self.firstList * abs(state.bound)
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
  private func choose(_ state: inout PricingState, from layouts: [[PartLayout]]) throws -> Double? {
    var solveOptions = SolveOptions(relativeGap: 0.1 * options.gap)
    solveOptions.timeLimit = options.timeLimit.map { max(0.01, $0 - clock.seconds) }
    solveOptions.cancellation = options.cancellation
    guard let choice = try LayoutChoice(parts, solver).best(layouts, solveOptions) else { return nil }
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

  /// Lists the layouts of each part that cost little more than its best, and chooses among them.
  ///
  /// The list is complete, and the choice proven, where it goes as far as the best layout is above the bound. A shorter one is made first
  /// where there are few layouts near the best: a better incumbent spares most of the long one.
  ///
  /// - Returns: Whether it came to an end.
  private func list(_ state: inout PricingState) throws -> Bool {
    guard let incumbent = state.incumbent?.objective else { return false }
    let all = incumbent - state.pricedBound
    let window = state.window > 0 && state.window < 0.6 * all ? state.window : all
    var listed: [[PartLayout]] = []
    for (index, search) in state.searches.enumerated() {
      let prices = state.bestPrices[index]
      let tolerance = max(1e-3, 2e-5 * abs(state.proven[index]))
      guard try search.price(at: prices, window: window + 2 * tolerance, tolerance: tolerance) != nil else {
        return false
      }
      listed.append(
        search.layouts.filter { layout in
          zip(layout.needs, prices).reduce(layout.cost) { $0 + ($1.0 ? $1.1 : 0) }
            <= state.proven[index] + window + tolerance
        })
      progress.report(
        "listing layouts", bound: state.bound, incumbent: incumbent, nodes: state.nodes)
    }
    guard let bound = try choose(&state, from: window < all ? state.searches.map(\.layouts) : listed) else {
      return false
    }
    if window < all {
      state.window = 2 * window
    } else {
      state.raise(to: min(incumbent, bound))
      // What was listed is all; what is left of the gap is the tolerance of the choice.
      return state.gap <= options.gap
    }
    return true
  }
}
