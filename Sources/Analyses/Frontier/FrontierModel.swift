internal import LinearModel
internal import Planning
internal import Sourcing

/// The whole model of a case with two objectives: expected cost, and what it is held against.
struct FrontierModel {
  /// The model, its objective the cost.
  private(set) var model: Model
  /// What the model was made of: the case without risk in its objective, and with a policy that only names groups.
  let network: SourcingNetwork
  let form: ExtensiveForm
  /// First stage and expected cost of the scenarios.
  let cost: LinearExpression
  /// At least what cost is held against; made small, exactly that.
  let measure: Variable
  /// A row that may limit the cost.
  let costRow: Constraint
  /// Rows that may limit what is short of each item while nothing happens.
  private(set) var shortRows: [(item: Int, row: Constraint, short: LinearExpression)] = []
  private let axis: FrontierAxis

  /// - Throws: ``CaseFaults`` where the places are not in the case.
  init(_ given: SourcingNetwork, _ options: FrontierOptions) throws {
    network = try SourcingNetwork(Self.prepared(given.sourcingCase, options))
    form = ExtensiveForm(network)
    axis = options.axis
    model = form.model
    var cost = form.stage.cost(network)
    for recourse in form.recourses {
      cost.add(network.scenarios[recourse.scenario].probability, recourse.cost)
    }
    self.cost = cost
    let range = Self.range(of: cost, model)
    costRow = model.addConstraint(cost <= range.upperBound, name: "cost")
    measure = model.addVariable(
      "measure", lower: axis.isShare ? 0 : min(0, range.lowerBound), upper: .infinity)
    addMeasure()
    if axis == .concentration || axis == .autonomy { addShortRows() }
  }

  /// The case with an objective of expected cost alone, and for shares a policy last that names the groups and asks nothing.
  private static func prepared(_ found: SourcingCase, _ options: FrontierOptions) -> SourcingCase {
    var prepared = found
    prepared.settings.riskMeasure = .expected
    switch options.axis {
    case .cvar, .worst, .shortage: break
    case .concentration:
      prepared.policies.append(Policy("groups", .maxShare, scope: options.scope, limit: 1))
    case .autonomy:
      let blocs = Set(found.blocs.map(\.bloc))
      prepared.policies.append(
        Policy(
          "groups", .autonomy, regions: options.places.filter { !blocs.contains($0) },
          blocs: options.places.filter(blocs.contains), limit: 0))
    }
    return prepared
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
    for (position, share) in shares.enumerated() {
      var volume = LinearExpression()
      for capability in share.capabilities { volume += form.recourses[0].volume(capability) }
      model.addConstraint(volume <= share.need * measure, name: "share[\(position)]")
    }
  }

  /// What must not supply too much of an item, by item and group.
  private var shares: [FrontierShare] {
    guard let policy = network.policies.last else { return [] }
    return policy.items.flatMap { item -> [FrontierShare] in
      let need = item.demand * Double(network.periods)
      if need <= 0 { return [] }
      let groups: [[Int]] =
        axis == .concentration
        ? item.groups.map(\.capabilities)
        : [item.capabilities.filter { !item.makers.contains(network.capabilities[$0].site) }]
      return groups.map { FrontierShare(capabilities: $0, need: need) }
    }
  }

  /// The same for a world in which nothing happens, where that tells all of the measure; nil where it does not.
  func quiet(_ options: FrontierOptions) throws -> FrontierModel? {
    guard axis == .concentration || axis == .autonomy, QuietCase.tellsAll(of: network) else { return nil }
    var found = network.sourcingCase
    found.policies.removeLast()
    found.scenarios = []
    return try FrontierModel(SourcingNetwork(found), options)
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
    let solution = try form.session(model, solver).solve(options)
    return solution.termination.reason == .optimal ? solution.objective : nil
  }

  /// The measure in terms that a decomposition can carry; nil where it speaks of what is done in disturbed scenarios.
  var decomposedMeasure: FrontierMeasure? {
    switch axis {
    case .cvar: .tail(level: network.sourcingCase.settings.riskLevel)
    case .worst: .worst
    case .shortage: .shortage
    case .concentration, .autonomy: .shares(shares)
    }
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

  // MARK: A layout's own figures

  /// What a layout's cost is held against, computed from its decisions alone.
  func value(of layout: Layout, _ evaluation: CostEvaluation) -> Double {
    switch axis {
    case .cvar: return evaluation.costs.firstStage + evaluation.risk.cvar
    case .worst: return evaluation.costs.firstStage + evaluation.risk.worst
    case .shortage:
      var (short, demand) = (0.0, 0.0)
      for (scenario, found) in network.scenarios.enumerated() where found.probability > 0 {
        for index in network.demands.indices {
          demand += found.probability * network.total(demand: index, scenario: scenario)
          for done in layout.recourse[scenario].periods { short += found.probability * done.short[index] }
        }
      }
      return demand > 0 ? short / demand : 0
    case .concentration, .autonomy:
      return shares.reduce(0.0) { largest, share in
        max(largest, share.capabilities.reduce(0.0) { $0 + layout.recourse[0].volume($1) } / share.need)
      }
    }
  }
}
