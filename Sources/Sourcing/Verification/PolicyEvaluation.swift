/// How a layout fares under one policy, computed from the decisions alone.
public struct PolicyEvaluation: Sendable {
  let policy: NetworkPolicy
  let layout: Layout
  let network: SourcingNetwork
  let evaluation: CostEvaluation

  /// The standing of every policy of a case.
  ///
  /// - Parameters:
  ///   - layout: What is decided, and done in each scenario.
  ///   - network: The case.
  ///   - evaluation: What the layout costs, for policies on money.
  public static func all(_ layout: Layout, _ network: SourcingNetwork, _ evaluation: CostEvaluation)
    -> [PlanPolicy]
  {
    network.policies.map { policy in
      PolicyEvaluation(policy: policy, layout: layout, network: network, evaluation: evaluation).standing
    }
  }

  /// One candidate for the place where a policy is closest to its limit.
  struct Reading {
    var value: Double
    var slack: Double
    var place: String
  }

  private var standing: PlanPolicy {
    let readings = self.readings
    let tightest = readings.min { $0.slack < $1.slack }
    return PlanPolicy(
      policy: policy.policy.id, kind: policy.policy.kind.rawValue, limit: limit, value: tightest?.value ?? 0,
      slack: tightest?.slack ?? 0, tightest: tightest?.place ?? "")
  }

  var limit: Double? {
    switch policy.policy.kind {
    case .oneMain, .require: Double(policy.policy.count ?? 1)
    default: policy.policy.limit
    }
  }

  private var readings: [Reading] {
    switch policy.policy.kind {
    case .maxShare: policy.items.flatMap(maxShare)
    case .autonomy: policy.items.compactMap(autonomy)
    case .minSources: policy.items.map(minSources)
    case .oneMain: policy.items.map(oneMain)
    case .separate: policy.items.map(separate)
    case .backupCover: policy.items.flatMap(backupCover)
    case .maxCost: [atMost(evaluation.costs.total)]
    case .exclude: [exclude]
    case .require: [require]
    case .singleSource: policy.items.flatMap(singleSource)
    case .maxCapital: [atMost(capital)]
    case .maxEmissions: [atMost(emissions)]
    case .minService: policy.policy.scope == .scenario ? leastServices : policy.items.compactMap(minService)
    case .maxCVaR: [atMost(tailCost)]
    case .maxCVaRShortage: policy.items.compactMap(tailShortage)
    case .chanceService: [chanceService]
    case .survive: policy.outages.map(lostMargin)
    case .maxChanges: [maxChanges]
    case .maxLeadDays: policy.items.flatMap(maxLeadDays)
    case .maxConcentration: policy.items.compactMap(concentration)
    }
  }

  /// A total of the whole layout against its limit.
  private func atMost(_ value: Double) -> Reading {
    Reading(value: value, slack: (limit ?? 0) - value, place: "")
  }

  /// What is spent once: openings, qualifications, projects.
  private var capital: Double {
    evaluation.costs.opening + evaluation.costs.qualification + evaluation.costs.development
  }

  /// What the selected capabilities emit over the horizon, expected over the scenarios.
  private var emissions: Double {
    var total = 0.0
    for (index, scenario) in network.scenarios.enumerated() {
      for capability in policy.items.flatMap(\.selected) {
        let emitted = network.capabilities[capability].capability.emissions
        total += scenario.probability * emitted * layout.recourse[index].volume(capability)
      }
    }
    return total
  }

  private func maxShare(_ item: NetworkPolicyItem) -> [Reading] {
    let supply = supplied(item, by: nil)
    return item.groups.compactMap { group in
      share(of: supplied(item, by: group.sites), in: supply, item, place: "\(name(item)): \(group.name)") {
        $0 - $1
      }
    }
  }

  private func autonomy(_ item: NetworkPolicyItem) -> Reading? {
    share(of: supplied(item, by: item.makers), in: supplied(item, by: nil), item, place: name(item)) {
      $1 - $0
    }
  }

  /// The Herfindahl–Hirschman index of an item: the squares of the groups' shares of its supply, summed.
  private func concentration(_ item: NetworkPolicyItem) -> Reading? {
    let supply = supplied(item, by: nil)
    let squares = item.groups.reduce(0) { sum, group in
      let part = supplied(item, by: group.sites)
      return sum + part * part
    }
    // With a part of `squares / supply` the share is the index.
    return share(of: supply > 0 ? squares / supply : 0, in: supply, item, place: name(item)) { $0 - $1 }
  }

  /// A share of an item's supply against the limit; nil where what is supplied is no more than rounding.
  ///
  /// - Parameter slack: The slack, given limit and share.
  private func share(
    of part: Double, in supply: Double, _ item: NetworkPolicyItem, place: String,
    slack: (_ limit: Double, _ share: Double) -> Double
  ) -> Reading? {
    // Less than a millionth of the demand is rounding, as it is where one source is asked for.
    let trace = LayoutCheck.tolerance * max(1, network.need(item: item.item))
    guard supply > trace else { return nil }
    let share = part / supply
    let slack = slack(limit ?? 0, share)
    // Of a small supply the share is known less exactly: what counts is by how many units it misses.
    return Reading(value: share, slack: -slack * supply > trace ? slack : max(0, slack), place: place)
  }

  /// Units of an item from some sites in the undisturbed scenario: what they make, or, where the policy
  /// names markets, what they ship straight to these.
  private func supplied(_ item: NetworkPolicyItem, by sites: Set<Int>?) -> Double {
    guard let markets = policy.markets else {
      return item.capabilities.filter { sites?.contains(network.capabilities[$0].site) ?? true }
        .reduce(0) { $0 + layout.volume($1) }
    }
    var total = 0.0
    for (index, lane) in network.lanes.enumerated() where lane.item == item.item {
      guard case .market(let market) = lane.destination, markets.contains(market) else { continue }
      if sites?.contains(lane.origin) ?? true { total += layout.recourse[0].shipped(index) }
    }
    return total
  }

  private func minSources(_ item: NetworkPolicyItem) -> Reading {
    let count = Double(item.groups.count { $0.capabilities.contains(where: layout.isQualified) })
    return Reading(value: count, slack: count - (limit ?? 0), place: name(item))
  }

  private func oneMain(_ item: NetworkPolicyItem) -> Reading {
    let mains = item.capabilities.filter { layout.role[$0] == .primary }
    guard mains.count == 1, let main = mains.first else {
      return Reading(value: 0, slack: -1, place: "\(name(item)): \(mains.count) primary sources")
    }
    let site = network.capabilities[main].site
    // Without a scope every backup counts; with one, only those outside all groups of the main source.
    let near = policy.policy.scope == nil ? [] : item.groups.filter { $0.sites.contains(site) }
    let backups = item.capabilities.filter { index in
      layout.role[index] == .backup && !near.contains { $0.sites.contains(network.capabilities[index].site) }
    }
    let count = Double(backups.count)
    return Reading(value: count, slack: count - (limit ?? 1), place: name(item))
  }

  private func separate(_ item: NetworkPolicyItem) -> Reading {
    let shared = item.groups.filter { group in
      group.capabilities.contains { layout.role[$0] == .primary }
        && group.capabilities.contains { layout.role[$0] == .backup }
    }
    return Reading(
      value: Double(shared.count), slack: -Double(shared.count),
      place: shared.isEmpty ? name(item) : "\(name(item)): \(shared.map(\.name).joined(separator: ", "))")
  }

  private func backupCover(_ item: NetworkPolicyItem) -> [Reading] {
    guard item.demand > 0 else { return [] }
    // Nobody who could be lost supplies the item: all that is contracted remains.
    var losses = item.groups.map { (sites: $0.sites, place: "\(name(item)) without \($0.name)") }
    if losses.isEmpty { losses = [(sites: [], place: name(item))] }
    return losses.map { lost in
      let left = item.capabilities.filter { !lost.sites.contains(network.capabilities[$0].site) }
      let cover = left.reduce(0) { $0 + held($1) } / item.demand
      return Reading(value: cover, slack: cover - (limit ?? 0), place: lost.place)
    }
  }

  /// Units that a source has committed and reserved an average period.
  private func held(_ capability: Int) -> Double {
    let parts = (0..<network.periods).reduce(0) { $0 + layout.usablePart(capability, in: $1, network) }
    return (layout.commit[capability] + layout.reserve[capability]) * parts / Double(network.periods)
  }

  private var exclude: Reading {
    let used = policy.items.flatMap(\.selected).filter(layout.isQualified)
    var count = used.count
    if policy.policy.speaksOfAllItems { count += policy.sites.count { layout.isOpen[$0] } }
    let place = used.first.map { network.capabilities[$0].capability.site } ?? ""
    return Reading(value: Double(count), slack: -Double(count), place: place)
  }

  private var require: Reading {
    let count = Double(policy.items.flatMap(\.selected).count(where: layout.isQualified))
    return Reading(value: count, slack: count - (limit ?? 1), place: "")
  }

  private var maxChanges: Reading {
    let changed = policy.items.flatMap(\.selected).filter {
      layout.role[$0]?.rawValue != network.capabilities[$0].currentRole?.rawValue
    }
    let count = Double(changed.count)
    let place = changed.first.map {
      let row = network.capabilities[$0].capability
      return "\(row.item): \(row.site)"
    }
    return Reading(value: count, slack: (limit ?? 0) - count, place: place ?? "")
  }

  private func singleSource(_ item: NetworkPolicyItem) -> [Reading] {
    network.demands.indices.compactMap { index in
      let demand = network.demands[index]
      guard demand.item == item.item, policy.markets?.contains(demand.market) ?? true else { return nil }
      // What is less than a millionth of the demand is rounding, not a second source.
      let trace = LayoutCheck.tolerance * max(1, demand.total)
      let sites = Set(
        demand.inbound.filter { layout.recourse[0].shipped($0) > trace }.map { network.lanes[$0].origin })
      return Reading(
        value: Double(sites.count), slack: 1 - Double(sites.count),
        place: "\(name(item)): \(network.sourcingCase.markets[demand.market].id)")
    }
  }

  /// The slowest lane that delivers an item to each market, in any scenario.
  private func maxLeadDays(_ item: NetworkPolicyItem) -> [Reading] {
    network.demands.compactMap { demand in
      guard demand.item == item.item, policy.markets?.contains(demand.market) ?? true else { return nil }
      let trace = LayoutCheck.tolerance * max(1, demand.total)
      let used = demand.inbound.filter { lane in layout.recourse.contains { $0.shipped(lane) > trace } }
      let slowest = used.map { network.leadDays(lane: $0) }.max() ?? 0
      return Reading(
        value: slowest, slack: (limit ?? 0) - slowest,
        place: "\(name(item)): \(network.sourcingCase.markets[demand.market].id)")
    }
  }

  func name(_ item: NetworkPolicyItem) -> String {
    network.sourcingCase.items[item.item].id
  }
}

extension Policy {
  /// Whether no filter narrows the items that the policy speaks of.
  public var speaksOfAllItems: Bool {
    items.isEmpty && classes.isEmpty && critical == nil
  }
}
