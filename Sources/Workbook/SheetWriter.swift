internal import CXLSXWriter
internal import Sourcing

/// A sheet that is being written.
struct SheetWriter {
  typealias Format = WorkbookWriter.Format

  let sheet: UnsafeMutablePointer<lxw_worksheet>
  let name: String
  let path: String
  let book: WorkbookWriter

  /// The widest a column is made, in characters; longer texts are broken into lines.
  static let widest = 40

  init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, name: String, path: String, book: WorkbookWriter) {
    self.sheet = sheet
    self.name = name
    self.path = path
    self.book = book
  }

  /// Writes a text as a text.
  ///
  /// - Throws: `FileError` of kind `unwritable` where a cell cannot hold it.
  func text(_ value: String, _ row: Int, _ column: Int, _ format: Format? = nil) throws {
    if value.isEmpty { return }
    // Spreadsheets count in UTF-16.
    guard value.utf16.count <= WorkbookWriter.longestText else {
      throw FileError(
        .unwritable, path: path,
        detail: "\(name), row \(row + 1): a text of \(value.utf16.count) signs, and a cell holds "
          + "\(WorkbookWriter.longestText)")
    }
    try check(worksheet_write_string(sheet, UInt32(row), UInt16(column), value, format))
  }

  /// Writes a link to the beginning of another sheet of the workbook.
  func link(to other: String, _ row: Int, _ column: Int) throws {
    try check(
      worksheet_write_url_opt(
        sheet, UInt32(row), UInt16(column), "internal:'\(other)'!A1", book.link, other, nil))
  }

  func number(_ value: Double, _ row: Int, _ column: Int, _ format: Format? = nil) throws {
    try check(worksheet_write_number(sheet, UInt32(row), UInt16(column), value, format))
  }

  func cell(_ cell: Cell, _ row: Int, _ column: Int) throws {
    switch cell {
    case .blank: break
    case .text(let text): try self.text(text, row, column)
    case .number(let value): try number(value, row, column)
    case .flag(let value):
      try check(worksheet_write_boolean(sheet, UInt32(row), UInt16(column), value ? 1 : 0, nil))
    }
  }

  /// Writes a table of a case or a plan as it is: what a program reads again.
  func table(_ table: Table) throws {
    try head(
      table.columns,
      lengths: table.columns.indices.map { column in
        table.rows.prefix(200).map { $0[column].text.count }.max() ?? 0
      })
    for (row, cells) in table.rows.enumerated() {
      for (column, cell) in cells.enumerated() { try self.cell(cell, row + 1, column) }
    }
    finish(rows: table.rows.count, columns: table.columns.count)
  }

  /// Writes the header, and makes columns as wide as what stands in them.
  func head(_ columns: [String], lengths: [Int]) throws {
    for (column, name) in columns.enumerated() {
      try text(name, 0, column, book.header)
      let width = Double(min(Self.widest, max(9, max(name.count, lengths[column]) + 2)))
      try check(worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil))
    }
  }

  /// Keeps the header in sight and offers filters.
  func finish(rows: Int, columns: Int) {
    worksheet_freeze_panes(sheet, 1, 1)
    if rows > 0, columns > 0 { worksheet_autofilter(sheet, 0, 0, UInt32(rows), UInt16(columns - 1)) }
    worksheet_set_landscape(sheet)
    worksheet_fit_to_pages(sheet, 1, 0)
    worksheet_repeat_rows(sheet, 0, 0)
  }

  func check(_ status: lxw_error) throws {
    guard status == LXW_NO_ERROR else { throw WorkbookWriter.failure(path, status) }
  }
}
