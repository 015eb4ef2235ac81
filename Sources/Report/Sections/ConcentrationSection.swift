internal import Analyses
internal import Sourcing

/// How concentrated supply is in what could be bought, in the layout of today, and in the plan.
struct ConcentrationSection {
  let contents: ReportContents
  let names: ReportNames

  /// Items that are shown at first.
  private static let first = 40

  var figure: Figure? {
    guard let before = contents.before, let after = contents.after else { return nil }
    let hasToday = before.items.contains { item in item.concentration.contains { $0.basis == .current } }
    let today: HTML = hasToday ? "today, " : ""
    return Figure(
      id: "concentration", title: "Concentration before and after",
      words: """
        The Herfindahl–Hirschman index of each item by region: the sum of the squared shares, 100 % where one region \
        supplies all. It is told for all capacity that the case knows, \(today)and for the plan.
        """,
      body: table(before, after, hasToday).html, tables: [table(before, after, hasToday)]
    )
  }

  private func table(_ before: DiagnosisReport, _ after: DiagnosisReport, _ hasToday: Bool) -> DataTable {
    var table = DataTable(
      name: "concentration", caption: "Concentration of supply by region",
      columns: [.text("Item"), .number("Capacity")] + (hasToday ? [.number("Today")] : [])
        + [.number("Plan"), .text("Largest region in the plan"), .number("Its share")], fold: Self.first)
    let planned = Dictionary(after.items.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
    for item in before.items {
      func found(_ diagnosis: ItemDiagnosis?, _ basis: Concentration.Basis) -> Concentration? {
        diagnosis?.concentration.first { $0.basis == basis && $0.scope == "region" }
      }
      func cell(_ value: Concentration?) -> DataTable.Cell {
        .optional(value?.index) { DataTable.Cell.percent($0).barred(from: 0, to: $0) }
      }
      let plan = found(planned[item.item], .current)
      table.rows.append(
        [.text(names.item(item.item)), cell(found(item, .capacity))]
          + (hasToday ? [cell(found(item, .current))] : [])
          + [
            cell(plan), .text(plan.map { names.region($0.top) } ?? "–"),
            .optional(plan?.topShare, DataTable.Cell.percent),
          ])
    }
    return table
  }
}
