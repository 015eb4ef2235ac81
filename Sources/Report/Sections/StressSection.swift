internal import Analyses
internal import Sourcing

/// One failure at a time, the one that loses most first.
struct StressSection {
  let contents: ReportContents
  let names: ReportNames

  private static let most = 40

  var figure: Figure? {
    guard let stress = contents.stress else { return nil }
    let quiet = stress.findings.count { $0.lostMargin <= 0 }
    let left = stress.findings.count - Self.most
    let cut: HTML = left > 0 ? " The \(left) that lose least are left out here." : ""
    return Figure(
      id: "stress", title: "If one thing fails",
      words: """
        \(HeadlineSection.count(stress.findings.count, "failure")), one at a time, while the layout stays as it is and \
        responds at least cost; \(quiet) of them lose no demand. The exposure index is the lost margin against the \
        greatest. Exposed is what cannot be borne for as long as it takes to recover.\(cut)
        """,
      body: table(stress).html, tables: [table(stress)]
    )
  }

  private func table(_ stress: StressReport) -> DataTable {
    let currency = stress.currency.isEmpty ? "" : ", \(stress.currency)"
    var table = DataTable(
      name: "stress", caption: "Single failures by lost margin",
      columns: [
        .text("What fails"), .text("Kind"), .number("Exposure"), .number("Lost margin\(currency)"),
        .number("Extra cost\(currency)"), .number("Demand met"), .number("Survives, days"),
        .number("Recovers in, days"), .text("Exposed"), .text("Who steps in"),
      ])
    for finding in stress.findings.prefix(Self.most) {
      var met = DataTable.Cell.percent(finding.service)
      met.style = "h\(ScenarioSection.level(finding.service))"
      let backups = finding.backups.prefix(3).map { "\(names.site($0.site)): \(names.item($0.item))" }
      table.rows.append([
        .text(target(finding)), .text(finding.kind),
        DataTable.Cell.percent(finding.exposure).barred(from: 0, to: finding.exposure, style: "bar bad"),
        .amount(finding.lostMargin), .amount(finding.extraCost), met,
        .optional(finding.timeToSurvive, DataTable.Cell.amount),
        .optional(finding.timeToRecover, DataTable.Cell.amount), .text(finding.isExposed ? "exposed" : ""),
        .text(backups.joined(separator: "; ")),
      ])
    }
    return table
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
