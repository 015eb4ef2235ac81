/// What a solve found.
public struct Solution: Sendable {
  /// Why it ended.
  public var termination: Termination
  /// The best point, one value per variable; nil where none was found.
  public var point: [Double]?
  /// The objective at the point, in the model's own sense.
  public var objective: Double?
  /// Proven bound on the best objective: no point is better than this. Infinite where nothing is proven.
  public var bound: Double
  /// Dual value of each constraint (linear programs): the change of the objective for one more unit of
  /// the bound that binds, in the model's own sense.
  public var duals: [Double]?
  /// Reduced cost of each variable (linear programs).
  public var reducedCosts: [Double]?
  /// Multipliers of the constraints that prove infeasibility (Farkas), where the model is a linear
  /// program and infeasible.
  public var farkasRay: [Double]?
  /// Simplex iterations.
  public var iterations: Int
  /// Nodes of the branch-and-bound tree.
  public var nodes: Int
  /// Wall time.
  public var seconds: Double

  /// A solution from its parts.
  public init(
    termination: Termination, point: [Double]? = nil, objective: Double? = nil, bound: Double,
    duals: [Double]? = nil, reducedCosts: [Double]? = nil, farkasRay: [Double]? = nil, iterations: Int = 0,
    nodes: Int = 0, seconds: Double = 0
  ) {
    self.termination = termination
    self.point = point
    self.objective = objective
    self.bound = bound
    self.duals = duals
    self.reducedCosts = reducedCosts
    self.farkasRay = farkasRay
    self.iterations = iterations
    self.nodes = nodes
    self.seconds = seconds
  }

  /// Relative gap `|objective − bound| / max(|objective|, 1e-9)`; nil where no point or no bound is known.
  public var gap: Double? {
    guard let objective, bound.isFinite else { return nil }
    return abs(objective - bound) / max(abs(objective), 1e-9)
  }

  /// The value of a variable at the point, 0 where there is no point.
  public subscript(variable: Variable) -> Double {
    point?[variable.index] ?? 0
  }
}
