internal import LinearModel
internal import Sourcing

/// The prices of policies where the model is taken apart: by the multipliers of the master's rows, at the end of its relaxation and with
/// the decisions of the best layout.
struct DecomposedPrices {
  private let cuts: CutLoop
  private let network: SourcingNetwork
  private let solver: any Solver
  private let options: PlanOptions
  private let clock: SearchClock
  private var list: PriceList
  /// Reduced costs of the master's columns in the relaxation; nil where that was not solved.
  private var reducedCosts: [Double]?

  /// By how much, in parts of the objective, the blocks may cost more than a program has for them that is priced.
  private static let tolerance = 1e-7
  private static let mostRounds = 400

  init(_ cuts: CutLoop, _ solver: any Solver, _ options: PlanOptions, _ clock: SearchClock) {
    self.cuts = cuts
    self.solver = solver
    self.options = options
    self.clock = clock
    network = cuts.master.network
    list = PriceList(network)
  }

  private var program: MasterProgram { cuts.program }
  private var master: BendersMaster { cuts.master }
  private var limits: SimplexLimits {
    SimplexLimits(
      seconds: options.timeLimit.map { max(0, $0 - clock.seconds) }, cancellation: options.cancellation)
  }

  /// Takes what the relaxation says, which the program stands at.
  mutating func takeRelaxation() {
    let (program, model) = (program, master.model)
    list.take(.relaxation, master.policyRows, at: program.point) {
      model.canMove($0.constraint) ? program.duals[$0.constraint.index] : 0
    }
    reducedCosts = program.reducedCosts
  }

  /// Prices what the relaxation did not, where there is time.
  ///
  /// - Parameter point: The best layout's.
  /// - Returns: A price for each policy. The bounds of the program stay changed.
  mutating func prices(at point: [Double]?) throws -> [PolicyPrice] {
    if let point {
      if let reducedCosts { try priceClosings(reducedCosts) }
      try priceByLayout(at: point)
    }
    return list.prices
  }

  // MARK: What is closed

  /// Prices policies that close decisions or lanes, by opening them in the relaxation.
  private mutating func priceClosings(_ reducedCosts: [Double]) throws {
    var opened: [(place: Int, decisions: [(variable: Variable, upper: Double)])] = []
    for place in list.places(of: .exclude) {
      let decisions = master.forbidden.onlyBy(network.policies[place])
      // Multipliers that leave no decision a gain prove that opening them gains nothing.
      if options.fixedLayout != nil || decisions.allSatisfy({ reducedCosts[$0.variable.index] >= 0 }) {
        list.takeNothing(place)
      } else {
        opened.append((place, decisions))
      }
    }
    var later: [(place: Int, network: SourcingNetwork)] = []
    for place in list.places(of: .maxLeadDays) {
      if let other = network.withAnotherDay(place) {
        later.append((place, other))
      } else {
        list.takeNothing(place)
      }
    }
    if opened.isEmpty && later.isEmpty { return }
    // The relaxation was solved less exactly than what is compared with it.
    for column in master.model.domains.indices where master.model.domains[column] == .integer {
      try program.setBounds(column, master.model.lowerBounds[column], master.model.upperBounds[column])
    }
    guard let optimum = try optimum(of: cuts) else { return }
    for (place, decisions) in opened {
      for decision in decisions { try program.setBounds(decision.variable.index, 0, decision.upper) }
      let moved = try self.optimum(of: cuts)
      for decision in decisions { try program.setBounds(decision.variable.index, 0, 0) }
      if let moved { list.take(place, optimum: optimum, moved: moved) }
    }
    for (place, other) in later {
      if let moved = try self.optimum(ofRelaxed: other) { list.take(place, optimum: optimum, moved: moved) }
    }
  }

  /// The optimum of another network's relaxation; nil where it was not found.
  private func optimum(ofRelaxed other: SourcingNetwork) throws -> Double? {
    let fixed = try options.fixedLayout.map { try Layout.readingFirstStage($0, other) }
    let master = BendersMaster(other, fixing: fixed)
    let oracle = BlockOracle(
      master.blocks, solver, masterLower: master.model.lowerBounds, masterUpper: master.model.upperBounds,
      threads: options.threads)
    return try optimum(of: CutLoop(master, MasterProgram(master.model, solver), oracle))
  }

  /// The optimum of a program with all cuts that it wants; nil where it was not found.
  private func optimum(of cuts: CutLoop) throws -> Double? {
    if clock.limit(options) != nil { return nil }
    let end = try cuts.run(
      limits, tolerance: Self.tolerance, rounds: Self.mostRounds, isStabilized: true)
    guard case .converged = end else { return nil }
    return cuts.program.objective()
  }

  // MARK: The layout

  /// Prices limits on amounts with all yes-or-no decisions as they are in the best layout.
  private mutating func priceByLayout(at point: [Double]) throws {
    guard list.asks(for: .layout), clock.limit(options) == nil else { return }
    for column in master.model.domains.indices where master.model.domains[column] == .integer {
      let value = point[column].rounded()
      try program.setBounds(column, value, value)
    }
    for row in master.policyRows.joined() where row.isImplied { try program.free(row.constraint.index) }
    guard
      case .converged = try cuts.run(limits, tolerance: Self.tolerance, rounds: 100, isStabilized: false)
    else { return }
    let (program, tangents) = (program, cuts.tangents)
    var rows = master.policyRows
    // Rows of the pool are numbered behind the permanent ones here.
    let first = master.model.constraintCount
    for (row, tangent) in tangents {
      rows[tangent.policy].append(
        PolicyRow(constraint: Constraint(index: first + row), sensitivity: tangent.sensitivity))
    }
    let largest = Dictionary(
      uniqueKeysWithValues: tangents.map { row, tangent in
        (row, tangent.relation.expression.terms.reduce(0) { max($0, abs($1.coefficient)) })
      })
    list.take(.layout, rows, at: program.point) { row in
      let index = row.constraint.index
      return index < first
        ? program.duals[index] : program.dual(ofPoolRow: index - first, largest: largest[index - first] ?? 1)
    }
  }
}
