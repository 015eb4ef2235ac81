/// Looks for what is allowed and yet is seldom meant: demand that is cheaper left unmet, duties of more than the goods are
/// worth, policies that cannot bind, levels of risk on the wrong side.
enum PlausibilityCheck {
  /// More outages a year than this are hardly outages, but their chance in per cent.
  private static let mostOutages = 5.0
  /// Duties above this are hardly meant.
  private static let highestDuty = 3.0

  static func advice(_ found: SourcingCase) -> [Fault] {
    worthlessDemand(found) + highDuties(found) + frequentOutages(found) + idlePolicies(found)
      + riskLevel(found)
  }

  /// Duties far above 100 %, which hardly any country has; those against dumping reach twice the value now and then.
  private static func highDuties(_ found: SourcingCase) -> [Fault] {
    func fault(_ table: String, _ index: Int, _ column: String, _ rate: Double) -> Fault? {
      if rate <= highestDuty { return nil }
      return Fault(
        .advice, at: found.origin.location(table: table, row: index, column: column),
        value: NumberText.shortest(rate),
        Message(
          CheckText.highDuty,
          [
            "percent": NumberFormat.single(rate * 100), "part": NumberFormat.single(rate / 100),
          ]))
    }
    return found.duties.indices.compactMap { fault("duties", $0, "rate", found.duties[$0].rate) }
      + found.disruptions.indices.compactMap {
        fault("disruptions", $0, "added_rate", found.disruptions[$0].addedRate)
      }
  }

  /// Rates of outages that look like percentages.
  private static func frequentOutages(_ found: SourcingCase) -> [Fault] {
    func fault(_ table: String, _ index: Int, _ rate: Double?) -> Fault? {
      guard let rate, rate > mostOutages else { return nil }
      return Fault(
        .advice, at: found.origin.location(table: table, row: index, column: "outage_rate"),
        value: NumberText.shortest(rate),
        Message(CheckText.frequentOutages, ["part": NumberFormat.single(rate / 100)]))
    }
    return found.regions.indices.compactMap { fault("regions", $0, found.regions[$0].outageRate) }
      + found.sites.indices.compactMap { fault("sites", $0, found.sites[$0].outageRate) }
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
