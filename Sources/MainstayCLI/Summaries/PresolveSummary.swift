import Mainstay

/// What of a case can never matter, in words.
enum PresolveSummary {
  /// Rows that are told one by one; the rest is counted.
  private static let most = 20

  /// A line that sums it up, and one for each row; none where everything may matter.
  static func lines(_ presolve: Presolve) -> [String] {
    if presolve.findings.isEmpty && presolve.lanesLeftOut == 0 { return [] }
    var counts = [FaultReport.counted(presolve.lanesLeftOut, "lane") + " that can carry nothing"]
    for (table, noun) in [("capabilities", "capability"), ("items", "item"), ("demand", "demand")] {
      let count = presolve.findings.count { $0.table == table }
      if count > 0 {
        counts.append(
          FaultReport.counted(count, noun)
            + (table == "demand" ? " that nothing can reach" : " that nobody needs or can use"))
      }
    }
    var lines = ["left out: " + counts.joined(separator: ", ")]
    lines += presolve.findings.prefix(most).map {
      TerminalText.printable("  \($0.location): \($0.message)")
    }
    if presolve.findings.count > most {
      lines.append("  and \(presolve.findings.count - most) more rows, which plan --json lists")
    }
    return lines
  }
}
