/// Refuses what the schema knows and planning does not take into account yet: a plan that left a table
/// out in silence would be wrong.
enum SupportCheck {
  static func faults(_ found: SourcingCase) -> [Fault] {
    tables(found) + rows(found)
  }

  private static func tables(_ found: SourcingCase) -> [Fault] {
    found.otherTables.keys.sorted().compactMap { name in
      guard let table = found.otherTables[name], !table.rows.isEmpty else { return nil }
      return Fault(
        at: found.origin.location(table: name), value: name, Message(CheckText.tableNotPlanned),
        expected: Message(ExpectedText.caseWithoutIt))
    }
  }

  /// Columns that say something, but nothing that this plan depends on: one piece of advice each.
  private static func idleColumns(_ found: SourcingCase) -> [Fault] {
    var columns: [(table: String, column: String, row: Int?)] = []
    let generation = found.settings.generation
    let failing = generation.source == .contingencies ? generation.contingencyKinds : []
    if generation.source != .sampled {
      if !failing.contains(.region) {
        columns.append(("regions", "outage_rate", found.regions.firstIndex { $0.outageRate != nil }))
      }
      if !failing.contains(.site) {
        columns.append(("sites", "outage_rate", found.sites.firstIndex { $0.outageRate != nil }))
      }
      if found.projects.allSatisfy({ $0.partners.isEmpty }) {
        columns.append(("alignment", "score", found.alignment.indices.first))
      }
      columns.append(("disruptions", "rate", found.disruptions.firstIndex { $0.rate != nil }))
    }
    if !found.policies.contains(where: { $0.kind == .maxEmissions }) {
      columns.append(("capabilities", "emissions", found.capabilities.firstIndex { $0.emissions > 0 }))
    }
    columns.append(("current", "commit", found.current.firstIndex { $0.commit != nil }))
    columns.append(("current", "reserve", found.current.firstIndex { $0.reserve != nil }))
    if found.settings.periods == 1 {
      if !found.policies.contains(where: { $0.kind == .maxLeadDays }) {
        columns.append(("lanes", "lead_days", found.lanes.firstIndex { $0.leadDays > 0 }))
      }
      if !found.settings.strategicStock {
        columns.append(("items", "holding_cost", found.items.firstIndex { $0.holdingCost > 0 }))
      }
    }
    return columns.filter { $0.row != nil }.map { entry in
      Fault(
        .advice, at: location(found, entry.table, entry.row, entry.column),
        Message(idleness(of: entry.table), ["column": entry.column]))
    }
  }

  /// Why a column of a table has no effect.
  private static func idleness(of table: String) -> CheckText {
    switch table {
    case "items", "lanes": .idleInOnePeriod
    case "capabilities": .idleWithoutEmissions
    case "regions", "sites": .idleInPlans
    case "disruptions": .idleUnlessDrawn
    case "alignment": .idleWithoutPartners
    default: .idleInOtherPlans
    }
  }

  private static func rows(_ found: SourcingCase) -> [Fault] {
    var faults = idleColumns(found)
    for (index, row) in found.demand.enumerated() {
      if let period = row.period, period >= found.settings.periods {
        faults.append(
          Fault(
            at: location(found, "demand", index, "period"), value: String(period),
            Message(CheckText.periodPastHorizon),
            expected: Message(ExpectedText.numberBetween, ["most": found.settings.periods - 1, "least": "0"]))
        )
      }
    }
    return faults
  }

  private static func location(_ found: SourcingCase, _ table: String, _ row: Int?, _ column: String)
    -> Fault.Location
  {
    found.origin.location(table: table, row: row, column: column)
  }
}
