/// Looks for names that nothing of the case depends on, and for names that a reader takes for one.
enum IdleNameCheck {
  /// Names that nothing depends on, of a case whose references hold.
  static func advice(_ found: SourcingCase) -> [Fault] {
    marketsWithoutDemand(found) + itemsOfNoUse(found) + sitesOfNoUse(found) + idleDisruptions(found)
  }

  private static func marketsWithoutDemand(_ found: SourcingCase) -> [Fault] {
    let asking = Set(found.demand.filter { $0.quantity > 0 }.map(\.market))
    // That nothing at all is demanded is told of the table.
    if asking.isEmpty { return [] }
    return found.markets.indices.filter { !asking.contains(found.markets[$0].id) }.map { index in
      fault("markets", index, "market", found.markets[index].id, CheckText.marketWithoutDemand, found)
    }
  }

  /// Items that no other table names. What is made and needed by nobody is told where it is made.
  private static func itemsOfNoUse(_ found: SourcingCase) -> [Fault] {
    let rules = found.duties.map(\.item) + found.controls.map(\.item) + found.lanes.map(\.item)
    let used = Set(
      found.demand.map(\.item) + found.capabilities.map(\.item) + rules.compactMap { $0 }
        + found.recipes.flatMap { [$0.item, $0.input] } + found.projects.map(\.item)
        + found.policies.flatMap(\.items))
    return found.items.indices.filter { !used.contains(found.items[$0].id) }.map { index in
      fault("items", index, "item", found.items[index].id, CheckText.itemOfNoUse, found)
    }
  }

  /// Sites that make nothing, take part in no project and stand at the end of no lane by their name.
  private static func sitesOfNoUse(_ found: SourcingCase) -> [Fault] {
    let used = Set(
      found.capabilities.map(\.site) + found.projects.map(\.site)
        + found.lanes.flatMap { [$0.origin, $0.destination] } + found.current.map(\.site))
    return found.sites.indices.filter { !used.contains(found.sites[$0].id) }.map { index in
      fault("sites", index, "site", found.sites[index].id, CheckText.siteOfNoUse, found)
    }
  }

  /// Disruptions of places where there is nothing, and of goods that nobody makes.
  private static func idleDisruptions(_ found: SourcingCase) -> [Fault] {
    let regions = RegionIndex(found)
    let places = found.sites.map(\.region) + found.markets.map(\.region)
    let inUse = Set(places.compactMap { regions.index(of: $0) })
    let held = Set(inUse.flatMap { regions.chains[$0] })
    let allied = Set(inUse.flatMap { regions.blocs[$0] })
    let made = Set(found.capabilities.map(\.item))
    let classes = Set(found.items.filter { made.contains($0.id) }.compactMap(\.itemClass))
    return found.disruptions.indices.compactMap { index in
      let row = found.disruptions[index]
      let isIdle =
        switch row.targetKind {
        case .region: !held.contains(row.target)
        case .bloc: !allied.contains(row.target)
        case .item: !made.contains(row.target)
        case .itemClass: !classes.contains(row.target)
        case .site, .corridor, .lane, .duty, .control, .demand: false
        }
      if !isIdle { return nil }
      return Fault(
        .advice, at: found.origin.location(table: "disruptions", row: index, column: "target"),
        value: row.target, Message(CheckText.disruptionOfNothing, ["kind": row.targetKind.rawValue]))
    }
  }

  /// Names of one table that differ by capitals, spaces, hyphens or underscores alone.
  static func lookAlikes(_ found: SourcingCase) -> [Fault] {
    let tables: [(table: String, column: String, names: [String])] = [
      ("regions", "region", found.regions.map(\.id)), ("items", "item", found.items.map(\.id)),
      ("sites", "site", found.sites.map(\.id)), ("markets", "market", found.markets.map(\.id)),
      ("disruptions", "disruption", found.disruptions.map(\.id)),
    ]
    return tables.flatMap { table, column, names -> [Fault] in
      var first: [String: String] = [:]
      return names.enumerated().compactMap { index, name in
        let key = String(name.lowercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "_" })
        guard let earlier = first[key], !key.isEmpty else {
          first[key] = name
          return nil
        }
        if earlier == name { return nil }
        return Fault(
          .advice, at: found.origin.location(table: table, row: index, column: column), value: name,
          Message(CheckText.looksLike, ["name": earlier]))
      }
    }
  }

  /// Names that a spreadsheet takes for formulas once their table is opened as CSV.
  static func formulas(_ found: SourcingCase) -> [Fault] {
    let tables: [(table: String, column: String, names: [String?])] = [
      ("regions", "region", found.regions.map(\.id)), ("regions", "name", found.regions.map(\.name)),
      ("items", "item", found.items.map(\.id)), ("items", "name", found.items.map(\.name)),
      ("sites", "site", found.sites.map(\.id)), ("sites", "name", found.sites.map(\.name)),
      ("sites", "owner", found.sites.map(\.owner)),
      ("markets", "market", found.markets.map(\.id)), ("markets", "name", found.markets.map(\.name)),
      ("disruptions", "disruption", found.disruptions.map(\.id)),
      ("policies", "policy", found.policies.map(\.id)), ("projects", "project", found.projects.map(\.id)),
    ]
    return tables.flatMap { table, column, names in
      names.enumerated().compactMap { index, name in
        guard let name, CSVText.looksLikeFormula(name) else { return nil }
        return fault(table, index, column, name, CheckText.looksLikeFormula, found)
      }
    }
  }

  private static func fault(
    _ table: String, _ row: Int, _ column: String, _ value: String, _ text: CheckText, _ found: SourcingCase
  ) -> Fault {
    Fault(
      .advice, at: found.origin.location(table: table, row: row, column: column), value: value, Message(text))
  }
}
