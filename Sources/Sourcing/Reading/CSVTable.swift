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
            at: .init(file: file, row: record.line), Message(ReadingText.tableTooLong),
            expected: Message(ExpectedText.mostRows, ["count": mostRows]))
        }
        table.rows.append(
          .init(line: record.line, cells: record.fields.map { $0.isEmpty ? .blank : .text($0) }))
      }
    } catch let broken as CSVRecords.Broken {
      throw fault(broken, table)
    }
    guard let headerLine = table.headerLine else {
      throw Fault(
        at: .init(file: file), Message(ReadingText.emptyFile), expected: Message(ExpectedText.header))
    }
    if let only = table.columns.first, table.columns.count == 1, only.contains(";") || only.contains("\t") {
      throw Fault(
        at: .init(file: file, row: headerLine), value: only, Message(ReadingText.notCommas),
        expected: Message(ExpectedText.commasAndPoint))
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
      Message(ExpectedText.quoting)
    return switch broken.kind {
    case .strayQuote: Fault(at: location, Message(ReadingText.strayQuote), expected: quoting)
    case .textAfterQuote: Fault(at: location, Message(ReadingText.textAfterQuote), expected: quoting)
    case .unclosedQuote:
      Fault(at: location, Message(ReadingText.unclosedQuote), expected: Message(ExpectedText.twoQuotes))
    case .tooManyFields:
      Fault(
        at: location, Message(ReadingText.rowTooLong),
        expected: Message(ExpectedText.mostValues, ["count": CSVRecords.mostFields]))
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
