import Foundation

/// Colour and weight, sparingly: only on a terminal, and not where `NO_COLOR` is set (no-color.org).
struct Style {
  /// Whether anything but plain text is written.
  let isPlain: Bool

  /// The style for standard output.
  static var forOutput: Style {
    let environment = ProcessInfo.processInfo.environment
    let isUnwanted = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return Style(isPlain: !StandardOutput.isTerminal || isUnwanted || environment["TERM"] == "dumb")
  }

  /// Titles.
  func bold(_ text: String) -> String { wrapped(text, "1") }
  /// What is as good as it can be.
  func good(_ text: String) -> String { wrapped(text, "32") }
  /// What holds but is not proven.
  func doubtful(_ text: String) -> String { wrapped(text, "33") }
  /// What does not hold.
  func bad(_ text: String) -> String { wrapped(text, "31") }

  private func wrapped(_ text: String, _ code: String) -> String {
    isPlain ? text : "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
