internal import LinearModel
internal import Sourcing

/// What cost is held against along a frontier, as far as a decomposition can carry it. Less is safer.
public enum FrontierMeasure: Sendable {
  /// First stage and the conditional value at risk of the scenarios' costs.
  case tail(level: Double)
  /// First stage and the greatest cost of a scenario that has a probability.
  case worst
  /// The expected part of demand that is not met.
  case shortage
  /// The greatest of some volumes of the undisturbed scenario, each in parts of a need.
  case shares([FrontierShare])
  /// In how many of ``LayoutDecisions`` a layout agrees with the nearest of some others, of which it is given the decisions;
  /// its sources are used then, as those decisions ask for.
  case agreement([[Bool]])

  /// Whether it speaks of what each scenario costs, and not only of their expectation.
  var isOfScenarioCosts: Bool {
    switch self {
    case .tail, .worst: true
    case .shortage, .shares, .agreement: false
    }
  }

  /// Whether it speaks of what is short.
  var isOfShortage: Bool {
    if case .shortage = self { true } else { false }
  }
}

/// What some capabilities supply of an item's need.
public struct FrontierShare: Sendable {
  /// Indexes of the capabilities.
  public var capabilities: [Int]
  /// Units over the horizon that make a share of 1.
  public var need: Double

  /// A share from its parts.
  public init(capabilities: [Int], need: Double) {
    self.capabilities = capabilities
    self.need = need
  }
}

/// A measure in the master of a decomposition: its variable, and columns whose bounds limit it and what is short.
struct MeasureColumns {
  /// At least the measure; where it counts, exactly that.
  var measure: Variable
  /// What the measure may be at most.
  var limit: Variable
  /// What may be short of each item at most while nothing happens, by item.
  var shortLimits: [Int: Variable] = [:]
  /// How the variables of the measure follow from costs.
  var auxiliaries: [Auxiliary] = []
  /// Sources whose shares are limited.
  var limitedSources: [LimitedSource] = []
}

/// Adds a measure to a master.
struct MeasureBuilder {
  let network: SourcingNetwork
  let stage: FirstStage
  /// What is done in each scenario; of the disturbed ones only the cost is known.
  let recourses: [Recourse]
  /// What is short in each scenario, or may be at most; zero where that is not measured.
  let shortages: [LinearExpression]

  func add(_ measure: FrontierMeasure, to model: inout Model) -> MeasureColumns {
    switch measure {
    case .tail(let level): addTail(level, to: &model)
    case .worst:
      columns(possible.map { stage.cost(network) + $0.cost }, [], to: &model)
    case .shortage: addShortage(to: &model)
    case .shares(let shares): addShares(shares, to: &model)
    case .agreement(let others): addAgreement(others, to: &model)
    }
  }

  private func addAgreement(_ others: [[Bool]], to model: inout Model) -> MeasureColumns {
    let decisions = LayoutDecisions(network)
    decisions.addUse(stage, to: &model)
    let parts = others.map { other in
      LinearExpression(constant: Double(decisions.count)) - decisions.distance(stage, from: other)
    }
    return columns(parts, [], to: &model)
  }

  private var possible: [Recourse] {
    recourses.filter { network.scenarios[$0.scenario].probability > 0 }
  }

  private func addTail(_ level: Double, to model: inout Model) -> MeasureColumns {
    let highest = possible.map { RiskObjective.upperBound($0.cost, model) }.max() ?? 0
    let threshold = model.addVariable("frontier_threshold", upper: highest)
    var auxiliaries = [
      Auxiliary(
        variable: threshold,
        formula: .valueAtRisk(
          possible.map(\.cost), probabilities: possible.map { network.scenarios[$0.scenario].probability },
          level: level))
    ]
    var tail = stage.cost(network) + threshold
    for recourse in possible {
      let name = "frontier_excess[\(network.scenarios[recourse.scenario].name)]"
      let excess = model.addVariable(name, upper: highest)
      model.addConstraint(excess >= recourse.cost - threshold, name: name)
      auxiliaries.append(Auxiliary(variable: excess, formula: .excess(recourse.cost - threshold)))
      tail.add(network.scenarios[recourse.scenario].probability / (1 - level), excess)
    }
    return columns([tail], auxiliaries, to: &model)
  }

  private func addShortage(to model: inout Model) -> MeasureColumns {
    var short = LinearExpression()
    var demand = 0.0
    for (recourse, part) in zip(recourses, shortages) {
      let scenario = network.scenarios[recourse.scenario]
      if scenario.probability == 0 { continue }
      short += scenario.probability * part
      for index in network.demands.indices {
        demand += scenario.probability * network.total(demand: index, scenario: recourse.scenario)
      }
    }
    if demand <= 0 { demand = 1 }
    let measure = model.addVariable("measure", lower: 0, upper: 1)
    let limit = model.addVariable("measure_limit", lower: 0, upper: 1)
    // In shares of the demand, with a row of amounts.
    model.addConstraint(short <= demand * measure, name: "measure")
    model.addConstraint(LinearExpression(measure) <= LinearExpression(limit), name: "measure_limit")
    return MeasureColumns(
      measure: measure, limit: limit,
      auxiliaries: [Auxiliary(variable: measure, formula: .greatestCost([(1 / demand) * short]))])
  }

  private func addShares(_ shares: [FrontierShare], to model: inout Model) -> MeasureColumns {
    let parts = shares.map { share in
      var volume = LinearExpression()
      for capability in share.capabilities { volume.add(1 / share.need, recourses[0].volume(capability)) }
      return volume
    }
    var columns = self.columns(parts, [], to: &model)
    for item in network.sourcingCase.items.indices {
      var short = LinearExpression()
      for (index, demand) in network.demands.enumerated() where demand.item == item {
        for done in recourses[0].periods { short.add(1, done.short[index]) }
      }
      if short.isConstant { continue }
      let most = RiskObjective.upperBound(short, model)
      let limit = model.addVariable("frontier_short[\(item)]", lower: 0, upper: most)
      model.addConstraint(short <= LinearExpression(limit), name: "frontier_short[\(item)]")
      columns.shortLimits[item] = limit
    }
    columns.limitedSources = shares.flatMap { share in
      share.capabilities.map { index in
        LimitedSource(
          item: network.capabilities[index].item, volume: recourses[0].volume(index),
          isUsed: stage.qualify(index),
          capacity: Double(network.periods) * network.capabilities[index].capability.capacity,
          need: share.need)
      }
    }
    return columns
  }

  /// The measure as the greatest of some expressions, with a column that limits it.
  private func columns(
    _ parts: [LinearExpression], _ auxiliaries: [Auxiliary], to model: inout Model
  ) -> MeasureColumns {
    let upper = parts.map { RiskObjective.upperBound($0, model) }.max() ?? 0
    let lower = min(0, -(parts.map { RiskObjective.upperBound(-$0, model) }.max() ?? 0))
    let measure = model.addVariable("measure", lower: lower, upper: max(lower, upper))
    let limit = model.addVariable("measure_limit", lower: lower, upper: max(lower, upper))
    for (position, part) in parts.enumerated() {
      model.addConstraint(part <= LinearExpression(measure), name: "measure[\(position)]")
    }
    model.addConstraint(LinearExpression(measure) <= LinearExpression(limit), name: "measure_limit")
    var columns = MeasureColumns(measure: measure, limit: limit)
    columns.auxiliaries = auxiliaries + [Auxiliary(variable: measure, formula: .greatestCost(parts))]
    return columns
  }
}
