internal import LinearModel
internal import Sourcing

/// What each scenario would cost if it were known beforehand that it comes: the wait-and-see optima, first stage
/// included (Birge and Louveaux 2011, section 4.1).
struct WaitAndSee {
  /// What is known of an optimum.
  struct Optimum {
    /// Index of the scenario.
    var scenario: Int
    /// It is at least this; infinitely little where nothing is proven.
    var low: Double
    /// It is at most this.
    var high: Double
  }

  private let solver: any Solver
  private let network: SourcingNetwork
  private let limit: EvaluationLimit
  private let gap: Double

  init(_ solver: any Solver, _ network: SourcingNetwork, _ limit: EvaluationLimit, gap: Double) {
    self.solver = solver
    self.network = network
    self.limit = limit
    self.gap = gap
  }

  /// The optimum for a scenario, of which nothing is known where time was up; nil where it has no layout.
  func optimum(for scenario: Int) throws -> Optimum? {
    var found = Optimum(scenario: scenario, low: -.infinity, high: .infinity)
    if limit.isReached { return found }
    let plan = try PlanSearch(solver, network.foreseeing(scenario), limit.planOptions(gap: gap)).run()
    if plan.status == .infeasible { return nil }
    found.low = plan.bound ?? -.infinity
    found.high = plan.objective ?? .infinity
    return found
  }
}
