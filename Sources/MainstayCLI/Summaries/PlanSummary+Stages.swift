import Mainstay

extension PlanSummary {
  /// What each stage of the objective made least, with its proof.
  var stages: [String] {
    guard let stages = plan.stages, !stages.isEmpty else { return [] }
    let table = TextTable([
      .text(words(.planLeast), stages.map { measure($0.measure) }, mayShrink: false),
      .numbers(words(.planFound), stages.map(\.value)),
      .figures(words(.planProven), stages.map { $0.bound.map { NumberFormat.single($0) } ?? "?" }),
      .figures(words(.planLimitAfter), stages.map { $0.limit.map { NumberFormat.single($0) } ?? "" }),
      .numbers(words(.planReached), stages.map(\.reached)),
    ])
    return [title(words(.planStages, ["currency": inCurrency]))] + table.lines
  }

  /// What the last stage made least; nil where there are no stages.
  var lastStage: String? {
    plan.stages?.last.map { measure($0.measure) }
  }

  private func measure(_ name: String) -> String {
    switch RiskMeasure(rawValue: name) {
    case .cvar: words(.planMeasureTail)
    case .worst: words(.planMeasureWorst)
    case .worstRegret: words(.planMeasureRegret)
    case .expected, nil: words(.planMeasureExpected)
    }
  }
}
