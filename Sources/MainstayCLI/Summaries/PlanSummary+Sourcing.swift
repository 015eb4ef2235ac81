import Mainstay

extension PlanSummary {
  /// Who is the main source and who the backup of each item, and how much.
  var sourcing: [String] {
    if plan.sourcing.isEmpty { return ["No item is sourced: all demand is short."] }
    let rows = orderedSources
    // The item is named in the first of its rows only.
    let items = rows.indices.map { $0 > 0 && rows[$0 - 1].item == rows[$0].item ? "" : rows[$0].item }
    let table = TextTable([
      .text("item", items),
      .text("source", rows.map { $0.recipe.isEmpty ? $0.site : "\($0.site) by \($0.recipe)" }),
      .text("role", rows.map { $0.role == .primary ? "main" : "backup" }, mayShrink: false),
      .figures("share", rows.map { NumberFormat.percent($0.share) }),
      .numbers("commit", rows.map(\.commit)), .numbers("reserve", rows.map(\.reserve)),
    ])
    let named = rows.map(\.item).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
    let unit = TerminalText.printable(units.common(named) ?? "units")
    let heading = "Sourcing: share of the undisturbed supply, \(unit) a \(units.period)"
    return [title(TerminalText.cut(heading, to: TextTable.pageWidth))] + table.lines
      + Paragraph.lines(units.sentence(named))
  }

  /// Which projects are developed, what they unlock from when on, and who shares the cost.
  var projects: [String] {
    let rows = plan.projects
    if rows.isEmpty { return [] }
    let table = TextTable([
      .text("project", rows.map(\.project)),
      .text(
        "unlocks", rows.map { $0.unlocks.map { "\($0.item) at \($0.site)" }.joined(separator: ", ") }),
      .numbers("days", rows.map(\.days)),
      .figures("from period", rows.map { $0.readyPeriod.map(String.init) ?? "never" }),
      .numbers("cost", rows.map(\.cost)),
      .text("shared with", rows.map { $0.partners.joined(separator: ", ") }),
    ])
    return [title("Projects: cost is the part that the case bears\(inCurrency)")] + table.lines
  }

  /// What is placed in stock before anything happens.
  var stock: [String] {
    if plan.stock.isEmpty { return [] }
    let table = TextTable([
      .text("item", plan.stock.map(\.item)), .text("site", plan.stock.map(\.site)),
      .numbers("quantity", plan.stock.map(\.quantity)),
      .text("unit", plan.stock.map { units.unit(of: $0.item) }),
    ])
    return [title("Strategic stock")] + table.lines
  }

  /// Which sites are used, and what changes about them.
  var sites: [String] {
    let used = plan.sites.filter(\.open)
    var lines = [title("Sites in use: \(used.count)")]
    let changes = [
      ("new", used.filter { !$0.existing }), ("kept", used.filter(\.existing)),
      ("closed", plan.sites.filter { $0.existing && !$0.open }),
    ]
    for (change, sites) in changes where !sites.isEmpty {
      lines += Paragraph.lines("\(change): \(sites.map(\.site).joined(separator: ", "))")
    }
    return lines
  }

  /// Sources by item in the order of the plan, main sources first, the larger share first.
  private var orderedSources: [PlanSource] {
    var order: [String: Int] = [:]
    for source in plan.sourcing where order[source.item] == nil { order[source.item] = order.count }
    return plan.sourcing.sorted { left, right in
      if left.item != right.item { return (order[left.item] ?? 0) < (order[right.item] ?? 0) }
      if left.role != right.role { return left.role == .primary }
      if left.share != right.share { return left.share > right.share }
      return (left.site, left.recipe) < (right.site, right.recipe)
    }
  }
}
