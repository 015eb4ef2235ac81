/// Checks that there is something to plan, and that capabilities make sense in themselves.
enum SupplyCheck {
  static func faults(_ found: SourcingCase) -> [Fault] {
    var faults = emptyTables(found)
    for (index, row) in found.capabilities.enumerated() where row.minVolume > max(0, row.capacity) {
      faults.append(
        Fault(
          at: found.origin.location(table: "capabilities", row: index, column: "min_volume"),
          value: NumberText.shortest(row.minVolume), "the least volume exceeds the capacity",
          expected: "at most \(NumberText.shortest(row.capacity))"))
    }
    if !found.demand.isEmpty, found.demand.allSatisfy({ $0.quantity == 0 }) {
      faults.append(Fault(.advice, at: found.origin.location(table: "demand"), "all demand is zero"))
    }
    return faults
  }

  private static func emptyTables(_ found: SourcingCase) -> [Fault] {
    let sizes = [
      ("regions", found.regions.count), ("items", found.items.count), ("sites", found.sites.count),
      ("capabilities", found.capabilities.count), ("lanes", found.lanes.count), ("markets", found.markets.count),
      ("demand", found.demand.count),
    ]
    let isBuiltInCode = found.origin.files.isEmpty
    // A table that is missing as a whole is told by the reader.
    return sizes.filter { $0.1 == 0 && (isBuiltInCode || found.origin.files[$0.0] != nil) }.map { name, _ in
      Fault(
        at: found.origin.location(table: name), "the table has no rows", expected: "at least one row",
        references: [name])
    }
  }
}
