/// A constant plus a sum of coefficients times variables.
///
/// The same variable may occur in several terms; ``Model/addConstraint(_:name:)`` merges them.
///
///     let cost = 3 * x + 2 * (y - 1)
public struct LinearExpression: Hashable, Sendable {
  /// One coefficient and its variable.
  public struct Term: Hashable, Sendable {
    /// The variable.
    public var variable: Variable
    /// What the variable is multiplied by.
    public var coefficient: Double

    /// A term `coefficient · variable`.
    public init(_ coefficient: Double, _ variable: Variable) {
      self.variable = variable
      self.coefficient = coefficient
    }
  }

  /// The terms, in the order in which they were added.
  public private(set) var terms: [Term]
  /// What is added to the sum of the terms.
  public var constant: Double

  /// The expression that is zero, or another constant.
  public init(constant: Double = 0) {
    self.terms = []
    self.constant = constant
  }

  /// The expression `1 · variable`.
  public init(_ variable: Variable) {
    self.terms = [Term(1, variable)]
    self.constant = 0
  }

  /// An expression from its terms.
  public init(terms: [Term], constant: Double = 0) {
    self.terms = terms
    self.constant = constant
  }

  /// Whether no variable occurs in it.
  public var isConstant: Bool { terms.isEmpty }

  /// Adds `coefficient · variable`; a zero coefficient adds nothing.
  public mutating func add(_ coefficient: Double, _ variable: Variable) {
    if coefficient != 0 { terms.append(Term(coefficient, variable)) }
  }

  /// Adds `factor · expression`.
  public mutating func add(_ factor: Double, _ expression: LinearExpression) {
    if factor == 0 { return }
    constant += factor * expression.constant
    for term in expression.terms { add(factor * term.coefficient, term.variable) }
  }

  /// Makes room for a number of terms.
  public mutating func reserveCapacity(_ count: Int) {
    terms.reserveCapacity(count)
  }

  /// Makes it zero, and keeps the room that its terms took for terms to come.
  public mutating func removeAll() {
    terms.removeAll(keepingCapacity: true)
    constant = 0
  }

  /// The value at a point: one number per variable of the model, by index.
  public func value(at point: [Double]) -> Double {
    terms.reduce(constant) { $0 + $1.coefficient * point[$1.variable.index] }
  }
}

/// What can stand in a linear expression: a variable, a number, or an expression.
public protocol LinearExpressible {
  /// The value as an expression.
  var expression: LinearExpression { get }
}

extension Variable: LinearExpressible {
  /// The expression `1 · self`.
  public var expression: LinearExpression { LinearExpression(self) }
}

extension LinearExpression: LinearExpressible {
  /// The expression itself.
  public var expression: LinearExpression { self }
}

extension Double: LinearExpressible {
  /// The constant expression.
  public var expression: LinearExpression { LinearExpression(constant: self) }
}

/// The sum of two expressions.
public func + (left: some LinearExpressible, right: some LinearExpressible) -> LinearExpression {
  var sum = left.expression
  sum.add(1, right.expression)
  return sum
}

/// The difference of two expressions.
public func - (left: some LinearExpressible, right: some LinearExpressible) -> LinearExpression {
  var difference = left.expression
  difference.add(-1, right.expression)
  return difference
}

/// A variable times a number.
public func * (factor: Double, variable: Variable) -> LinearExpression {
  LinearExpression(terms: [.init(factor, variable)])
}

/// An expression times a number.
public func * (factor: Double, expression: LinearExpression) -> LinearExpression {
  var product = LinearExpression()
  product.add(factor, expression)
  return product
}

/// The negative of an expression.
public prefix func - (operand: some LinearExpressible) -> LinearExpression {
  (-1) * operand.expression
}

/// Adds an expression to another in place.
public func += (left: inout LinearExpression, right: some LinearExpressible) {
  left.add(1, right.expression)
}

/// Takes an expression from another in place.
public func -= (left: inout LinearExpression, right: some LinearExpressible) {
  left.add(-1, right.expression)
}
