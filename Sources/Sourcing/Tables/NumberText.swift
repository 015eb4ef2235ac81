/// Numbers as text that reads back as the same number.
enum NumberText {
  /// The shortest decimal text of a finite number: `3` rather than `3.0`, no grouping.
  static func shortest(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
    return "\(value)"
  }
}
