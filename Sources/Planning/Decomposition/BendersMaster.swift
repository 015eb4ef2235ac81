internal import LinearModel
internal import Sourcing

/// The master of the decomposition: the first stage, the undisturbed scenario, the policies, and variables θ for the costs
/// of the distinct blocks of the disturbed scenarios.
///
/// The undisturbed scenario stays in the master (a partial decomposition) where policies speak of its flows, or where its
/// recourse is one large block: then the bound is strong from the start. Where it falls into small blocks, as that of a case
/// without recipes does item by item, it is taken apart like the others, and the master's programs stay small.
struct BendersMaster {
  /// All columns, and the rows that are always there.
  private(set) var model: Model
  /// Rows that are valid from the start but wanted only where a point breaks them.
  let lazyRows: Model
  let stage: FirstStage
  /// What is done in the scenarios that are not taken apart: none, or the undisturbed one.
  let kept: [Recourse]
  /// The distinct blocks.
  let blocks: [RecourseBlock]
  /// The columns of the decisions to open a site that can supply or receive several items. They tie the items together:
  /// where they are made, what is left mostly falls apart.
  let openings: Set<Int>
  /// What stands for the blocks' costs; each block is a member of one.
  let estimates: [CostEstimate]
  /// The part of a unit of each estimate in the expected cost.
  let estimateWeights: [Double]
  /// The part of each scenario's cost that is not in blocks, by scenario; zero where a scenario has no probability.
  private let ownCosts: [LinearExpression]
  /// The blocks of each scenario.
  let blocksOfScenario: [[Int]]
  let network: SourcingNetwork
  private let risk: RiskObjective
  private let tail: RiskObjective.Variables?
  private let costAuxiliaries: [Auxiliary]
  /// What cost is held against, where a frontier is sought.
  let measured: MeasureColumns?
  /// What policies and the measure limit in scenarios that are taken apart.
  private let amounts: LimitedAmounts
  /// The objective as it is where only cost counts.
  private let costObjective: [Double]
  private let costConstant: Double
  /// Permanent rows that speak of costs, which a point must satisfy with the true costs as well.
  private let costRows: [Int]
  /// Conditions that the rows state only in part.
  let cones: [ConcentrationCone]
  /// Rows of each policy, in the network's order, by index of the permanent rows.
  let policyRows: [[PolicyRow]]
  /// Decisions that policies forbid by a bound.
  let forbidden: ForbiddenDecisions

  /// - Parameters:
  ///   - layout: What the first stage is fixed at; nil where it is sought.
  ///   - mostBlocksAlone: Blocks up to which each has an estimate of its own.
  init(
    _ network: SourcingNetwork, fixing layout: Layout? = nil, measuring measure: FrontierMeasure? = nil,
    mostBlocksAlone: Int = BlockGrouping.mostAlone
  ) {
    self.init(network, fixing: layout, measuring: measure, mostBlocksAlone: mostBlocksAlone, watching: {})
  }

  /// - Parameter check: Made before each period of each scenario, to end the building.
  init<Interruption: Error>(
    _ network: SourcingNetwork, fixing layout: Layout?, measuring measure: FrontierMeasure? = nil,
    mostBlocksAlone: Int = BlockGrouping.mostAlone, watching check: () throws(Interruption) -> Void
  ) throws(Interruption) {
    var model = Model(name: network.sourcingCase.settings.name)
    let stage = FirstStageBuilder(network, isComplete: layout != nil).add(to: &model)
    if let layout { stage.fix(FirstStage(layout, network), in: &model) }
    let firstStageColumns = model.variableCount
    let firstStage = model
    var builder = RecourseBuilder(network)
    builder.lanesForcedElsewhere = PolicyRules.forcedLanes(network)
    let beforeKept = model.constraintCount
    let firstApart =
      try Self.fallsApart(network, builder, stage, columnsOf: firstStage, watching: check) ? 0 : 1
    var kept: [Recourse] = []
    for scenario in 0..<firstApart {
      kept.append(try builder.add(scenario, to: &model, stage, watching: check))
    }
    let keptRows = beforeKept..<model.constraintCount
    var amounts = LimitedAmounts(network, ofShortage: measure?.isOfShortage ?? false)
    let collection = try BlockCollection(
      network, stage, columnsOf: firstStage, builder: builder, from: firstApart,
      amounts: amounts.expressions(of:), watching: check)
    var blocks = collection.blocks
    amounts.limit(&blocks, of: collection.blocksOfScenario, in: &model)
    let risk = RiskObjective(network)
    let probabilities = collection.probabilities(network)
    let isShared =
      !(measure?.isOfScenarioCosts ?? false) && !Self.needsScenarioCosts(network, risk)
      && blocks.count > mostBlocksAlone
    let estimates = Self.estimates(
      blocks, weights: isShared ? probabilities : nil, atMost: mostBlocksAlone, in: &model)
    var recourses = kept
    for scenario in network.scenarios.indices.dropFirst(firstApart) {
      var cost = collection.ownCosts[scenario - firstApart]
      if !isShared {
        for block in collection.blocksOfScenario[scenario - firstApart] {
          cost.add(1, estimates[block].variable)
        }
      }
      var recourse = Recourse(scenario: scenario, periods: [], cost: cost)
      recourse.limits = amounts.limits(scenario - firstApart)
      recourses.append(recourse)
    }
    model.addToObjective(stage.cost(network))
    if isShared { for estimate in estimates { model.setObjective(of: estimate.variable, to: 1) } }
    let beforeRisk = model.constraintCount
    tail = risk.add(recourses, to: &model, network)
    let riskRows = beforeRisk..<model.constraintCount
    var rules = PolicyRules(network: network, stage: stage, recourses: recourses)
    let beforePolicies = model.constraintCount
    var policyRows: [[PolicyRow]] = []
    for policy in network.policies {
      policyRows.append(rules.add(policy, to: &model))
    }
    rules.addObjectiveLimits(to: &model)
    costObjective = model.objective
    costConstant = model.objectiveConstant
    let shortages =
      kept.map(\.short) + collection.blocksOfScenario.indices.map(amounts.shortage)
    let measuring = MeasureBuilder(
      network: network, stage: stage, recourses: recourses, shortages: shortages)
    if let measure { measured = measuring.add(measure, to: &model) } else { measured = nil }
    for row in 0..<collection.firstStageRows.constraintCount {
      model.copyRow(row, of: collection.firstStageRows)
    }

    let lazy = Self.lazyRows(model, firstStageColumns, keptRows, riskRows)
    var lazyRows = Model()
    for row in lazy { lazyRows.copyRow(row, of: model) }
    model.removeConstraints(lazy)
    // What the policies' rows have become after the removal.
    let removedBefore = { (row: Int) in lazy.count { $0 < row } }
    self.policyRows = policyRows.map { rows in
      rows.map { row in
        PolicyRow(
          constraint: Constraint(index: row.constraint.index - removedBefore(row.constraint.index)),
          sensitivity: row.sensitivity, looseness: row.looseness, isImplied: row.isImplied)
      }
    }
    self.model = model
    self.lazyRows = lazyRows
    self.stage = stage
    self.kept = kept
    self.blocks = blocks
    self.amounts = amounts
    openings = stage.openings
    self.estimates = estimates
    estimateWeights = isShared ? estimates.map { _ in 1 } : probabilities
    ownCosts = collection.ownCosts
    blocksOfScenario = collection.blocksOfScenario
    self.network = network
    self.risk = risk
    cones = rules.cones
    forbidden = rules.forbidden
    costAuxiliaries = rules.auxiliaries.filter(\.followsFromCosts) + (measured?.auxiliaries ?? [])
    let costColumns = Set(estimates.map(\.variable.index) + costAuxiliaries.map(\.variable.index))
    costRows = (beforePolicies - removedBefore(beforePolicies)..<model.constraintCount).filter { row in
      (model.rows.starts[row]..<model.rows.starts[row + 1]).contains {
        costColumns.contains(Int(model.rows.columns[$0]))
      }
    }
  }

  /// What policies and the measure limit of a recourse in a scenario that is taken apart, with the most that a point allows.
  func limitedAmounts(of recourse: Recourse, at point: [Double]) -> [(amount: LinearExpression, most: Double)]
  {
    zip(amounts.expressions(of: recourse), amounts.most(recourse.scenario - kept.count, at: point)).filter {
      !$0.0.isConstant
    }.map { ($0, $1) }
  }

  /// Whether the objective is a sum of what the first stage and each block cost, and nothing else depends on costs or is curved.
  var addsUpCosts: Bool {
    tail == nil && measured == nil && costAuxiliaries.isEmpty && costRows.isEmpty && cones.isEmpty
  }

  /// Makes the objective a sum of cost and measure, each by a weight.
  mutating func weigh(cost: Double, measure: Double) {
    for column in costObjective.indices {
      model.setObjective(of: Variable(index: column), to: cost * costObjective[column])
    }
    model.objectiveConstant = cost * costConstant
    if let measured { model.setObjective(of: measured.measure, to: measure) }
  }

  /// Whether more than the expectation of the scenarios' costs counts, so that each must be known.
  private static func needsScenarioCosts(_ network: SourcingNetwork, _ risk: RiskObjective) -> Bool {
    risk.weight > 0 || !network.objectiveLimits.isEmpty
      || network.policies.contains { [.maxCost, .maxCVaR].contains($0.policy.kind) }
  }

  /// - Parameter weights: The probability of each block where blocks may share an estimate; nil where each has its own.
  private static func estimates(
    _ blocks: [RecourseBlock], weights: [Double]?, atMost mostShared: Int, in model: inout Model
  ) -> [CostEstimate] {
    guard let weights else {
      return blocks.enumerated().map { index, block in
        let theta = model.addVariable(
          "theta[\(index)]", lower: block.leastCost, upper: max(block.leastCost, block.greatestCost))
        return CostEstimate(variable: theta, members: [(index, 1)])
      }
    }
    let groups = BlockGrouping(blocks, weights: weights).groups(
      atMost: min(mostShared, BlockGrouping.mostShared))
    return groups.enumerated().map { index, group in
      let least = group.reduce(0.0) { $0 + weights[$1] * blocks[$1].leastCost }
      let most = group.reduce(0.0) { $0 + weights[$1] * blocks[$1].greatestCost }
      let theta = model.addVariable("theta[\(index)]", lower: least, upper: max(least, most))
      return CostEstimate(variable: theta, members: group.map { ($0, weights[$0]) })
    }
  }

  /// Columns of a block up to which it is quicker to solve it beside the master than in it.
  private static let smallBlock = 1_000
  /// How far from a whole number a decision may be that is whole but for rounding.
  private static let rounding = 1e-9

  /// Whether no policy speaks of what is done in the undisturbed scenario, and its recourse falls into several small blocks.
  private static func fallsApart<Interruption: Error>(
    _ network: SourcingNetwork, _ builder: RecourseBuilder, _ stage: FirstStage, columnsOf firstStage: Model,
    watching check: () throws(Interruption) -> Void
  ) throws(Interruption) -> Bool {
    if network.scenarios[0].probability == 0 { return false }
    if network.policies.contains(where: { speaksOfFlows($0.policy.kind) }) { return false }
    var part = BlockCollection.blank(firstStage)
    let recourse = try builder.add(0, to: &part, stage, watching: check)
    let split = BlockSplitter(part, firstStageColumns: firstStage.variableCount, cost: recourse.cost).split()
    return split.blocks.count > 1 && split.blocks.allSatisfy { $0.cost.count <= smallBlock }
  }

  /// Whether a kind's rows speak of what is done in the undisturbed scenario.
  private static func speaksOfFlows(_ kind: PolicyKind) -> Bool {
    switch kind {
    case .minSources, .oneMain, .separate, .backupCover, .maxCost, .maxCapital, .maxCVaR, .maxChanges,
      .maxLeadDays, .exclude, .require:
      false
    default: true
    }
  }

  /// Rows that bound one flow of a scenario that is kept by a decision, and the rows of the risk measure.
  private static func lazyRows(
    _ model: Model, _ firstStageColumns: Int, _ kept: Range<Int>, _ risk: Range<Int>
  ) -> [Int] {
    let forcing = kept.filter { row in
      let positions = model.rows.starts[row]..<model.rows.starts[row + 1]
      return positions.count { Int(model.rows.columns[$0]) >= firstStageColumns } == 1
        && model.rowLowerBounds[row] != model.rowUpperBounds[row]
    }
    return forcing + Array(risk)
  }

  /// The objective of a point with the true costs of the blocks in place of what the point has for them, and whether the
  /// policies on costs hold then. Columns that follow from costs are put right in the point, and decisions that rounding alone keeps
  /// from whole numbers are whole.
  func settle(_ point: inout [Double], blockCosts: [Double]) -> (objective: Double, isFeasible: Bool) {
    for column in point.indices where model.domains[column] == .integer {
      let whole = point[column].rounded()
      if abs(point[column] - whole) <= Self.rounding { point[column] = whole }
    }
    for estimate in estimates { point[estimate.variable.index] = estimate.value(blockCosts) }
    if let tail {
      let costs = kept.map { $0.cost.value(at: point) } + scenarioCosts(at: point)
      let values = risk.values(costs: costs, probabilities: network.scenarios.map(\.probability))
      point[tail.threshold.index] = values.threshold
      for (variable, cost) in zip(tail.cost, costs) { point[variable.index] = cost }
      for (variable, excess) in zip(tail.excess, values.excess) { point[variable.index] = excess }
    }
    for auxiliary in costAuxiliaries { point[auxiliary.variable.index] = auxiliary.value(at: point) }
    let isFeasible = costRows.allSatisfy { row in
      var sum = 0.0
      var size = 1.0
      for position in model.rows.starts[row]..<model.rows.starts[row + 1] {
        let term = model.rows.values[position] * point[Int(model.rows.columns[position])]
        sum += term
        size = max(size, abs(term))
      }
      return sum >= model.rowLowerBounds[row] - 1e-7 * size && sum <= model.rowUpperBounds[row] + 1e-7 * size
    }
    return (model.objectiveValue(at: point), isFeasible)
  }

  /// What each scenario costs; there is an estimate for every block where this is asked for.
  private func scenarioCosts(at point: [Double]) -> [Double] {
    ownCosts.indices.map { scenario in
      blocksOfScenario[scenario].reduce(ownCosts[scenario].value(at: point)) {
        $0 + point[estimates[$1].variable.index]
      }
    }
  }
}

extension Auxiliary {
  /// Whether it follows from the costs of scenarios.
  var followsFromCosts: Bool {
    switch formula {
    case .valueAtRisk, .excess, .greatestCost: true
    case .capped, .greatest, .positive, .anyPositive, .chosen, .reached, .band, .within: false
    }
  }
}
