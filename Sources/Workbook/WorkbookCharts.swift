internal import CXLSXWriter
internal import Report

/// Charts beside the tables of a plan's workbook.
enum WorkbookCharts {
  /// Adds the chart that belongs to a table, right of it; most have none.
  static func add(to sheet: SheetWriter, _ table: ReportTable) throws {
    switch table.name {
    case "costs":
      // The last row is the total.
      try add(to: sheet, table, LXW_CHART_BAR, names: 0, values: [2], rows: table.rows.count - 1)
    case "scenarios":
      try add(
        to: sheet, table, LXW_CHART_COLUMN, names: 0, values: [table.columns.count - 1],
        rows: table.rows.count)
    case "concentration":
      let shares = table.columns.indices.filter { ["Capacity", "Today", "Plan"].contains(table.columns[$0]) }
      try add(to: sheet, table, LXW_CHART_COLUMN, names: 0, values: shares, rows: table.rows.count)
    case "stress":
      try add(to: sheet, table, LXW_CHART_BAR, names: 0, values: [3], rows: min(15, table.rows.count))
    case "frontier":
      try add(
        to: sheet, table, LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS, names: 1, values: [2],
        rows: table.rows.count)
    case "recovery":
      try add(to: sheet, table, LXW_CHART_LINE, names: 0, values: [1, 2, 3], rows: table.rows.count)
    default: break
    }
  }

  private static func add(
    to sheet: SheetWriter, _ table: ReportTable, _ type: lxw_chart_type, names: Int, values: [Int], rows: Int
  ) throws {
    guard rows > 0, let chart = sheet.book.chart(type) else { return }
    let last = UInt32(rows)
    for column in values {
      let series = chart_add_series(chart, nil, nil)
      chart_series_set_categories(series, sheet.name, 1, UInt16(names), last, UInt16(names))
      chart_series_set_values(series, sheet.name, 1, UInt16(column), last, UInt16(column))
      chart_series_set_name_range(series, sheet.name, 0, UInt16(column))
    }
    chart_title_set_name(chart, values.count == 1 ? table.columns[values[0]] : table.caption)
    if values.count == 1 { chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_NONE.rawValue)) }
    if type == LXW_CHART_BAR { chart_axis_set_reverse(chart.pointee.y_axis) }
    if type == LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS {
      chart_axis_set_name(chart.pointee.x_axis, table.columns[names])
      chart_axis_set_name(chart.pointee.y_axis, table.columns[values[0]])
    }
    var options = lxw_chart_options()
    options.x_scale = 1.5
    options.y_scale = 1.4
    try sheet.check(
      worksheet_insert_chart_opt(sheet.sheet, 1, UInt16(table.columns.count + 1), chart, &options))
  }
}
