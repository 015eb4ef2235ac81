import Foundation
import Mainstay

/// The README.md beside the starter case: its story, what to try, and every table and column that it uses.
enum StarterGuide {
  /// The text for a case.
  ///
  /// - Parameter format: The container of the case.
  static func text(for starter: SourcingCase, format: NewCommand.Format) throws -> String {
    let path = format == .csv ? "." : "case.\(format.rawValue)"
    let place =
      switch format {
      case .csv: "a file `<table>.csv`"
      case .xlsx: "a sheet of `case.xlsx`"
      case .json: "a list in `tables` of `case.json`"
      }
    var text = """
      # \(starter.settings.name.prefix(1).uppercased() + starter.settings.name.dropFirst()): a starter case

      A maker of heat pumps needs compressors, controllers and fans for three plants. Six suppliers in four
      countries could make them. Vietnam is cheapest; a typhoon, a fire or a closed canal would stop it. Which
      supplier is the mainstay of each part, who is its backup, and what does that safety cost?

      All names and numbers are invented. Quantities are thousand pieces a year and money is in thousand EUR,
      so a unit cost reads as the price of a piece in EUR.

      ## Try it

          mainstay check \(path)
          mainstay plan \(path)
          mainstay plan \(path) --output ../plan
          mainstay verify \(path) ../plan

      Then change something and plan again:

      1. What do the policies cost? `mainstay plan \(path) --without-policies`, and compare the totals.
      2. Set the limit of the policy "no country above 70 %" to 0.5. The column price of the summary foretells
         the change while all yes-or-no decisions stay as they are.
      3. Close the canals every other year: set the probability of the scenario "canals" to 0.5 in both of its rows.
      4. Set risk_weight to 0, then to 0.8: expected cost alone, or mostly the worst tenth of what may happen.
      5. Ask for two backups: set count of "one main supplier, one backup" to 2.
      6. Misspell a name in any table and run `mainstay check \(path)`.
      7. Forbid a source: add a policy of kind exclude with site saigon-drives.

      ## The tables

      Each table is \(place). Rows refer to each other by name. A blank is zero, no,
      no limit, or any, as the column says; columns that are blank throughout may be left out. `*` stands for
      any place. Where several rows match, the most specific one counts.

      """
    for table in try usedColumns(of: starter) {
      text +=
        "\n### \(table.schema.name)\n\n\(table.schema.meaning)\n\n| column | meaning | values |\n|---|---|---|\n"
      for column in table.columns {
        text += "| \(column.name) | \(column.meaning) | \(values(of: column)) |\n"
      }
      text += notes[table.schema.name].map { "\n\($0)\n" } ?? ""
    }
    return text + "\n" + closing
  }

  /// What the starter case does with a table, where the columns alone do not say.
  private static let notes = [
    "settings": """
    `name` and `currency` are for people. One period (`periods`) of a year (`period_days`) is planned, against the
    scenarios listed in their table (`scenarios`). With `risk_measure` cvar the plan weighs the expected cost by
    1 − `risk_weight` and the mean cost of the worst 1 − `risk_level` by `risk_weight`. `seed` is for what is
    drawn at random.
    """,
    "blocs": "Blocs may stand in duties, disruptions and policies in place of a region.",
    "sites": """
    Two suppliers exist already and cost something to leave (closing_cost); the others are opened for
    opening_cost if the plan uses them.
    """,
    "capabilities": """
    A main source is paid for its whole commitment. A backup holds a reserve for reservation_cost, and what
    is drawn from it costs unit_cost and surge_cost. The fans of Mekong Motors have no reservation_cost: they
    cannot be held in reserve, only be a main source.
    """,
    "lanes": """
    An end that is a region stands for all suppliers or plants in it. From Vietnam to Europe two rows stand side
    by side: through Suez, and around the Cape for more. Freight is unit_cost + cost_per_km · distance.
    """,
    "duties":
      "A duty is the rate times unit_value. Inside EU and USMCA the rows with rate 0 are the most specific.",
    "scenarios": """
    A scenario is all the rows with its name: "canals" closes Suez and Panama together. What the probabilities
    leave is the undisturbed scenario.
    """,
    "disruptions": "The factor is what is left: 0.3 leaves 30 % of the capacity, 0 nothing.",
    "policies": """
    Three kinds are used: `one_main` (exactly one main source, at least count backups), `separate` (no backup in
    the country of the main source) and `max_share` (no country supplies more than limit). They speak of the
    critical items only; fans are free.
    """,
  ]

  private static let closing = """
    ## What a case may hold besides

    `controls` bans what must not cross a border. More kinds of policy: `min_sources`, `backup_cover`, `autonomy`,
    `max_cost`, `exclude`, `require`, `single_source`. A misspelt name is answered with the nearest known one.

    """

  private static func values(of column: ColumnSchema) -> String {
    let isAmount = column.kind == .number(0...CaseSchema.largestNumber)
    let expectation = isAmount ? "a number from 0 up" : column.expectation.text()
    return column.isRequired ? expectation : "\(expectation), or blank"
  }

  /// The tables with rows, each with the columns that hold something, in the order of the schema.
  private static func usedColumns(
    of starter: SourcingCase
  ) throws -> [(schema: TableSchema, columns: [ColumnSchema])] {
    let document = try JSONDecoder().decode(Document.self, from: Data(CaseWriter.json(starter).utf8))
    return CaseSchema.tables.compactMap { schema in
      guard let rows = document.tables[schema.name], !rows.isEmpty else { return nil }
      let used = rows.reduce(into: Set<String>()) { $0.formUnion($1.columns) }
      return (schema, schema.columns.filter { $0.isRequired || used.contains($0.name) })
    }
  }

  /// What is read of a case document: the names of the columns of each row.
  private struct Document: Decodable {
    struct Row: Decodable {
      var columns: [String]

      init(from decoder: any Decoder) throws {
        columns = try decoder.container(keyedBy: AnyColumn.self).allKeys.map(\.stringValue)
      }
    }

    struct AnyColumn: CodingKey {
      var stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    var tables: [String: [Row]]
  }
}
