import Mainstay

extension PlanSummary {
  /// What the total is made of.
  var costs: [String] {
    let before: [(PlanText, Double)] = [
      (.planOpening, plan.costs.opening), (.planClosing, plan.costs.closing),
      (.planQualification, plan.costs.qualification),
      (.planDevelopment, plan.costs.development), (.planReservation, plan.costs.reservation),
      (.planStrategicStock, plan.costs.stock), (.planClusters, -plan.costs.clusterSaving),
    ]
    let after: [(PlanText, Double)] = [
      (.planCommitments, plan.costs.commitment), (.planDrawn, plan.costs.surge),
      (.planFreight, plan.costs.freight), (.planDuties, plan.costs.duty), (.planHolding, plan.costs.holding),
      (.planStockReplaced, plan.costs.release), (.planUnmet, plan.costs.shortage),
    ]
    let rows: [(PlanText, Double)] =
      before.filter { $0.1 != 0 } + [(.planBefore, plan.costs.firstStage)]
      + after.filter { $0.1 != 0 } + [(.planOverScenarios, plan.costs.expectedRecourse)]
      + [(.planTotal, plan.costs.total)]
    let sums: Set<PlanText> = [.planBefore, .planOverScenarios, .planTotal]
    let total = plan.costs.total
    let table = TextTable([
      .text("", rows.map { sums.contains($0.0) ? words($0.0) : "  \(words($0.0))" }, mayShrink: false),
      .numbers(words(.planAmount), rows.map(\.1)),
      .figures(words(.planOfTotal), rows.map { total == 0 ? "" : NumberFormat.percent($0.1 / total) }),
    ])
    return [title(words(.planCosts, ["currency": inCurrency]))] + table.lines
  }

  /// How the costs of the scenarios are spread, and how that counts in the objective.
  var risk: [String] {
    let risk = plan.risk
    let worst = NumberFormat.single((1 - risk.level) * 100, digits: 3)
    let rows: [(String, Double, String)] = [
      (words(.planExpected), risk.expected, ""), (words(.planTail, ["part": worst]), risk.cvar, ""),
      (words(.planWorst), risk.worst, risk.worstScenario),
    ]
    let regret =
      risk.regret.map { [(words(.planRegret), $0, risk.regretScenario ?? "")] } ?? []
    let all = rows + regret
    let table = TextTable([
      .text("", all.map(\.0), mayShrink: false), .numbers(words(.planCost), all.map(\.1)),
      .text(words(.planScenario), all.map(\.2)),
    ])
    let isWeighed = risk.measure != RiskMeasure.expected.rawValue && risk.weight != 0
    let weights: PlanText =
      switch RiskMeasure(rawValue: risk.measure) {
      case .worst: .planWeighsWorst
      case .worstRegret: .planWeighsRegret
      default: .planWeighsTail
      }
    var weighing = words(.planCountsExpectation)
    if plan.stages != nil {
      weighing = words(.planCountsStages)
    } else if isWeighed {
      weighing =
        words(
          weights,
          [
            "expectation": NumberFormat.single(1 - risk.weight), "weight": NumberFormat.single(risk.weight),
          ])
    }
    return [title(words(.planRisk, ["currency": inCurrency]))] + table.lines
      + Paragraph.lines(weighing)
  }
}
