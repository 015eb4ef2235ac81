internal import Analyses
internal import Sourcing

/// One failure at a time, the one that loses most first.
struct StressSection {
  let contents: ReportContents
  let names: ReportNames

  /// Rows that are shown at first, and at most.
  private static let (first, most) = (12, 2500)
  /// Sites that are named of those that step in.
  private static let named = 2

  var figure: Figure? {
    guard let stress = contents.stress else { return nil }
    let table = table(stress)
    return Figure(
      id: "stress", title: "If one thing fails", words: words(stress),
      body: """
        \(PartialNote.html(stress.completeness, missing: "\(stress.findings.count) of \(stress.asked) failures were tried, and a worse one may be among the others."))\
        \(table.html)
        """, tables: [table]
    )
  }

  private func words(_ stress: StressReport) -> HTML {
    let quiet = stress.findings.count { $0.lostMargin <= 0 }
    let exposed = stress.findings.count(where: \.isExposed)
    let left = stress.findings.count - Self.most
    let cut: HTML = left > 0 ? " The \(left) that lose least are not on this page." : ""
    let tried = HeadlineSection.count(stress.findings.count, "failure")
    let told: HTML =
      exposed == 0
      ? "None lasts longer than the layout can bear it."
      : """
      <strong>\(HeadlineSection.count(exposed, "failure"))</strong> cannot be borne for as long as recovery takes \
      (“exposed”).
      """
    return """
      \(tried), one at a time, while the layout stays as it is and responds at least cost; \(quiet) of them lose no \
      demand. \(told) Exposure is the lost margin against the greatest one (risk exposure index, Simchi-Levi et al. 2015).\
      \(cut)
      """
  }

  private func table(_ stress: StressReport) -> DataTable {
    let currency = stress.currency.isEmpty ? "" : ", \(stress.currency)"
    let hasTimes = stress.findings.contains { $0.timeToSurvive != nil }
    var table = DataTable(
      name: "stress", caption: "Single failures by lost margin",
      columns: [
        .text("What fails"), .text("Kind"), .number("Exposure"), .number("Lost margin\(currency)"),
        .number("Extra cost\(currency)"), .number("Demand met"),
      ] + (hasTimes ? [.number("Survives, days")] : [])
        + [.number("Recovers in, days"), .text("Exposed"), .wide("Who steps in")], fold: Self.first)
    for finding in stress.findings.prefix(Self.most) {
      var met = DataTable.Cell.percent(finding.service)
      met.style = "h\(ScenarioSection.level(finding.service))"
      var exposed = DataTable.Cell.text(finding.isExposed ? "exposed" : "")
      if finding.isExposed { exposed.style = "alarm" }
      table.rows.append(
        [
          .text(target(finding)), .text(finding.kind),
          DataTable.Cell.percent(finding.exposure).barred(from: 0, to: finding.exposure, style: "bar bad"),
          .amount(finding.lostMargin), .amount(finding.extraCost), met,
        ] + (hasTimes ? [.optional(finding.timeToSurvive, DataTable.Cell.amount)] : [])
          + [finding.timeToRecover.map(DataTable.Cell.amount) ?? Self.end, exposed, backups(finding)])
    }
    return table
  }

  /// What nobody says when it ends lasts to the end of the horizon.
  private static let end = DataTable.Cell(shown: "end", value: "", hint: "lasts to the end of the horizon")

  private func backups(_ finding: StressFinding) -> DataTable.Cell {
    var sites: [String] = []
    for backup in finding.backups where !sites.contains(names.site(backup.site)) {
      sites.append(names.site(backup.site))
    }
    let more = sites.count - Self.named
    let shown = sites.prefix(Self.named).joined(separator: "; ") + (more > 0 ? " and \(more) more" : "")
    let whole = finding.backups.map { "\(names.site($0.site)): \(names.item($0.item))" }
    return .text(shown, for: whole.joined(separator: "; "))
  }

  private func target(_ finding: StressFinding) -> String {
    switch finding.kind {
    case "site": names.site(finding.target)
    case "region": names.region(finding.target)
    case "item": names.item(finding.target)
    default: finding.target
    }
  }
}
