internal import Foundation
internal import Sourcing

/// Markup that is safe by construction: what is written in the source is markup, what is put into it is text and escaped.
///
/// Only other markup goes in as it is.
struct HTML: ExpressibleByStringInterpolation, Sendable {
  /// The markup.
  private(set) var text: String

  init(stringLiteral value: String) { text = value }

  init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  /// Markup from a resource of the module.
  init(trusted text: String) { self.text = text }

  static func += (left: inout HTML, right: HTML) { left.text += right.text }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

    mutating func appendLiteral(_ literal: String) { text += literal }

    mutating func appendInterpolation(_ value: String) { text += HTML.escaped(value) }

    mutating func appendInterpolation(_ value: HTML) { text += value.text }

    mutating func appendInterpolation(_ parts: [HTML]) { for part in parts { text += part.text } }

    mutating func appendInterpolation(_ value: Int) { text += String(value) }

    /// A coordinate of a drawing, to a tenth.
    mutating func appendInterpolation(_ value: Double) { text += HTML.coordinate(value) }
  }

  /// A number of a drawing with at most one decimal.
  static func coordinate(_ value: Double) -> String {
    let tenths = (value * 10).rounded()
    guard tenths.isFinite, abs(tenths) < 1e9 else { return "0" }
    let whole = Int(tenths)
    if whole % 10 == 0 { return String(whole / 10) }
    return (whole < 0 ? "-" : "") + "\(abs(whole) / 10).\(abs(whole) % 10)"
  }

  /// Texts below each other, each escaped by itself.
  static func lines(_ texts: [String]) -> HTML {
    HTML(trusted: texts.map(escaped).joined(separator: "\n"))
  }

  /// Longest text of a cell; what a page shows must stay readable.
  static let longest = 160

  /// A text fit for a page: what could be markup is escaped, control and direction-changing characters are shown by
  /// their number, and what is too long is cut.
  static func escaped(_ value: String) -> String {
    var result = ""
    result.reserveCapacity(value.utf8.count)
    for scalar in shown(value).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A text that a page may show where it is taken for no markup: control and direction-changing characters are shown by
  /// their number, and what is too long is cut.
  static func shown(_ value: String) -> String { PrintableText.of(shortened(value), keepsLines: true) }

  private static func shortened(_ value: String) -> String {
    if value.utf8.count <= longest { return value }
    let count = value.count
    return count <= longest ? value : value.prefix(longest) + "… (\(count) characters)"
  }
}
