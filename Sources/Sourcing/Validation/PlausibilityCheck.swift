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
          "far from what other sources of \(found.capabilities[index].item) ask for, "
            + "\(NumberText.shortest(middle)) in the middle; is it in another unit?")
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
        "cheaper to leave unmet than any source of \(row.item), which asks for \(NumberText.shortest(least)) or more"
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
        "every layout keeps this limit of \(policy.kind.rawValue), so it cannot bind")
    }
  }

  /// A level that names the bad part where the good one belongs.
  private static func riskLevel(_ found: SourcingCase) -> [Fault] {
    let level = found.settings.riskLevel
    guard found.settings.riskMeasure == .cvar, level > 0, level < 0.5 else { return [] }
    return [
      Fault(
        .advice, at: found.origin.location(setting: "risk_level"), value: NumberText.shortest(level),
        "risk_level is the part that is not bad: so much as \(NumberText.shortest(1 - level)) counts as the tail"
      )
    ]
  }
}
