extension Model {
  /// Finite numbers of this size or more are refused: they are infinities in disguise, or errors.
  public static let greatestMagnitude = 1e20

  /// How far past a whole number a bound of an integer variable may lie and still admit that number.
  static let integerBoundTolerance = 1e-9

  /// Everything about the model that no solver can be asked to take; empty for a sound model.
  public func faults() -> [ModelFault] {
    var faults: [ModelFault] = []
    if let kind = Self.fault(ofNumber: objectiveConstant) {
      faults.append(ModelFault(kind, "the constant of the objective is \(objectiveConstant)"))
    }
    for index in 0..<variableCount { appendFaults(of: Variable(index: index), to: &faults) }
    // For each variable the last row that mentioned it, so that duplicates are found in one pass.
    var lastRow = [Int](repeating: -1, count: variableCount)
    for row in 0..<constraintCount {
      appendFaults(of: Constraint(index: row), to: &faults) { column in
        defer { lastRow[column] = row }
        return lastRow[column] == row
      }
    }
    return faults
  }

  /// The bounds of a variable, for an integer variable drawn in to whole numbers.
  public func effectiveBounds(of variable: Variable) -> (lower: Double, upper: Double) {
    let lower = lowerBounds[variable.index]
    let upper = upperBounds[variable.index]
    if domains[variable.index] == .continuous { return (lower, upper) }
    return (
      (lower - Self.integerBoundTolerance).rounded(.up), (upper + Self.integerBoundTolerance).rounded(.down)
    )
  }

  /// A variable's name with its position, for messages.
  public func label(of variable: Variable) -> String {
    guard variableNameList.contains(variable.index) else { return "variable \(variable.index)" }
    let name = variableNameList[variable.index]
    return name.isEmpty ? "variable \(variable.index)" : "variable \"\(name)\""
  }

  /// A constraint's name with its position, for messages.
  public func label(of constraint: Constraint) -> String {
    guard constraintNameList.contains(constraint.index) else { return "constraint \(constraint.index)" }
    let name = constraintNameList[constraint.index]
    return name.isEmpty ? "constraint \(constraint.index)" : "constraint \"\(name)\""
  }

  /// What is wrong with a number that must be finite and of sensible size.
  static func fault(ofNumber number: Double) -> ModelFault.Kind? {
    // One comparison settles the usual case; it is false for a NaN.
    if abs(number) < greatestMagnitude { return nil }
    if number.isNaN { return .notANumber }
    return number.isInfinite ? .infinite : .tooLarge
  }

  /// What is wrong with a pair of bounds, in words without a subject.
  static func faults(ofLower lower: Double, upper: Double) -> [(ModelFault.Kind, String)] {
    if lower > -greatestMagnitude, upper < greatestMagnitude, lower <= upper { return [] }
    var found: [(ModelFault.Kind, String)] = []
    if lower != -.infinity, let kind = fault(ofNumber: lower) { found.append((kind, "lower bound \(lower)")) }
    if upper != .infinity, let kind = fault(ofNumber: upper) { found.append((kind, "upper bound \(upper)")) }
    if lower > upper { found.append((.crossedBounds, "lower bound \(lower) above its upper bound \(upper)")) }
    return found
  }

  /// Whether there is nothing wrong with the bounds of a variable or a constraint.
  public static func areSoundBounds(_ lower: Double, _ upper: Double) -> Bool {
    faults(ofLower: lower, upper: upper).isEmpty
  }

  /// What is wrong with the bounds, the domain or the objective coefficient of one variable.
  public func faults(of variable: Variable) -> [ModelFault] {
    var faults: [ModelFault] = []
    appendFaults(of: variable, to: &faults)
    return faults
  }

  /// What is wrong with the bounds or the terms of one constraint.
  public func faults(of constraint: Constraint) -> [ModelFault] {
    var faults: [ModelFault] = []
    let columns = rows.columns[rows.starts[constraint.index]..<rows.starts[constraint.index + 1]]
    // Where columns ascend, as in most rows, none stands there twice.
    if zip(columns, columns.dropFirst()).allSatisfy({ $0 < $1 }) {
      appendFaults(of: constraint, to: &faults) { _ in false }
      return faults
    }
    var seen: Set<Int> = []
    appendFaults(of: constraint, to: &faults) { !seen.insert($0).inserted }
    return faults
  }

  private func appendFaults(of variable: Variable, to faults: inout [ModelFault]) {
    let index = variable.index
    if let kind = Self.fault(ofNumber: objective[index]) {
      faults.append(
        ModelFault(
          kind, "\(label(of: variable)) has objective coefficient \(objective[index])", variable: variable))
    }
    let boundFaults = Self.faults(ofLower: lowerBounds[index], upper: upperBounds[index])
    for (kind, text) in boundFaults {
      faults.append(ModelFault(kind, "\(label(of: variable)) has \(text)", variable: variable))
    }
    if domains[index] == .integer, boundFaults.isEmpty {
      let bounds = effectiveBounds(of: variable)
      if bounds.lower > bounds.upper {
        faults.append(
          ModelFault(
            .noInteger,
            "\(label(of: variable)) has no whole number between \(lowerBounds[index]) and \(upperBounds[index])",
            variable: variable))
      }
    }
  }

  /// `repeats` is asked about each variable of the row in turn, and tells whether it came before.
  private func appendFaults(
    of constraint: Constraint, to faults: inout [ModelFault], repeats: (Int) -> Bool
  ) {
    let row = constraint.index
    for (kind, text) in Self.faults(ofLower: rowLowerBounds[row], upper: rowUpperBounds[row]) {
      faults.append(ModelFault(kind, "\(label(of: constraint)) has \(text)", constraint: constraint))
    }
    for position in rows.starts[row]..<rows.starts[row + 1] {
      let column = Int(rows.columns[position])
      let variable = Variable(index: column)
      guard column >= 0, column < variableCount else {
        faults.append(
          ModelFault(
            .unknownVariable, "\(label(of: constraint)) mentions variable \(column), which does not exist",
            variable: variable, constraint: constraint))
        continue
      }
      if repeats(column) {
        faults.append(
          ModelFault(
            .duplicateTerm, "\(label(of: constraint)) mentions \(label(of: variable)) more than once",
            variable: variable, constraint: constraint))
      }
      if let kind = Self.fault(ofNumber: rows.values[position]) {
        faults.append(
          ModelFault(
            kind,
            "\(label(of: constraint)) has coefficient \(rows.values[position]) for \(label(of: variable))",
            variable: variable, constraint: constraint))
      }
    }
  }
}
