import Mainstay

extension PlanSummary {
  /// What the total is made of.
  var costs: [String] {
    let before: [(String, Double)] = [
      ("opening sites", plan.costs.opening), ("closing sites", plan.costs.closing),
      ("qualification", plan.costs.qualification),
      ("development", plan.costs.development), ("reservation fees", plan.costs.reservation),
      ("strategic stock", plan.costs.stock), ("saved by clusters", -plan.costs.clusterSaving),
    ]
    let after: [(String, Double)] = [
      ("commitments", plan.costs.commitment), ("drawn from reserves", plan.costs.surge),
      ("freight", plan.costs.freight), ("duties", plan.costs.duty), ("holding", plan.costs.holding),
      ("stock replaced", plan.costs.release), ("unmet demand", plan.costs.shortage),
    ]
    let rows =
      before.filter { $0.1 != 0 } + [("before anything happens", plan.costs.firstStage)]
      + after.filter { $0.1 != 0 } + [("expected over scenarios", plan.costs.expectedRecourse)]
      + [("total", plan.costs.total)]
    let sums: Set = ["before anything happens", "expected over scenarios", "total"]
    let total = plan.costs.total
    let table = TextTable([
      .text("", rows.map { sums.contains($0.0) ? $0.0 : "  \($0.0)" }, mayShrink: false),
      .numbers("amount", rows.map(\.1)),
      .figures("of total", rows.map { total == 0 ? "" : NumberFormat.percent($0.1 / total) }),
    ])
    return [title("Costs over the horizon\(inCurrency)")] + table.lines
  }

  /// How the costs of the scenarios are spread, and how that counts in the objective.
  var risk: [String] {
    let risk = plan.risk
    let worst = NumberFormat.single((1 - risk.level) * 100, digits: 3)
    let rows: [(String, Double, String)] = [
      ("expected", risk.expected, ""), ("mean of the worst \(worst) % (CVaR)", risk.cvar, ""),
      ("worst", risk.worst, risk.worstScenario),
    ]
    let regret =
      risk.regret.map { [("worst regret, first stage included", $0, risk.regretScenario ?? "")] } ?? []
    let all = rows + regret
    let table = TextTable([
      .text("", all.map(\.0), mayShrink: false), .numbers("cost", all.map(\.1)),
      .text("scenario", all.map(\.2)),
    ])
    let isWeighed = risk.measure != RiskMeasure.expected.rawValue && risk.weight != 0
    let tail =
      switch RiskMeasure(rawValue: risk.measure) {
      case .worst: "the worst"
      case .worstRegret: "the worst regret"
      default: "CVaR"
      }
    var weighing = "The objective counts the expectation alone."
    if plan.stages != nil {
      weighing = "The objective makes one thing least at a time, as its stages say."
    } else if isWeighed {
      weighing =
        "The objective weighs expectation by \(NumberFormat.single(1 - risk.weight)) and \(tail) by "
        + "\(NumberFormat.single(risk.weight))."
    }
    return [title("Risk: what scenarios cost, on top of what is paid before\(inCurrency)")] + table.lines
      + Paragraph.lines(weighing)
  }
}
