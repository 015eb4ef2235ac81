public import Analyses
public import Batch
public import Planning
public import Sourcing

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

extension BatchRunner {
  /// A runner over GLPK.
  public init() {
    self.init(solver: GLPKSolver())
  }
}

extension BatchServer {
  /// A server over GLPK.
  public init(
    _ tables: CaseTables, _ options: PlanOptions = PlanOptions(), withoutPolicies: Bool = false
  ) {
    self.init(tables, solver: GLPKSolver(), options, withoutPolicies: withoutPolicies)
  }
}
