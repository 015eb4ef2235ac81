/// Looks for what is allowed and yet is seldom meant: costs far from all others, demand that is cheaper left unmet,
/// policies that cannot bind, levels of risk on the wrong side.
enum PlausibilityCheck {
  /// A cost that is so many times the middle one, or less than that part of it, is hardly in the same unit.
  private static let far = 100.0
  /// Of so few sources none is the middle.
  private static let fewest = 3

  static func advice(_ found: SourcingCase) -> [Fault] {
    farCosts(found) + worthlessDemand(found) + idlePolicies(found) + riskLevel(found)
  }

  /// Unit costs that are far from those of the other sources of the item.
  private static func farCosts(_ found: SourcingCase) -> [Fault] {
    let rows = Dictionary(grouping: found.capabilities.indices) { found.capabilities[$0].item }
    return rows.values.flatMap { indices -> [Fault] in
      let costs = indices.map { found.capabilities[$0].unitCost }.filter { $0 > 0 }.sorted()
      guard costs.count >= fewest else { return [] }
      let middle = costs[costs.count / 2]
      return indices.compactMap { index in
        let cost = found.capabilities[index].unitCost
        guard cost > 0, cost >= middle * far || cost <= middle / far else { return nil }
        return Fault(
          .advice, at: found.origin.location(table: "capabilities", row: index, column: "unit_cost"),
          value: NumberText.shortest(cost),
          Message(CheckText.farCost, ["item": found.capabilities[index].item, "middle": middle]))
      }
    }
  }

  /// Demand that no source meets for less than it costs to leave it unmet.
  private static func worthlessDemand(_ found: SourcingCase) -> [Fault] {
    var cheapest: [String: Double] = [:]
    for row in found.capabilities {
      cheapest[row.item] = min(cheapest[row.item] ?? row.unitCost, row.unitCost)
    }
    for row in found.priceTiers { cheapest[row.item] = min(cheapest[row.item] ?? row.unitCost, row.unitCost) }
    return found.demand.indices.compactMap { index in
      let row = found.demand[index]
      guard row.quantity > 0, (row.minService ?? 0) == 0, let least = cheapest[row.item],
        least > row.shortageCost
      else { return nil }
      return Fault(
        .advice, at: found.origin.location(table: "demand", row: index, column: "shortage_cost"),
        value: NumberText.shortest(row.shortageCost),
        Message(CheckText.worthlessDemand, ["item": row.item, "least": least])
      )
    }
  }

  /// Policies whose limit every layout keeps.
  private static func idlePolicies(_ found: SourcingCase) -> [Fault] {
    found.policies.indices.compactMap { index in
      let policy = found.policies[index]
      guard let limit = policy.limit else { return nil }
      let isIdle =
        switch policy.kind {
        case .maxShare, .maxConcentration, .maxCVaRShortage: limit >= 1
        case .minService, .autonomy, .backupCover, .minSources, .chanceService: limit == 0
        default: false
        }
      if !isIdle { return nil }
      return Fault(
        .advice, at: found.origin.location(table: "policies", row: index, column: "limit"),
        value: NumberText.shortest(limit),
        Message(CheckText.idleLimit, ["kind": policy.kind.rawValue]))
    }
  }

  /// A level that names the bad part where the good one belongs.
  private static func riskLevel(_ found: SourcingCase) -> [Fault] {
    let level = found.settings.riskLevel
    guard found.settings.riskMeasure == .cvar, level > 0, level < 0.5 else { return [] }
    return [
      Fault(
        .advice, at: found.origin.location(setting: "risk_level"), value: NumberText.shortest(level),
        Message(CheckText.riskLevelInverted, ["tail": 1 - level])
      )
    ]
  }
}
