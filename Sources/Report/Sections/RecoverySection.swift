internal import Analyses
internal import Sourcing

/// What to do about an event, and when service is back.
struct RecoverySection {
  let contents: ReportContents
  let names: ReportNames

  /// Actions that are shown at first.
  private static let first = 15

  var figure: Figure? {
    guard let recovery = contents.recovery, !recovery.periods.isEmpty else { return nil }
    let back: HTML =
      recovery.backInPeriod.map { "Everything is met again from \(names.period) \($0 + 1) on" }
      ?? "Not everything is met again within the horizon"
    let bare: HTML =
      recovery.backInPeriodByContracts.map {
        "; contracts alone would reach that in \(names.period) \($0 + 1)."
      }
      ?? "; contracts alone would not reach that within the horizon."
    return Figure(
      id: "recovery", title: "Recovery from an event",
      words: """
        What is met of all that is needed, \(names.period) by \(names.period), after “<bdi>\(recovery.event)</bdi>” on day \
        \(NumberFormat.single(recovery.day)). \(back)\(bare)
        """,
      body: """
        \(PartialNote.html(recovery.completeness, missing: "A better recovery may exist."))\(timeline(recovery))
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
        // Around the number that the period has in tables, which count from 1.
        [(Double(period.period) + 0.5, value(period)), (Double(period.period) + 1.5, value(period))]
      }
    }
    return LineChart(
      label: "Recovery from \(recovery.event)", xTitle: period,
      yTitle: unit.isEmpty ? "Units met" : "Met, \(unit)",
      lines: [
        LineChart.Line(name: "needed", style: "l2", points: steps(\.need), isStepped: true),
        LineChart.Line(
          name: "met by contracts alone", style: "l1", points: steps(\.metByContracts), isStepped: true),
        LineChart.Line(name: "met", style: "l0", points: steps(\.met), isStepped: true),
      ], startsAtZero: true, isCounted: true)
  }

  /// The name of a period with a capital letter.
  private var period: String { names.period.prefix(1).uppercased() + names.period.dropFirst() }

  /// The unit of everything that is demanded, where it is one.
  private var unit: String {
    let units = Set(contents.network.sourcingCase.demand.map { names.unit($0.item) })
    return units.count == 1 ? units.first ?? "" : ""
  }

  private func periods(_ recovery: Recovery) -> DataTable {
    var table = DataTable(
      name: "recovery", caption: "What is met, period by period",
      columns: [.number(period)]
        + ["Needed", "Met", "Met by contracts alone"].map { .number(unit.isEmpty ? $0 : "\($0), \(unit)") })
    for period in recovery.periods {
      table.rows.append([
        .amount(Double(period.period + 1)), .amount(period.need), .amount(period.met),
        .amount(period.metByContracts),
      ])
    }
    return table
  }

  private func actions(_ recovery: Recovery) -> DataTable {
    let money = recovery.currency.isEmpty ? "" : ", \(recovery.currency)"
    let isPaid = recovery.actions.contains { $0.once != 0 }
    var table = DataTable(
      name: "recovery-actions", caption: "Actions of the recovery",
      columns: [
        .text("Action"), .text("Where"), .text("To"), .text("Item"), .text("Way"), .number("Quantity"),
        .text("Unit"),
      ] + (isPaid ? [.number("Paid once\(money)")] : []), fold: Self.first)
    for action in recovery.actions {
      table.rows.append(
        [
          .text(action.kind.rawValue), .text(names.place(action.site)),
          .text(action.to.isEmpty ? "" : names.place(action.to)),
          .text(action.item.isEmpty ? "" : names.item(action.item)), .text(action.way),
          .amount(action.units.reduce(0, +)), .text(action.item.isEmpty ? "" : names.unit(action.item)),
        ] + (isPaid ? [.amount(action.once)] : []))
    }
    return table
  }
}
