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

    static func text(_ title: String) -> Column { Column(title: title, kind: .text) }

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

    static func text(_ text: String) -> Cell { Cell(shown: "<bdi>\(text)</bdi>", value: text) }

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
      cell.shown = """
        \(shown)<svg class="\(style)" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">\
        <rect x="\(min(998, low))" width="\(width)" height="8"/></svg>
        """
      return cell
    }
  }

  /// What it is called, for its caption and its file.
  var name: String
  /// The caption, for those who cannot see the page around it.
  var caption: String
  var columns: [Column]
  var rows: [[Cell]] = []

  /// The table, in a frame that scrolls by itself where the page is narrow.
  var html: HTML {
    let head = columns.map { column -> HTML in
      let kind = column.kind == .number ? "n" : "t"
      return "<th scope=\"col\" class=\"\(kind)\" data-k=\"\(kind)\">\(column.title)</th>"
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(caption)"><table data-name="\(name)">\
      <caption>\(caption)</caption><thead><tr>\(head)</tr></thead><tbody>
      \(rows.map(row))</tbody></table></div>
      """
  }

  private func row(_ cells: [Cell]) -> HTML {
    let parts = zip(columns, cells).enumerated().map { index, pair -> HTML in
      let (column, cell) = pair
      let kind = column.kind == .number ? "n" : "t"
      let style = cell.style.isEmpty ? kind : "\(kind) \(cell.style)"
      let hint: HTML = cell.hint.isEmpty ? "" : " title=\"\(cell.hint)\""
      let value: HTML = column.kind == .number ? " data-v=\"\(cell.value)\"" : ""
      if index == 0 { return "<th scope=\"row\" class=\"\(style)\"\(value)\(hint)>\(cell.shown)</th>" }
      return "<td class=\"\(style)\"\(value)\(hint)>\(cell.shown)</td>"
    }
    return "<tr>\(parts)</tr>\n"
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
