internal import LinearModel
internal import Sourcing

/// An amount of a scenario that a policy limits: what is not met of an item, what is emitted, or what is lost while a node is down.
///
/// Where a scenario is taken apart, its recourse is not at hand; the master has columns for the most that the amount may be then
/// (``Recourse/limits``).
struct PolicyAmount: Hashable, Sendable {
  /// Identifier of the policy.
  let policy: String
  /// Index of the item; nil for all items together.
  let item: Int?

  init(_ policy: NetworkPolicy, _ item: NetworkPolicyItem?) {
    self.policy = policy.policy.id
    self.item = item?.item
  }

  /// The amounts that the policies of a network limit in scenarios other than the undisturbed one.
  static func all(of network: SourcingNetwork) -> [(
    amount: PolicyAmount, policy: NetworkPolicy, item: NetworkPolicyItem?
  )] {
    network.policies.flatMap {
      policy -> [(amount: PolicyAmount, policy: NetworkPolicy, item: NetworkPolicyItem?)] in
      switch policy.policy.kind {
      case .minService, .chanceService, .maxCVaRShortage:
        policy.items.map { (PolicyAmount(policy, $0), policy, $0) }
      case .maxEmissions, .survive: [(PolicyAmount(policy, nil), policy, nil)]
      case .maxShare, .minSources, .oneMain, .separate, .backupCover, .autonomy, .maxCost, .maxCapital,
        .maxCVaR,
        .maxChanges, .maxConcentration, .singleSource, .maxLeadDays, .exclude, .require:
        []
      }
    }
  }
}

extension PolicyRules {
  /// An amount that a policy limits in a scenario: the recourse's own, or the most that it may be where that is elsewhere.
  func amount(_ policy: NetworkPolicy, _ item: NetworkPolicyItem?, _ recourse: Recourse) -> LinearExpression {
    if let limit = recourse.limits[PolicyAmount(policy, item)] { return limit }
    return Self.amount(policy, item, recourse, network)
  }

  /// An amount that a policy limits, of a recourse's variables; zero in a scenario that the policy does not speak of.
  static func amount(
    _ policy: NetworkPolicy, _ item: NetworkPolicyItem?, _ recourse: Recourse, _ network: SourcingNetwork
  ) -> LinearExpression {
    var amount = LinearExpression()
    let isSpokenOf =
      policy.policy.kind == .survive
      ? policy.outages.contains { $0.scenario == recourse.scenario }
      : network.scenarios[recourse.scenario].probability > 0
    if !isSpokenOf { return amount }
    if policy.policy.kind == .maxEmissions {
      for index in policy.items.flatMap(\.selected) {
        amount.add(network.capabilities[index].capability.emissions, recourse.volume(index))
      }
      return amount
    }
    let wanted = demands(of: policy, network).filter { item == nil || network.demands[$0].item == item?.item }
    for (period, done) in recourse.periods.enumerated() {
      for index in wanted {
        let weight = policy.policy.kind == .survive ? network.demands[index].shortageCosts[period] : 1
        amount.add(weight, done.short[index])
      }
    }
    return amount
  }
}
