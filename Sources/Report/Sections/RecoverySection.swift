internal import Analyses
internal import Sourcing

/// What to do about an event, and when service is back.
struct RecoverySection {
  let contents: ReportContents
  let names: ReportNames

  var figure: Figure? {
    guard let recovery = contents.recovery, !recovery.periods.isEmpty else { return nil }
    let back: HTML =
      recovery.backInPeriod.map { "Everything is met again from period \($0 + 1) on" }
      ?? "Not everything is met again within the horizon"
    let bare: HTML =
      recovery.backInPeriodByContracts.map { "; contracts alone would reach that in period \($0 + 1)." }
      ?? "; contracts alone would not reach that within the horizon."
    return Figure(
      id: "recovery", title: "Recovery from an event",
      words: """
        What is met of all that is needed, period by period, after “<bdi>\(recovery.event)</bdi>” on day \
        \(NumberFormat.single(recovery.day)). \(back)\(bare)
        """,
      body: """
        \(timeline(recovery))
        <h3>What to do</h3>
        \(actions(recovery).html)
        """, tables: [periods(recovery), actions(recovery)]
    )
  }

  /// The chart; of a single period the table alone, since a line would say no more.
  private func timeline(_ recovery: Recovery) -> HTML {
    let table = periods(recovery)
    return recovery.periods.count > 1 ? "\(chart(recovery).html)\(Figure.details(table))" : table.html
  }

  private func chart(_ recovery: Recovery) -> LineChart {
    func steps(_ value: (Recovery.Period) -> Double) -> [(x: Double, y: Double)] {
      recovery.periods.flatMap { period in
        [(Double(period.period), value(period)), (Double(period.period + 1), value(period))]
      }
    }
    return LineChart(
      label: "Recovery from \(recovery.event)", xTitle: "Period", yTitle: "Units met",
      lines: [
        LineChart.Line(name: "needed", style: "l2", points: steps(\.need), isStepped: true),
        LineChart.Line(
          name: "met by contracts alone", style: "l1", points: steps(\.metByContracts), isStepped: true),
        LineChart.Line(name: "met", style: "l0", points: steps(\.met), isStepped: true),
      ], startsAtZero: true)
  }

  private func periods(_ recovery: Recovery) -> DataTable {
    var table = DataTable(
      name: "recovery", caption: "What is met, period by period",
      columns: [.number("Period"), .number("Needed"), .number("Met"), .number("Met by contracts alone")])
    for period in recovery.periods {
      table.rows.append([
        .amount(Double(period.period + 1)), .amount(period.need), .amount(period.met),
        .amount(period.metByContracts),
      ])
    }
    return table
  }

  private func actions(_ recovery: Recovery) -> DataTable {
    var table = DataTable(
      name: "recovery-actions", caption: "Actions of the recovery",
      columns: [
        .text("Action"), .text("Where"), .text("To"), .text("Item"), .text("Way"), .number("Units"),
        .number("Paid once"),
      ])
    for action in recovery.actions {
      table.rows.append([
        .text(action.kind.rawValue), .text(names.place(action.site)),
        .text(action.to.isEmpty ? "" : names.place(action.to)),
        .text(action.item.isEmpty ? "" : names.item(action.item)), .text(action.way),
        .amount(action.units.reduce(0, +)), .amount(action.once),
      ])
    }
    return table
  }
}
