/// Finds sources that another source of the same item at the same site beats in everything.
///
/// Take a layout that uses the worse one, c, and give all that it does to the better one, d. That is possible, and costs no
/// more in any scenario, where
///
/// - d has room for both. No more of an item can be of use over the horizon than its need N, so with α the least part of
///   d's capacity that is ever left (where any is), a commitment of N / α does as much as any greater one; the same goes for
///   a reserve, with the readiness in α;
/// - d asks for no least volume, neither has price tiers or waits for a project, d's prices, fees, qualification, delays
///   and emissions are no higher, and d offers a reserve where c does;
/// - d takes no input that c does not take at least as much of, and, where a policy limits shares, exactly the same, since
///   shares of the inputs would change with what is taken of them; no duty asks for regional content;
/// - no lane takes time, since what is under way at the start may serve other scenarios than what is made later, and more
///   of it than N may be of use;
/// - no policy counts sources one by one. Region, owner and blocs are those of the site, and so the same for both.
///
/// Sources at different sites are never compared: lanes, outages, duties and groups of policies tell them apart. Nor is
/// a source with too little room for both, since a layout may want all of its capacity and some of the other's.
struct DominatedSources {
  /// The sources that are beaten, with the one that beats each.
  private(set) var found: [(source: Int, better: Int)] = []

  private let network: SourcingNetwork
  private let hasShareLimits: Bool

  init(_ network: SourcingNetwork, isIdle: [Bool], isUsable: [Bool]) {
    self.network = network
    let asksForContent = network.sourcingCase.duties.contains { $0.requiresContent != nil }
    if asksForContent || network.lanes.contains(where: { $0.lead > 0 }) {
      hasShareLimits = false
      return
    }
    hasShareLimits = network.policies.contains { $0.policy.kind.limitsShares }
    let counted = Set(
      network.policies.filter { !$0.policy.kind.allowsMergingSourcesOfASite }.flatMap { $0.items.map(\.item) }
    )
    struct Place: Hashable {
      var site: Int
      var item: Int
    }
    let candidates = network.capabilities.indices.filter { index in
      !isIdle[index] && isUsable[index] && network.unlocking[index].isEmpty
        && network.capabilities[index].tiers.count == 1 && !counted.contains(network.capabilities[index].item)
    }
    let groups = Dictionary(grouping: candidates) {
      Place(site: network.capabilities[$0].site, item: network.capabilities[$0].item)
    }
    for group in groups.values where group.count > 1 {
      var left = group
      // From the last on, so that of two that are alike the first stays.
      for source in group.reversed() {
        if let better = left.first(where: { $0 != source && isBetter($0, than: source) }) {
          left.removeAll { $0 == source }
          found.append((source, better))
        }
      }
    }
    found.sort { $0.source < $1.source }
  }

  private func isBetter(_ better: Int, than worse: Int) -> Bool {
    let (d, c) = (network.capabilities[better].capability, network.capabilities[worse].capability)
    guard d.minVolume == 0, d.unitCost <= c.unitCost, d.emissions <= c.emissions,
      qualification(d) <= qualification(c), takesNoMore(better, than: worse)
    else { return false }
    if let fee = c.reservationCost {
      guard let other = d.reservationCost, other <= fee, d.unitCost + d.surgeCost <= c.unitCost + c.surgeCost,
        d.activationDays <= c.activationDays, d.rampDays <= c.rampDays
      else { return false }
    }
    return d.capacity >= room(better)
  }

  private func qualification(_ capability: Capability) -> Double {
    capability.isQualified ? 0 : capability.qualificationCost
  }

  private func takesNoMore(_ better: Int, than worse: Int) -> Bool {
    func taken(_ index: Int) -> [Int: Double] {
      Dictionary(
        network.capabilities[index].inputs.map { ($0.item, $0.quantity) }, uniquingKeysWith: { $0 + $1 })
    }
    let (few, many) = (taken(better), taken(worse))
    return hasShareLimits ? few == many : few.allSatisfy { $0.value <= many[$0.key] ?? 0 }
  }

  /// The most that a commitment and a reserve can be of use for together.
  private func room(_ index: Int) -> Double {
    var (available, ready) = (1.0, 1.0)
    for scenario in network.scenarios.indices {
      for period in 0..<network.periods {
        let part = network.availability(capability: index, scenario: scenario, period: period)
        if part > 0 { available = min(available, part) }
        let drawn = part * network.readiness(capability: index, scenario: scenario, period: period)
        if drawn > 0 { ready = min(ready, drawn) }
      }
    }
    let most = network.peakNeed(item: network.capabilities[index].item)
    let hasReserve = network.capabilities[index].capability.reservationCost != nil
    return most / available + (hasReserve ? most / ready : 0)
  }
}
