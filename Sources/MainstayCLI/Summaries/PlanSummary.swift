import Mainstay

/// A plan for people: headline, sourcing, costs, risk, policies, and where service suffers.
struct PlanSummary {
  let plan: Plan
  let style: Style
  let units: PlanUnits

  init(_ plan: Plan, units: PlanUnits = .unknown, style: Style) {
    self.plan = plan
    self.units = units
    self.style = style
  }

  /// All lines, none wider than a page of 80.
  var lines: [String] {
    var lines = headline
    guard plan.hasLayout else { return lines }
    for section in [stages, sourcing, projects, stock, sites, costs, risk, policies, service, value]
    where !section.isEmpty {
      lines.append("")
      lines += section
    }
    return lines
  }

  /// A section's title.
  func title(_ text: String) -> String {
    style.bold(text)
  }

  var money: Money { Money(currency: plan.currency) }

  /// `, million USD` where the currency is known.
  var inCurrency: String {
    money.currency.isEmpty ? "" : ", \(money.currency)"
  }

  private var headline: [String] {
    switch plan.status {
    case .optimal: [title("optimal layout", style.good, plan.objective)] + proof
    case .feasible: [title("layout not proven best", style.doubtful, plan.objective)] + reason + proof
    case .infeasible:
      [title("infeasible", style.bad)] + reason
        + Paragraph.lines("plan --without-policies shows what would be cheapest without them.") + trace
    case .unbounded, .error: [title("no layout", style.bad)] + reason + trace
    }
  }

  /// The first line: the case's name, cut to what room there is, the status and the cost.
  private func title(_ status: String, _ paint: (String) -> String, _ objective: Double? = nil) -> String {
    let cost = objective.map { " at \(money.text($0))" } ?? ""
    let room = TextTable.pageWidth - TerminalText.width(status + cost) - 2
    let name = plan.name.isEmpty ? "plan" : TerminalText.cut(TerminalText.printable(plan.name), to: room)
    return style.bold("\(name): ") + paint(status) + cost
  }

  private var reason: [String] {
    plan.message.isEmpty ? [] : Paragraph.lines(plan.message)
  }

  private var proof: [String] {
    guard let bound = plan.bound, let gap = plan.gap else { return ["  no bound is proven"] + trace }
    return [
      "  no layout \(lastStage ?? "costs less than") \(money.text(bound)); gap \(NumberFormat.percent(gap < 1e-12 ? 0 : gap))"
    ] + trace
  }

  private var trace: [String] {
    let parts = [
      NumberFormat.duration(plan.seconds), plan.method.isEmpty ? "" : "method \(plan.method)", plan.solver,
      "seed \(plan.seed)",
    ]
    return Paragraph.lines(parts.filter { !$0.isEmpty }.joined(separator: ", "))
  }
}
