/// Re-checks a plan from the tables of its case alone: every rule, every policy, every cost and claim.
public enum PlanVerifier {
  /// What a check found.
  public struct Report: Sendable {
    /// What is broken or claimed wrongly; empty for a sound plan.
    public var faults: [Fault]
    /// The costs as the tables give them; nil where there is no layout.
    public var evaluation: CostEvaluation?
    /// The standing of the policies as the decisions give it.
    public var policies: [PlanPolicy]

    /// Whether the plan is what it says.
    public var isSound: Bool { faults.isEmpty }
  }

  /// Checks a plan document.
  public static func verify(_ plan: Plan, against given: SourcingNetwork) -> Report {
    let network = given.measuresRegret ? given.knowing(plan.foresight ?? []) : given
    guard plan.hasLayout else {
      let isEmpty = plan.sourcing.isEmpty && plan.objective == nil
      let fault = Fault(
        at: .init(file: "plan"), value: plan.status.rawValue,
        Message(PlanFaultText.statusWithoutLayout))
      return Report(faults: isEmpty ? [] : [fault], evaluation: nil, policies: [])
    }
    let (layout, rowFaults) = Layout.reading(plan, network)
    var report = verify(layout, against: network)
    report.faults = rowFaults + report.faults
    if let evaluation = report.evaluation {
      report.faults += ClaimCheck(plan, evaluation, report.policies).faults
      if !network.sourcingCase.settings.objective.stages.isEmpty {
        report.faults += StageCheck(plan, evaluation, network.sourcingCase.settings).faults
      }
      if network.measuresRegret { report.faults += ForesightCheck.faults(plan, evaluation) }
    }
    return report
  }

  /// Checks the decisions of a layout.
  public static func verify(_ layout: Layout, against network: SourcingNetwork) -> Report {
    let evaluation = CostEvaluation(layout, network)
    let policies = PolicyEvaluation.all(layout, network, evaluation)
    var faults = LayoutCheck(layout, network).faults + OriginCheck(layout, network).faults
    faults += policies.indices.filter { isBroken(policies[$0]) }.map { broken(policies[$0], $0, network) }
    faults += network.objectiveLimits.compactMap { exceeded($0, evaluation, network) }
    return Report(faults: faults, evaluation: evaluation, policies: policies)
  }

  /// A budget, or what an earlier stage of the objective leaves, that a layout does not keep within.
  private static func exceeded(
    _ limit: ObjectiveLimit, _ found: CostEvaluation, _ network: SourcingNetwork
  ) -> Fault? {
    let value = limit.measure == .cost ? found.costs.total : found.riskCost
    if value <= limit.most + LayoutCheck.tolerance * max(1, abs(limit.most)) { return nil }
    return Fault(
      at: network.sourcingCase.origin.location(setting: limit.measure == .cost ? "budget" : "objective"),
      value: NumberText.shortest(value),
      Message(PlanFaultText.pastObjectiveLimit, ["measure": limit.measure.rawValue]),
      expected: Message(ExpectedText.atMost, ["limit": limit.most]))
  }

  /// What a layout decides before anything happens and the tables do not allow: contracts, projects and stock, without a look
  /// at what is done in scenarios, so that it can be asked of a layout that was made for others.
  public static func faultsOfDecisions(_ layout: Layout, in network: SourcingNetwork) -> [Fault] {
    LayoutCheck(decisionsOf: layout, network).faults
  }

  /// Remarks on policies that a layout breaks by what it decides and by what is done while nothing happens. Policies that
  /// speak of disturbed scenarios or of the whole cost are left out.
  public static func remarksOnPolicies(_ layout: Layout, in network: SourcingNetwork) -> [Fault] {
    let policies = PolicyEvaluation.all(layout, network, CostEvaluation(layout, network))
    return policies.indices.filter {
      network.policies[$0].policy.kind.isOfQuietLayout && isBroken(policies[$0])
    }.map { broken(policies[$0], $0, network, .advice) }
  }

  private static func isBroken(_ policy: PlanPolicy) -> Bool {
    policy.slack < -LayoutCheck.tolerance * max(1, abs(policy.limit ?? 1))
  }

  private static func broken(
    _ policy: PlanPolicy, _ row: Int, _ network: SourcingNetwork, _ severity: Fault.Severity = .error
  ) -> Fault {
    Fault(
      severity, at: network.sourcingCase.origin.location(table: "policies", row: row),
      value: NumberText.shortest(policy.value),
      policy.tightest.isEmpty
        ? Message(PlanFaultText.policyBroken, ["policy": policy.policy, "kind": policy.kind])
        : Message(
          PlanFaultText.policyBrokenAt,
          ["policy": policy.policy, "kind": policy.kind, "place": policy.tightest]),
      expected: policy.limit.map { Message(PlanFaultText.limitOf, ["limit": $0]) })
  }
}

/// Compares what a plan claims with what its decisions give.
private struct ClaimCheck {
  private(set) var faults: [Fault] = []

  init(_ plan: Plan, _ found: CostEvaluation, _ policies: [PlanPolicy]) {
    compare("objective", plan.objective, found.objective)
    let costs: [(String, KeyPath<PlanCosts, Double>)] = [
      ("opening", \.opening), ("closing", \.closing), ("qualification", \.qualification),
      ("development", \.development),
      ("reservation", \.reservation), ("cluster_saving", \.clusterSaving),
      ("commitment", \.commitment), ("surge", \.surge), ("freight", \.freight),
      ("duty", \.duty), ("holding", \.holding), ("release", \.release), ("shortage", \.shortage),
      ("stock", \.stock), ("first_stage", \.firstStage),
      ("expected_recourse", \.expectedRecourse), ("total", \.total),
    ]
    for (name, path) in costs {
      compare("costs.\(name)", plan.costs[keyPath: path], found.costs[keyPath: path])
    }
    compare("risk.expected", plan.risk.expected, found.risk.expected)
    compare("risk.cvar", plan.risk.cvar, found.risk.cvar)
    compare("risk.worst", plan.risk.worst, found.risk.worst)
    if let regret = found.risk.regret { compare("risk.regret", plan.risk.regret, regret) }
    compareScenarios(plan.scenarios, found.scenarios)
    comparePolicies(plan.policies, policies)
    checkProof(plan, found.objective)
  }

  private mutating func compareScenarios(_ claimed: [PlanScenario], _ found: [PlanScenario]) {
    let byName = Dictionary(claimed.map { ($0.scenario, $0) }, uniquingKeysWith: { first, _ in first })
    for scenario in found {
      compare("scenarios.\(scenario.scenario).cost", byName[scenario.scenario]?.cost, scenario.cost)
      compare("scenarios.\(scenario.scenario).service", byName[scenario.scenario]?.service, scenario.service)
    }
  }

  private mutating func comparePolicies(_ claimed: [PlanPolicy], _ found: [PlanPolicy]) {
    let byName = Dictionary(claimed.map { ($0.policy, $0) }, uniquingKeysWith: { first, _ in first })
    for policy in found {
      compare("policies.\(policy.policy).value", byName[policy.policy]?.value, policy.value)
    }
  }

  private mutating func checkProof(_ plan: Plan, _ objective: Double) {
    guard let bound = plan.bound else {
      if plan.status == .optimal { tell("bound", nil, .optimalWithoutBound, nil) }
      return
    }
    if bound > objective + LayoutCheck.tolerance * max(1, abs(objective)) {
      tell("bound", bound, .boundAboveObjective, objective)
    }
    if objective != 0 { compare("gap", plan.gap, (objective - bound) / abs(objective), within: 1e-6) }
  }

  private mutating func compare(
    _ name: String, _ claimed: Double?, _ found: Double, within tolerance: Double? = nil
  ) {
    let allowed = tolerance ?? LayoutCheck.tolerance * max(1, abs(found))
    guard let claimed, abs(claimed - found) <= allowed else {
      tell(name, claimed, .claimNotGiven, found)
      return
    }
  }

  private mutating func tell(_ name: String, _ claimed: Double?, _ problem: PlanFaultText, _ found: Double?) {
    faults.append(
      Fault(
        at: .init(file: "plan", column: name), value: claimed.map(NumberText.shortest),
        Message(problem), expected: found.map { Message(plain: NumberText.shortest($0)) }))
  }
}
