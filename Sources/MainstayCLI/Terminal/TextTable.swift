import Mainstay

/// A table for a terminal: columns aligned, texts cut where a row would be wider than the page.
struct TextTable {
  /// How a column stands.
  enum Alignment {
    case left, right
  }

  /// One column: its title and its cells.
  struct Column {
    var title: String
    var alignment: Alignment
    var cells: [String]
    /// Whether its texts may be cut to make the table fit.
    var mayShrink: Bool

    /// A column of texts.
    static func text(_ title: String, _ cells: [String], mayShrink: Bool = true) -> Column {
      Column(title: title, alignment: .left, cells: cells.map(TerminalText.printable), mayShrink: mayShrink)
    }

    /// A column of numbers, with the same decimals throughout; what is nil stays blank.
    static func numbers(_ title: String, _ values: [Double?]) -> Column {
      var formatted = NumberFormat.column(values.compactMap { $0 }).makeIterator()
      return figures(title, values.map { $0 == nil ? "" : formatted.next() ?? "" })
    }

    /// A column of numbers that are text already.
    static func figures(_ title: String, _ cells: [String]) -> Column {
      Column(title: title, alignment: .right, cells: cells, mayShrink: false)
    }

    fileprivate var width: Int {
      (cells + [title]).map(TerminalText.width).max() ?? 0
    }
  }

  /// Widest that any line of a summary is.
  static let pageWidth = 80
  /// Least width to which a text is cut.
  private static let leastWidth = 8

  private let columns: [Column]
  private let indent: Int

  init(_ columns: [Column], indent: Int = 2) {
    self.columns = columns
    self.indent = indent
  }

  /// The lines, the titles first.
  var lines: [String] {
    let widths = fittingWidths
    let rows = columns.map(\.cells.count).max() ?? 0
    var lines = [line(columns.map(\.title), widths)]
    for row in 0..<rows {
      lines.append(line(columns.map { $0.cells.indices.contains(row) ? $0.cells[row] : "" }, widths))
    }
    return lines
  }

  /// Widths of the columns, the widest texts cut first until the table fits the page.
  private var fittingWidths: [Int] {
    var widths = columns.map(\.width)
    let available = Self.pageWidth - indent - 2 * max(0, columns.count - 1)
    while widths.reduce(0, +) > available {
      let candidates = columns.indices.filter { columns[$0].mayShrink && widths[$0] > Self.leastWidth }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    return widths
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var parts: [String] = []
    for (index, cell) in cells.enumerated() {
      let text = TerminalText.cutInMiddle(cell, to: widths[index])
      switch columns[index].alignment {
      case .left: parts.append(TerminalText.padded(text, to: widths[index]))
      case .right:
        parts.append(String(repeating: " ", count: max(0, widths[index] - TerminalText.width(text))) + text)
      }
    }
    let line = String(repeating: " ", count: indent) + parts.joined(separator: "  ")
    return String(line.reversed().drop { $0 == " " }.reversed())
  }
}
