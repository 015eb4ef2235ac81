/// Where each row and column of a linear program stands: basic, at a bound, free or fixed.
///
/// The codes are the solver's own; a basis only goes back to a session of the same solver.
public struct SimplexBasis: Hashable, Sendable {
  /// One code per row.
  public var rows: [Int8]
  /// One code per column.
  public var columns: [Int8]

  /// The code of a basic row or column.
  public static let basic: Int8 = 1

  /// A basis from its codes.
  public init(rows: [Int8], columns: [Int8]) {
    self.rows = rows
    self.columns = columns
  }
}

/// When a run of the simplex method ends before its optimum.
public struct SimplexLimits: Sendable {
  /// Ends once the objective, a minimum, is known to be no less than this; nil for no limit.
  public var objective: Double?
  /// Iterations after which it ends; nil for no limit.
  public var iterations: Int?
  /// Seconds after which it ends; nil for no limit.
  public var seconds: Double?
  /// Asks it to end soon.
  public var cancellation: Cancellation?

  /// Limits, none by default.
  public init(
    objective: Double? = nil, iterations: Int? = nil, seconds: Double? = nil,
    cancellation: Cancellation? = nil
  ) {
    self.objective = objective
    self.iterations = iterations
    self.seconds = seconds
    self.cancellation = cancellation
  }
}

/// How a run of the simplex method ended.
public enum SimplexEnd: Hashable, Sendable {
  /// At an optimum.
  case optimal
  /// No point satisfies the rows.
  case infeasible
  /// The objective cannot come below the limit that was set.
  case cutoff
  /// The iterations were used up.
  case iterationLimit
  /// Time was up, or it was cancelled.
  case limit(Termination.Limit)
}

/// A linear program that is changed and solved again many thousand times, from basis to basis: what
/// decomposition and branch and bound need of a solver, with nothing checked twice.
///
/// Points and duals are as exact as the simplex tolerances; callers that prove something charge what is left to the
/// bounds (``Model/dualBound(of:tolerance:)``). The objective is a minimum.
public protocol SimplexSession: AnyObject {
  /// The model as it is now.
  var model: Model { get }
  /// Simplex iterations so far.
  var iterations: Int { get }

  /// The bounds of a variable, without a copy of the model.
  func bounds(ofColumn column: Int) -> (lower: Double, upper: Double)
  /// The objective at a point, without a copy of the model.
  func objectiveValue(at point: [Double]) -> Double
  /// Changes the bounds of all variables at once: one step into the solver instead of one for each.
  func setColumnBounds(lower: [Double], upper: [Double]) throws
  /// Changes the bounds of all rows at once.
  func setRowBounds(lower: [Double], upper: [Double]) throws
  /// Changes the bounds of a variable.
  func setBounds(ofColumn column: Int, lower: Double, upper: Double) throws
  /// Changes the bounds of a row.
  func setBounds(ofRow row: Int, lower: Double, upper: Double) throws
  /// Changes the objective of a variable.
  func setObjective(ofColumn column: Int, to coefficient: Double) throws
  /// Changes what the objective is where all variables are zero.
  func setObjectiveConstant(to constant: Double) throws
  /// Adds the rows of a model that has nothing else behind the ones there are; its columns are the same ones.
  func addRows(of batch: Model) throws
  /// Removes rows, given in rising order; the others move up.
  func removeRows(_ rows: [Int]) throws
  /// The present basis.
  func basis() throws -> SimplexBasis
  /// Goes to a basis, which has one code for each row and column.
  func setBasis(_ basis: SimplexBasis) throws
  /// Leaves columns out, at their lower bounds, until their reduced costs say that more of them would pay: a run prices them
  /// at its end, takes in those that do, and goes on, so that what it comes to is right for the whole program. A basis in
  /// which a column is basic and a change of its bounds take it in as well.
  ///
  /// Many columns of a large program are of no use near its optimum, and every iteration looks at all that are in. Where
  /// columns are not many beside the rows this does nothing.
  func rest(_ columns: [Int]) throws
  /// Runs the dual simplex method from the present basis, another way where it fails.
  ///
  /// - Throws: ``SolverError`` where no way came to a conclusion.
  func run(_ limits: SimplexLimits) throws -> SimplexEnd
  /// The objective where the last run stopped.
  func presentObjective() throws -> Double
  /// What the last run came to: a value per variable, a dual value per row, a reduced cost per variable.
  func readSolution(point: inout [Double], duals: inout [Double], reducedCosts: inout [Double]) throws
  /// Multipliers of the rows that prove infeasibility after a run that ended so; nil where they do not hold.
  func infeasibilityProof() throws -> [Double]?
}
