internal import LinearModel

/// A variable that follows from the decisions, and how: with it a layout can be written as a point of a model.
struct Auxiliary: Sendable {
  /// How the value follows.
  enum Formula: Sendable {
    /// The expression, but at most 1.
    case capped(LinearExpression)
    /// The greatest of the expressions.
    case greatest([LinearExpression])
    /// The greatest of some expressions of the scenarios' costs.
    case greatestCost([LinearExpression])
    /// 1 where the expression is positive, else 0.
    case positive(LinearExpression)
    /// 1 where any of the expressions is more than a rounding above 0, else 0.
    case anyPositive([LinearExpression])
    /// The expression where it is positive, else 0.
    case excess(LinearExpression)
    /// The least of the expressions that has at least the level of the probability at or below it.
    case valueAtRisk([LinearExpression], probabilities: [Double], level: Double)
    /// The expression where the other is one, else 0.
    case chosen(LinearExpression, where: LinearExpression)
    /// 1 where the expression has reached one number and not the other, else 0.
    case reached(LinearExpression, from: Double, below: Double)
    /// The part of the expression between two numbers.
    case band(LinearExpression, from: Double, to: Double)
    /// The expression where it has reached one number and not the other, else 0.
    case within(LinearExpression, from: Double, below: Double)
  }

  /// The variable.
  var variable: Variable
  /// How its value follows.
  var formula: Formula

  /// The value that belongs to the decisions of a point.
  func value(at point: [Double]) -> Double {
    switch formula {
    case .capped(let expression): return min(1, expression.value(at: point))
    case .greatest(let expressions), .greatestCost(let expressions):
      return expressions.map { $0.value(at: point) }.max() ?? 0
    case .positive(let expression): return expression.value(at: point) > Amount.trace ? 1 : 0
    case .anyPositive(let expressions):
      return expressions.contains { $0.value(at: point) > Amount.trace } ? 1 : 0
    case .excess(let expression): return max(0, expression.value(at: point))
    case .valueAtRisk(let costs, let probabilities, let level):
      return RiskObjective.valueAtRisk(costs.map { $0.value(at: point) }, probabilities, level: level)
    case .chosen(let expression, let condition):
      return condition.value(at: point) > 0.5 ? expression.value(at: point) : 0
    case .reached(let expression, let from, let below):
      let value = expression.value(at: point)
      return value >= from && value < below ? 1 : 0
    case .band(let expression, let from, let to):
      return max(0, min(expression.value(at: point), to) - from)
    case .within(let expression, let from, let below):
      let value = expression.value(at: point)
      return value >= from && value < below ? value : 0
    }
  }
}
