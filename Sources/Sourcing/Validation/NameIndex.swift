/// The names that rows may refer to, by table.
struct NameIndex {
  private(set) var names: [String: Set<String>] = [:]
  /// Corridors that lanes go through.
  let corridors: Set<String>
  /// Both ends of each row of lanes, as disruptions name them.
  let laneEnds: Set<String>
  /// Classes of items.
  let classes: Set<String>
  /// Owners of sites.
  let owners: Set<String>
  /// Rules that rows of duties belong to.
  let dutyRules: Set<String>
  /// Rules that rows of controls belong to.
  let controlRules: Set<String>

  /// The names of a case, and those that stand in rows that could not be read whole.
  init(_ found: SourcingCase, _ broken: BrokenRows) {
    names["regions"] = Set(found.regions.map(\.id)).union(broken.values("regions", "region"))
    names["blocs"] = Set(found.blocs.map(\.bloc)).union(broken.values("blocs", "bloc"))
    names["items"] = Set(found.items.map(\.id)).union(broken.values("items", "item"))
    names["sites"] = Set(found.sites.map(\.id)).union(broken.values("sites", "site"))
    names["markets"] = Set(found.markets.map(\.id)).union(broken.values("markets", "market"))
    names["disruptions"] = Set(found.disruptions.map(\.id)).union(broken.values("disruptions", "disruption"))
    let recipes = found.recipes.map(\.recipe)
    names["recipes"] = Set(recipes).union(broken.values("recipes", "recipe"))
    corridors = Set(found.lanes.compactMap(\.corridor)).union(broken.values("lanes", "corridor"))
    laneEnds = Set(found.lanes.map(\.end))
    classes = Set(found.items.compactMap(\.itemClass)).union(broken.values("items", "class"))
    dutyRules = Set(found.duties.compactMap(\.rule)).union(broken.values("duties", "rule"))
    controlRules = Set(found.controls.compactMap(\.rule)).union(broken.values("controls", "rule"))
    owners = Set(found.sites.compactMap(\.owner)).union(broken.values("sites", "owner"))
  }

  /// Whether one of the tables has the name.
  func contains(_ name: String, in tables: [String]) -> Bool {
    tables.contains { names[$0]?.contains(name) ?? false }
  }

  /// All the names of some tables.
  func all(in tables: [String]) -> [String] {
    tables.flatMap { names[$0].map(Array.init) ?? [] }
  }
}
