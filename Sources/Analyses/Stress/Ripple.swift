internal import Planning
internal import Sourcing

/// Tells from two responses who is hit, tier by tier, and who steps in.
struct Ripple {
  private let program: ResponseProgram
  private let tiers: [Int]
  private let needed: [Double]

  /// Changes below this part of an amount are rounding.
  private static let trace = 1e-6

  init(_ program: ResponseProgram) {
    self.program = program
    tiers = Self.tiers(program.network)
    needed = program.network.demands.map(\.total)
  }

  /// For each item how far from the markets it is: 1 where it is sold as it is, else one more than what is made of it,
  /// along the longest way.
  static func tiers(_ network: SourcingNetwork) -> [Int] {
    let count = network.sourcingCase.items.count
    var users = [Set<Int>](repeating: [], count: count)
    for capability in network.capabilities {
      for input in capability.inputs { users[input.item].insert(capability.item) }
    }
    var tiers = [Int?](repeating: nil, count: count)
    func tier(_ item: Int) -> Int {
      if let known = tiers[item] { return known }
      let found = 1 + (users[item].map(tier).max() ?? 0)
      tiers[item] = found
      return found
    }
    return (0..<count).map(tier)
  }

  /// Markets and sources that get or supply less, markets first, then tier by tier, the greatest loss first.
  func hits(_ calm: Response, _ response: Response, _ conditions: ResponseConditions) -> [StressHit] {
    let network = program.network
    let found = network.sourcingCase
    var hits: [StressHit] = []
    for (index, demand) in network.demands.enumerated() {
      let lost = response.unmet[index] - calm.unmet[index]
      guard isMore(lost, than: needed[index]) else { continue }
      hits.append(
        StressHit(
          tier: 0, item: found.items[demand.item].id, place: found.markets[demand.market].id, isDirect: false,
          lost: lost, share: needed[index] > 0 ? lost / needed[index] : 1))
    }
    for (index, capability) in network.capabilities.enumerated() {
      let lost = calm.volume[index] - response.volume[index]
      guard isMore(lost, than: calm.volume[index]) else { continue }
      let isDirect = (0..<network.periods).contains {
        network.availability(capability: index, in: conditions.scenario, period: $0) < 1
      }
      hits.append(
        StressHit(
          tier: tiers[capability.item], item: capability.capability.item, place: capability.capability.site,
          isDirect: isDirect, lost: lost, share: lost / calm.volume[index]))
    }
    return hits.sorted { ($0.tier, -$0.lost, $0.place, $0.item) < ($1.tier, -$1.lost, $1.place, $1.item) }
  }

  /// Sources that supply more, and stock that is released, the greatest first.
  func backups(_ calm: Response, _ response: Response) -> [StressBackup] {
    let network = program.network
    let found = network.sourcingCase
    var backups: [StressBackup] = []
    for (index, capability) in network.capabilities.enumerated() {
      let added = response.volume[index] - calm.volume[index]
      guard isMore(added, than: calm.volume[index]) else { continue }
      backups.append(
        StressBackup(
          item: capability.capability.item, site: capability.capability.site,
          role: program.layout.role[index]?.rawValue ?? "", added: added,
          drawn: max(0, response.drawn[index] - calm.drawn[index])))
    }
    for (index, node) in network.nodes.enumerated() where isMore(response.released[index], than: 0) {
      backups.append(
        StressBackup(
          item: found.items[node.item].id, site: found.sites[node.site].id, role: "stock",
          added: response.released[index], drawn: 0))
    }
    return backups.sorted { (-$0.added, $0.site, $0.item) < (-$1.added, $1.site, $1.item) }
  }

  private func isMore(_ amount: Double, than whole: Double) -> Bool {
    amount > Self.trace * max(1, whole)
  }
}
