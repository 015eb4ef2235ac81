/// Something wrong, or worth a second look, in a case or a plan, with the place where it stands.
///
/// Readers and validation collect faults and report all of them at once.
public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
  /// How much it matters.
  public enum Severity: String, Hashable, Sendable {
    /// The case cannot be planned as it is.
    case error
    /// The case can be planned, but perhaps not as it was meant.
    case advice
  }

  /// Where in the case a fault stands.
  public struct Location: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The file, as the user named or would find it; a table's name for a case built in code.
    public var file: String
    /// Line of the file, from 1; in a table of a JSON document or of a case built in code, number of the row.
    public var row: Int?
    /// Column of the table.
    public var column: String?

    /// A location from its parts.
    public init(file: String, row: Int? = nil, column: String? = nil) {
      self.file = file
      self.row = row
      self.column = column
    }

    /// `file:row:column`, as far as they are known.
    public var description: String {
      var parts = [file]
      if let row { parts.append(String(row)) }
      if let column { parts.append(column) }
      return parts.joined(separator: ":")
    }

    /// Locations are ordered by file, then row, then column.
    public static func < (left: Location, right: Location) -> Bool {
      (left.file, left.row ?? 0, left.column ?? "") < (right.file, right.row ?? 0, right.column ?? "")
    }
  }

  /// How much it matters.
  public var severity: Severity
  /// Where it stands.
  public var location: Location
  /// The value that is wrong, as written; nil where the fault is not about one value.
  public var value: String?
  /// What is wrong.
  public var message: Message
  /// What was expected instead.
  public var expectation: Message?
  /// The nearest valid name.
  public var suggestion: String?
  /// Tables in which a name was looked up in vain; where one of them could not be read whole, that is the cause.
  public var references: [String]

  /// A fault from its parts.
  public init(
    _ severity: Severity = .error, at location: Location, value: String? = nil, _ message: Message,
    expected expectation: Message? = nil, suggestion: String? = nil, references: [String] = []
  ) {
    self.severity = severity
    self.location = location
    self.value = value
    self.message = message
    self.expectation = expectation
    self.suggestion = suggestion
    self.references = references
  }

  /// A fault of something other than a case, whose words are in English alone.
  public init(
    _ severity: Severity = .error, at location: Location, value: String? = nil, _ problem: String,
    expected: String? = nil, suggestion: String? = nil
  ) {
    self.init(
      severity, at: location, value: value, Message(plain: problem),
      expected: expected.map(Message.init(plain:)), suggestion: suggestion)
  }

  /// What is wrong, in English.
  public var problem: String { message.text() }

  /// What was expected instead, in English.
  public var expected: String? { expectation?.text() }

  /// One line in English: location, problem, value, what was expected, and the nearest name.
  public var description: String { text() }

  /// One line in a language: location, problem, value, what was expected, and the nearest name.
  public func text(in language: Language = .english) -> String {
    var told = message
    if severity == .advice { told = Message(FaultText.advice, ["problem": told]) }
    if let value { told = Message(FaultText.faultWithValue, ["problem": told, "value": Self.cut(value)]) }
    if let expectation {
      told = Message(FaultText.faultWithExpectation, ["problem": told, "expected": expectation])
    }
    if let suggestion {
      told = Message(FaultText.faultWithSuggestion, ["problem": told, "name": suggestion])
    }
    return Self.printable("\(location): \(told.text(in: language))")
  }

  /// A text with its control characters escaped: names of files and columns may hold any, and none may reach a
  /// terminal or break the line.
  static func printable(_ text: String) -> String {
    var printable = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
        printable += "\\u{\(String(scalar.value, radix: 16))}"
      default: printable.unicodeScalars.append(scalar)
      }
    }
    return printable
  }

  /// A value short enough for a message.
  private static func cut(_ value: String) -> String {
    let scalars = value.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: 80, limitedBy: scalars.endIndex),
      end != scalars.endIndex
    else { return value }
    return String(scalars[..<end]) + "…"
  }
}

/// All the faults that made a case or a plan unusable.
public struct CaseFaults: Error, Sendable, CustomStringConvertible {
  /// The faults, ordered by place; at least one is an error.
  public var faults: [Fault]

  /// An error that carries faults.
  public init(_ faults: [Fault]) {
    self.faults = faults.sorted { $0.location < $1.location }
  }

  /// The faults, one a line.
  public var description: String {
    faults.map(\.description).joined(separator: "\n")
  }
}
