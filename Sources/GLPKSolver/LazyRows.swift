internal import LinearModel

/// The rows that a solve was given on the way.
///
/// GLPK keeps a row that is added in the tree below the node where it was added, so the rows are kept
/// here as well and come back wherever a point breaks them, before the caller is asked for new ones.
struct LazyRows {
  /// The model with all rows that came, for checks as well as for their coefficients.
  private(set) var model: Model
  private let given: Int

  init(_ model: Model) {
    self.model = model
    given = model.constraintCount
  }

  /// Rows that a point breaks.
  func broken(at point: [Double]) -> [Constraint] {
    (given..<model.constraintCount).map { Constraint(index: $0) }
      .filter { Self.isBroken($0, of: model, at: point) }
  }

  /// Takes new relations in, and returns those of their rows that a point breaks.
  mutating func add(_ relations: [LinearRelation], at point: [Double]) throws -> [Constraint] {
    let first = model.constraintCount
    for relation in relations {
      let constraint = model.addConstraint(relation, name: "lazy \(model.constraintCount - given)")
      if let fault = model.fault(of: constraint) {
        model.truncateConstraints(to: first)
        throw fault
      }
    }
    return (first..<model.constraintCount).map { Constraint(index: $0) }
      .filter { Self.isBroken($0, of: model, at: point) }
  }

  /// The power of two by which a row is divided before GLPK sees it, so that its tolerance means the same
  /// for every row.
  static func scale(of constraint: Constraint, in model: Model) -> Double {
    let range = model.rows.starts[constraint.index]..<model.rows.starts[constraint.index + 1]
    let largest = model.rows.values[range].reduce(0) { max($0, abs($1)) }
    return largest > 0 ? largest.binade : 1
  }

  /// Whether a point breaks a row by more than GLPK itself would let pass; a row that is broken by less
  /// would be added again for ever.
  static func isBroken(_ constraint: Constraint, of model: Model, at point: [Double]) -> Bool {
    let row = constraint.index
    var activity = 0.0
    for position in model.rows.starts[row]..<model.rows.starts[row + 1] {
      activity += model.rows.values[position] * point[Int(model.rows.columns[position])]
    }
    let scale = scale(of: constraint, in: model)
    let lower = model.rowLowerBounds[row]
    let upper = model.rowUpperBounds[row]
    if activity < lower { return (lower - activity) / scale > 5e-7 + 1e-9 * abs(lower) / scale }
    if activity > upper { return (activity - upper) / scale > 5e-7 + 1e-9 * abs(upper) / scale }
    return false
  }
}
