/// Tables as CSV text: RFC 4180 with LF, UTF-8, shortest numbers.
public enum CSVText {
  /// The whole text of a table.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - isHarmless: Whether texts that a spreadsheet would take for formulas are marked as texts, as those of results are; a
  ///     case must be the same when it is read again.
  public static func of(_ table: Table, isHarmless: Bool = false) -> String {
    var text = table.columns.map(quoted).joined(separator: ",") + "\n"
    for row in table.rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { text += "," }
        text += quoted(isHarmless ? harmless(cell) : cell.text)
      }
      text += "\n"
    }
    return text
  }

  /// One row.
  package static func line(of values: [String]) -> String {
    values.map(quoted).joined(separator: ",") + "\n"
  }

  /// Whether a spreadsheet that opens a text as CSV takes it for a formula, and runs it.
  package static func looksLikeFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else {
      return false
    }
    return Double(text) == nil
  }

  /// A cell as a spreadsheet may open it: a text that it would take for a formula gets an apostrophe before it, which says that
  /// it is a text. Numbers are no formulas, those that are written as texts neither.
  package static func harmless(_ cell: Cell) -> String {
    if case .text(let text) = cell, looksLikeFormula(text) { return "'" + text }
    return cell.text
  }

  /// A value, between quotation marks where it needs them.
  static func quoted(_ value: String) -> String {
    let needsQuotes = value.utf8.contains { byte in
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: ","), 10, 13: true
      default: false
      }
    }
    guard needsQuotes || value.first?.isWhitespace == true || value.last?.isWhitespace == true else {
      return value
    }
    return "\"" + value.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
