/// Looks for numbers that are far from the others of their column: hardly in the same unit.
enum FarValueCheck {
  /// A column whose numbers are of one kind, with the rows that are compared with each other.
  private struct Column {
    var table: String
    var name: String
    /// How many times the middle one a number may be, or what part of it.
    var far: Double
    /// The number of a row, and what rows it is compared with; nil where it says nothing.
    var values: [(group: String, value: Double)?]
    /// Whether the item of a group is named.
    var isByItem = true
  }

  /// Of so few numbers none is the middle.
  private static let fewest = 3

  static func advice(_ found: SourcingCase) -> [Fault] {
    columns(found).flatMap { advice($0, found.origin) }
  }

  /// Prices of an item differ less than costs of places, and those less than sizes, which really differ by thousands between
  /// a pilot line and the largest producer of the world.
  private static func columns(_ found: SourcingCase) -> [Column] {
    let sources = found.capabilities
    let lanes = found.lanes
    func column(_ name: String, _ far: Double, _ value: (Capability) -> Double?) -> Column {
      Column(
        table: "capabilities", name: name, far: far,
        values: sources.map { row in value(row).map { (group: row.item, value: $0) } })
    }
    func everywhere(_ table: String, _ name: String, _ far: Double, _ values: [Double?]) -> Column {
      Column(
        table: table, name: name, far: far,
        values: values.map { value in value.map { (group: "", value: $0) } },
        isByItem: false)
    }
    return [
      column("unit_cost", 100, \.unitCost), column("reservation_cost", 1000, \.reservationCost),
      column("surge_cost", 1000, \.surgeCost), column("qualification_cost", 10_000, \.qualificationCost),
      column("capacity", 100_000, \.capacity), column("emissions", 1000, \.emissions),
      Column(
        table: "price_tiers", name: "unit_cost", far: 100,
        values: found.priceTiers.map { (group: $0.item, value: $0.unitCost) }),
      Column(
        table: "demand", name: "shortage_cost", far: 100,
        values: found.demand.map { (group: $0.item, value: $0.shortageCost) }),
      Column(
        table: "demand", name: "quantity", far: 100_000,
        values: found.demand.map { (group: $0.item, value: $0.quantity) }),
      everywhere("sites", "opening_cost", 10_000, found.sites.map(\.openingCost)),
      everywhere("lanes", "cost_per_km", 1000, lanes.map(\.costPerKm)),
      everywhere("lanes", "lead_days", 1000, lanes.map(\.leadDays)),
      everywhere("projects", "cost", 100_000, found.projects.map(\.cost)),
    ]
  }

  private static func advice(_ column: Column, _ origin: CaseOrigin) -> [Fault] {
    let groups = Dictionary(grouping: column.values.compactMap { $0 }.filter { $0.value > 0 }, by: \.group)
    let middles = groups.compactMapValues { values -> Double? in
      let sorted = values.map(\.value).sorted()
      return sorted.count < fewest ? nil : sorted[sorted.count / 2]
    }
    return column.values.enumerated().compactMap { index, entry in
      guard let entry, entry.value > 0, let middle = middles[entry.group],
        entry.value >= middle * column.far || entry.value <= middle / column.far
      else { return nil }
      return Fault(
        .advice, at: origin.location(table: column.table, row: index, column: column.name),
        value: NumberText.shortest(entry.value), message(column, entry.group, middle))
    }
  }

  private static func message(_ column: Column, _ item: String, _ middle: Double) -> Message {
    if column.table == "capabilities", column.name == "unit_cost" {
      return Message(CheckText.farCost, ["item": item, "middle": middle])
    }
    return column.isByItem
      ? Message(CheckText.farValueOfItem, ["item": item, "middle": middle])
      : Message(CheckText.farValue, ["middle": middle])
  }
}
