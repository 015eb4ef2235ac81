/// Texts of cases, plans and command lines as they may be shown: nothing in them is anything but what is seen.
package enum PrintableText {
  /// A text with control and direction-changing characters told by their number.
  ///
  /// - Parameter keepsLines: Whether ends of lines stay as they are.
  package static func of(_ text: String, keepsLines: Bool = false) -> String {
    let isHidden = { (scalar: Unicode.Scalar) in isUnsafe(scalar) && !(keepsLines && scalar == "\n") }
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      if isHidden(scalar) {
        shown += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return true
    default: return false
    }
  }
}
