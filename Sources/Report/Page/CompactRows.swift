internal import Sourcing

/// The last rows of a very long table in short: the page's script makes rows of them when it is opened.
///
/// As markup a row takes some 300 bytes, in short some 60: the difference between a page that can be sent by mail and one
/// that cannot. A cell is the number of a word, where it shows that word and nothing else, or a list of what it shows (as
/// markup), its value, class, hint and bar; what is blank at the end of the list is left out.
struct CompactRows {
  private var words: [String] = []
  private var numbers: [String: Int] = [:]
  private var rows: [String] = []

  /// Rows of some columns.
  init(_ rows: ArraySlice<[DataTable.Cell]>, _ columns: [DataTable.Column]) {
    for row in rows {
      let cells = zip(columns, row).map { cell($1, $0.kind) }
      self.rows.append("[\(cells.joined(separator: ","))]")
    }
  }

  /// The rows as a JSON document that stands in the page.
  var html: HTML {
    let list = words.map(Self.quoted).joined(separator: ",")
    return HTML(
      trusted:
        "<script type=\"application/json\" class=\"rest\">{\"words\":[\(list)],\"rows\":[\(rows.joined(separator: ",\n"))]}</script>"
    )
  }

  private mutating func cell(_ cell: DataTable.Cell, _ kind: DataTable.Kind) -> String {
    if kind == .text, cell.style.isEmpty, cell.hint.isEmpty, cell.bar == nil, cell.isPlain {
      return String(number(of: cell.value))
    }
    var parts = [
      Self.quoted(cell.shown.text), Self.quoted(HTML.shown(cell.value)), Self.quoted(cell.style),
      Self.quoted(HTML.shown(cell.hint)),
    ]
    if let bar = cell.bar {
      parts.append("[\(HTML.coordinate(bar.start)),\(HTML.coordinate(bar.width)),\(Self.quoted(bar.style))]")
    }
    while parts.last == "\"\"" { parts.removeLast() }
    return "[\(parts.joined(separator: ","))]"
  }

  private mutating func number(of word: String) -> Int {
    if let known = numbers[word] { return known }
    numbers[word] = words.count
    words.append(HTML.shown(word))
    return words.count - 1
  }

  /// A text of JSON in which nothing can end the element of the page that it stands in.
  static func quoted(_ text: String) -> String {
    JSONValue.quoted(text).replacing("<", with: "\\u003c").replacing("&", with: "\\u0026")
  }
}
