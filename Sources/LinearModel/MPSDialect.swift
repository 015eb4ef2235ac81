/// Where readers of MPS files differ.
public enum MPSDialect: String, Hashable, Sendable {
  /// As CPLEX, Gurobi, HiGHS and SCIP have it: a section `OBJSENSE` tells a maximization, and the
  /// right-hand side of the objective is the negative of its constant.
  case common
  /// As GLPK has it: there is no section `OBJSENSE`, so that a maximization is written as the
  /// minimization of the negative objective; the right-hand side of the objective is its constant.
  case glpk

  /// The right-hand side of the objective for a constant, and the reverse.
  func side(ofConstant constant: Double) -> Double { self == .common ? -constant : constant }
}
