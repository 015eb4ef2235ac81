/// A what-if that takes sources away leaves the sites what they are.
extension CaseTables {
  /// The sites of those rows of `capabilities` that make something of something else.
  func sitesWithRecipes(_ rows: Set<Int>) -> Set<String> {
    guard let table = raw.tables.first(where: { $0.name == "capabilities" }),
      let site = table.columns.firstIndex(of: "site"), let recipe = table.columns.firstIndex(of: "recipe")
    else { return [] }
    return Set(
      rows.filter { !table.rows[$0].cells[recipe].content.isEmpty }.map {
        table.rows[$0].cells[site].content
      })
  }

  /// Says of sites that they are no hubs, where nothing is said of that.
  ///
  /// Without its sources a plant uses nothing any more, and a site that uses nothing and of which no more is said is a warehouse, which
  /// lanes without an item bring anything. Taking a source away would open ways that there were not before.
  mutating func keepFromBecomingHubs(_ sites: Set<String>) {
    if sites.isEmpty { return }
    update("sites") { table in
      guard let name = table.columns.firstIndex(of: "site") else { return }
      let hub = table.position(adding: "hub")
      for row in table.rows.indices where table.rows[row].cells.count == table.columns.count {
        let isConcerned = sites.contains(table.rows[row].cells[name].content)
        if isConcerned, table.rows[row].cells[hub].content.isEmpty {
          table.rows[row].cells[hub] = .flag(false)
        }
      }
    }
  }
}
