import Foundation
import Testing

@testable import Sourcing

/// The article of the manual that lists every table with every column is written from the schema.
///
/// With `MAINSTAY_RECORD_SNAPSHOTS` set it is written anew, and the test fails all the same.
@Suite struct TablesArticleTests {
  private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../Sources/Mainstay/Mainstay.docc/Tables.md").standardizedFileURL

  @Test func theManualListsEveryTableAsTheSchemaHasIt() throws {
    if ProcessInfo.processInfo.environment["MAINSTAY_RECORD_SNAPSHOTS"] != nil {
      try Self.article.write(to: Self.file, atomically: true, encoding: .utf8)
      Issue.record("recorded Tables.md")
      return
    }
    let recorded = try String(contentsOf: Self.file, encoding: .utf8)
    #expect(recorded == Self.article, "Tables.md is not what the schema says; record it anew")
  }

  @Test func theArticleNamesEveryTableColumnAndSetting() {
    for table in CaseSchema.tables {
      #expect(Self.article.contains("## \(table.name)\n"))
      for column in table.columns { #expect(Self.article.contains("| `\(column.name)` |")) }
    }
    for key in SettingsSchema.keys { #expect(Self.article.contains("| `\(key.name)` |")) }
  }

  private static var article: String {
    """
    # Tables

    Every table of a case with every column, as the schema of the program has them.

    A case is a folder of CSV files, a workbook with a sheet a table, a database or a JSON document, all with these names. Columns may
    stand in any order, and what is not needed may be left blank or out altogether. Quantities are per period, money is in the
    currency of the case, times are in days, and shares are parts of one: 0.25 is 25 %. What the columns do in the model says
    <doc:TheModel>; which tables are needed at least: \(CaseSchema.required.map { "`\($0)`" }.joined(separator: ", ")).

    This page is written from the schema, and a test holds it to that.

    \(CaseSchema.tables.map(section).joined(separator: "\n"))
    """
  }

  private static func section(_ table: TableSchema) -> String {
    let key =
      table.key.isEmpty
      ? "" : " No two rows have the same \(table.key.map { "`\($0)`" }.joined(separator: ", "))."
    let columns = rows(table.columns)
    let settings =
      table.name == "settings"
      ? "\nThe keys and what their values are:\n\n\(rows(SettingsSchema.keys, title: "key"))" : ""
    return "## \(table.name)\n\n\(table.meaning)\(key)\n\n\(columns)\(settings)"
  }

  private static func rows(_ columns: [ColumnSchema], title: String = "column") -> String {
    let lines = columns.map { column in
      "| `\(column.name)` | \(column.meaning) | \(values(of: column)) |\n"
    }
    return "| \(title) | what it says | values |\n|---|---|---|\n" + lines.joined()
  }

  /// What a column takes, with `|` escaped, since it would end a cell.
  private static func values(of column: ColumnSchema) -> String {
    let isAmount = column.kind == .number(0...CaseSchema.largestNumber)
    let expected = isAmount ? "a number from 0 up" : column.expectation.text()
    return (column.isRequired ? expected : "\(expected), or blank").replacing("|", with: "\\|")
  }
}
