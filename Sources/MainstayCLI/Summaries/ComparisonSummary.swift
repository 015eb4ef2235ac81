import Mainstay

/// A comparison for people.
struct ComparisonSummary {
  private let report: ComparisonReport
  private let from: String
  private let to: String
  private let style: Style

  init(_ report: ComparisonReport, from: String, to: String, style: Style) {
    self.report = report
    self.from = TerminalText.printable(from)
    self.to = TerminalText.printable(to)
    self.style = style
  }

  /// All lines, none wider than a page of 80.
  var lines: [String] {
    var lines = [
      style.bold(TerminalText.cut("From \(from) to \(to): \(count)", to: TextTable.pageWidth))
    ]
    lines += PartialNote.lines(report.completeness)
    for section in [sites, sources, stock, costs, policies, path] where !section.isEmpty {
      lines += [""] + section
    }
    return lines
  }

  private var money: Money { Money(currency: report.currency) }

  private var count: String {
    let changes = report.sites.count + report.sources.count + report.projects.count + report.stock.count
    return changes == 0 ? "the same layout" : FaultReport.counted(changes, "difference")
  }

  private var sites: [String] {
    var lines: [String] = []
    for (noun, changes) in [("sites", report.sites), ("projects", report.projects)] {
      for change in ["added", "removed"] {
        let names = changes.filter { $0.change == change }.map(\.name)
        if !names.isEmpty { lines += Paragraph.lines("\(noun) \(change): \(names.joined(separator: ", "))") }
      }
    }
    return lines
  }

  private var sources: [String] {
    if report.sources.isEmpty { return [] }
    let rows = report.sources
    let pair = { (before: String, after: String) in before == after ? before : "\(before) > \(after)" }
    let amount = { (first: Double?, second: Double?) in
      pair(NumberFormat.single(first ?? 0, digits: 3), NumberFormat.single(second ?? 0, digits: 3))
    }
    let table = TextTable([
      .text("item", rows.map(\.item)), .text("site", rows.map(\.site)),
      .text("role", rows.map { pair($0.before?.role ?? "none", $0.after?.role ?? "none") }, mayShrink: false),
      .text("commit", rows.map { amount($0.before?.commit, $0.after?.commit) }, mayShrink: false),
      .text("reserve", rows.map { amount($0.before?.reserve, $0.after?.reserve) }, mayShrink: false),
    ])
    return [style.bold("Sources, amounts a period")] + table.lines
  }

  private var stock: [String] {
    if report.stock.isEmpty { return [] }
    let table = TextTable([
      .text("item", report.stock.map(\.item)), .text("site", report.stock.map(\.site)),
      .numbers("before", report.stock.map(\.before)), .numbers("after", report.stock.map(\.after)),
    ])
    return [style.bold("Strategic stock")] + table.lines
  }

  private var costs: [String] {
    let rows = report.costs + report.risk
    if rows.isEmpty { return [] }
    let table = TextTable([
      .text("", rows.map { $0.name.replacing("_", with: " ") }, mayShrink: false),
      .numbers("before", rows.map(\.before)), .numbers("after", rows.map(\.after)),
      .numbers("difference", rows.map(difference)),
    ])
    return [style.bold("Costs and risk that differ\(money.behindTitle)")] + table.lines
  }

  private func difference(_ change: FigureChange) -> Double? {
    guard let before = change.before, let after = change.after else { return nil }
    return after - before
  }

  private var policies: [String] {
    let rows = report.policies
    if rows.isEmpty { return [] }
    let figure = { (value: Double?) in value.map { NumberFormat.single($0, digits: 4) } ?? "" }
    let table = TextTable([
      .text("policy", rows.map(\.name)), .figures("before", rows.map { figure($0.before) }),
      .figures("after", rows.map { figure($0.after) }),
    ])
    return [style.bold("Policies: what is reached")] + table.lines
  }

  private var path: [String] {
    guard let path = report.path, !path.steps.isEmpty else { return [] }
    let rows = path.steps
    let table = TextTable([
      .figures("", rows.indices.map { String($0 + 1) }),
      .text("change", rows.map(\.change), mayShrink: false),
      .text("at", rows.map(\.place)), .text("item", rows.map(\.item)),
      .numbers("running cost", rows.map(\.cost)),
      .figures("met", rows.map { NumberFormat.percent($0.service) }),
      .text("", rows.map { $0.isFeasible ? "" : "dips" }, mayShrink: false),
    ])
    let proof = path.isProven ? "the best of all orders" : "each step the best next one"
    let rest =
      path.completeness.isPartial
      ? ["  and further changes that were not put in order in time"] : []
    return [style.bold("Order of the changes: \(proof)\(money.behindTitle)")]
      + Paragraph.lines(
        "Before: running cost \(money.text(path.startCost)), "
          + "\(NumberFormat.percent(path.startService)) of undisturbed demand met.") + table.lines + rest
  }
}
