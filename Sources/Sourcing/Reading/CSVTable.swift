internal import SwiftCSV

/// Reads the text of a CSV file (RFC 4180; LF or CRLF) as a raw table with line numbers.
enum CSVTable {
  /// The table, or a fault where the text is no CSV.
  static func parse(_ text: String, table name: String, file: String) throws -> RawTable {
    // A last line without its end would lose a blank last value.
    let whole = text.hasSuffix("\n") || text.isEmpty ? text : text + "\n"
    var rows: [RawTable.Row] = []
    var line = 1
    do {
      let csv = try CSV<Unparsed>(string: whole, delimiter: .comma, loadColumns: false)
      try csv.enumerateAsArray(startAt: 0, rowLimit: nil) { fields in
        if fields != [""] {
          rows.append(.init(line: line, cells: fields.map { $0.isEmpty ? .blank : .text($0) }))
        }
        line += 1 + fields.reduce(0) { $0 + newlines(in: $1) }
      }
    } catch {
      throw Fault(
        at: .init(file: file, row: line), "the row is no CSV: a quotation mark stands inside a value",
        expected: "values with quotation marks, commas or line breaks between quotation marks, inner ones doubled")
    }
    if whole.utf8.count(where: { $0 == UInt8(ascii: "\"") }) % 2 == 1 {
      throw Fault(
        at: .init(file: file, row: rows.last?.line ?? 1), "a quotation mark is never closed",
        expected: "values between two quotation marks")
    }
    guard !rows.isEmpty else {
      throw Fault(at: .init(file: file), "the file is empty", expected: "a header with the names of the columns")
    }
    let header = rows.removeFirst()
    let columns = header.cells.map { cell in
      if case .text(let text) = cell { text.trimmingSpaces } else { "" }
    }
    if columns.count == 1, let only = columns.first, only.contains(";") || only.contains("\t") {
      throw Fault(
        at: .init(file: file, row: header.line), value: only, "the columns are not parted by commas",
        expected: "commas between values and a point in decimals")
    }
    return RawTable(name: name, file: file, columns: columns, headerLine: header.line, rows: rows)
  }

  private static func newlines(in field: String) -> Int {
    field.utf8.contains(where: { $0 == 10 || $0 == 13 }) ? field.count(where: \.isNewline) : 0
  }
}

/// A view that parses nothing: rows are taken one by one as they stand, short ones too.
private struct Unparsed: CSVView {
  typealias Row = [String]
  typealias Columns = [String]

  let rows: [[String]] = []
  let columns: [String]? = nil

  init(header: [String], text: String, delimiter: CSVDelimiter, loadColumns: Bool, rowLimit: Int?) throws {}

  func serialize(header: [String], delimiter: CSVDelimiter) -> String { "" }
}

extension String {
  /// The text without white space at its ends.
  var trimmingSpaces: String {
    var view = Substring(self)
    while let first = view.first, first.isWhitespace { view.removeFirst() }
    while let last = view.last, last.isWhitespace { view.removeLast() }
    return String(view)
  }
}
