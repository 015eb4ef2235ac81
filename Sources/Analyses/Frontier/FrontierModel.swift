internal import LinearModel
internal import Planning
internal import Sourcing

/// The whole model of a case with two objectives: expected cost, and what it is held against.
struct FrontierModel {
  /// The model, its objective the cost.
  private(set) var model: Model
  let frontier: FrontierCase
  let form: ExtensiveForm
  /// First stage and expected cost of the scenarios.
  let cost: LinearExpression
  /// At least what cost is held against; made small, exactly that.
  let measure: Variable
  /// A row that may limit the cost.
  let costRow: Constraint
  /// Rows that may limit what is short of each item while nothing happens.
  private(set) var shortRows: [(item: Int, row: Constraint, short: LinearExpression)] = []
  private var network: SourcingNetwork { frontier.network }
  private var axis: FrontierAxis { frontier.axis }

  init(_ frontier: FrontierCase) {
    self.frontier = frontier
    let network = frontier.network
    form = ExtensiveForm(network)
    model = form.model
    var cost = form.stage.cost(network)
    for recourse in form.recourses {
      cost.add(network.scenarios[recourse.scenario].probability, recourse.cost)
    }
    self.cost = cost
    let range = Self.range(of: cost, model)
    costRow = model.addConstraint(cost <= range.upperBound, name: "cost")
    measure = model.addVariable(
      "measure", lower: frontier.axis.isShare ? 0 : min(0, range.lowerBound), upper: .infinity)
    addMeasure()
    if frontier.axis == .concentration || frontier.axis == .autonomy { addShortRows() }
  }

  /// What an expression can be within the bounds of its variables.
  private static func range(of expression: LinearExpression, _ model: Model) -> ClosedRange<Double> {
    var (lower, upper) = (expression.constant, expression.constant)
    for term in expression.terms {
      let bounds = [model.lowerBounds[term.variable.index], model.upperBounds[term.variable.index]].map {
        $0 * term.coefficient
      }
      lower += bounds.min() ?? 0
      upper += bounds.max() ?? 0
    }
    return lower...max(lower, upper)
  }

  // MARK: Measures

  private mutating func addMeasure() {
    switch axis {
    case .cvar: addTail()
    case .worst:
      let first = form.stage.cost(network)
      for recourse in possible {
        model.addConstraint(
          first + recourse.cost <= LinearExpression(measure), name: "worst[\(recourse.scenario)]")
      }
    case .shortage: addShortage()
    case .concentration, .autonomy: addShares()
    }
  }

  private var possible: [Recourse] {
    form.recourses.filter { network.scenarios[$0.scenario].probability > 0 }
  }

  /// CVaR by Rockafellar and Uryasev (2000).
  private mutating func addTail() {
    let level = network.sourcingCase.settings.riskLevel
    let highest = possible.map { Self.range(of: $0.cost, model).upperBound }.max() ?? 0
    let threshold = model.addVariable("threshold", upper: highest)
    var tail = form.stage.cost(network) + threshold
    for recourse in possible {
      let excess = model.addVariable("excess[\(recourse.scenario)]", upper: highest)
      model.addConstraint(excess >= recourse.cost - threshold, name: "excess[\(recourse.scenario)]")
      tail.add(network.scenarios[recourse.scenario].probability / (1 - level), excess)
    }
    model.addConstraint(tail <= LinearExpression(measure), name: "tail")
  }

  private mutating func addShortage() {
    var short = LinearExpression()
    var demand = 0.0
    for recourse in possible {
      let probability = network.scenarios[recourse.scenario].probability
      for index in network.demands.indices {
        demand += probability * network.total(demand: index, scenario: recourse.scenario)
        for done in recourse.periods { short.add(probability, done.short[index]) }
      }
    }
    // In shares of the demand, with a row of amounts.
    model.addConstraint(short <= demand * measure, name: "shortage")
  }

  private mutating func addShares() {
    for (position, share) in frontier.shares.enumerated() {
      var volume = LinearExpression()
      for capability in share.capabilities { volume += form.recourses[0].volume(capability) }
      model.addConstraint(volume <= share.need * measure, name: "share[\(position)]")
    }
  }

  /// The least that the measure can be in this model, no item short by more than in a layout; nil where time was up.
  func leastMeasure(keeping layout: Layout, _ solver: any Solver, _ options: SolveOptions) throws -> Double? {
    var model = model
    for index in 0..<model.variableCount { model.setObjective(of: Variable(index: index), to: 0) }
    model.objectiveConstant = 0
    model.setObjective(of: measure, to: 1)
    for (item, row, _) in shortRows {
      let most = network.demands.indices.filter { network.demands[$0].item == item }.reduce(0.0) {
        sum, demand in
        layout.recourse[0].periods.reduce(sum) { $0 + $1.short[demand] }
      }
      model.setBounds(of: row, lower: -.infinity, upper: most + 1e-6 * max(1, most))
    }
    if let least = try leastWithAll(model, solver, options) { return least }
    let solution = try form.session(model, solver).solve(options)
    return solution.termination.reason == .optimal ? solution.objective : nil
  }

  /// The least of the measure where every yes-or-no decision that the relaxation asks for in part is taken as a whole; nil where
  /// that is more than the relaxation proves, or the case does not allow it.
  ///
  /// Where nothing keeps a layout from having all sources, the least is a linear program's, which branch and bound may miss for long,
  /// since all layouts that are safe enough are equally good to it.
  private func leastWithAll(_ model: Model, _ solver: any Solver, _ options: SolveOptions) throws -> Double? {
    if !form.isLinear { return nil }
    var model = model
    let decisions = model.domains.indices.filter { model.domains[$0] == .integer }
    for index in decisions { model.setDomain(of: Variable(index: index), to: .continuous) }
    let relaxed = try solver.open(model).solve(options)
    guard relaxed.termination.reason == .optimal, let point = relaxed.point else { return nil }
    for index in decisions {
      let whole = (point[index] - 1e-7).rounded(.up)
      model.setBounds(of: Variable(index: index), lower: whole, upper: whole)
    }
    let found = try solver.open(model).solve(options)
    guard found.termination.reason == .optimal, let least = found.objective, let bound = relaxed.objective,
      least - bound <= options.relativeGap * max(1e-3, abs(least))
    else { return nil }
    return least
  }

  private mutating func addShortRows() {
    for item in network.sourcingCase.items.indices {
      var short = LinearExpression()
      for (index, demand) in network.demands.enumerated() where demand.item == item {
        for done in form.recourses[0].periods { short.add(1, done.short[index]) }
      }
      if short.isConstant { continue }
      let most = Self.range(of: short, model).upperBound
      shortRows.append((item, model.addConstraint(short <= most, name: "short[\(item)]"), short))
    }
  }
}
