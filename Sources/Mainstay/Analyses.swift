public import Analyses

internal import GLPKSolver

extension Explainer {
  /// An explainer over GLPK.
  public init() {
    self.init(solver: GLPKSolver())
  }
}
