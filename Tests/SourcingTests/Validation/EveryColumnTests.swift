import Testing

@testable import Sourcing

/// Every column of every table, each in turn with a value that it does not take, and left blank where it must not be.
@Suite("Each column of each table refuses what it does not take, in its place")
struct EveryColumnTests {
  /// A column of a table.
  struct Place: Sendable, CustomTestStringConvertible {
    var table: TableSchema
    var column: ColumnSchema
    var testDescription: String { "\(table.name).\(column.name)" }
  }

  static let places = CaseSchema.tables.flatMap { table in
    table.columns.map { Place(table: table, column: $0) }
  }

  /// A value that the kind does not take, and what is told of it; nil where every text is one.
  private static func wrong(_ kind: ColumnSchema.Kind) -> (value: String, problem: String)? {
    switch kind {
    case .text, .any: nil
    case .name: ("a*b", "name with a reserved sign")
    case .reference, .pattern, .filter: ("Nowhere", "unknown name")
    case .number: ("many", "not a number")
    case .integer: ("many", "not a whole number")
    case .flag: ("perhaps", "not a yes or no")
    case .choice: ("sometimes", "unknown word")
    }
  }

  /// A value that the kind takes, in ``CaseFiles/sound``.
  private static func right(_ kind: ColumnSchema.Kind) -> String {
    switch kind {
    case .text, .any, .name: "thing"
    case .reference(let tables), .pattern(let tables), .filter(let tables): name(in: tables)
    case .number(let range): NumberText.shortest(min(max(range.lowerBound, 0.5), range.upperBound))
    case .integer(let range): String(min(max(range.lowerBound, 1), range.upperBound))
    case .flag: "true"
    case .choice(let words): words.first ?? ""
    }
  }

  private static func name(in tables: [String]) -> String {
    let known = [
      "regions": "US", "blocs": "West", "items": "chip", "sites": "Austin", "markets": "Berlin",
      "disruptions": "flood",
    ]
    return tables.compactMap { known[$0] }.first ?? "*"
  }

  /// What is told of one row of a table of which one column has a value, and the others what they need.
  private func told(_ place: Place, _ value: String) throws -> [String] {
    let row = place.table.columns.map { column in
      if column.name == place.column.name { return value }
      // A text keeps the row from being blank as a whole, which is no row.
      let isText = column.kind == .text || column.kind == .any
      return column.isRequired || isText ? Self.right(column.kind) : ""
    }
    let header = place.table.columns.map(\.name).joined(separator: ",")
    let file = "\(place.table.name).csv"
    let all = try CaseFiles.sound.with(file, "\(header)\n\(row.joined(separator: ","))\n").told()
    return all.filter { $0.hasPrefix("\(file):2:\(place.column.name): ") }
  }

  @Test("a value of another kind", arguments: places)
  func wrongValues(_ place: Place) throws {
    guard let (value, problem) = Self.wrong(place.column.kind) else { return }
    let told = try told(place, value)
    #expect(
      told.contains { $0.contains(": \(problem) '\(value)'; expected ") }, "\(place.testDescription): \(told)"
    )
  }

  @Test("a setting of another kind", arguments: SettingsSchema.keys.map(\.name))
  func wrongSettings(_ name: String) throws {
    guard let key = SettingsSchema.key(name), let (value, problem) = Self.wrong(key.kind) else { return }
    let told = try CaseFiles.sound.with("settings.csv", "key,value\n\(name),\(value)\n").told()
    let wanted = "settings.csv:2:value: \(name): \(problem) '\(value)'; expected "
    #expect(told.contains { $0.hasPrefix(wanted) }, "\(told)")
  }

  @Test("no value where one is needed", arguments: places.filter(\.column.isRequired))
  func missingValues(_ place: Place) throws {
    let told = try told(place, "")
    #expect(told.contains { $0.contains(": missing value; expected ") }, "\(place.testDescription): \(told)")
  }
}
