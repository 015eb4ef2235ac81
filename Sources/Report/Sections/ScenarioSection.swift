internal import Sourcing

/// How each market is served in each scenario, as a heat map that is a table.
struct ScenarioSection {
  let contents: ReportContents
  let names: ReportNames
  let service: ScenarioService

  /// Most scenarios that are shown; a board reads no more.
  private static let most = 60
  /// Markets that paper has room for, as the style sheet says too.
  private static let paperColumns = 13
  /// Scenarios that are shown at first.
  private static let first = 20

  var figure: Figure {
    let left = service.rows.count - Self.most
    let cut: HTML = left > 0 ? " The \(left) served best are left out here; the plan has them." : ""
    let markets = contents.network.sourcingCase.markets.count
    let onPaper: HTML =
      markets > Self.paperColumns
      ? " <span class=\"paper\">On paper the first \(Self.paperColumns) of \(markets) markets are shown.</span>"
      : ""
    return Figure(
      id: "scenarios", title: "How markets are served when something happens",
      words: """
        A row is a scenario, the one served worst first. Each cell is the part of demand that is met in the market, for \
        the item served least there; the stronger the colour, the more is missing.\(cut)\(onPaper)
        """,
      body: table.html, tables: [table]
    )
  }

  private var table: DataTable {
    let found = contents.network.sourcingCase
    let plan = contents.plan
    let currency = plan.currency.isEmpty ? "Cost" : "Cost, \(plan.currency)"
    var table = DataTable(
      name: "scenarios", caption: "Demand met by scenario and market",
      columns: [.text("Scenario"), .number("Probability")]
        + found.markets.map { .number($0.name ?? $0.id) } + [.number(currency)], fold: Self.first)
    let rows = service.rows.prefix(Self.most)
    let highest = rows.map { plan.costs.firstStage + $0.scenario.cost }.max() ?? 0
    for row in rows {
      let cost = plan.costs.firstStage + row.scenario.cost
      table.rows.append(
        [.text(row.scenario.scenario), .percent(row.scenario.probability)] + row.markets.map(cell)
          + [DataTable.Cell.amount(cost).barred(from: 0, to: highest > 0 ? cost / highest : 0)])
    }
    return table
  }

  private func cell(_ entry: ScenarioService.Entry) -> DataTable.Cell {
    guard let least = entry.least else { return .blank }
    var cell = DataTable.Cell.percent(least)
    cell.style = "h\(Self.level(least))"
    cell.hint = names.item(entry.item)
    return cell
  }

  /// Shades of the heat map, from 0 (all is met) to 5.
  static func level(_ share: Double) -> Int {
    switch share {
    case 0.9999...: 0
    case 0.95...: 1
    case 0.85...: 2
    case 0.7...: 3
    case 0.4...: 4
    default: 5
    }
  }
}
