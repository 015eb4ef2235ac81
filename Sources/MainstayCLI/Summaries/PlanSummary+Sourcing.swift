import Mainstay

extension PlanSummary {
  /// Who is the main source and who the backup of each item, and how much.
  var sourcing: [String] {
    if plan.sourcing.isEmpty { return [words(.planNothingSourced)] }
    let rows = orderedSources
    // The item is named in the first of its rows only.
    let items = rows.indices.map { $0 > 0 && rows[$0 - 1].item == rows[$0].item ? "" : rows[$0].item }
    let table = TextTable([
      .text(words(.planItem), items),
      .text(words(.planSource), rows.map(source)),
      .text(
        words(.planRole), rows.map { words($0.role == .primary ? .planMain : .planBackup) }, mayShrink: false),
      .figures(words(.planShare), rows.map { NumberFormat.percent($0.share) }),
      .numbers(words(.planCommit), rows.map(\.commit)), .numbers(words(.planReserve), rows.map(\.reserve)),
    ])
    let named = rows.map(\.item).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
    let unit = TerminalText.printable(units.common(named) ?? words(.planUnits))
    let heading = words(.planSourcing, ["unit": unit, "period": words(units.period)])
    return [title(TerminalText.cut(heading, to: TextTable.pageWidth))] + table.lines
      + Paragraph.lines(units.sentence(named, in: language))
  }

  /// Which projects are developed, what they unlock from when on, and who shares the cost.
  var projects: [String] {
    let rows = plan.projects
    if rows.isEmpty { return [] }
    let table = TextTable([
      .text(words(.planProject), rows.map(\.project)),
      .text(
        words(.planUnlocks), rows.map { $0.unlocks.map(unlocked).joined(separator: ", ") }),
      .numbers(words(.planDays), rows.map(\.days)),
      .figures(words(.planFromPeriod), rows.map { $0.readyPeriod.map(String.init) ?? words(.planNever) }),
      .numbers(words(.planCost), rows.map(\.cost)),
      .text(words(.planSharedWith), rows.map { $0.partners.joined(separator: ", ") }),
    ])
    return [title(words(.planProjects, ["currency": inCurrency]))] + table.lines
  }

  /// What is placed in stock before anything happens.
  var stock: [String] {
    if plan.stock.isEmpty { return [] }
    let table = TextTable([
      .text(words(.planItem), plan.stock.map(\.item)), .text(words(.planSite), plan.stock.map(\.site)),
      .numbers(words(.planQuantity), plan.stock.map(\.quantity)),
      .text(words(.planUnit), plan.stock.map { units.unit(of: $0.item) }),
    ])
    return [title(words(.planStock))] + table.lines
  }

  /// Which sites are used, and what changes about them.
  var sites: [String] {
    let used = plan.sites.filter(\.open)
    var lines = [title(words(.planSites, ["count": String(used.count)]))]
    let changes: [(PlanText, [PlanSite])] = [
      (.planNewSites, used.filter { !$0.existing }), (.planKeptSites, used.filter(\.existing)),
      (.planClosedSites, plan.sites.filter { $0.existing && !$0.open }),
    ]
    for (change, sites) in changes where !sites.isEmpty {
      lines += Paragraph.lines(words(change, ["sites": sites.map(\.site).joined(separator: ", ")]))
    }
    return lines
  }

  private func source(_ source: PlanSource) -> String {
    if source.recipe.isEmpty { return source.site }
    return words(.planSourceByRecipe, ["site": source.site, "recipe": source.recipe])
  }

  private func unlocked(_ source: PlanProject.Unlocked) -> String {
    words(.planItemAtSite, ["item": source.item, "site": source.site])
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
