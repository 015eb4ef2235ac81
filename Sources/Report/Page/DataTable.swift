internal import Sourcing

/// A table of a page: sortable, and downloadable as CSV with its exact numbers.
struct DataTable {
  /// How a column is shown and sorted.
  enum Kind {
    case text, number
  }

  struct Column {
    var title: String
    var kind: Kind
    /// Whether its texts are sentences or lists, which need room.
    var isWide = false

    static func text(_ title: String) -> Column { Column(title: title, kind: .text) }

    static func wide(_ title: String) -> Column { Column(title: title, kind: .text, isWide: true) }

    static func number(_ title: String) -> Column { Column(title: title, kind: .number) }
  }

  struct Cell {
    /// What is shown.
    var shown: HTML
    /// What sorting and CSV use.
    var value: String
    /// Whether it is a part of one, shown in per cent.
    var isShare = false
    /// Class of the cell, for its colour.
    var style = ""
    /// What a pointer that rests on it is told.
    var hint = ""
    /// What is drawn below its number.
    var bar: Bar?

    /// A bar, in thousandths of the width of the cell.
    struct Bar {
      var start: Double
      var width: Double
      var style: String
    }

    /// Whether what is shown is the value and nothing else.
    var isPlain: Bool { shown.text == Cell.text(value).shown.text }

    /// What stands in the cell.
    fileprivate var content: HTML {
      guard let bar else { return shown }
      return """
        \(shown)<svg class="\(bar.style)" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">\
        <rect x="\(bar.start)" width="\(bar.width)" height="8"/></svg>
        """
    }

    static func text(_ text: String) -> Cell { Cell(shown: "<bdi>\(text)</bdi>", value: text) }

    /// A text that stands for another one in CSV, where there is room for all of it.
    static func text(_ short: String, for whole: String) -> Cell {
      var cell = Cell(shown: "<bdi>\(short)</bdi>", value: whole)
      if short != whole { cell.hint = whole }
      return cell
    }

    static func number(_ value: Double, _ shown: String) -> Cell {
      Cell(shown: "\(shown)", value: NumberText.plain(value))
    }

    static func percent(_ share: Double) -> Cell {
      var cell = Cell.number(share, NumberFormat.percent(share))
      cell.isShare = true
      return cell
    }

    static func amount(_ value: Double) -> Cell { .number(value, NumberFormat.single(value, digits: 4)) }

    static func optional(_ value: Double?, _ make: (Double) -> Cell) -> Cell { value.map(make) ?? blank }

    static let blank = Cell(shown: "–", value: "")

    /// The cell with a bar behind its number that begins and ends at these parts of the width.
    func barred(from start: Double, to end: Double, style: String = "bar") -> Cell {
      var cell = self
      let low = max(0, min(start, end)) * 1000
      // What is not zero stays visible.
      let width = start == end ? 0 : max(2, min(1000, abs(end - start) * 1000))
      cell.bar = Bar(start: min(998, low), width: width, style: style)
      return cell
    }
  }

  /// What it is called, for its caption and its file.
  var name: String
  /// The caption, for those who cannot see the page around it.
  var caption: String
  var columns: [Column]
  var rows: [[Cell]] = []
  /// How many rows are shown before the reader asks for all; those that come first are the ones that matter.
  var fold: Int?

  /// A table of more cells has only its first rows as markup.
  private static let mostCells = 4000
  /// Rows of such a table that are markup, where not more are shown at first.
  private static let firstRows = 60

  /// The table, in a frame that scrolls by itself where the page is narrow.
  var html: HTML {
    let head = columns.map { column -> HTML in
      let kind = Self.kind(column)
      return
        "<th scope=\"col\" class=\"\(kind)\" data-k=\"\(column.kind == .number ? "n" : "t")\">\(column.title)</th>"
    }
    let folded: HTML = fold.map { rows.count > $0 ? " data-fold=\"\($0)\"" : "" } ?? ""
    let isLong = rows.count * columns.count > Self.mostCells
    let whole = isLong ? rows.prefix(max(fold ?? 0, Self.firstRows)) : rows[...]
    let rest = rows[whole.endIndex...]
    let short: HTML =
      rest.isEmpty
      ? ""
      : "\(CompactRows(rest, columns).html)<noscript><p>\(rest.count) more rows need JavaScript.</p></noscript>"
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(caption)"><table data-name="\(name)"\(folded)>\
      <caption>\(caption)</caption><thead><tr>\(head)</tr></thead><tbody>
      \(whole.map(row))</tbody></table>\(short)</div>
      """
  }

  private func row(_ cells: [Cell]) -> HTML {
    let parts = zip(columns, cells).enumerated().map { index, pair -> HTML in
      let (column, cell) = pair
      let kind = Self.kind(column)
      let style = cell.style.isEmpty ? kind : "\(kind) \(cell.style)"
      let hint: HTML = cell.hint.isEmpty ? "" : " title=\"\(cell.hint)\""
      let value: HTML = column.kind == .text && cell.isPlain ? "" : " data-v=\"\(cell.value)\""
      if index == 0 { return "<th scope=\"row\" class=\"\(style)\"\(value)\(hint)>\(cell.content)</th>" }
      return "<td class=\"\(style)\"\(value)\(hint)>\(cell.content)</td>"
    }
    return "<tr>\(parts)</tr>\n"
  }

  /// The class of a column's cells.
  private static func kind(_ column: Column) -> String {
    column.kind == .number ? "n" : column.isWide ? "t w" : "t"
  }
}

/// Numbers for machines.
enum NumberText {
  /// A number as CSV has it.
  static func plain(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    return Cell.number(value).text
  }
}
