/// Writes a case as typed tables, the inverse of `CaseDecoder`.
enum CaseEncoder {
  /// The tables that have rows, in the order of the schema, with all of their columns.
  static func tables(of sourcingCase: SourcingCase) -> [Table] {
    CaseSchema.tables.compactMap { schema in
      let table = table(schema.name, of: sourcingCase)
      return table.rows.isEmpty ? nil : table
    }
  }

  /// One table, which may have no rows.
  static func table(_ name: String, of found: SourcingCase) -> Table {
    switch name {
    case "settings": make(name, found.settings.cells)
    case "regions": make(name, found.regions.map(\.cells))
    case "blocs": make(name, found.blocs.map(\.cells))
    case "alignment": make(name, found.alignment.map(\.cells))
    case "items": make(name, found.items.map(\.cells))
    case "recipes": make(name, found.recipes.map(\.cells))
    case "sites": make(name, found.sites.map(\.cells))
    case "capabilities": make(name, found.capabilities.map(\.cells))
    case "price_tiers": make(name, found.priceTiers.map(\.cells))
    case "clusters": make(name, found.clusters.map(\.cells))
    case "lanes": make(name, found.lanes.map(\.cells))
    case "duties": make(name, found.duties.map(\.cells))
    case "controls": make(name, found.controls.map(\.cells))
    case "markets": make(name, found.markets.map(\.cells))
    case "demand": make(name, found.demand.map(\.cells))
    case "disruptions": make(name, found.disruptions.map(\.cells))
    case "scenarios": make(name, found.scenarios.map(\.cells))
    case "policies": make(name, found.policies.map(\.cells))
    case "projects": make(name, found.projects.map(\.cells))
    case "current": make(name, found.current.map(\.cells))
    default:
      // One of another shape is told by validation and cannot be written.
      found.otherTables[name].flatMap { ShapeCheck.fits($0, name) ? $0 : nil } ?? make(name, [])
    }
  }

  private static func make(_ name: String, _ rows: [[Cell]]) -> Table {
    Table(name: name, columns: CaseSchema.table(name)?.columns.map(\.name) ?? [], rows: rows)
  }
}

extension Cell {
  static func of(_ text: String) -> Cell { text.isEmpty ? .blank : .text(text) }
  static func of(_ text: String?) -> Cell { text.map { .of($0) } ?? .blank }
  static func of(_ value: Double?) -> Cell { value.map { .number($0) } ?? .blank }
  static func of(_ value: Int?) -> Cell { value.map { .number(Double($0)) } ?? .blank }
  static func of(_ value: Bool?) -> Cell { value.map { .flag($0) } ?? .blank }
  static func of(_ names: [String]) -> Cell { .of(names.joined(separator: ";")) }

  /// A number whose blank means zero.
  static func amount(_ value: Double) -> Cell { value == 0 ? .blank : .number(value) }
  /// A flag whose blank means false.
  static func mark(_ value: Bool) -> Cell { value ? .flag(true) : .blank }
}
