import Foundation
import Mainstay

/// Faults and remarks as lines for standard error, and as records of a JSON document.
enum FaultReport {
  /// One line a fault: `file:row:column: problem 'value'; expected …; did you mean …?`.
  static func lines(_ faults: [Fault], in language: Language = Spoken.language) -> [String] {
    faults.map { TerminalText.printable($0.text(in: language)) }
  }

  /// The faults of a plan as the user would find them: the library speaks of "plan", here it has a path.
  static func placed(_ faults: [Fault], in path: String, insteadOf name: String = "plan") -> [Fault] {
    faults.map { fault in
      var fault = fault
      if fault.location.file == name || fault.location.file.hasPrefix("\(name)#") {
        fault.location.file = path + fault.location.file.dropFirst(name.count)
      }
      return fault
    }
  }

  /// How many faults and remarks there are, in words.
  static func count(_ faults: [Fault], in language: Language = Spoken.language) -> String {
    let errors = faults.count { $0.severity == .error }
    let remarks = faults.count - errors
    let told =
      errors == 0 ? language.text(.noFaults) : language.text(.oneFault, or: .manyFaults, count: errors)
    if remarks == 0 { return told }
    let noted = language.text(.oneRemark, or: .manyRemarks, count: remarks)
    return language.text(.faultsAndRemarks, ["faults": told, "remarks": noted])
  }

  /// A number with its noun: `1 site`, `2 sites`, `2 policies`.
  static func counted(_ count: Int, _ noun: String) -> String {
    if count == 1 { return "1 \(noun)" }
    return noun.hasSuffix("y") ? "\(count) \(noun.dropLast())ies" : "\(count) \(noun)s"
  }

  /// A fault as it stands in a JSON document.
  struct Record: Encodable {
    var severity: String
    /// The code of the problem, the same in every language; nil where it is told in English alone.
    var code: String?
    /// What the words of the problem name.
    var values: [String: String]?
    var file: String
    var row: Int?
    var column: String?
    var value: String?
    var problem: String
    var expected: String?
    /// The code of what was expected.
    var expectedCode: String?
    /// What its words name.
    var expectedValues: [String: String]?
    var suggestion: String?

    enum CodingKeys: String, CodingKey {
      case severity, code, values, file, row, column, value, problem, expected, suggestion
      case expectedCode = "expected_code"
      case expectedValues = "expected_values"
    }

    init(_ fault: Fault, in language: Language = .english) {
      code = Self.code(fault.message)
      values = Self.values(fault.message, in: language)
      severity = fault.severity.rawValue
      file = fault.location.file
      row = fault.location.row
      column = fault.location.column
      value = fault.value
      problem = fault.message.text(in: language)
      expected = fault.expectation?.text(in: language)
      expectedCode = fault.expectation.flatMap(Self.code)
      expectedValues = fault.expectation.flatMap { Self.values($0, in: language) }
      suggestion = fault.suggestion
    }

    private static func code(_ message: Message) -> String? {
      message.code.isEmpty ? nil : message.code
    }

    private static func values(_ message: Message, in language: Language) -> [String: String]? {
      message.values.isEmpty ? nil : message.values.mapValues { $0.text(in: language) }
    }
  }
}
