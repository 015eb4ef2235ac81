/// The tables that make up a case: one schema for every container (CSV folder, JSON document).
public enum CaseSchema {
  /// Largest magnitude of a quantity, a cost or a time: beyond it a value is a slip of the pen, and a
  /// linear program in double precision would no longer tell its neighbours apart.
  public static let largestNumber = 1e12
  /// Smallest magnitude of a number that is not zero.
  public static let smallestNumber = 1e-9

  /// Every table, in the order in which they are documented and written.
  public static let tables: [TableSchema] = [
    settings, regions, blocs, alignment, items, recipes, sites, capabilities, priceTiers, lanes, duties,
    controls,
    markets, demand, disruptions, scenarios, policies, projects, clusters, current,
  ]

  /// The table of a name.
  public static func table(_ name: String) -> TableSchema? {
    byName[name]
  }

  /// Tables that every case needs.
  public static let required = [
    "settings", "regions", "items", "sites", "capabilities", "lanes", "markets", "demand",
  ]

  private static let byName = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
}

/// Short forms that keep the schema readable as a list.
extension ColumnSchema {
  static func required(_ name: String, _ kind: Kind, _ meaning: String) -> ColumnSchema {
    ColumnSchema(name: name, kind: kind, isRequired: true, meaning: meaning)
  }

  static func optional(_ name: String, _ kind: Kind, _ meaning: String) -> ColumnSchema {
    ColumnSchema(name: name, kind: kind, isRequired: false, meaning: meaning)
  }
}

extension ColumnSchema.Kind {
  /// A number from zero up.
  static let amount = Self.number(0...CaseSchema.largestNumber)
  /// A number of days from zero up.
  static let days = Self.number(0...1e6)
  /// A share or a probability.
  static let share = Self.number(0...1)
  static let latitude = Self.number(-90...90)
  static let longitude = Self.number(-180...180)
}
