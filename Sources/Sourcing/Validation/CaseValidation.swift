extension SourcingCase {
  /// Everything that is wrong with the case, and advice on what looks odd.
  ///
  /// Checks values, keys, references, scenarios, places and policies. What shows only when lanes,
  /// duties and controls are matched to places is found when a ``SourcingNetwork`` is made.
  public func faults() -> [Fault] {
    let tables = CaseEncoder.tables(of: self)
    let names = NameIndex(self)
    var faults: [Fault] = []
    faults += ValueCheck.faults(tables, origin)
    faults += KeyCheck.faults(tables, origin)
    faults += ReferenceCheck.faults(tables, names, origin)
    faults += PlaceCheck.faults(self, names)
    faults += SupplyCheck.faults(self)
    faults += RecipeCheck.faults(self)
    faults += ScenarioCheck.faults(self, names)
    faults += PolicyCheck.faults(self, names)
    faults += SupportCheck.faults(self)
    return faults.sorted { $0.location < $1.location }
  }
}

/// The names that rows may refer to, by table.
struct NameIndex {
  private(set) var names: [String: Set<String>] = [:]
  /// Corridors that lanes go through.
  let corridors: Set<String>
  /// Classes of items.
  let classes: Set<String>
  /// Owners of sites.
  let owners: Set<String>

  init(_ found: SourcingCase) {
    names["regions"] = Set(found.regions.map(\.id))
    names["blocs"] = Set(found.blocs.map(\.bloc))
    names["items"] = Set(found.items.map(\.id))
    names["sites"] = Set(found.sites.map(\.id))
    names["markets"] = Set(found.markets.map(\.id))
    names["disruptions"] = Set(found.disruptions.map(\.id))
    names["recipes"] = Set(found.recipes.map(\.recipe))
    corridors = Set(found.lanes.compactMap(\.corridor))
    classes = Set(found.items.compactMap(\.itemClass))
    owners = Set(found.sites.compactMap(\.owner))
  }

  /// Whether one of the tables has the name.
  func contains(_ name: String, in tables: [String]) -> Bool {
    tables.contains { names[$0]?.contains(name) ?? false }
  }

  /// The known name nearest to a mistyped one.
  func nearest(to name: String, in tables: [String]) -> String? {
    NearestName.of(name, among: tables.flatMap { names[$0].map(Array.init) ?? [] })
  }
}
