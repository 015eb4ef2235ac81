/// Checks that there is something to plan, and that capabilities make sense in themselves.
enum SupplyCheck {
  static func faults(_ found: SourcingCase, _ broken: BrokenRows) -> [Fault] {
    var faults = emptyTables(found, broken)
    for (index, row) in found.capabilities.enumerated()
    where row.capacity >= 0 && row.minVolume > row.capacity {
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

  private static func emptyTables(_ found: SourcingCase, _ broken: BrokenRows) -> [Fault] {
    let sizes = [
      ("regions", found.regions.count), ("items", found.items.count), ("sites", found.sites.count),
      ("capabilities", found.capabilities.count), ("lanes", found.lanes.count),
      ("markets", found.markets.count),
      ("demand", found.demand.count),
    ]
    let isBuiltInCode = found.origin.files.isEmpty
    // A table that is missing as a whole, or has rows that cannot be read, is told by the reader.
    let isTold = { name in broken.tables.contains(name) || !isBuiltInCode && found.origin.files[name] == nil }
    return sizes.filter { $0.1 == 0 && !isTold($0.0) }.map { name, _ in
      Fault(at: found.origin.location(table: name), "the table has no rows", expected: "at least one row")
    }
  }
}
