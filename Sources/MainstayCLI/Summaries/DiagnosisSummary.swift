import Mainstay

/// A diagnosis for people.
struct DiagnosisSummary {
  private let report: DiagnosisReport
  private let style: Style

  /// Longest list that is shown whole.
  private static let longest = 12

  init(_ report: DiagnosisReport, style: Style) {
    self.report = report
    self.style = style
  }

  /// All lines, none wider than a page of 80.
  var lines: [String] {
    let name = report.name.isEmpty ? "diagnosis" : TerminalText.printable(report.name)
    var lines = [
      style.bold(
        TerminalText.cut(
          "\(name): \(FaultReport.counted(report.items.count, "item")), structure before planning",
          to: TextTable.pageWidth))
    ]
    lines += PartialNote.lines(report.completeness)
    let sections = [
      watch, concentration(.capacity), groups(.capacity), concentration(.current), groups(.current), centres,
      corridors, rules,
    ]
    for section in sections where !section.isEmpty {
      lines += [""] + section
    }
    return lines
  }

  private var watch: [String] {
    if report.watch.isEmpty { return [] }
    let crossed = report.watch.filter(\.crossed)
    let title =
      "Watch list: \(crossed.count) of \(FaultReport.counted(report.watch.count, "limit")) crossed"
    if crossed.isEmpty { return [style.good(title)] }
    let shown = crossed.prefix(Self.longest)
    let table = TextTable([
      .text("metric", shown.map(\.metric), mayShrink: false), .text("of", shown.map(\.subject)),
      .figures("value", shown.map { NumberFormat.single($0.value, digits: 3) }),
      .figures("limit", shown.map { NumberFormat.single($0.limit, digits: 3) }),
    ])
    return [style.bad(title)] + table.lines + more(crossed.count)
  }

  /// The items that are counted on a basis, critical ones first, then tier by tier, the most concentrated first.
  private func items(_ basis: Concentration.Basis) -> [ItemDiagnosis] {
    report.items.filter { $0.concentration.contains { $0.basis == basis } }.sorted { left, right in
      (left.isCritical ? 0 : 1, left.tier, -share(left, basis), left.item)
        < (right.isCritical ? 0 : 1, right.tier, -share(right, basis), right.item)
    }
  }

  private func concentration(
    of item: ItemDiagnosis, _ basis: Concentration.Basis, _ scope: String
  ) -> Concentration? {
    item.concentration.first { $0.basis == basis && $0.scope == scope }
  }

  /// Which bloc and which owner has most of each item; nothing where no region is in a bloc and nobody owns two sites.
  private func groups(_ basis: Concentration.Basis) -> [String] {
    let items = items(basis)
    let scopes = ["bloc", "owner"].filter { scope in
      items.contains { item in
        let found = concentration(of: item, basis, scope)
        let plain = concentration(of: item, basis, scope == "bloc" ? "region" : "supplier")
        return found != nil && (found?.top, found?.count) != (plain?.top, plain?.count)
      }
    }
    if scopes.isEmpty { return [] }
    let shown = Array(items.prefix(2 * Self.longest))
    let columns = scopes.flatMap { scope -> [TextTable.Column] in
      let found = shown.map { concentration(of: $0, basis, scope) }
      return [
        .text(scope, found.map { $0?.top ?? "" }),
        .figures("share", found.map { $0.map { NumberFormat.percent($0.topShare) } ?? "" }),
        .figures("HHI", found.map { $0.flatMap(Self.index) ?? "" }),
      ]
    }
    let who = scopes.joined(separator: " and ")
    let overlaps = shown.contains { item in (concentration(of: item, basis, "bloc")?.index ?? 0) > 1 }
    let title =
      "By \(who), \(basis == .capacity ? "of capacity" : "of what is made today")"
      + (overlaps ? " (no HHI where blocs overlap)" : "")
    let names = TextTable.Column.text("item", shown.map { ($0.isCritical ? "* " : "  ") + $0.item })
    return [style.bold(title)] + TextTable([names] + columns).lines + more(items.count, 2 * Self.longest)
  }

  /// The index of concentration; nil where regions that count in several blocs make it more than it can be.
  private static func index(_ found: Concentration) -> String? {
    found.index <= 1 + 1e-9 ? NumberFormat.single(found.index, digits: 2) : nil
  }

  /// Who has most of each item.
  private func concentration(_ basis: Concentration.Basis) -> [String] {
    let items = items(basis)
    if items.isEmpty { return [] }
    let shown = Array(items.prefix(2 * Self.longest))
    let of = { (item: ItemDiagnosis, scope: String) in concentration(of: item, basis, scope) }
    let percent = { (value: Double?) in value.map { NumberFormat.percent($0) } ?? "" }
    var columns: [TextTable.Column] = [
      .text("item", shown.map { ($0.isCritical ? "* " : "  ") + $0.item }),
      .figures("tier", shown.map { String($0.tier) }),
      .text("supplier", shown.map { of($0, "supplier")?.top ?? "" }),
      .figures("share", shown.map { percent(of($0, "supplier")?.topShare) }),
      .figures(
        "HHI", shown.map { of($0, "supplier").map { NumberFormat.single($0.index, digits: 2) } ?? "" }),
      .text("region", shown.map { of($0, "region")?.top ?? "" }),
      .figures("share", shown.map { percent(of($0, "region")?.topShare) }),
    ]
    if basis == .capacity {
      columns.append(.figures("left", shown.map { percent(of($0, "region")?.coverWithoutTop) }))
      if shown.contains(where: { ($0.exposure ?? 0) > 0 }) {
        columns.append(.figures("opposed", shown.map { percent($0.exposure) }))
      }
    }
    let title =
      basis == .capacity
      ? "Capacity: who has most (* critical; left: cover of need without that region)"
      : "Made today, while nothing happens"
    return [style.bold(title)] + TextTable(columns).lines + more(items.count, 2 * Self.longest)
  }

  private func share(_ item: ItemDiagnosis, _ basis: Concentration.Basis) -> Double {
    item.concentration.first { $0.basis == basis && $0.scope == "region" }?.topShare ?? 0
  }

  private var centres: [String] {
    if report.centres.isEmpty { return report.items.isEmpty ? [] : ["No link hangs on one region alone."] }
    let shown = Array(report.centres.prefix(Self.longest))
    let table = TextTable([
      .text("centre", shown.map(\.region)), .figures("links", shown.map { String($0.links) }),
      .figures("of all", shown.map { NumberFormat.percent($0.share) }),
      .text("items", shown.map { $0.items.joined(separator: ", ") }),
      .text("periphery", shown.map { $0.periphery.joined(separator: ", ") }),
    ])
    return [style.bold("Centres: places that can get an item from one region alone")] + table.lines
      + more(report.centres.count)
  }

  private var corridors: [String] {
    if report.corridors.isEmpty { return [] }
    let shown = Array(report.corridors.prefix(Self.longest))
    let table = TextTable([
      .text("corridor", shown.map(\.corridor)), .figures("links", shown.map { String($0.links) }),
      .figures("no bypass", shown.map { String($0.withoutBypass) }),
      .figures("of need", shown.map { NumberFormat.percent($0.needWithoutBypass) }),
      .text("items without bypass", shown.map { $0.items.joined(separator: ", ") }),
    ])
    return [style.bold("Chokepoints: the last lane to a place")] + table.lines + more(report.corridors.count)
  }

  private var rules: [String] {
    if report.rules.isEmpty { return [] }
    var lines = [style.bold("Rules that are pending or have changed")]
    for rule in report.rules.prefix(Self.longest) {
      let first = rule.text.first ?? ""
      let rest = rule.text.count > 1 ? "; and \(rule.text.count - 1) more" : ""
      lines += Paragraph.lines("\(rule.state): \(rule.rule) (\(rule.table)): \(first)\(rest)")
    }
    return lines + more(report.rules.count)
  }

  private func more(_ count: Int, _ shown: Int = longest) -> [String] {
    count > shown ? ["  and \(count - shown) more; --json shows all"] : []
  }
}
