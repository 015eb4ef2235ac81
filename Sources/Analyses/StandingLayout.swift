public import LinearModel
internal import Planning
public import Sourcing

/// A layout that a question is asked of: one that was planned, or the one that stands today.
///
/// It is kept by name, as a plan document, so that it can be laid over a case that has other scenarios, periods or
/// sites than the one it was made for.
public struct StandingLayout: Sendable {
  /// Where a layout comes from.
  public enum Source: String, Hashable, Sendable, Codable, CaseIterable {
    /// A plan document.
    case plan
    /// The table `current` of the case.
    case current
  }

  /// Where it comes from.
  public let source: Source
  /// Its sites, projects, sources and stock, and what is under way when the horizon begins.
  public let plan: Plan

  /// The layout of a plan document.
  ///
  /// - Throws: ``Sourcing/CaseFaults`` where the plan has no layout.
  public init(_ plan: Plan) throws {
    guard plan.hasLayout else {
      throw CaseFaults([
        Fault(
          at: .init(file: "plan", column: "status"), value: plan.status.rawValue,
          Message(QuestionText.planWithoutLayout),
          expected: Message(QuestionText.optimalOrFeasible))
      ])
    }
    source = .plan
    self.plan = plan
  }

  private init(_ source: Source, _ plan: Plan) {
    self.source = source
    self.plan = plan
  }

  /// The layout of the table `current`, as ``Planning/Planner/standing(_:cancellation:)`` makes it.
  ///
  /// - Throws: ``Sourcing/CaseFaults`` where the table is empty or says what the case does not allow, `SolverError` or
  ///   ``Planning/PlanningError`` where the program failed or was cancelled.
  public static func current(
    of network: SourcingNetwork, solver: any Solver, cancellation: Cancellation? = nil
  ) throws -> StandingLayout {
    try StandingLayout(.current, Planner(solver: solver).standing(network, cancellation: cancellation))
  }

  /// The layout with what is done in the scenarios of a case, what that costs and how its policies stand.
  ///
  /// - Returns: Itself where least service that demand asks for cannot be given.
  /// - Throws: ``Sourcing/CaseFaults`` where it does not fit the case, `SolverError` or ``Planning/PlanningError`` where the program
  ///   failed.
  public func costed(
    in network: SourcingNetwork, solver: any Solver, cancellation: Cancellation? = nil
  ) throws -> StandingLayout {
    let options = PlanOptions(fixedLayout: plan, cancellation: cancellation)
    var costed = try Planner(solver: solver).plan(network.keeping(policies: []), options)
    guard costed.hasLayout else { return self }
    costed.policies = PlanVerifier.verify(costed, against: network).policies
    return StandingLayout(source, costed)
  }

  /// The layout by index in a network, without what is done in scenarios.
  ///
  /// - Throws: ``Sourcing/CaseFaults`` where it names sites, sources, projects or lanes that the network does not have, or decides what
  ///   the tables do not allow, such as a contract past a capacity.
  public func layout(in network: SourcingNetwork) throws -> Layout {
    let layout = try Layout.readingFirstStage(plan, network, withPipeline: true)
    let faults = PlanVerifier.faultsOfDecisions(layout, in: network)
    if !faults.isEmpty { throw CaseFaults(faults) }
    return layout
  }

  /// Holds the layout against every rule and policy of a case, as ``Sourcing/PlanVerifier`` does.
  ///
  /// A plan was made to keep them all, so what it breaks is a fault. What stands today may well break what is wished for: its
  /// policies are remarked on, as far as they speak of what is decided and of what is done while nothing happens.
  ///
  /// - Parameters:
  ///   - network: The case.
  ///   - withClaims: Whether the costs and other figures that a plan tells must be those of the case too.
  /// - Returns: Remarks.
  /// - Throws: ``Sourcing/CaseFaults`` with all that does not hold.
  public func checked(in network: SourcingNetwork, withClaims: Bool = false) throws -> [Fault] {
    switch source {
    case .current:
      let (layout, faults) = Layout.reading(plan, network)
      let broken = faults + PlanVerifier.faultsOfDecisions(layout, in: network)
      if !broken.isEmpty { throw CaseFaults(broken) }
      return PlanVerifier.remarksOnPolicies(layout, in: network)
    case .plan:
      let faults: [Fault]
      if withClaims {
        faults = PlanVerifier.verify(plan, against: network).faults
      } else {
        let known = network.measuresRegret ? network.knowing(plan.foresight ?? []) : network
        let (layout, unknown) = Layout.reading(plan, known)
        faults = unknown + PlanVerifier.verify(layout, against: known).faults
      }
      if !faults.isEmpty { throw CaseFaults(faults) }
      return []
    }
  }
}
