/// Reads one cell as the kind that its column asks for.
enum CellParser {
  /// Why a cell does not fit.
  struct Mismatch: Error {
    var value: String
    var problem: String
    var expected: String?
    var suggestion: String?
  }

  /// The typed cell, or why there is none.
  static func parse(_ raw: RawCell, as kind: ColumnSchema.Kind) -> Result<Cell, Mismatch> {
    switch raw {
    case .blank: .success(.blank)
    case .other(let value): .failure(Mismatch(value: value, problem: "not a single value"))
    case .text(let text): parse(trimmed(text), as: kind)
    case .number(let value): parse(value, as: kind)
    case .flag(let value): parse(value, as: kind)
    }
  }

  private static func parse(_ text: String, as kind: ColumnSchema.Kind) -> Result<Cell, Mismatch> {
    if text.isEmpty { return .success(.blank) }
    switch kind {
    case .text, .any: return .success(.text(text))
    case .name: return name(text)
    case .reference, .pattern: return .success(.text(text))
    case .filter:
      let isEmpty = text.allSatisfy { $0 == ";" || $0.isWhitespace }
      return isEmpty
        ? .failure(Mismatch(value: text, problem: "a list without a name")) : .success(.text(text))
    case .number(let range):
      guard let value = number(text) else {
        return .failure(Mismatch(value: text, problem: numberProblem(text)))
      }
      return check(value, in: range, written: text)
    case .integer(let range):
      guard let value = number(text) else {
        let problem =
          number(text.filter { $0 != "%" && $0 != "," }) == nil ? "not a whole number" : numberProblem(text)
        return .failure(Mismatch(value: text, problem: problem))
      }
      return check(value, in: range, written: text)
    case .flag:
      switch text.lowercased() {
      case "true", "yes", "1", "y": return .success(.flag(true))
      case "false", "no", "0", "n": return .success(.flag(false))
      default: return .failure(Mismatch(value: text, problem: "not a yes or no"))
      }
    case .choice(let words):
      if words.contains(text) { return .success(.text(text)) }
      return .failure(
        Mismatch(value: text, problem: "unknown word", suggestion: NearestName.of(text, among: words)))
    }
  }

  private static func parse(_ value: Double, as kind: ColumnSchema.Kind) -> Result<Cell, Mismatch> {
    let written = value.isFinite ? NumberText.shortest(value) : "\(value)"
    switch kind {
    case .number(let range): return check(value, in: range, written: written)
    case .integer(let range): return check(value, in: range, written: written)
    case .any: return .success(.number(value))
    case .flag: return .failure(Mismatch(value: written, problem: "a number where true or false belongs"))
    default: return .failure(Mismatch(value: written, problem: "a number where a text belongs"))
    }
  }

  private static func parse(_ value: Bool, as kind: ColumnSchema.Kind) -> Result<Cell, Mismatch> {
    switch kind {
    case .flag, .any: .success(.flag(value))
    default: .failure(Mismatch(value: "\(value)", problem: "a true or false where none belongs"))
    }
  }

  /// Names are short, printable and free of the signs that patterns use.
  private static func name(_ text: String) -> Result<Cell, Mismatch> {
    let expected = "a name of at most 100 characters without * or ;"
    if text.utf8.count > 400 || text.count > 100 {
      return .failure(Mismatch(value: text, problem: "name too long", expected: expected))
    }
    let isControl = { (scalar: Unicode.Scalar) in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .format: true
      default: false
      }
    }
    if text.unicodeScalars.contains(where: isControl) {
      return .failure(Mismatch(value: text, problem: "control character in a name", expected: expected))
    }
    if text.utf8.contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: ";") }) {
      return .failure(Mismatch(value: text, problem: "name with a reserved sign", expected: expected))
    }
    return .success(.text(text))
  }

  private static func check(_ value: Double, in range: ClosedRange<Double>, written: String) -> Result<
    Cell, Mismatch
  > {
    guard value.isFinite else { return .failure(Mismatch(value: written, problem: "not a finite number")) }
    guard range.contains(value) else {
      let problem =
        value < range.lowerBound ? (value < 0 ? "negative number" : "number too small") : "number too large"
      return .failure(
        Mismatch(value: written, problem: range.lowerBound < 0 ? "number out of range" : problem))
    }
    if value != 0, abs(value) < CaseSchema.smallestNumber {
      return .failure(
        Mismatch(
          value: written, problem: "number too near to zero",
          expected: "0, or at least \(NumberText.shortest(CaseSchema.smallestNumber))"))
    }
    return .success(.number(value == 0 ? 0 : value))
  }

  private static func check(_ value: Double, in range: ClosedRange<Int>, written: String) -> Result<
    Cell, Mismatch
  > {
    guard value == value.rounded() else {
      return .failure(Mismatch(value: written, problem: "not a whole number"))
    }
    return check(value, in: Double(range.lowerBound)...Double(range.upperBound), written: written)
  }

  /// A number in plain or scientific notation; hexadecimal and words such as `nan` are not numbers.
  private static func number(_ text: String) -> Double? {
    let allowed = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    guard allowed, let value = Double(text) else { return nil }
    // What is too small for a double is not zero: the range check must see it.
    return value == 0 && text.isNonzeroNumber ? .leastNonzeroMagnitude : value
  }

  private static func numberProblem(_ text: String) -> String {
    if text.hasSuffix("%") { return "a percentage where a plain number belongs (25% is 0.25)" }
    if text.contains(",") { return "not a number (write a decimal point, and no signs between thousands)" }
    return "not a number"
  }

  private static func trimmed(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      first.properties.isWhitespace || last.properties.isWhitespace
    else { return text }
    var view = Substring(text).unicodeScalars
    while let scalar = view.first, scalar.properties.isWhitespace { view.removeFirst() }
    while let scalar = view.last, scalar.properties.isWhitespace { view.removeLast() }
    return String(view)
  }
}
