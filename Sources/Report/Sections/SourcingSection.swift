internal import Sourcing

/// Who supplies what: the matrix of items and regions, and every source with its contract.
struct SourcingSection {
  let plan: Plan
  let names: ReportNames

  /// Longer units need a wide column.
  private static let shortUnit = 14
  /// Sources that are shown at first.
  private static let first = 25
  /// Columns of the matrix that paper has room for, as the style sheet says too.
  private static let paperColumns = 14
  /// Items of the matrix that are shown at first.
  private static let firstItems = 40

  var figure: Figure {
    Figure(
      id: "sourcing", title: "One main source, its backups",
      words: """
        Rows are items, columns the regions of their sources. ● is a main source (mainstay), which delivers while nothing \
        happens, with its share of the supply; ○ is a backup, qualified and held ready, with its share where it supplies.\
        \(onPaper)
        """,
      body: """
        \(matrix.html)
        <h3>Every source and its contract</h3>
        \(sources.html)
        """, tables: [matrix, sources]
    )
  }

  /// What the matrix leaves out where paper is too narrow for all of its columns.
  private var onPaper: HTML {
    let regions = Set(plan.sourcing.map { names.regionOf($0.site) }).count
    if regions <= Self.paperColumns { return "" }
    return """
       <span class="paper">On paper the matrix has the \(Self.paperColumns) regions of most sources, of \(regions); every \
      source stands below it.</span>
      """
  }

  private var matrix: DataTable {
    let regions = Dictionary(grouping: plan.sourcing) { names.regionOf($0.site) }
    // Those that supply most items first: the columns that matter stand on the left.
    let columns = regions.sorted { (-$0.value.count, $0.key) < (-$1.value.count, $1.key) }.map(\.key)
    var table = DataTable(
      name: "sourcing-matrix", caption: "Main and backup sources by item and region",
      columns: [.text("Item")] + columns.map { .text($0) }, fold: Self.firstItems)
    for (item, sources) in grouped {
      let cells = columns.map { region in
        cell(sources.filter { names.regionOf($0.site) == region })
      }
      table.rows.append([.text(names.item(item))] + cells)
    }
    return table
  }

  /// Items in the order of the plan, each with its sources.
  private var grouped: [(String, [PlanSource])] {
    var order: [String] = []
    var sources: [String: [PlanSource]] = [:]
    for source in plan.sourcing {
      if sources[source.item] == nil { order.append(source.item) }
      sources[source.item, default: []].append(source)
    }
    return order.map { ($0, sources[$0] ?? []) }
  }

  private func cell(_ sources: [PlanSource]) -> DataTable.Cell {
    if sources.isEmpty { return DataTable.Cell(shown: "", value: "") }
    let mains = sources.filter { $0.role == .primary }
    let share = sources.reduce(0) { $0 + $1.share }
    let mark = mains.isEmpty ? "○" : "●"
    let role = mains.isEmpty ? "backup" : "main"
    let told = share > 0 ? " \(NumberFormat.percent(share))" : ""
    let who = sources.map { "\(names.site($0.site)) (\($0.role == .primary ? "main" : "backup"))" }
    return DataTable.Cell(
      shown: "<span aria-hidden=\"true\">\(mark)</span><span class=\"sr\">\(role)</span>\(told)",
      value: "\(role)\(told)", style: "m \(role)", hint: who.joined(separator: ", "))
  }

  private var sources: DataTable {
    let isLong = plan.sourcing.contains { names.unit($0.item).count > Self.shortUnit }
    let hasRecipes = plan.sourcing.contains { !$0.recipe.isEmpty }
    var table = DataTable(
      name: "sources", caption: "Every source with its contract",
      columns: [
        .text("Item"), .text("Role"), .wide("Site"), .text("Region"),
      ] + (hasRecipes ? [.text("Recipe")] : []) + [
        .number("Committed"), .number("Reserved"),
        DataTable.Column(title: "Unit per \(names.period)", kind: .text, isWide: isLong), .number("Share"),
      ], fold: Self.first)
    for source in plan.sourcing {
      var role = DataTable.Cell.text(source.role == .primary ? "main" : "backup")
      role.style = source.role == .primary ? "main" : "backup"
      table.rows.append(
        [
          .text(names.item(source.item)), role,
          .text(names.site(source.site)), .text(names.regionOf(source.site)),
        ] + (hasRecipes ? [.text(source.recipe)] : []) + [
          .amount(source.commit), .amount(source.reserve), .text(names.unit(source.item)),
          DataTable.Cell.percent(source.share).barred(from: 0, to: source.share),
        ])
    }
    return table
  }
}
