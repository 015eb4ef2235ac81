/// Looks for limits of policies that no layout can keep, and for those that every layout keeps, by what the case can supply.
struct PolicyAdvice {
  let network: SourcingNetwork

  var faults: [Fault] {
    network.policies.flatMap { policy in
      policy.items.compactMap { fault(policy, $0) } + ownSources(policy) + leadTimes(policy)
        + totalCost(policy)
    }
  }

  private func fault(_ policy: NetworkPolicy, _ item: NetworkPolicyItem) -> Fault? {
    if item.demand <= 0 { return nil }
    let row = policy.policy
    let found = network.sourcingCase
    let name = found.items[item.item].id
    let groups = item.groups.filter { group in
      group.capabilities.contains { network.capabilities[$0].capability.capacity > 0 }
    }
    func fault(_ column: String, _ value: Double, _ message: Message) -> Fault {
      Fault(
        .advice, at: found.origin.location(table: "policies", row: policy.row, column: column),
        value: NumberText.shortest(value), message)
    }
    switch row.kind {
    case .minSources:
      guard let limit = row.limit, Double(groups.count) < limit else { return nil }
      return fault(
        "limit", limit, Message(NetworkText.fewerSources, ["item": name, "count": groups.count]))
    case .oneMain:
      guard let count = row.count, item.selected.count < count + 1 else { return nil }
      return fault(
        "count", Double(count),
        Message(NetworkText.fewerBackups, ["item": name, "count": item.selected.count]))
    case .maxShare:
      guard let limit = row.limit, !groups.isEmpty, limit * Double(groups.count) < 1 - 1e-9,
        item.selected.count == item.capabilities.count
      else { return nil }
      return fault(
        "limit", limit, Message(NetworkText.sharesBelowWhole, ["item": name, "count": groups.count]))
    default: return nil
    }
  }
}
