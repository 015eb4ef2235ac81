/// A linear or mixed-integer model: variables with bounds, ranged constraints, a linear objective.
///
/// Rows are stored one after the other (compressed sparse rows), so that a model of a million
/// coefficients is built and handed over in about a second. Building never checks; ``faults()`` does,
/// and every solver asks it first.
public struct Model: Sendable {
  /// Whether the objective is made small or large.
  public enum Sense: String, Hashable, Sendable {
    /// The least value is best.
    case minimize
    /// The greatest value is best.
    case maximize
  }

  /// The constraint matrix, row after row.
  public struct Rows: Sendable {
    /// Row `i` holds the positions `starts[i] ..< starts[i + 1]`.
    public internal(set) var starts: [Int] = [0]
    /// Variable index of each coefficient.
    public internal(set) var columns: [Int32] = []
    /// The coefficients.
    public internal(set) var values: [Double] = []
  }

  /// A name for messages and exported files.
  public var name: String
  /// Minimize or maximize.
  public var sense: Sense
  /// Lower bound of each variable.
  public internal(set) var lowerBounds: [Double] = []
  /// Upper bound of each variable.
  public internal(set) var upperBounds: [Double] = []
  /// Domain of each variable.
  public internal(set) var domains: [VariableDomain] = []
  /// Objective coefficient of each variable.
  public internal(set) var objective: [Double] = []
  /// What is added to the objective whatever the variables are.
  public var objectiveConstant: Double = 0
  var variableNameList = NameList()
  /// The constraint matrix.
  public internal(set) var rows = Rows()
  /// Lower bound of each constraint.
  public internal(set) var rowLowerBounds: [Double] = []
  /// Upper bound of each constraint.
  public internal(set) var rowUpperBounds: [Double] = []
  var constraintNameList = NameList()

  /// For each variable, where the row that last mentioned it holds it: merges terms in linear time.
  var positionInRow: [Int] = []

  /// An empty model.
  public init(name: String = "", sense: Sense = .minimize) {
    self.name = name
    self.sense = sense
  }

  /// Name of each variable, put together anew each time it is asked for.
  public var variableNames: [String] { variableNameList.all }
  /// Name of each constraint, put together anew each time it is asked for.
  public var constraintNames: [String] { constraintNameList.all }
  /// How many variables there are.
  public var variableCount: Int { lowerBounds.count }
  /// How many constraints there are.
  public var constraintCount: Int { rowLowerBounds.count }
  /// How many coefficients the matrix stores.
  public var nonzeroCount: Int { rows.values.count }
  /// How many variables must be whole numbers.
  public var integerCount: Int { domains.count { $0 == .integer } }
  /// Whether any variable must be a whole number.
  public var hasIntegers: Bool { domains.contains(.integer) }

  /// Adds a variable.
  ///
  /// - Parameters:
  ///   - name: For messages and exported files; need not be unique.
  ///   - domain: Continuous or integer.
  ///   - lower: Least value; −∞ for none.
  ///   - upper: Greatest value; +∞ for none.
  ///   - objective: Coefficient in the objective.
  @discardableResult
  public mutating func addVariable(
    _ name: String, _ domain: VariableDomain = .continuous, lower: Double = 0, upper: Double = .infinity,
    objective: Double = 0
  ) -> Variable {
    variableNameList.append(name)
    return appendVariable(domain, lower: lower, upper: upper, objective: objective)
  }

  /// Takes a series of names in for variables to come.
  public mutating func addVariableNames(_ series: NameSeries) -> VariableNames {
    VariableNames(index: variableNameList.add(series))
  }

  /// Adds a continuous variable that is named by its number in a series.
  ///
  /// - Parameters:
  ///   - number: The variable's number in the series.
  ///   - names: A series that this model took in.
  ///   - upper: Greatest value; the least is 0.
  public mutating func addVariable(_ number: Int, of names: VariableNames, upper: Double) -> Variable {
    variableNameList.append(number, of: names.index)
    return appendVariable(.continuous, lower: 0, upper: upper, objective: 0)
  }

  /// Adds a variable that is 0 or 1.
  @discardableResult
  public mutating func addBinary(_ name: String, objective: Double = 0) -> Variable {
    addVariable(name, .integer, lower: 0, upper: 1, objective: objective)
  }

  /// Adds a row for a relation: terms of the same variable are merged, the constant moves to the bounds,
  /// and coefficients that cancel to zero are left out.
  @discardableResult
  public mutating func addConstraint(_ relation: LinearRelation, name: String) -> Constraint {
    constraintNameList.append(name)
    return appendRow(relation.expression, lower: relation.lower, upper: relation.upper)
  }

  /// Takes a series of names in for constraints to come.
  public mutating func addConstraintNames(_ series: NameSeries) -> ConstraintNames {
    ConstraintNames(index: constraintNameList.add(series))
  }

  /// Adds a row `lower ≤ expression ≤ upper`, as ``addConstraint(_:name:)`` does, that is named by its number
  /// in a series.
  ///
  /// Who adds many rows can write each into one expression that is emptied in between, and need not make
  /// room for every one.
  ///
  /// - Parameters:
  ///   - number: The row's number in the series.
  ///   - names: A series that this model took in.
  ///   - expression: The left side.
  ///   - lower: The least that it may be.
  ///   - upper: The most that it may be.
  @discardableResult
  public mutating func addConstraint(
    _ number: Int, of names: ConstraintNames, _ expression: LinearExpression, lower: Double = -.infinity,
    upper: Double = .infinity
  ) -> Constraint {
    constraintNameList.append(number, of: names.index)
    return appendRow(expression, lower: lower, upper: upper)
  }

  /// Adds a row from its coefficients as they are, for callers that already hold them as arrays.
  ///
  /// A variable that occurs twice stays twice, and ``faults()`` tells of it.
  @discardableResult
  public mutating func addRow(
    columns: [Int32], values: [Double], lower: Double, upper: Double, name: String
  ) -> Constraint {
    precondition(columns.count == values.count, "a row has as many columns as values")
    rows.columns.append(contentsOf: columns)
    rows.values.append(contentsOf: values)
    constraintNameList.append(name)
    return finishRow(lower: lower, upper: upper)
  }

  /// Adds a row of another model whose columns are the same; the copy has no name.
  @discardableResult
  public mutating func copyRow(_ row: Int, of other: Model) -> Constraint {
    let range = other.rows.starts[row]..<other.rows.starts[row + 1]
    rows.columns.append(contentsOf: other.rows.columns[range])
    rows.values.append(contentsOf: other.rows.values[range])
    constraintNameList.append("")
    return finishRow(lower: other.rowLowerBounds[row], upper: other.rowUpperBounds[row])
  }

  /// Removes the constraints from `count` on, so that the first `count` stay.
  public mutating func truncateConstraints(to count: Int) {
    let removed = constraintCount - count
    rows.starts.removeLast(removed)
    let kept = rows.starts[count]
    rows.columns.removeLast(rows.columns.count - kept)
    rows.values.removeLast(rows.values.count - kept)
    rowLowerBounds.removeLast(removed)
    rowUpperBounds.removeLast(removed)
    constraintNameList.truncate(to: count)
  }

  /// Removes some constraints; the others move up.
  ///
  /// - Parameter removed: Their indexes in rising order, each once.
  public mutating func removeConstraints(_ removed: [Int]) {
    guard let first = removed.first else { return }
    var next = 0
    var row = first
    var position = rows.starts[first]
    for old in first..<constraintCount {
      if next < removed.count, removed[next] == old {
        next += 1
        continue
      }
      for at in rows.starts[old]..<rows.starts[old + 1] {
        rows.columns[position] = rows.columns[at]
        rows.values[position] = rows.values[at]
        position += 1
      }
      rowLowerBounds[row] = rowLowerBounds[old]
      rowUpperBounds[row] = rowUpperBounds[old]
      row += 1
      rows.starts[row] = position
    }
    constraintNameList.remove(removed)
    truncateConstraints(to: row)
  }

  /// Changes the bounds of a variable.
  public mutating func setBounds(of variable: Variable, lower: Double, upper: Double) {
    lowerBounds[variable.index] = lower
    upperBounds[variable.index] = upper
  }

  /// Changes the bounds of all variables.
  public mutating func setVariableBounds(lower: [Double], upper: [Double]) {
    precondition(lower.count == variableCount && upper.count == variableCount, "bounds for every variable")
    (lowerBounds, upperBounds) = (lower, upper)
  }

  /// Changes the bounds of all constraints.
  public mutating func setConstraintBounds(lower: [Double], upper: [Double]) {
    precondition(
      lower.count == constraintCount && upper.count == constraintCount, "bounds for every constraint")
    (rowLowerBounds, rowUpperBounds) = (lower, upper)
  }

  /// Changes the bounds of a constraint.
  public mutating func setBounds(of constraint: Constraint, lower: Double, upper: Double) {
    rowLowerBounds[constraint.index] = lower
    rowUpperBounds[constraint.index] = upper
  }

  /// Changes a variable's coefficient in the objective.
  public mutating func setObjective(of variable: Variable, to coefficient: Double) {
    objective[variable.index] = coefficient
  }

  /// Adds an expression to the objective.
  public mutating func addToObjective(_ expression: LinearExpression) {
    objectiveConstant += expression.constant
    for term in expression.terms { objective[term.variable.index] += term.coefficient }
  }

  /// Changes whether a variable must be a whole number.
  public mutating func setDomain(of variable: Variable, to domain: VariableDomain) {
    domains[variable.index] = domain
  }

  /// The value of the objective at a point: one number per variable.
  public func objectiveValue(at point: [Double]) -> Double {
    var total = objectiveConstant
    for index in objective.indices where objective[index] != 0 { total += objective[index] * point[index] }
    return total
  }

  /// The coefficients of one row.
  public func terms(of constraint: Constraint) -> [LinearExpression.Term] {
    (rows.starts[constraint.index]..<rows.starts[constraint.index + 1]).map {
      LinearExpression.Term(rows.values[$0], Variable(index: Int(rows.columns[$0])))
    }
  }

  private mutating func appendVariable(
    _ domain: VariableDomain, lower: Double, upper: Double, objective: Double
  ) -> Variable {
    lowerBounds.append(lower)
    upperBounds.append(upper)
    domains.append(domain)
    self.objective.append(objective)
    positionInRow.append(-1)
    return Variable(index: lowerBounds.count - 1)
  }

  private mutating func appendRow(
    _ expression: LinearExpression, lower: Double, upper: Double
  ) -> Constraint {
    let start = rows.values.count
    for term in expression.terms {
      let column = term.variable.index
      guard positionInRow.indices.contains(column) else {
        // No such variable: kept as it is, so that ``faults()`` can tell.
        rows.columns.append(Int32(clamping: column))
        rows.values.append(term.coefficient)
        continue
      }
      let position = positionInRow[column]
      // A position may be left over from an earlier row, so the column is compared as well.
      if position >= start, position < rows.values.count, rows.columns[position] == Int32(column) {
        rows.values[position] += term.coefficient
      } else {
        positionInRow[column] = rows.values.count
        rows.columns.append(Int32(column))
        rows.values.append(term.coefficient)
      }
    }
    dropZeros(from: start)
    return finishRow(lower: lower - expression.constant, upper: upper - expression.constant)
  }

  private mutating func dropZeros(from start: Int) {
    var kept = start
    for position in start..<rows.values.count {
      if rows.values[position] != 0 {
        rows.values[kept] = rows.values[position]
        rows.columns[kept] = rows.columns[position]
        kept += 1
      }
    }
    rows.values.removeLast(rows.values.count - kept)
    rows.columns.removeLast(rows.columns.count - kept)
  }

  private mutating func finishRow(lower: Double, upper: Double) -> Constraint {
    rows.starts.append(rows.values.count)
    rowLowerBounds.append(lower)
    rowUpperBounds.append(upper)
    return Constraint(index: rowLowerBounds.count - 1)
  }
}
