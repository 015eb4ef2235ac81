public import LinearModel
internal import Planning
public import Sourcing

/// Explains the best layout of a case: what binds and what it costs, why a site is in it or not; or where there is none,
/// which rows of the case collide and what the cheapest repair is.
public struct Explainer: Sendable {
  private let solver: any Solver

  /// An explainer over a solver.
  public init(solver: any Solver) {
    self.solver = solver
  }

  /// Explains a case.
  ///
  /// - Returns: An explanation that says itself whether it is whole: a time limit or an interrupt leaves what was found by
  ///   then.
  /// - Throws: ``Sourcing/CaseFaults`` where the case is not sound or a site or policy that is asked about is not in it, `SolverError` or
  ///   ``Planning/PlanningError`` where the program failed.
  public func explain(_ network: SourcingNetwork, _ options: ExplainOptions = ExplainOptions()) throws
    -> Explanation
  {
    try Self.check(options, network)
    let deadline = Deadline(
      timeLimit: options.planning.timeLimit, cancellation: options.planning.cancellation)
    // Scenarios are settled: variants of the case must not draw others.
    let network = try SourcingNetwork(network.sourcingCase)
    var inner = options.planning
    inner.namesConflict = false
    inner.fixedLayout = nil
    let planning = AnalysisPlanning(solver, inner, deadline)
    let tell = { (text: String) in options.progress?(text) ?? () }
    let settings = network.sourcingCase.settings
    if let standing = options.layout {
      var explanation = Explanation(
        name: settings.name, currency: settings.currency, status: Plan.Status.error.rawValue, gap: inner.gap)
      let explainer = GivenLayoutExplainer(
        solver: solver, network: network, planning: planning, deadline: deadline, options: options, tell: tell
      )
      try explainer.explain(&explanation, standing)
      explanation.completeness = deadline.standing
      explanation.seconds = deadline.seconds
      explanation.problems += planning.failures.messages
      return explanation
    }
    tell("planning the case")
    let plan = try planning.plan(network)
    var explanation = Explanation(
      name: settings.name, currency: settings.currency, status: plan.status.rawValue,
      objective: plan.objective, bound: plan.bound, gap: inner.gap)
    switch plan.status {
    case .infeasible: try explainConflict(&explanation, network, planning, deadline, tell)
    case .optimal: try explainPlan(&explanation, plan, network, planning, deadline, options, tell)
    case .feasible, .unbounded, .error:
      // What is not proven best cannot be told from what is merely found.
      break
    }
    explanation.completeness = deadline.standing
    explanation.seconds = deadline.seconds
    explanation.problems = planning.failures.messages
    return explanation
  }

  private func explainConflict(
    _ explanation: inout Explanation, _ network: SourcingNetwork, _ planning: AnalysisPlanning,
    _ deadline: Deadline, _ tell: @escaping (String) -> Void
  ) throws {
    let finder = ConflictFinder(solver, network, deadline, tell: tell)
    let finding = try finder.find()
    explanation.conflict = ConflictAnswer(finding, tests: finder.tests, in: network.sourcingCase)
    explanation.repairs = try RepairSearch(solver, network, deadline, planning, tell: tell).find(
      finding.limits)
  }

  private func explainPlan(
    _ explanation: inout Explanation, _ plan: Plan, _ network: SourcingNetwork, _ planning: AnalysisPlanning,
    _ deadline: Deadline, _ options: ExplainOptions, _ tell: @escaping (String) -> Void
  ) throws {
    explanation.binding = BindingRows(plan, network).rows
    let gap = options.planning.gap
    let questions = SiteQuestions(
      solver, network, base: plan, planning, deadline, gap: gap, tell: tell)
    for site in options.whyNot { explanation.sites.append(try questions.whyNot(site)) }
    for site in options.why { explanation.sites.append(try questions.why(site)) }
    let asksOfSites = !(options.whyNot.isEmpty && options.why.isEmpty)
    let wanted = options.policies.map(Set.init) ?? (asksOfSites ? [] : nil)
    explanation.policies = try PolicyPricing(
      network, base: plan, planning, deadline, gap: gap, tell: tell
    ).costs(of: wanted)
  }

  private static func check(_ options: ExplainOptions, _ network: SourcingNetwork) throws {
    let found = network.sourcingCase
    let sites = Set(found.sites.map(\.id))
    let policies = Set(found.policies.map(\.id))
    var faults = (options.whyNot + options.why).filter { !sites.contains($0) }.map {
      Fault(
        at: found.origin.location(table: "sites"), value: $0, Message(QuestionText.unknownSite),
        expected: Message(QuestionText.siteOfCase))
    }
    faults += (options.policies ?? []).filter { !policies.contains($0) }.map {
      Fault(
        at: found.origin.location(table: "policies"), value: $0, Message(QuestionText.unknownPolicy),
        expected: Message(QuestionText.policyOfCase))
    }
    faults += options.whyNot.filter { site in
      sites.contains(site) && !found.capabilities.contains { $0.site == site }
    }.map {
      Fault(
        at: found.origin.location(table: "capabilities"), value: $0,
        Message(QuestionText.siteSuppliesNothing),
        expected: Message(QuestionText.siteWithCapability))
    }
    if !faults.isEmpty { throw CaseFaults(faults) }
  }
}
