public import LinearModel
public import Sourcing

/// A case as a two-stage stochastic program, for solvers that take one apart themselves.
///
/// The first stage holds all that is decided before anything happens and, since policies speak of it, what is done if nothing
/// does. The second stage is the recourse of the disturbed scenarios, whose probabilities are taken relative to something
/// happening at all.
public struct StochasticForm: Sendable {
  /// The program; its optimum is the case's.
  public let program: StochasticProgram

  /// Takes a case apart by stages.
  ///
  /// - Throws: ``Sourcing/CaseFaults`` where a policy, limit or setting ties scenarios to each other in a way that no two-stage
  ///   program has, or where no scenario is disturbed.
  public init(_ network: SourcingNetwork) throws {
    let obstacles = Self.obstacles(network)
    if !obstacles.isEmpty { throw CaseFaults(obstacles) }
    var core = Model(name: network.sourcingCase.settings.name)
    let stage = FirstStageBuilder(network, isComplete: false).add(to: &core)
    let decisions = core
    var builder = RecourseBuilder(network)
    builder.lanesForcedElsewhere = PolicyRules.forcedLanes(network)
    let undisturbed = builder.add(0, to: &core, stage)
    core.addToObjective(stage.cost(network))
    let risk = RiskObjective(network)
    let tail = risk.add([undisturbed], to: &core, network)
    var rules = PolicyRules(network: network, stage: stage, recourses: [undisturbed])
    for policy in network.policies { _ = rules.add(policy, to: &core) }
    core.splitRanges()

    builder.scenarioLabel = "recourse"
    let disturbed = network.scenarios.indices.dropFirst().filter { network.scenarios[$0].probability > 0 }
    let mass = disturbed.reduce(0.0) { $0 + network.scenarios[$1].probability }
    var second = SecondStage(firstStageColumns: core.variableCount, firstStageRows: core.constraintCount)
    var scenarios: [SecondStage.Part] = []
    for scenario in disturbed {
      // The first stage's columns lead each part, and the threshold of the tail follows them where there is one.
      var part = BlockCollection.blank(decisions)
      let threshold = tail.map { _ in part.addVariable("", upper: .infinity) }
      let recourse = builder.add(scenario, to: &part, stage)
      let highest = risk.add(recourse, tail: threshold, times: mass, to: &part)
      if let tail { core.raiseUpperBound(of: tail.threshold, to: highest) }
      part.splitRanges()
      // What is owed to the first stage's contracts in a scenario is known with them.
      let chance = network.scenarios[scenario].probability / mass
      for column in 0..<decisions.variableCount where part.objective[column] != 0 {
        let variable = Variable(index: column)
        core.setObjective(of: variable, to: core.objective[column] + chance * part.objective[column])
      }
      core.objectiveConstant += chance * part.objectiveConstant
      var columns = Array(0..<decisions.variableCount)
      if let tail { columns.append(tail.threshold.index) }
      scenarios.append(try second.add(part, leading: columns))
    }
    let whole = second.extend(core)
    program = StochasticProgram(
      core: whole, firstStageColumns: second.firstStageColumns, firstStageRows: second.firstStageRows,
      scenarios: zip(disturbed, scenarios).map { scenario, part in
        let found = network.scenarios[scenario]
        return second.scenario(found.name, probability: found.probability / mass, part)
      })
  }

  /// What no two-stage program states.
  private static func obstacles(_ network: SourcingNetwork) -> [Fault] {
    let found = network.sourcingCase
    var faults = found.policies.indices.filter { !isTwoStage(found.policies[$0].kind) }.map { row in
      Fault(
        at: found.origin.location(table: "policies", row: row, column: "kind"),
        value: found.policies[row].kind.rawValue,
        Message(QuestionText.policyOfSeveralScenarios),
        expected: Message(QuestionText.withoutPolicyOrMPS))
    }
    if !network.objectiveLimits.isEmpty {
      faults.append(
        Fault(
          at: found.origin.location(setting: "objective"),
          Message(QuestionText.objectiveOfSeveralScenarios),
          expected: Message(QuestionText.oneStageOrMPS)))
    }
    if !network.scenarios.dropFirst().contains(where: { $0.probability > 0 }) {
      faults.append(
        Fault(
          at: found.origin.location(table: "scenarios", row: 0),
          Message(QuestionText.nothingUncertain),
          expected: Message(QuestionText.disturbedOrMPS)))
    }
    return faults
  }

  /// Whether a kind's rows are linear and speak of the first stage and the undisturbed scenario alone.
  private static func isTwoStage(_ kind: PolicyKind) -> Bool {
    switch kind {
    case .maxCost, .maxCVaR, .maxConcentration, .minService, .maxEmissions, .maxCVaRShortage, .chanceService,
      .survive:
      false
    case .maxShare, .minSources, .oneMain, .separate, .backupCover, .autonomy, .maxCapital, .maxChanges,
      .singleSource, .maxLeadDays, .exclude, .require:
      true
    }
  }
}

extension RiskObjective {
  /// Adds a scenario's cost to the objective as that of a program in which only this scenario happens, and its part in the
  /// tail.
  ///
  /// - Parameters:
  ///   - tail: The threshold, or the worst cost where that is the measure; nil where only the expectation counts.
  ///   - mass: The probability of all scenarios that are told like this.
  /// - Returns: The most that the threshold need be for this scenario.
  fileprivate func add(
    _ recourse: Recourse, tail: Variable?, times mass: Double, to model: inout Model
  ) -> Double {
    guard let tail else {
      var cost = LinearExpression()
      cost.add(mass, recourse.cost)
      model.addToObjective(cost)
      return 0
    }
    let highest = Self.upperBound(recourse.cost, model)
    let cost = model.addVariable("cost[recourse]", upper: highest, objective: mass * (1 - weight))
    model.addConstraint(cost >= recourse.cost, name: "cost[recourse]")
    let reference = reference(recourse.scenario)
    if isOfTheWorst {
      model.addConstraint(tail >= cost - LinearExpression(constant: reference), name: "worst[recourse]")
      return highest - reference
    }
    let excess = model.addVariable(
      "excess[recourse]", upper: highest, objective: mass * weight / (1 - level))
    model.addConstraint(excess >= cost - tail, name: "excess[recourse]")
    return highest
  }
}

extension Model {
  /// Says every row with two different bounds as two rows.
  fileprivate mutating func splitRanges() {
    for row in 0..<constraintCount {
      let (lower, upper) = (rowLowerBounds[row], rowUpperBounds[row])
      guard lower.isFinite, upper.isFinite, lower != upper else { continue }
      let constraint = Constraint(index: row)
      let range = rows.starts[row]..<rows.starts[row + 1]
      addRow(
        columns: Array(rows.columns[range]), values: Array(rows.values[range]), lower: lower,
        upper: .infinity,
        name: "\(constraintNames[row])_least")
      setBounds(of: constraint, lower: -.infinity, upper: upper)
    }
  }

  fileprivate mutating func raiseUpperBound(of variable: Variable, to value: Double) {
    let upper = max(upperBounds[variable.index], value)
    setBounds(of: variable, lower: lowerBounds[variable.index], upper: upper)
  }
}
