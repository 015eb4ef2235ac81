public import Analyses

internal import GLPKSolver

extension Explainer {
  /// An explainer over GLPK.
  public init() {
    self.init(solver: GLPKSolver())
  }
}

extension FrontierPlanner {
  /// A planner of frontiers over GLPK.
  public init() {
    self.init(solver: GLPKSolver())
  }
}

extension AlternativeFinder {
  /// A finder over GLPK.
  public init() {
    self.init(solver: GLPKSolver())
  }
}

extension RecoveryPlanner {
  /// A planner of recoveries over GLPK.
  public init() {
    self.init(solver: GLPKSolver())
  }
}

extension WorstCaseFinder {
  /// A finder over GLPK.
  public init() {
    self.init(solver: GLPKSolver())
  }
}
