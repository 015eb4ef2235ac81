// One import for programmers: the case, the plan, the planner, the analyses and the solver interface.
@_exported public import Analyses
@_exported public import Batch
@_exported public import LinearModel
@_exported public import Planning
@_exported public import Report
@_exported public import Sourcing
@_exported public import Workbook

internal import GLPKSolver

/// Mainstay's own version.
public enum Mainstay {
  /// The version, after semver.org.
  public static let version = "0.1.0"
}

extension Planner {
  /// A planner over GLPK.
  public init() {
    self.init(solver: GLPKSolver())
  }
}

extension StandingLayout {
  /// The layout of the table `current`, worked out over GLPK.
  public static func current(
    of network: SourcingNetwork, cancellation: Cancellation? = nil
  ) throws -> StandingLayout {
    try current(of: network, solver: GLPKSolver(), cancellation: cancellation)
  }

  /// The layout with what it costs in the scenarios of a case, worked out over GLPK.
  public func costed(
    in network: SourcingNetwork, cancellation: Cancellation? = nil
  ) throws -> StandingLayout {
    try costed(in: network, solver: GLPKSolver(), cancellation: cancellation)
  }
}

extension StressTest {
  /// A stress test over GLPK.
  public init() {
    self.init(solver: GLPKSolver())
  }
}

extension ChangeOrder {
  /// A search over GLPK.
  public init() {
    self.init(solver: GLPKSolver())
  }
}
