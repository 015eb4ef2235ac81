internal import CXLSXWriter
public import Report
internal import Sourcing

/// A plan as a workbook for planners: an overview, the tables of the report with charts, and the plan's own tables.
public enum PlanWorkbook {
  /// Writes a plan.
  ///
  /// The sheets named as those of a report are for people; those that begin with `plan ` are the tables of the plan
  /// as ``Sourcing/Plan/tables`` has them, with the names that the case uses.
  ///
  /// - Throws: `FileError` of kind `unwritable`, `CaseFaults` where the plan has no layout.
  public static func write(_ contents: ReportContents, to path: String) throws {
    guard contents.plan.hasLayout else {
      throw CaseFaults([
        Fault(
          at: .init(file: "plan", column: "status"), value: contents.plan.status.rawValue,
          Message(QuestionText.planNotReported), expected: Message(QuestionText.optimalOrFeasible))
      ])
    }
    try WorkbookWriter.write(to: path) { book in
      let tables = ReportTable.all(contents)
      try overview(contents.plan, tables, book)
      for table in tables { try write(table, book) }
      for table in contents.plan.tables where table.rows.count < mostRows {
        try book.sheet("plan \(table.name)").table(table)
      }
    }
  }

  /// A sheet holds so many rows; what is longer stays in the plan's document.
  private static let mostRows = 1_048_000

  private static func overview(_ plan: Plan, _ tables: [ReportTable], _ book: WorkbookWriter) throws {
    let sheet = try book.sheet("overview")
    try sheet.check(worksheet_set_column(sheet.sheet, 0, 0, 44, nil))
    try sheet.check(worksheet_set_column(sheet.sheet, 1, 1, 44, book.amount))
    try sheet.text(plan.name.isEmpty ? "Sourcing plan" : plan.name, 0, 0, book.title)
    let figures: [(String, Double?)] = [
      ("Expected cost, first stage included", plan.costs.total),
      ("Paid before anything happens", plan.costs.firstStage),
      ("Expected cost of scenarios", plan.costs.expectedRecourse),
      ("Conditional value at risk of scenarios", plan.risk.cvar),
      ("Cost of the worst scenario", plan.risk.worst),
      ("Objective", plan.objective), ("Bound", plan.bound), ("Relative gap", plan.gap),
    ]
    for (row, figure) in figures.enumerated() {
      try sheet.text(figure.0, row + 2, 0)
      if let value = figure.1 {
        try sheet.number(value, row + 2, 1, figure.0 == "Relative gap" ? book.share : book.amount)
      }
    }
    let facts = [
      ("Sites in use", String(plan.sites.count(where: \.open))),
      ("Main sources", String(plan.sourcing.count { $0.role == .primary })),
      ("Backups", String(plan.sourcing.count { $0.role == .backup })),
      ("Currency", plan.currency), ("Status", plan.status.rawValue),
      ("Worst scenario", plan.risk.worstScenario),
      ("Method", plan.method), ("Solver", plan.solver), ("Seed", String(plan.seed)),
    ]
    for (row, fact) in facts.enumerated() {
      try sheet.text(fact.0, row + 3 + figures.count, 0)
      try sheet.text(fact.1, row + 3 + figures.count, 1)
    }
    let first = figures.count + facts.count + 4
    try sheet.text("Sheets", first, 0, book.header)
    try sheet.text("What they show", first, 1, book.header)
    for (row, table) in tables.enumerated() {
      try sheet.link(to: table.name, first + 1 + row, 0)
      try sheet.text(table.caption, first + 1 + row, 1)
    }
    try sheet.text("plan …", first + 1 + tables.count, 0)
    try sheet.text("the tables of the plan, for programs", first + 1 + tables.count, 1)
    worksheet_fit_to_pages(sheet.sheet, 1, 0)
  }

  private static func write(_ table: ReportTable, _ book: WorkbookWriter) throws {
    let sheet = try book.sheet(table.name)
    try sheet.head(
      table.columns,
      lengths: table.columns.indices.map { column in
        table.rows.prefix(200).map { $0[column].length }.max() ?? 0
      })
    for (row, values) in table.rows.enumerated() {
      for (column, value) in values.enumerated() { try write(value, sheet, row + 1, column) }
    }
    sheet.finish(rows: table.rows.count, columns: table.columns.count)
    try WorkbookCharts.add(to: sheet, table)
  }

  private static func write(_ value: ReportTable.Value, _ sheet: SheetWriter, _ row: Int, _ column: Int)
    throws
  {
    let book = sheet.book
    switch value {
    case .blank: break
    case .text(let text):
      let isMain = text == "main" || text.hasPrefix("main ")
      let isBackup = text == "backup" || text.hasPrefix("backup ")
      let isLong = text.count > SheetWriter.widest
      try sheet.text(
        text, row, column, isMain ? book.main : isBackup ? book.backup : isLong ? book.wrapped : nil)
    case .amount(let value): try sheet.number(value, row, column, book.amount)
    case .share(let value): try sheet.number(value, row, column, book.share)
    }
  }
}

extension ReportTable.Value {
  fileprivate var length: Int {
    switch self {
    case .blank: 0
    case .text(let text): text.count
    case .amount, .share: 10
    }
  }
}
