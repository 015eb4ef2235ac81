import Mainstay

/// An explanation for people.
struct ExplanationSummary {
  let explanation: Explanation
  let style: Style

  init(_ explanation: Explanation, style: Style) {
    self.explanation = explanation
    self.style = style
  }

  /// All lines, none wider than a page of 80.
  var lines: [String] {
    var lines = headline
    for section in [conflict, repairs, sites, policies, binding] where !section.isEmpty {
      lines.append("")
      lines += section
    }
    for problem in explanation.problems {
      lines += Paragraph.lines("not planned, a figure is missing: \(problem)")
    }
    return lines
  }

  var money: Money { Money(currency: explanation.currency) }

  private var headline: [String] {
    let status: String
    switch explanation.isFeasible {
    case true where explanation.layout != nil:
      status =
        (explanation.layout == .current ? "the layout of today costs " : "the plan costs ")
        + money.text(explanation.objective ?? 0)
    case true:
      let isProven = explanation.status == Plan.Status.optimal.rawValue
      status =
        (isProven ? "best layout at " : "a layout, not proven best, at ")
        + money.text(explanation.objective ?? 0)
    case false: status = style.bad("infeasible")
    default: status = style.bad("nothing known: the time was up before there was a plan")
    }
    let room = TextTable.pageWidth - TerminalText.width(status) - 2
    let name = explanation.name.isEmpty ? "case" : TerminalText.printable(explanation.name)
    let first = style.bold("\(TerminalText.cut(name, to: max(10, room))): ") + status
    return [first] + PartialNote.lines(explanation.completeness) + [
      "  worked out in \(NumberFormat.duration(explanation.seconds))"
    ] + against
  }

  /// What a given layout is held against.
  private var against: [String] {
    guard explanation.layout != nil, let cost = explanation.objective else { return [] }
    var text: [String] = []
    if let own = explanation.ownObjective {
      text.append("The best layout of the same sources costs \(money.text(own)), \(difference(cost - own)).")
    }
    if let best = explanation.bestObjective {
      text.append("The best layout of the case costs \(money.text(best)), \(difference(cost - best)).")
    }
    return Paragraph.lines(text.joined(separator: " "))
  }

  private func difference(_ saved: Double) -> String {
    abs(saved) <= explanation.gap * max(1, abs(explanation.objective ?? 0))
      ? "the same" : "\(money.text(abs(saved))) \(saved > 0 ? "less" : "more")"
  }

  // MARK: No layout

  private var conflict: [String] {
    explanation.conflict.map { ConflictText(style).lines($0) } ?? []
  }

  private var repairs: [String] {
    let repairs = explanation.repairs
    if repairs.isEmpty { return [] }
    var lines = [style.bold("Repairs, each by itself; the one that gives up least first\(money.behindTitle)")]
    let table = TextTable([
      .text("change", repairs.map { $0.changes.map(Self.words).joined(separator: "; ") }),
      .figures("gives up", repairs.map { NumberFormat.percent($0.relaxation) }),
      .figures("then costs", repairs.map { $0.objective.map { NumberFormat.single($0) } ?? "not planned" }),
    ])
    lines += table.lines
    // What does not fit into the table is told in full.
    for repair in repairs where repair.changes.count > 1 {
      lines += Paragraph.lines(repair.changes.map(Self.words).joined(separator: "; "))
    }
    return lines
  }

  private static func words(_ change: Repair.Change) -> String {
    guard let to = change.to, let from = change.row.value else { return "no \(change.row.name)" }
    if change.row.table == "settings" {
      return "raise the budget by \(NumberFormat.single(to - from, digits: 6)) "
        + "to \(NumberFormat.single(to, digits: 6))"
    }
    return "\(change.row.name): \(NumberFormat.single(from)) to \(NumberFormat.single(to, digits: 6))"
  }

  // MARK: A layout

  private var policies: [String] {
    let rows = explanation.policies
    if rows.isEmpty { return [] }
    let figure = { (value: Double?) in value.map { NumberFormat.single($0, digits: 4) } ?? "" }
    let table = TextTable([
      .text("policy", rows.map(\.policy)), .figures("limit", rows.map { figure($0.limit) }),
      .figures("value", rows.map { figure($0.value) }),
      .text("binds", rows.map { $0.isBroken ? "broken" : $0.isBinding ? "yes" : "" }, mayShrink: false),
      .figures("without", rows.map { figure($0.without) }),
      .figures("step", rows.map { figure($0.step) }), .figures("looser", rows.map { figure($0.looser) }),
      .figures("dual", rows.map { figure($0.dual) }),
    ])
    let least = explanation.gap * abs(explanation.objective ?? 0)
    let broken =
      rows.contains(where: \.isBroken)
      ? Paragraph.lines(
        "Of a broken policy 'without' is what keeping it would cost with the same sources; blank where they cannot."
      )
      : []
    let heading = "Policies: saved without, and with a limit looser by a step\(money.behindTitle)"
    return [style.bold(TerminalText.cut(heading, to: TextTable.pageWidth))] + table.lines
      + broken
      + Paragraph.lines(
        "'without' and 'looser' are differences of best layouts, 0 where they are within the gap of "
          + "\(NumberFormat.single(least, digits: 2)); 'dual' is the linear program's price of the step while all "
          + "yes-or-no decisions stay as they are.")
  }

  private var binding: [String] {
    let rows = explanation.binding
    if rows.isEmpty { return [] }
    let names = rows.prefix(12).map { row in
      row.name + (row.value.map { " (\(NumberFormat.single($0)))" } ?? "")
    }
    let more = rows.count > names.count ? "; and \(rows.count - names.count) more" : ""
    return [style.bold("Used to the limit: \(rows.count)")]
      + Paragraph.lines(names.joined(separator: "; ") + more)
  }

  private var sites: [String] {
    explanation.sites.flatMap { SiteText($0, explanation, style).lines }
  }
}

/// The note that an answer is not whole.
enum PartialNote {
  static func lines(_ completeness: Completeness) -> [String] {
    switch completeness {
    case .complete: []
    case .timeLimit: ["  partial: the time limit was reached before the end"]
    case .interrupted: ["  partial: interrupted before the end"]
    }
  }
}

/// A conflict for people.
struct ConflictText {
  private let style: Style

  init(_ style: Style) {
    self.style = style
  }

  func lines(_ conflict: ConflictAnswer) -> [String] {
    let title =
      conflict.isIrreducible
      ? "Cannot hold together; without any one of them there is a layout"
      : "Cannot hold together; perhaps not all of them are needed for that"
    let table = TextTable([
      .text("where", conflict.rows.map(\.place)), .text("what", conflict.rows.map(\.name)),
      .figures("limit", conflict.rows.map { $0.value.map { NumberFormat.single($0) } ?? "" }),
    ])
    return [style.bold(title)] + table.lines
  }
}
