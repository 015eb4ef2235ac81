/// Tables as CSV text: RFC 4180 with LF, UTF-8, shortest numbers.
public enum CSVText {
  /// The whole text of a table.
  public static func of(_ table: Table) -> String {
    var text = table.columns.map(quoted).joined(separator: ",") + "\n"
    for row in table.rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { text += "," }
        text += quoted(cell.text)
      }
      text += "\n"
    }
    return text
  }

  /// One row.
  package static func line(of values: [String]) -> String {
    values.map(quoted).joined(separator: ",") + "\n"
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
