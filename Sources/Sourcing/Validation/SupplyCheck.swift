/// Checks that there is something to plan, and that capabilities make sense in themselves.
enum SupplyCheck {
  static func faults(_ found: SourcingCase, _ broken: BrokenRows) -> [Fault] {
    var faults = emptyTables(found, broken)
    for (index, row) in found.capabilities.enumerated()
    where row.capacity >= 0 && row.minVolume > row.capacity {
      faults.append(
        Fault(
          at: found.origin.location(table: "capabilities", row: index, column: "min_volume"),
          value: NumberText.shortest(row.minVolume), Message(CheckText.minVolumePastCapacity),
          expected: Message(ExpectedText.atMost, ["limit": row.capacity])))
    }
    faults += priceTiers(found)
    if !found.demand.isEmpty, found.demand.allSatisfy({ $0.quantity == 0 }) {
      faults.append(Fault(.advice, at: found.origin.location(table: "demand"), Message(CheckText.noDemand)))
    }
    return faults
  }

  /// A tier must belong to a capability and begin above zero, where the capability's own price holds.
  private static func priceTiers(_ found: SourcingCase) -> [Fault] {
    let capacities = Dictionary(
      found.capabilities.map { ([$0.site, $0.item], $0.capacity) }, uniquingKeysWith: { max($0, $1) })
    var faults: [Fault] = []
    for (index, tier) in found.priceTiers.enumerated() {
      let location = { found.origin.location(table: "price_tiers", row: index, column: $0) }
      guard let capacity = capacities[[tier.site, tier.item]] else {
        faults.append(
          Fault(
            at: location("item"), value: "\(tier.site), \(tier.item)", Message(CheckText.noSuchCapability),
            expected: Message(ExpectedText.siteAndItem),
            references: ["capabilities", "sites", "items"]))
        continue
      }
      if tier.fromVolume == 0 {
        faults.append(
          Fault(
            at: location("from_volume"), value: "0", Message(CheckText.tierFromZero),
            expected: Message(ExpectedText.tierAboveZero)))
      } else if tier.fromVolume > capacity {
        faults.append(
          Fault(
            .advice, at: location("from_volume"), value: NumberText.shortest(tier.fromVolume),
            Message(CheckText.tierPastCapacity, ["capacity": capacity])))
      }
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
      Fault(
        at: found.origin.location(table: name), Message(CheckText.emptyTable),
        expected: Message(ExpectedText.oneRowAtLeast))
    }
  }
}
