internal import LinearModel
internal import Planning
internal import Sourcing

/// Explains a layout that was not planned for being the best: what it is up against, what each policy costs it, and what its sites are
/// worth to it, against the best that its own sources allow.
struct GivenLayoutExplainer {
  let solver: any Solver
  let network: SourcingNetwork
  let planning: AnalysisPlanning
  let deadline: Deadline
  let options: ExplainOptions
  let tell: (String) -> Void

  /// - Throws: ``Sourcing/CaseFaults`` where the layout does not fit the case, `SolverError` or ``PlanningError`` where the program failed.
  func explain(_ explanation: inout Explanation, _ standing: StandingLayout) throws {
    tell("working out what the layout costs")
    let given = try standing.costed(in: network, solver: solver, cancellation: options.planning.cancellation)
      .plan
    explanation.layout = standing.source
    guard let cost = given.objective else {
      if deadline.isOver { return }
      explanation.problems.append("the layout cannot give the least service that demand asks for")
      return
    }
    explanation.objective = cost
    explanation.binding = BindingRows(given, network).rows
    let broken = Set(given.policies.indices.filter { Self.isBroken(given.policies[$0]) })
    let own = OwnSources(given, in: network, broken: broken)
    if deadline.isOver { return }
    tell("planning with the sources of the layout alone")
    let ownNetwork = try SourcingNetwork(own.sourcingCase())
    var best = try planning.planVariant(ownNetwork)
    explanation.status = best.status.rawValue
    if !deadline.isOver {
      tell("planning the case")
      let whole = try planning.planVariant(network)
      explanation.bestObjective = whole.objective
      explanation.bound = whole.bound
    }
    guard best.status == .optimal, let least = best.objective else {
      if best.status == .infeasible {
        explanation.problems.append("no layout of the same sources keeps the policies that it keeps")
      }
      explanation.policies = given.policies.filter { isWanted($0) }.map { PolicyCost($0) }
      return
    }
    explanation.ownObjective = least
    // The standing of the policies is that of the layout; what they cost is told of its sources.
    best.policies = own.kept.map { given.policies[$0] }
    try askOfSites(&explanation, given, own, best)
    try price(&explanation, given, own, best, broken)
  }

  private static func isBroken(_ policy: PlanPolicy) -> Bool {
    policy.slack < -1e-6 * max(1, abs(policy.limit ?? 1))
  }

  private var asksOfSites: Bool { !(options.why.isEmpty && options.whyNot.isEmpty) }

  private func isWanted(_ policy: PlanPolicy) -> Bool {
    options.policies.map { $0.contains(policy.policy) } ?? !asksOfSites
  }

  // MARK: Sites

  /// Those asked about; where none are, every site that the layout uses.
  private func askOfSites(
    _ explanation: inout Explanation, _ given: Plan, _ own: OwnSources, _ best: Plan
  ) throws {
    for site in options.whyNot where !deadline.isOver {
      let allowing = try SourcingNetwork(own.sourcingCase(allowing: site))
      explanation.sites.append(try questions(allowing, best, given).whyNot(site))
    }
    let used = given.sites.filter(\.open).map(\.site).filter { site in
      given.sourcing.contains { $0.site == site }
    }
    let network = try SourcingNetwork(own.sourcingCase())
    for site in asksOfSites || options.policies != nil ? options.why : used where !deadline.isOver {
      explanation.sites.append(try questions(network, best, given).why(site))
    }
  }

  private func questions(_ network: SourcingNetwork, _ best: Plan, _ given: Plan) -> SiteQuestions {
    SiteQuestions(
      solver, network, base: best, given: given, planning, deadline, gap: options.planning.gap, tell: tell)
  }

  // MARK: Policies

  private func price(
    _ explanation: inout Explanation, _ given: Plan, _ own: OwnSources, _ best: Plan, _ broken: Set<Int>
  ) throws {
    let wanted = Set(given.policies.filter { isWanted($0) }.map(\.policy))
    let pricing = PolicyPricing(
      try SourcingNetwork(own.sourcingCase()), base: best, planning, deadline, gap: options.planning.gap,
      tell: tell)
    let kept = try pricing.costs(of: wanted)
    for (row, standing) in given.policies.enumerated() where wanted.contains(standing.policy) {
      if let known = kept.first(where: { $0.policy == standing.policy }) {
        explanation.policies.append(known)
        continue
      }
      var cost = PolicyCost(standing)
      cost.isBroken = broken.contains(row)
      if let least = best.objective, !deadline.isOver {
        tell("planning with '\(standing.policy)' kept")
        let keeping = try planning.planVariant(try SourcingNetwork(own.sourcingCase(keeping: row)))
        if keeping.status == .optimal { cost.without = keeping.objective.map { max(0, $0 - least) } }
      }
      explanation.policies.append(cost)
    }
  }
}
