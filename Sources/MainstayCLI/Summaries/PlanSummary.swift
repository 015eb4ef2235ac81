import Mainstay

/// A plan for people: headline, sourcing, costs, risk, policies, and where service suffers.
struct PlanSummary {
  let plan: Plan
  let style: Style

  init(_ plan: Plan, style: Style) {
    self.plan = plan
    self.style = style
  }

  /// All lines, none wider than a page of 80.
  var lines: [String] {
    var lines = headline
    guard plan.hasLayout else { return lines }
    for section in [sourcing, sites, costs, risk, policies, service] where !section.isEmpty {
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
    let name = plan.name.isEmpty ? "Plan" : TerminalText.cut(TerminalText.printable(plan.name), to: 40)
    let cost = plan.objective.map { " at \(money.text($0))" } ?? ""
    switch plan.status {
    case .optimal:
      return [style.bold("\(name): ") + style.good("optimal layout") + cost] + proof
    case .feasible:
      return [style.bold("\(name): ") + style.doubtful("layout not proven best") + cost] + reason + proof
    case .infeasible:
      return [style.bold("\(name): ") + style.bad("infeasible")] + reason
        + Paragraph.lines("plan --without-policies shows what would be cheapest without them.") + trace
    case .unbounded, .error:
      return [style.bold("\(name): ") + style.bad("no layout")] + reason + trace
    }
  }

  private var reason: [String] {
    plan.message.isEmpty ? [] : Paragraph.lines(plan.message)
  }

  private var proof: [String] {
    guard let bound = plan.bound, let gap = plan.gap else { return ["  no bound is proven"] + trace }
    return ["  no layout costs less than \(money.text(bound)); gap \(NumberFormat.percent(gap))"] + trace
  }

  private var trace: [String] {
    let parts = [
      NumberFormat.duration(plan.seconds), plan.method.isEmpty ? "" : "method \(plan.method)", plan.solver,
      "seed \(plan.seed)",
    ]
    return Paragraph.lines(parts.filter { !$0.isEmpty }.joined(separator: ", "))
  }
}
