/// Which formats of a workbook show numbers as dates or times.
struct WorkbookStyles {
  /// For each cell format whether it does.
  private var isDate: [Bool] = []

  /// Formats of a workbook without styles.
  init() {}

  /// Reads the part `xl/styles.xml`.
  init(_ bytes: [UInt8]) throws {
    var scanner = XMLScanner(bytes)
    var codes: [String: String] = [:]
    var isInFormats = false
    while let event = try scanner.next() {
      switch event {
      case .start("numFmt", let attributes):
        codes[attributes["numFmtId"] ?? ""] = attributes["formatCode"] ?? ""
      case .start("cellXfs", _): isInFormats = true
      case .end("cellXfs"): isInFormats = false
      case .start("xf", let attributes) where isInFormats:
        let number = attributes["numFmtId"] ?? "0"
        isDate.append(Self.builtInDates.contains(number) || codes[number].map(Self.showsDate) == true)
      default: break
      }
    }
  }

  /// Whether a cell with a format shows a date.
  func showsDate(_ style: String?) -> Bool {
    guard let style, let index = Int(style), isDate.indices.contains(index) else { return false }
    return isDate[index]
  }

  private static let builtInDates = Set(
    (Array(14...22) + Array(27...36) + Array(45...47) + Array(50...58)).map(String.init))

  /// Whether a format code has a sign of a day, month, year, hour or second outside of quotation marks and brackets.
  private static func showsDate(_ code: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for sign in code.lowercased() {
      if isEscaped {
        isEscaped = false
      } else if sign == "\\" || sign == "_" || sign == "*" {
        isEscaped = true
      } else if sign == "\"" {
        isQuoted.toggle()
      } else if sign == "[" {
        isBracketed = true
      } else if sign == "]" {
        isBracketed = false
      } else if !isQuoted, !isBracketed, "dmyhs".contains(sign) {
        // “General” and “Standard” are words, not signs.
        return !code.lowercased().contains("general") && !code.lowercased().contains("standard")
      }
    }
    return false
  }
}
