/// A condition `lower ≤ expression ≤ upper`, not yet a row of a model.
///
///     model.addConstraint(x + 2 * y <= 4, name: "capacity")
///     model.addConstraint((x + y).between(1, 3), name: "range")
public struct LinearRelation: Hashable, Sendable {
  /// What is bounded.
  public var expression: LinearExpression
  /// The least value, −∞ where there is none.
  public var lower: Double
  /// The greatest value, +∞ where there is none.
  public var upper: Double

  /// A relation from its parts.
  public init(_ expression: LinearExpression, lower: Double, upper: Double) {
    self.expression = expression
    self.lower = lower
    self.upper = upper
  }
}

extension LinearExpressible {
  /// The ranged relation `lower ≤ self ≤ upper`.
  public func between(_ lower: Double, _ upper: Double) -> LinearRelation {
    LinearRelation(expression, lower: lower, upper: upper)
  }
}

/// The relation `left ≤ right`.
public func <= (left: some LinearExpressible, right: some LinearExpressible) -> LinearRelation {
  LinearRelation(left - right, lower: -.infinity, upper: 0)
}

/// The relation `left ≥ right`.
public func >= (left: some LinearExpressible, right: some LinearExpressible) -> LinearRelation {
  LinearRelation(left - right, lower: 0, upper: .infinity)
}

/// The relation `left = right`.
public func == (left: some LinearExpressible, right: some LinearExpressible) -> LinearRelation {
  LinearRelation(left - right, lower: 0, upper: 0)
}
