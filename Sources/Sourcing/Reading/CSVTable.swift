/// Reads the text of a CSV file as a raw table with line numbers.
package enum CSVTable {
  /// Files with more rows than this are refused.
  static let mostRows = 2_000_000

  /// The table; rows in which every value is blank are left out.
  ///
  /// - Throws: A ``Fault`` where the text is no CSV.
  package static func parse(_ text: String, table name: String, file: String) throws -> RawTable {
    var table = RawTable(name: name, file: file, columns: [], headerLine: nil, rows: [])
    do {
      try CSVRecords.each(in: text) { record in
        if record.fields.allSatisfy(isBlank) { return }
        if table.headerLine == nil {
          table.columns = record.fields.map(\.trimmingSpaces)
          table.headerLine = record.line
          return
        }
        guard table.rows.count < mostRows else {
          throw Fault(
            at: .init(file: file, row: record.line), "the table is too long",
            expected: "at most \(mostRows) rows")
        }
        table.rows.append(
          .init(line: record.line, cells: record.fields.map { $0.isEmpty ? .blank : .text($0) }))
      }
    } catch let broken as CSVRecords.Broken {
      throw fault(broken, table)
    }
    guard let headerLine = table.headerLine else {
      throw Fault(
        at: .init(file: file), "the file is empty", expected: "a header with the names of the columns")
    }
    if let only = table.columns.first, table.columns.count == 1, only.contains(";") || only.contains("\t") {
      throw Fault(
        at: .init(file: file, row: headerLine), value: only, "the columns are not parted by commas",
        expected: "commas between values and a point in decimals")
    }
    return table
  }

  private static func isBlank(_ field: String) -> Bool {
    field.isEmpty || field.allSatisfy(\.isWhitespace)
  }

  private static func fault(_ broken: CSVRecords.Broken, _ table: RawTable) -> Fault {
    let column = table.columns.indices.contains(broken.field) ? table.columns[broken.field] : nil
    let location = Fault.Location(file: table.file, row: broken.line, column: column)
    let quoting =
      "values with quotation marks, commas or line breaks between quotation marks, inner ones doubled"
    return switch broken.kind {
    case .strayQuote: Fault(at: location, "a quotation mark stands inside a value", expected: quoting)
    case .textAfterQuote: Fault(at: location, "text stands after a closing quotation mark", expected: quoting)
    case .unclosedQuote:
      Fault(at: location, "a quotation mark is never closed", expected: "values between two quotation marks")
    case .tooManyFields:
      Fault(at: location, "the row is too long", expected: "at most \(CSVRecords.mostFields) values")
    }
  }
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
