/// Running text for a terminal, broken between words.
enum Paragraph {
  /// The lines of a text, none wider than the page.
  ///
  /// - Parameter indent: Spaces before each line.
  static func lines(_ text: String, indent: Int = 2) -> [String] {
    let limit = TextTable.pageWidth - indent
    var lines: [String] = []
    var line = ""
    for word in TerminalText.printable(text).split(separator: " ") {
      let word = TerminalText.cut(String(word), to: limit)
      if !line.isEmpty, TerminalText.width(line) + 1 + TerminalText.width(word) > limit {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map { String(repeating: " ", count: indent) + $0 }
  }
}
