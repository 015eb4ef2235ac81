import Mainstay

/// Faults and remarks as lines for standard error, and as records of a JSON document.
enum FaultReport {
  /// One line a fault: `file:row:column: problem 'value'; expected …; did you mean …?`.
  static func lines(_ faults: [Fault]) -> [String] {
    faults.map { TerminalText.printable($0.description) }
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
  static func count(_ faults: [Fault]) -> String {
    let errors = faults.count { $0.severity == .error }
    let remarks = faults.count - errors
    let told = errors == 0 ? "no faults" : counted(errors, "fault")
    return remarks == 0 ? told : "\(told), \(counted(remarks, "remark"))"
  }

  /// A number with its noun: `1 site`, `2 sites`, `2 policies`.
  static func counted(_ count: Int, _ noun: String) -> String {
    if count == 1 { return "1 \(noun)" }
    return noun.hasSuffix("y") ? "\(count) \(noun.dropLast())ies" : "\(count) \(noun)s"
  }

  /// A fault as it stands in a JSON document.
  struct Record: Encodable {
    var severity: String
    var file: String
    var row: Int?
    var column: String?
    var value: String?
    var problem: String
    var expected: String?
    var suggestion: String?

    init(_ fault: Fault) {
      severity = fault.severity.rawValue
      file = fault.location.file
      row = fault.location.row
      column = fault.location.column
      value = fault.value
      problem = fault.problem
      expected = fault.expected
      suggestion = fault.suggestion
    }
  }
}
