internal import Sourcing

/// The policy `max_lead_days`: slow lanes do not deliver.
extension PolicyRules {
  /// Lanes that take too long to deliver what a policy speaks of; they carry nothing in any scenario.
  static func closedLanes(_ network: SourcingNetwork) -> Set<Int> {
    let policies = network.policies.filter { $0.policy.kind == .maxLeadDays }
    return Set(
      policies.flatMap { policy in
        let limit = policy.policy.limit ?? 0
        return demands(of: policy, network).flatMap { network.demands[$0].inbound }.filter {
          network.leadDays(lane: $0) > limit
        }
      })
  }
}
