/// Numbers as text that reads back as the same number.
package enum NumberText {
  /// The shortest decimal text of a number: `3` rather than `3.0`, no grouping.
  package static func shortest(_ value: Double) -> String {
    let text = value == 0 ? "0" : "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
