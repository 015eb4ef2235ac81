/// A table of a report without its looks, for other containers than a page.
package struct ReportTable: Sendable {
  /// A value of it.
  package enum Value: Sendable {
    case blank
    case text(String)
    case amount(Double)
    case share(Double)
  }

  /// What it is called, in small letters and hyphens.
  package var name: String
  package var caption: String
  package var columns: [String]
  package var rows: [[Value]]

  /// The tables of a report, in its order.
  package static func all(_ contents: ReportContents) -> [ReportTable] {
    ReportPage.figures(contents).flatMap(\.tables).map(\.plain)
  }
}

extension DataTable {
  fileprivate var plain: ReportTable {
    ReportTable(
      name: name, caption: caption, columns: columns.map(\.title),
      rows: rows.map { row in zip(columns, row).map { $1.plain($0.kind) } })
  }
}

extension DataTable.Cell {
  fileprivate func plain(_ kind: DataTable.Kind) -> ReportTable.Value {
    if value.isEmpty { return .blank }
    guard kind == .number, let number = Double(value) else { return .text(value) }
    return isShare ? .share(number) : .amount(number)
  }
}
