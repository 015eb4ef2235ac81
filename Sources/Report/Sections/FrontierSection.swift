internal import Analyses
internal import Sourcing

/// Cost against safety: the efficient layouts, and where the plan lies.
struct FrontierSection {
  let contents: ReportContents

  var figure: Figure? {
    guard let frontier = contents.frontier, !frontier.points.isEmpty else { return nil }
    let knee: HTML =
      frontier.knee.map { " The knee, point \($0 + 1), is where more safety begins to cost most." } ?? ""
    let marked: HTML = plan == nil ? "" : " The ring is this plan."
    return Figure(
      id: "frontier", title: "What safety costs",
      words: """
        Each point is a layout that no other beats in both cost and \(Self.name(frontier.against)); less is safer. \
        Steps join the points, since nothing is known of the layouts between them.\(knee)\(marked)
        """,
      body: """
        \(PartialNote.html(frontier.completeness, missing: "Points between those that are shown, or safer ones, may be missing."))\
        \(chart(frontier).html)\(Figure.details(table(frontier)))
        """, tables: [table(frontier)]
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

  /// Where the plan lies on the axis; nil where the frontier does not say what it counted.
  private var plan: Double? {
    // A frontier whose places the case does not know has been refused before.
    guard let frontier = contents.frontier else { return nil }
    return (try? frontier.value(of: contents.plan, in: contents.network)) ?? nil
  }

  /// The points with the corner of a step before each: what no more than the cost of one point buys is its safety.
  private static func steps(_ points: [Frontier.Point]) -> [(x: Double, y: Double)] {
    var path: [(x: Double, y: Double)] = []
    for point in points {
      if let last = path.last { path.append((point.cost, last.y)) }
      path.append((point.cost, point.value))
    }
    return path
  }

  /// What the axis shows, with its unit.
  private static func title(_ frontier: Frontier) -> String {
    let value = name(frontier.against)
    let unit = frontier.against.isShare || frontier.currency.isEmpty ? "" : ", \(frontier.currency)"
    return value.prefix(1).uppercased() + value.dropFirst() + unit
  }

  private func chart(_ frontier: Frontier) -> LineChart {
    let axis = frontier.against
    let currency = frontier.currency.isEmpty ? "" : ", \(frontier.currency)"
    var chart = LineChart(
      label: "Efficient layouts: cost against \(Self.name(axis))", xTitle: "Expected cost\(currency)",
      yTitle: Self.title(frontier),
      lines: [
        LineChart.Line(
          name: "efficient", style: "l0", points: Self.steps(frontier.points), isMarked: true, isStepped: true
        )
      ], isShare: axis.isShare)
    if let value = plan {
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
    let money = frontier.currency.isEmpty ? "" : ", \(frontier.currency)"
    let isShare = frontier.against.isShare
    let unit = isShare ? "a percentage point" : "a unit"
    var table = DataTable(
      name: "frontier", caption: "Efficient layouts",
      columns: [
        .number("Point"), .number("Expected cost\(money)"), .number(Self.title(frontier)),
        .number("Price of \(unit) to the next\(money)"), .number("Sites"), .text("Knee"),
      ])
    for (index, point) in frontier.points.enumerated() {
      table.rows.append([
        .amount(Double(index + 1)), .amount(point.cost),
        frontier.against.isShare ? .percent(point.value) : .amount(point.value),
        .optional(point.priceToNext) { .amount(isShare ? $0 / 100 : $0) }, .amount(Double(point.sites.count)),
        .text(frontier.knee == index ? "knee" : ""),
      ])
    }
    return table
  }
}
