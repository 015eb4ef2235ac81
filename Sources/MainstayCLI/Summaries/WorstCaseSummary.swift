import Mainstay

/// A worst case for people.
struct WorstCaseSummary {
  private let found: WorstCase
  private let style: Style

  init(_ found: WorstCase, style: Style) {
    self.found = found
    self.style = style
  }

  /// All lines, none wider than a page of 80.
  var lines: [String] {
    let name = TerminalText.cut(found.name.isEmpty ? "case" : TerminalText.printable(found.name), to: 40)
    var lines = [style.bold("\(name): worst of up to \(FaultReport.counted(found.depth, "failure")) at once")]
    lines += PartialNote.lines(found.completeness) + proof
    if !found.unrated.isEmpty {
      lines += Paragraph.lines("\(found.unrated.count) things without an outage rate are left out.")
    }
    return lines + [""] + table
  }

  private var money: Money { Money(currency: found.currency) }

  private var proof: [String] {
    let sets = NumberFormat.single(found.sets)
    let examined =
      "\(FaultReport.counted(found.targets, "target")), \(sets) sets; "
      + "\(FaultReport.counted(found.examined, "set")) examined by "
      + "\(FaultReport.counted(found.programs, "program")) in \(NumberFormat.duration(found.seconds))."
    guard let bound = found.bound else { return Paragraph.lines(examined) }
    let told =
      found.completeness.isPartial
      ? "No set is known to cost more than \(money.text(bound)); gap \(NumberFormat.percent(found.gap ?? 0))."
      : "Proven: no set costs more than \(money.text(bound)) on top."
    return Paragraph.lines(told) + Paragraph.lines(examined)
  }

  private var table: [String] {
    let rows = found.worst
    if rows.isEmpty {
      return [
        found.completeness.isPartial
          ? "  No set was looked at in time." : "  Nothing that fails is in use."
      ]
    }
    let heading = style.bold("Worst first\(money.behindTitle)")
    return [heading]
      + TextTable([
        .text("what fails", rows.map { $0.failures.map { "\($0.target)" }.joined(separator: " + ") }),
        .numbers("extra cost", rows.map(\.extraCost)), .numbers("lost margin", rows.map(\.lostMargin)),
        .figures("demand met", rows.map { NumberFormat.percent($0.service) }),
        .figures("likely", rows.map { $0.probability.map(NumberFormat.percent) ?? "" }),
      ]).lines
  }
}
