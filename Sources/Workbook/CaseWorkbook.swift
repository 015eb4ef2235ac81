internal import CXLSXWriter
public import Sourcing

/// A case as one workbook: a sheet a table, which ``Sourcing/CaseReader`` reads again.
public enum CaseWorkbook {
  /// Writes a case, with a sheet `_guide` in front that readers leave alone.
  ///
  /// Workbooks hold numbers to 16 digits; a number that needs 17 loses its last.
  ///
  /// - Throws: `FileError` of kind `unwritable`, also where a text is longer than a cell can hold.
  public static func write(_ found: SourcingCase, to path: String) throws {
    try WorkbookWriter.write(to: path) { book in
      try guide(found, book)
      for table in CaseWriter.packageTables(of: found) { try book.sheet(table.name).table(table) }
    }
  }

  private static func guide(_ found: SourcingCase, _ book: WorkbookWriter) throws {
    let sheet = try book.sheet("_guide")
    try sheet.check(worksheet_set_column(sheet.sheet, 0, 0, 16, nil))
    try sheet.check(worksheet_set_column(sheet.sheet, 1, 1, 100, nil))
    try sheet.text(found.settings.name.isEmpty ? "Sourcing case" : found.settings.name, 0, 0, book.title)
    let lines = [
      "One sheet is one table of the case; its first row names the columns.",
      "Formulas count by the value that was saved with them. Dates, merged cells and cells with errors are refused.",
      "Sheets whose names begin with an underscore, such as this one, are notes and not read.",
      "Check with mainstay check, plan with mainstay plan, and turn into CSV tables with mainstay convert.",
    ]
    for (row, line) in lines.enumerated() { try sheet.text(line, row + 2, 0) }
    for (row, table) in CaseWriter.packageTables(of: found).enumerated() {
      try sheet.text(table.name, row + 8, 0)
      try sheet.text(table.columns.joined(separator: ", "), row + 8, 1, book.wrapped)
    }
  }
}
