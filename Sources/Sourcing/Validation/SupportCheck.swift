/// Refuses what the schema knows and planning does not take into account yet: a plan that left a table
/// out in silence would be wrong.
enum SupportCheck {
  static func faults(_ found: SourcingCase) -> [Fault] {
    tables(found) + rows(found)
  }

  private static func tables(_ found: SourcingCase) -> [Fault] {
    found.otherTables.keys.sorted().compactMap { name in
      guard let table = found.otherTables[name], !table.rows.isEmpty else { return nil }
      return unsupported(found.origin.location(table: name), name, "the table")
    }
  }

  private static func rows(_ found: SourcingCase) -> [Fault] {
    var faults: [Fault] = []
    for (index, row) in found.duties.enumerated() where row.requiresContent != nil {
      faults.append(
        unsupported(location(found, "duties", index, "requires_content"), "\(row.requiresContent ?? 0)", "a preferential rate"))
    }
    for (index, row) in found.controls.enumerated() where row.kind != .ban {
      faults.append(unsupported(location(found, "controls", index, "kind"), row.kind.rawValue, "a control of this kind"))
    }
    for (index, row) in found.demand.enumerated() {
      if let period = row.period, period >= found.settings.periods {
        faults.append(
          Fault(
            at: location(found, "demand", index, "period"), value: String(period), "the period is past the horizon",
            expected: "a number from 0 to \(found.settings.periods - 1)"))
      }
      if row.minService != nil {
        faults.append(unsupported(location(found, "demand", index, "min_service"), "\(row.minService ?? 0)", "a least service"))
      }
    }
    let planned: Set<DisruptionTarget> = [.site, .region, .bloc, .corridor]
    for (index, row) in found.disruptions.enumerated() where !planned.contains(row.targetKind) {
      faults.append(
        unsupported(location(found, "disruptions", index, "target_kind"), row.targetKind.rawValue, "a disruption of this kind"))
    }
    return faults
  }

  private static func location(_ found: SourcingCase, _ table: String, _ row: Int?, _ column: String) -> Fault.Location {
    found.origin.location(table: table, row: row, column: column)
  }

  private static func unsupported(_ location: Fault.Location, _ value: String, _ what: String) -> Fault {
    Fault(at: location, value: value, "\(what) is not planned by this version", expected: "a case without it")
  }
}
