import Mainstay

/// A recovery for people.
struct RecoverySummary {
  private let recovery: Recovery
  private let periodDays: Double
  private let units: PlanUnits
  private let style: Style

  /// Actions of a kind that are told, at most.
  private static let longestList = 10

  init(_ recovery: Recovery, of network: SourcingNetwork, style: Style) {
    self.recovery = recovery
    periodDays = network.sourcingCase.settings.periodDays
    units = PlanUnits(network)
    self.style = style
  }

  /// All lines, none wider than a page of 80.
  var lines: [String] {
    var lines = headline
    guard recovery.cost != nil else { return lines }
    for section in [service, actions, shortages] where !section.isEmpty { lines += [""] + section }
    return lines + Paragraph.lines(units.sentence(named))
  }

  /// The items that quantities are told of.
  private var named: [String] {
    Set(recovery.actions.map(\.item) + recovery.shortages.map(\.item)).filter { !$0.isEmpty }.sorted()
  }

  /// The title of a column of quantities.
  private var quantity: String { TerminalText.printable(units.common(named) ?? "units") }

  private var money: Money { Money(currency: recovery.currency) }

  private var headline: [String] {
    let name = TerminalText.cut(
      TerminalText.printable(recovery.name.isEmpty ? "case" : recovery.name), to: 30)
    let event = TerminalText.cut(TerminalText.printable(recovery.event), to: 24)
    let first = style.bold("\(name): ") + "\(event) on day \(NumberFormat.single(recovery.day))"
    guard let cost = recovery.cost else {
      return [first] + PartialNote.lines(recovery.completeness) + [
        "  " + style.bad("no recovery was found in time")
      ]
    }
    var lines = [first] + PartialNote.lines(recovery.completeness)
    if !recovery.isProven { lines.append("  " + style.doubtful("not proven best")) }
    let back = recovery.backInPeriod.map(when) ?? "not within the horizon"
    let bare = recovery.backInPeriodByContracts.map(when) ?? "not within the horizon"
    lines += Paragraph.lines("Service is back in full: \(back). By contracts alone: \(bare).")
    lines += Paragraph.lines(
      "The rest of the horizon costs \(money.text(cost))"
        + (recovery.costByContracts.map { "; by contracts alone \(money.text($0))." } ?? "."))
    return lines
  }

  private func when(_ period: Int) -> String {
    "in period \(period) (day \(NumberFormat.single(Double(period) * periodDays)))"
  }

  private var service: [String] {
    let rows = recovery.periods
    return [style.bold("Service, all items together")]
      + TextTable([
        .figures("period", rows.map { String($0.period) }), .numbers("needed", rows.map(\.need)),
        .numbers("met", rows.map(\.met)),
        .figures("", rows.map { $0.need == 0 ? "" : NumberFormat.percent($0.met / $0.need) }),
        .figures(
          "by contracts", rows.map { $0.need == 0 ? "" : NumberFormat.percent($0.metByContracts / $0.need) }),
      ]).lines
  }

  private var actions: [String] {
    let titles: [(Recovery.Action.Kind, String)] = [
      (.activate, "Draw on reserves"), (.release, "Take from stock"),
      (.buy, "Buy more than is contracted"), (.qualify, "Take on new sources"), (.open, "Open sites"),
      (.reroute, "Send more than usual"),
    ]
    return titles.flatMap { kind, title -> [String] in
      let all = recovery.actions.filter { $0.kind == kind }
      if all.isEmpty { return [] }
      let shown = all.prefix(Self.longestList)
      var columns: [TextTable.Column] = [
        .text("item", shown.map(\.item)),
        .text(
          kind == .reroute ? "lane" : "site",
          shown.map {
            $0.to.isEmpty ? $0.site : "\($0.site) > \($0.to)\($0.way.isEmpty ? "" : " (\($0.way))")"
          }),
      ]
      if kind == .open { columns.removeFirst() }
      if kind == .qualify || kind == .open {
        columns.append(.numbers("cost once\(money.behindTitle)", shown.map(\.once)))
      }
      if kind != .open {
        columns.append(.text("from", shown.map(first), mayShrink: false))
        columns.append(.numbers(quantity, shown.map { $0.units.reduce(0, +) }))
      }
      if shown.contains(where: \.isAid) { columns.append(.text("", shown.map { $0.isAid ? "aid" : "" })) }
      let more = all.count > shown.count ? ["  and \(all.count - shown.count) more"] : []
      return [style.bold(title)] + TextTable(columns).lines + more
    }
  }

  /// The period in which an action begins.
  private func first(_ action: Recovery.Action) -> String {
    let index = action.units.firstIndex { $0 > 1e-6 } ?? 0
    return "period \(recovery.firstPeriod + index)"
  }

  private var shortages: [String] {
    let rows = recovery.shortages
    if rows.isEmpty { return ["Nothing is short."] }
    let shown = rows.sorted { $0.quantity > $1.quantity }.prefix(Self.longestList)
    return [style.bold("What stays short")]
      + TextTable([
        .text("item", shown.map(\.item)), .text("market", shown.map(\.market)),
        .figures("period", shown.map { String($0.period) }), .numbers(quantity, shown.map(\.quantity)),
      ]).lines + (rows.count > shown.count ? ["  and \(rows.count - shown.count) more"] : [])
  }
}
