import Mainstay

extension PlanSummary {
  /// What each stage of the objective made least, with its proof.
  var stages: [String] {
    guard let stages = plan.stages, !stages.isEmpty else { return [] }
    let table = TextTable([
      .text("least", stages.map { Self.words($0.measure) }, mayShrink: false),
      .numbers("found", stages.map(\.value)),
      .figures("proven", stages.map { $0.bound.map { NumberFormat.single($0) } ?? "?" }),
      .figures("limit after", stages.map { $0.limit.map { NumberFormat.single($0) } ?? "" }),
      .numbers("the plan has", stages.map(\.reached)),
    ])
    return [title("Stages of the objective, first stage of the plan included\(inCurrency)")] + table.lines
  }

  /// How the bound of the last stage is told; nil where there are no stages.
  var lastStage: String? {
    plan.stages?.last.map { "has less \(Self.words($0.measure)) than" }
  }

  private static func words(_ measure: String) -> String {
    switch RiskMeasure(rawValue: measure) {
    case .cvar: "CVaR"
    case .worst: "worst cost"
    case .worstRegret: "worst regret"
    case .expected, nil: "expected cost"
    }
  }
}
