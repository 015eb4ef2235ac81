internal import LinearModel

/// Lays the recourses of scenarios over each other: columns and rows of the same name are the same, whatever one scenario
/// lacks is idle in it.
struct SecondStage {
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
