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
  /// - Throws: ``CaseFaults`` where a policy, limit or setting ties scenarios to each other in a way that no two-stage
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
        "this policy speaks of several scenarios together, or is no linear program, which a two-stage program cannot state",
        expected: "a case without it, or the format mps")
    }
    if !network.objectiveLimits.isEmpty {
      faults.append(
        Fault(
          at: found.origin.location(setting: "objective"),
          "a limit on the objective speaks of several scenarios together, which a two-stage program cannot state",
          expected: "an objective of one stage, or the format mps"))
    }
    if !network.scenarios.dropFirst().contains(where: { $0.probability > 0 }) {
      faults.append(
        Fault(
          at: found.origin.location(table: "scenarios", row: 0),
          "nothing is uncertain in this case",
          expected: "a disturbed scenario that has a probability, or the format mps"))
    }
    return faults
  }

  /// Whether a kind's rows are linear and speak of the first stage and the undisturbed scenario alone.
  private static func isTwoStage(_ kind: PolicyKind) -> Bool {
    switch kind {
    case .maxCost, .maxCVaR, .maxConcentration: false
    default: BendersMaster.isDecomposed(kind)
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

/// Lays the recourses of scenarios over each other: columns and rows of the same name are the same, whatever one scenario
/// lacks is idle in it.
private struct SecondStage {
  /// A scenario's own model, and where its columns and rows are in the core.
  struct Part {
    var model: Model
    var columns: [Int]
    var rows: [Int]
  }

  /// What tells rows and columns apart: names may recur in a model, and a row keeps its relation in all scenarios.
  private struct Key: Hashable {
    var name: String
    var relation: Relation?
    var occurrence: Int
  }

  private enum Relation: Hashable { case atLeast, atMost, equal, free }

  private struct Place: Hashable {
    var row: Int
    var column: Int
  }

  let firstStageColumns: Int
  let firstStageRows: Int
  private var columnPlaces: [Key: Int] = [:]
  private var rowPlaces: [Key: Int] = [:]
  private var columnNames: [String] = []
  private var rows: [(name: String, relation: Relation)] = []
  /// What the core has: for everything, what the first scenario that has it says.
  private var coefficients: [Place: Double] = [:]
  private var order: [Place] = []
  private var sides: [Double] = []
  private var costs: [Double] = []
  private var upperBounds: [Double] = []

  init(firstStageColumns: Int, firstStageRows: Int) {
    self.firstStageColumns = firstStageColumns
    self.firstStageRows = firstStageRows
  }

  /// Takes a scenario in.
  ///
  /// - Parameter leading: The places in the core of the part's first columns, which are not its own.
  mutating func add(_ model: Model, leading: [Int]) throws -> Part {
    var part = Part(model: model, columns: leading, rows: [])
    var seen: [Key: Int] = [:]
    func key(_ name: String, _ relation: Relation?) -> Key {
      let first = Key(name: name, relation: relation, occurrence: 0)
      defer { seen[first, default: 0] += 1 }
      return Key(name: name, relation: relation, occurrence: seen[first, default: 0])
    }
    for (column, name) in model.variableNames.enumerated().dropFirst(leading.count) {
      guard model.lowerBounds[column] == 0 else {
        throw PlanningError("the column \(name) of a recourse does not begin at 0")
      }
      let key = key(name, nil)
      if let known = columnPlaces[key] {
        part.columns.append(firstStageColumns + known)
        continue
      }
      columnPlaces[key] = columnNames.count
      part.columns.append(firstStageColumns + columnNames.count)
      columnNames.append(name)
      costs.append(model.objective[column])
      upperBounds.append(model.upperBounds[column])
    }
    for (row, name) in model.constraintNames.enumerated() {
      let (relation, side) = Self.relation(model, row)
      let key = key(name, relation)
      if let known = rowPlaces[key] {
        part.rows.append(firstStageRows + known)
      } else {
        rowPlaces[key] = rows.count
        part.rows.append(firstStageRows + rows.count)
        rows.append((name, relation))
        sides.append(side)
      }
      for position in model.rows.starts[row]..<model.rows.starts[row + 1] {
        let place = Place(row: part.rows[row], column: part.columns[Int(model.rows.columns[position])])
        if coefficients[place] != nil { continue }
        coefficients[place] = model.rows.values[position]
        order.append(place)
      }
    }
    return part
  }

  private static func relation(_ model: Model, _ row: Int) -> (Relation, side: Double) {
    let (lower, upper) = (model.rowLowerBounds[row], model.rowUpperBounds[row])
    if lower == upper { return (.equal, lower) }
    if lower.isFinite { return (.atLeast, lower) }
    return upper.isFinite ? (.atMost, upper) : (.free, 0)
  }

  /// The core: the first stage with what was taken in.
  mutating func extend(_ firstStage: Model) -> Model {
    var core = firstStage
    // A second stage begins at a column and a row, so it has one of each.
    if columnNames.isEmpty {
      columnNames.append("idle")
      costs.append(0)
      upperBounds.append(0)
    }
    if rows.isEmpty {
      rows.append(("idle", .equal))
      sides.append(0)
    }
    for column in columnNames.indices {
      core.addVariable(columnNames[column], upper: upperBounds[column], objective: costs[column])
    }
    let byRow = Dictionary(grouping: order, by: \.row)
    for (index, row) in rows.enumerated() {
      let places = byRow[firstStageRows + index] ?? []
      core.addRow(
        columns: places.map { Int32($0.column) }, values: places.map { coefficients[$0] ?? 0 },
        lower: row.relation == .atMost || row.relation == .free ? -.infinity : sides[index],
        upper: row.relation == .atLeast || row.relation == .free ? .infinity : sides[index], name: row.name)
    }
    return core
  }

  /// What a scenario has that the core has not.
  func scenario(_ name: String, probability: Double, _ part: Part) -> StochasticProgram.Scenario {
    var scenario = StochasticProgram.Scenario(name: name, probability: probability)
    let model = part.model
    // What a column that the scenario lacks costs and uses does not matter: it is bounded by 0.
    var ownCosts = costs
    var ownBounds = [Double](repeating: 0, count: costs.count)
    for (column, place) in part.columns.enumerated() where place >= firstStageColumns {
      ownCosts[place - firstStageColumns] = model.objective[column]
      ownBounds[place - firstStageColumns] = model.upperBounds[column]
    }
    var ownSides = [Double](repeating: 0, count: sides.count)
    var own: [Place: Double] = [:]
    for (row, place) in part.rows.enumerated() {
      ownSides[place - firstStageRows] = Self.relation(model, row).side
      for position in model.rows.starts[row]..<model.rows.starts[row + 1] {
        let column = part.columns[Int(model.rows.columns[position])]
        own[Place(row: place, column: column)] = model.rows.values[position]
      }
    }
    scenario.costs = Self.changes(from: costs, to: ownCosts, offset: firstStageColumns)
    scenario.upperBounds = Self.changes(from: upperBounds, to: ownBounds, offset: firstStageColumns)
    scenario.sides = Self.changes(from: sides, to: ownSides, offset: firstStageRows)
    let present = Set(part.columns)
    scenario.coefficients = order.compactMap { place in
      if !present.contains(place.column) { return nil }
      let value = own[place] ?? 0
      return value == coefficients[place] ? nil : .init(row: place.row, column: place.column, value: value)
    }
    return scenario
  }

  private static func changes(
    from core: [Double], to own: [Double], offset: Int
  ) -> [StochasticProgram.Scenario.Entry] {
    core.indices.filter { core[$0] != own[$0] }.map { .init(index: offset + $0, value: own[$0]) }
  }
}
