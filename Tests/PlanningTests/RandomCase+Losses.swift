import Sourcing

extension RandomCase {
  /// The case of a seed with policies on service by chance and on the loss of sites and regions besides, over cases of every
  /// other kind, and with each way of passing on what lanes without an item bring.
  static func guarded(seed: Int) throws -> SourcingCase {
    let found =
      switch seed % 6 {
      case 0: try mixed(seed: seed)
      case 1: try mixed(seed: seed, .chained)
      case 2: try contracted(seed: seed)
      case 3: try developed(seed: seed)
      case 4: try preferred(seed: seed)
      default: try governed(seed: seed)
      }
    return try found.addingGuards(seed: seed)
  }
}

extension SourcingCase {
  /// Kinds of policy that speak of each scenario, or of losses that have none.
  static let guardingKinds: [PolicyKind] = [.chanceService, .survive]

  /// The case with policies of these kinds, and times to recover for all that can be lost; with another way of passing on where
  /// the rows of `lanes` allow it.
  func addingGuards(seed: Int) throws -> SourcingCase {
    var found = self
    var draw = Draw(seed: 5_000_000 + seed)
    let horizon = settings.periodDays * Double(settings.periods)
    for index in sites.indices { found.sites[index].outageDays = draw.amount(1...(1.2 * horizon)) }
    for index in regions.indices { found.regions[index].outageDays = draw.amount(1...horizon) }
    for number in 1...draw.whole(1...2) { found.addGuard(number, &draw) }
    found.settings.passingOn = draw.one(of: PassingOn.allCases) ?? .usedItems
    do {
      _ = try SourcingNetwork(found)
    } catch let faults as CaseFaults {
      // Lanes that were apart may contradict each other where more is passed on.
      guard faults.faults.allSatisfy({ $0.description.contains("contradicts") }) else { throw faults }
      found.settings.passingOn = settings.passingOn
    }
    return found
  }

  private mutating func addGuard(_ number: Int, _ draw: inout Draw) {
    var policy = Policy("G\(number)", draw.one(of: Self.guardingKinds) ?? .survive)
    if draw.chance(0.4) { policy.items = draw.some(of: items.map(\.id), 0.5) }
    if draw.chance(0.3) { policy.markets = draw.some(of: markets.map(\.id), 0.5) }
    if policy.kind == .chanceService {
      policy.limit = draw.amount(0.1...0.9)
      policy.level = draw.amount(0.2...0.95)
    } else {
      let shortage = demand.filter { $0.period == nil }.reduce(0) { $0 + $1.quantity * $1.shortageCost }
      policy.limit = draw.chance(0.2) ? 0 : Double(settings.periods) * shortage * draw.amount(0.1...0.9)
      policy.scope = draw.one(of: [nil, .supplier, .region]) ?? nil
      if draw.chance(0.4) { policy.sites = draw.some(of: sites.map(\.id), 0.4) }
    }
    policies.append(policy)
  }
}
