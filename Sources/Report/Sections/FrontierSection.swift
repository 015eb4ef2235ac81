internal import Analyses
internal import Sourcing

/// Cost against safety: the efficient layouts, and where the plan lies.
struct FrontierSection {
  let contents: ReportContents

  var figure: Figure? {
    guard let frontier = contents.frontier, !frontier.points.isEmpty else { return nil }
    let knee: HTML =
      frontier.knee.map { " The knee, point \($0 + 1), is where more safety begins to cost most." } ?? ""
    return Figure(
      id: "frontier", title: "What safety costs",
      words: """
        Each point is a layout that no other beats in both cost and \(Self.name(frontier.against)); less is safer.\
        \(knee)
        """,
      body: "\(chart(frontier).html)\(Figure.details(table(frontier)))", tables: [table(frontier)]
    )
  }

  private static func name(_ axis: FrontierAxis) -> String {
    switch axis {
    case .cvar: "conditional value at risk"
    case .worst: "cost of the worst scenario"
    case .shortage: "expected part of demand that is short"
    case .concentration: "largest share of one source"
    case .autonomy: "largest share from outside"
    }
  }

  /// Where the plan lies on the axis; nil where the plan does not tell.
  private func chosen(_ axis: FrontierAxis) -> Double? {
    let plan = contents.plan
    switch axis {
    case .cvar: return plan.costs.firstStage + plan.risk.cvar
    case .worst: return plan.costs.firstStage + plan.risk.worst
    case .shortage, .concentration, .autonomy: return nil
    }
  }

  private func chart(_ frontier: Frontier) -> LineChart {
    let axis = frontier.against
    let currency = frontier.currency.isEmpty ? "" : ", \(frontier.currency)"
    let value = Self.name(axis) + (axis.isShare ? "" : currency)
    var chart = LineChart(
      label: "Efficient layouts: cost against \(Self.name(axis))", xTitle: "Expected cost\(currency)",
      yTitle: value.prefix(1).uppercased() + value.dropFirst(),
      lines: [
        LineChart.Line(
          name: "efficient", style: "l0", points: frontier.points.map { ($0.cost, $0.value) }, isMarked: true)
      ], isShare: axis.isShare)
    if let value = chosen(axis) {
      chart.marks.append(LineChart.Mark(x: contents.plan.costs.total, y: value, text: "this plan"))
    }
    if let knee = frontier.knee, frontier.points.indices.contains(knee) {
      let point = frontier.points[knee]
      chart.lines.append(
        LineChart.Line(name: "knee", style: "l1", points: [(point.cost, point.value)], isMarked: true))
    }
    return chart
  }

  private func table(_ frontier: Frontier) -> DataTable {
    var table = DataTable(
      name: "frontier", caption: "Efficient layouts",
      columns: [
        .number("Point"), .number("Expected cost"), .number(frontier.against.rawValue),
        .number("Price of a unit to the next"), .number("Sites"), .text("Knee"),
      ])
    for (index, point) in frontier.points.enumerated() {
      table.rows.append([
        .amount(Double(index + 1)), .amount(point.cost),
        frontier.against.isShare ? .percent(point.value) : .amount(point.value),
        .optional(point.priceToNext, DataTable.Cell.amount), .amount(Double(point.sites.count)),
        .text(frontier.knee == index ? "knee" : ""),
      ])
    }
    return table
  }
}
