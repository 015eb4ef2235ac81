import Mainstay

/// A stress test for people: the ranking, then who is hit and who steps in for the worst.
struct StressSummary {
  private let report: StressReport
  private let layout: String
  private let most: Int
  private let style: Style

  /// Disruptions whose ripple is told.
  private static let detailed = 3
  /// Names in a list within a line.
  private static let named = 4

  /// - Parameters:
  ///   - layout: The layout in words.
  ///   - most: How many disruptions are shown.
  init(_ report: StressReport, layout: String, most: Int, style: Style) {
    self.report = report
    self.layout = layout
    self.most = most
    self.style = style
  }

  /// All lines, none wider than a page of 80.
  var lines: [String] {
    var lines = headline
    let shown = report.findings.filter { $0.touches || $0.isExposed }.prefix(most)
    if !shown.isEmpty { lines += [""] + table(Array(shown)) }
    for finding in shown.prefix(Self.detailed) where !finding.hits.isEmpty || !finding.backups.isEmpty {
      lines += [""] + ripple(finding)
    }
    let hidden = report.touching - shown.count
    if hidden > 0 { lines += ["", "  \(hidden) more touch something in use; --top or --json shows them."] }
    return lines
  }

  private var headline: [String] {
    let money = Money(currency: report.currency)
    let looked = report.findings.count
    let whole = "\(looked) of \(FaultReport.counted(report.asked, "disruption"))"
    let count = report.completeness.isPartial ? whole : FaultReport.counted(looked, "disruption")
    let title = TerminalText.cut(
      "\(report.name.isEmpty ? "stress" : TerminalText.printable(report.name)): \(count), one at a time",
      to: TextTable.pageWidth)
    var lines = [style.bold(title)]
    lines += PartialNote.lines(report.completeness)
    let exposed = report.findings.count(where: \.isExposed)
    let idle = looked - report.touching
    let base = report.undisturbed.map {
      "Undisturbed it meets \(NumberFormat.percent($0.service)) of demand at \(money.text($0.cost)). "
    }
    lines += Paragraph.lines(
      "Layout: \(layout). \(base ?? "")\(FaultReport.counted(idle, "disruption")) "
        + "\(idle == 1 ? "touches" : "touch") nothing in use; \(exposed) "
        + "\(exposed == 1 ? "is" : "are") survived for less time than recovery takes (!).")
    return lines
      + Paragraph.lines("\(NumberFormat.duration(report.seconds)), \(report.programs) linear programs")
  }

  private func table(_ shown: [StressFinding]) -> [String] {
    let table = TextTable([
      .text("kind", shown.map(\.kind), mayShrink: false), .text("what fails", shown.map(\.target)),
      .figures("met", shown.map { NumberFormat.percent($0.service) }),
      .numbers("lost margin", shown.map(\.lostMargin)), .numbers("extra cost", shown.map(\.extraCost)),
      .figures("index", shown.map { NumberFormat.single($0.exposure, digits: 2) }),
      .figures("survive", shown.map(survival)),
      .figures("recover", shown.map { $0.timeToRecover.map { NumberFormat.single($0, digits: 4) } ?? "end" }),
    ])
    let currency = report.currency.isEmpty ? "" : TerminalText.printable(", \(report.currency)")
    return [style.bold(TerminalText.cut("Worst first\(currency); times in days", to: TextTable.pageWidth))]
      + table.lines
  }

  private func survival(_ finding: StressFinding) -> String {
    guard let time = finding.timeToSurvive else { return "" }
    let days = time >= report.horizonDays ? "end" : NumberFormat.single(time, digits: 4)
    return finding.isExposed ? "! \(days)" : days
  }

  /// Who is hit, tier by tier, and who steps in.
  private func ripple(_ finding: StressFinding) -> [String] {
    var lines = [
      style.bold(
        TerminalText.cut(
          "Without \(finding.kind) \(TerminalText.printable(finding.target))", to: TextTable.pageWidth))
    ]
    for (tier, hits) in Dictionary(grouping: finding.hits, by: \.tier).sorted(by: { $0.key < $1.key }) {
      let title = tier == 0 ? "markets" : "tier \(tier)"
      let names = hits.prefix(Self.named).map { hit in
        "\(hit.place) \(hit.item) -\(NumberFormat.percent(hit.share).replacing(" ", with: ""))\(hit.isDirect ? " (down)" : "")"
      }
      lines += Paragraph.lines("\(title): " + list(names, of: hits.count))
    }
    if finding.backups.isEmpty { return lines + ["  nobody steps in"] }
    let names = finding.backups.prefix(Self.named).map { backup in
      "\(backup.site) \(backup.item) +\(NumberFormat.single(backup.added, digits: 4)) (\(backup.role))"
    }
    return lines + Paragraph.lines("steps in: " + list(names, of: finding.backups.count))
  }

  private func list(_ names: [String], of count: Int) -> String {
    names.joined(separator: ", ") + (count > names.count ? ", and \(count - names.count) more" : "")
  }
}
