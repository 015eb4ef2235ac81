/// Reads one cell as the kind that its column asks for.
enum CellParser {
  /// Why a cell does not fit.
  struct Mismatch: Error {
    var value: String
    var problem: Message
    var expected: Message?
    var suggestion: String?
  }

  /// The typed cell, or why there is none.
  static func parse(_ raw: RawCell, as kind: ColumnSchema.Kind) -> Result<Cell, Mismatch> {
    switch raw {
    case .blank: .success(.blank)
    case .other(let value): .failure(Mismatch(value: value, problem: Message(ReadingText.notSingleValue)))
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
        ? .failure(Mismatch(value: text, problem: Message(ReadingText.listWithoutName)))
        : .success(.text(text))
    case .number(let range):
      guard let value = number(text) else {
        return .failure(Mismatch(value: text, problem: numberProblem(text)))
      }
      return check(value, in: range, written: text)
    case .integer(let range):
      guard let value = number(text) else {
        let problem =
          number(text.filter { $0 != "%" && $0 != "," }) == nil
          ? Message(ReadingText.notWhole) : numberProblem(text)
        return .failure(Mismatch(value: text, problem: problem))
      }
      return check(value, in: range, written: text)
    case .flag:
      switch text.lowercased() {
      case "true", "yes", "1", "y": return .success(.flag(true))
      case "false", "no", "0", "n": return .success(.flag(false))
      default: return .failure(Mismatch(value: text, problem: Message(ReadingText.notYesOrNo)))
      }
    case .choice(let words):
      if words.contains(text) { return .success(.text(text)) }
      return .failure(
        Mismatch(
          value: text, problem: Message(ReadingText.unknownWord),
          suggestion: NearestName.of(text, among: words)))
    }
  }

  private static func parse(_ value: Double, as kind: ColumnSchema.Kind) -> Result<Cell, Mismatch> {
    let written = value.isFinite ? NumberText.shortest(value) : "\(value)"
    switch kind {
    case .number(let range): return check(value, in: range, written: written)
    case .integer(let range): return check(value, in: range, written: written)
    case .any: return .success(.number(value))
    case .flag: return .failure(Mismatch(value: written, problem: Message(ReadingText.numberForFlag)))
    default: return .failure(Mismatch(value: written, problem: Message(ReadingText.numberForText)))
    }
  }

  private static func parse(_ value: Bool, as kind: ColumnSchema.Kind) -> Result<Cell, Mismatch> {
    switch kind {
    case .flag, .any: .success(.flag(value))
    default: .failure(Mismatch(value: "\(value)", problem: Message(ReadingText.flagForOther)))
    }
  }

  /// Names are short, printable and free of the signs that patterns use.
  private static func name(_ text: String) -> Result<Cell, Mismatch> {
    let expected = Message(ExpectedText.shortName)
    if text.utf8.count > 400 || text.count > 100 {
      return .failure(Mismatch(value: text, problem: Message(ReadingText.nameTooLong), expected: expected))
    }
    let isControl = { (scalar: Unicode.Scalar) in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .format: true
      default: false
      }
    }
    if text.unicodeScalars.contains(where: isControl) {
      return .failure(Mismatch(value: text, problem: Message(ReadingText.controlInName), expected: expected))
    }
    if text.utf8.contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: ";") }) {
      return .failure(Mismatch(value: text, problem: Message(ReadingText.reservedSign), expected: expected))
    }
    return .success(.text(text))
  }

  private static func check(_ value: Double, in range: ClosedRange<Double>, written: String) -> Result<
    Cell, Mismatch
  > {
    guard value.isFinite else {
      return .failure(Mismatch(value: written, problem: Message(ReadingText.notFinite)))
    }
    guard range.contains(value) else {
      let problem =
        value < range.lowerBound
        ? (value < 0 ? Message(ReadingText.negative) : Message(ReadingText.tooSmall))
        : Message(ReadingText.tooLarge)
      // A part of one that was written in per cent.
      let isPercent = range == 0...1 && (2...100).contains(value)
      return .failure(
        Mismatch(
          value: written, problem: range.lowerBound < 0 ? Message(ReadingText.outOfRange) : problem,
          suggestion: isPercent ? NumberText.shortest(value / 100) : nil))
    }
    if value != 0, abs(value) < CaseSchema.smallestNumber {
      return .failure(
        Mismatch(
          value: written, problem: Message(ReadingText.nearZero),
          expected: Message(ExpectedText.zeroOrAtLeast, ["least": CaseSchema.smallestNumber])))
    }
    return .success(.number(value == 0 ? 0 : value))
  }

  private static func check(_ value: Double, in range: ClosedRange<Int>, written: String) -> Result<
    Cell, Mismatch
  > {
    guard value == value.rounded() else {
      return .failure(Mismatch(value: written, problem: Message(ReadingText.notWhole)))
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

  private static func numberProblem(_ text: String) -> Message {
    if text.hasSuffix("%") { return Message(ReadingText.percentage) }
    if text.contains(",") { return Message(ReadingText.notNumberWithSigns) }
    return Message(ReadingText.notNumber)
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
