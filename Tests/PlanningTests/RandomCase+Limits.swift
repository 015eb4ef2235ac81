import Sourcing

extension RandomCase {
  /// The case of a seed with a layout of today, emissions, lead times and policies on totals besides; every other one
  /// has projects too.
  static func governed(seed: Int) throws -> SourcingCase {
    let found =
      switch seed % 3 {
      case 0: try mixed(seed: seed)
      case 1: try mixed(seed: seed, .chained)
      default: try contracted(seed: seed)
      }
    let limited = found.addingLimits(seed: seed)
    return seed.isMultiple(of: 2) ? limited.addingProjects(seed: seed, most: 3) : limited
  }
}

extension SourcingCase {
  /// Kinds of policy that limit a total, a change or a time.
  static let limitingKinds: [PolicyKind] = [
    .minService, .maxCapital, .maxEmissions, .maxCVaR, .maxChanges, .maxLeadDays,
    .maxConcentration,
  ]

  /// The case with policies of these kinds, and what they speak of.
  func addingLimits(seed: Int) -> SourcingCase {
    var found = self
    var draw = Draw(seed: 3_000_000 + seed)
    for index in capabilities.indices where draw.chance(0.8) {
      found.capabilities[index].emissions = draw.amount(0...3)
    }
    for row in capabilities where draw.chance(0.3) {
      found.current.append(
        CurrentSource(
          site: row.site, item: row.item, recipe: row.recipe, role: draw.chance(0.6) ? .primary : .backup))
    }
    // Lanes side by side differ in mode, so that they may differ in days as well.
    for index in lanes.indices where lanes[index].mode != nil && draw.chance(0.4) {
      found.lanes[index].leadDays = draw.amount(0...(2 * settings.periodDays))
    }
    for number in 1...draw.whole(1...3) { found.addLimit(number, &draw) }
    let others: [PolicyKind] = [.maxEmissions, .maxChanges]
    if seed.isMultiple(of: 4), !found.policies.contains(where: { others.contains($0.kind) }) {
      // One more, from luck of its own, so that the others stay as they are.
      var other = Draw(seed: 4_000_000 + seed)
      var policy = Policy("tail", .maxCVaRShortage, limit: other.amount(0.2...0.9))
      if other.chance(0.4) { policy.markets = other.some(of: markets.map(\.id), 0.4) }
      found.policies.append(policy)
    }
    return found
  }

  private mutating func addLimit(_ number: Int, _ draw: inout Draw) {
    var policy = Policy("L\(number)", draw.one(of: Self.limitingKinds) ?? .minService)
    if ![.maxCapital, .maxCVaR].contains(policy.kind), draw.chance(0.5) {
      policy.items = draw.some(of: items.map(\.id), 0.4)
    }
    let units = Double(settings.periods) * demand.filter { $0.period == nil }.reduce(0) { $0 + $1.quantity }
    switch policy.kind {
    case .minService:
      policy.limit = draw.amount(0.1...0.9)
      if draw.chance(0.4) { policy.markets = draw.some(of: markets.map(\.id), 0.4) }
    case .maxCapital:
      let openings = sites.filter { !$0.isExisting }.reduce(0) { $0 + $1.openingCost }
      let qualifications = capabilities.filter { !$0.isQualified }.reduce(0) { $0 + $1.qualificationCost }
      policy.limit = (openings + qualifications) * draw.amount(0.1...0.6)
    case .maxEmissions:
      policy.limit = units * draw.amount(0.2...1.5)
      if draw.chance(0.4) { policy.sites = draw.some(of: sites.map(\.id), 0.4) }
    case .maxCVaR:
      let shortage = demand.filter { $0.period == nil }.reduce(0) { $0 + $1.quantity * $1.shortageCost }
      policy.limit = Double(settings.periods) * shortage * draw.amount(0.3...1.1)
    case .maxConcentration:
      policy.limit = draw.amount(0.3...0.95)
      policy.scope = draw.one(of: [.supplier, .supplier, .region, .bloc, .owner])
    case .maxChanges:
      policy.limit = Double(draw.whole(0...4))
      if draw.chance(0.4) { policy.sites = draw.some(of: sites.map(\.id), 0.4) }
    default:
      policy.limit = draw.amount(0...(1.5 * settings.periodDays))
      if draw.chance(0.4) { policy.markets = draw.some(of: markets.map(\.id), 0.4) }
    }
    policies.append(policy)
  }
}
