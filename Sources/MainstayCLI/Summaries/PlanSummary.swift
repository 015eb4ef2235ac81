import Mainstay

/// A plan for people: headline, sourcing, costs, risk, policies, and where service suffers.
struct PlanSummary {
  let plan: Plan
  let style: Style
  let units: PlanUnits
  let language: Language

  init(_ plan: Plan, units: PlanUnits = .unknown, style: Style, language: Language = .english) {
    self.plan = plan
    self.units = units
    self.style = style
    self.language = language
  }

  /// Words in the language of the summary.
  func words(_ text: PlanText, _ values: [String: String] = [:]) -> String {
    language.text(text, values)
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
    case .optimal: [title(.planOptimal, style.good, plan.objective)] + proof
    case .feasible: [title(.planFeasible, style.doubtful, plan.objective)] + reason + proof
    case .infeasible:
      [title(.planInfeasible, style.bad)] + reason
        + Paragraph.lines(words(.planWithoutPolicies)) + trace
    case .unbounded, .error: [title(.planNone, style.bad)] + reason + trace
    }
  }

  /// The first line: the case's name, cut to what room there is, the status and the cost.
  private func title(_ told: PlanText, _ paint: (String) -> String, _ objective: Double? = nil) -> String {
    let status = words(told)
    let cost = objective.map { words(.planAtCost, ["cost": money.text($0)]) } ?? ""
    let room = TextTable.pageWidth - TerminalText.width(status + cost) - 2
    let name =
      plan.name.isEmpty
      ? words(.planWithoutName) : TerminalText.cut(TerminalText.printable(plan.name), to: room)
    return style.bold("\(name): ") + paint(status) + cost
  }

  private var reason: [String] {
    plan.message.isEmpty ? [] : Paragraph.lines(plan.message)
  }

  private var proof: [String] {
    guard let bound = plan.bound, let gap = plan.gap else { return ["  " + words(.planNoBound)] + trace }
    let values = ["bound": money.text(bound), "gap": NumberFormat.percent(gap < 1e-12 ? 0 : gap)]
    let told =
      lastStage.map { words(.planProofOfStage, values.merging(["measure": $0]) { $1 }) }
      ?? words(.planProof, values)
    return ["  " + told] + trace
  }

  private var trace: [String] {
    let parts = [
      NumberFormat.duration(plan.seconds),
      plan.method.isEmpty ? "" : words(.planMethod, ["method": plan.method]), plan.solver,
      words(.planSeed, ["seed": String(plan.seed)]),
    ]
    return Paragraph.lines(parts.filter { !$0.isEmpty }.joined(separator: ", "))
  }
}
