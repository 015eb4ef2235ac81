import Mainstay

/// Text from a case fit for a terminal: nothing in it can move the cursor, and its width is known.
enum TerminalText {
  /// The text with control and direction-changing characters escaped.
  static func printable(_ text: String) -> String { PrintableText.of(text) }

  /// Terminal cells that a text takes: two for wide East Asian characters and emoji, one for others.
  static func width(_ text: String) -> Int {
    text.reduce(0) { $0 + width($1) }
  }

  /// The text cut to a number of cells, with `…` for what is left out at its end.
  static func cut(_ text: String, to limit: Int) -> String {
    width(text) <= limit ? text : beginning(text, limit - 1) + "…"
  }

  /// The text cut to a number of cells, with `…` for what is left out in its middle: names that begin alike
  /// often differ at the end.
  static func cutInMiddle(_ text: String, to limit: Int) -> String {
    if width(text) <= limit { return text }
    let head = beginning(text, limit / 2)
    let tail = String(beginning(String(text.reversed()), limit - 1 - width(head)).reversed())
    return head + "…" + tail
  }

  private static func beginning(_ text: String, _ limit: Int) -> String {
    var kept = ""
    var used = 0
    for character in text {
      let next = width(character)
      if used + next > limit { break }
      kept.append(character)
      used += next
    }
    return kept
  }

  /// The text with spaces behind it up to a number of cells.
  static func padded(_ text: String, to limit: Int) -> String {
    text + String(repeating: " ", count: max(0, limit - width(text)))
  }

  private static func width(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    return wideRanges.contains { $0.contains(first.value) } ? 2 : 1
  }

  /// Scripts of width two after Unicode's East Asian Width, in coarse ranges.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD,
  ]
}
