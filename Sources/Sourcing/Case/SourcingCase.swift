/// A sourcing case: everything the planner knows, as the rows of its tables.
///
/// Build one in code, or read one with ``CaseReader``. Nothing is checked until a
/// ``SourcingNetwork`` is made of it (or ``faults()`` is called).
public struct SourcingCase: Hashable, Sendable {
  /// What holds for the whole case.
  public var settings = Settings()
  /// Regions.
  public var regions: [Region] = []
  /// Memberships of regions in blocs.
  public var blocs: [BlocMembership] = []
  /// How well regions get on.
  public var alignment: [Alignment] = []
  /// Items.
  public var items: [Item] = []
  /// Recipes, an input a row.
  public var recipes: [RecipeRow] = []
  /// Sites.
  public var sites: [Site] = []
  /// Capabilities of the sites.
  public var capabilities: [Capability] = []
  /// Prices that depend on volume.
  public var priceTiers: [PriceTier] = []
  /// What sites close together save.
  public var clusters: [Cluster] = []
  /// Lanes, with patterns as they stand in the table.
  public var lanes: [Lane] = []
  /// Duties.
  public var duties: [Duty] = []
  /// Controls.
  public var controls: [Control] = []
  /// Markets.
  public var markets: [Market] = []
  /// Demand of the markets.
  public var demand: [Demand] = []
  /// Disruptions.
  public var disruptions: [Disruption] = []
  /// Scenarios, a disruption a row.
  public var scenarios: [ScenarioRow] = []
  /// Policies.
  public var policies: [Policy] = []
  /// Development that unlocks capabilities, a capability a row.
  public var projects: [Project] = []
  /// The layout that stands today.
  public var current: [CurrentSource] = []
  /// Tables that the schema knows and that have no part in planning yet, as they were read.
  public var otherTables: [String: Table] = [:]
  /// Where the rows stand in files, for messages; empty for a case built in code.
  public var origin = CaseOrigin()

  /// An empty case.
  public init(name: String = "", currency: String = "") {
    settings.name = name
    settings.currency = currency
  }
}

/// Where the rows of a case come from, so that faults can name file and line.
public struct CaseOrigin: Hashable, Sendable {
  /// The files of the tables, by table name.
  public var files: [String: String] = [:]
  /// The line of each row, by table name.
  public var lines: [String: [Int]] = [:]

  /// The line of each key of `settings`.
  public var settingLines: [String: Int] = [:]

  /// An origin that knows nothing: rows are told by table and number.
  public init() {}

  /// The place of a key's value in `settings`.
  public func location(setting key: String) -> Fault.Location {
    let file = files["settings"] ?? "settings"
    return Fault.Location(
      file: file, row: settingLines[key], column: settingLines[key] == nil ? key : "value")
  }

  /// The place of a row (counted from 0) of a table.
  public func location(table: String, row: Int? = nil, column: String? = nil) -> Fault.Location {
    let file = files[table] ?? table
    guard let row else { return Fault.Location(file: file, column: column) }
    let line = lines[table].flatMap { $0.indices.contains(row) ? $0[row] : nil } ?? row + 1
    return Fault.Location(file: file, row: line, column: column)
  }
}
