/// Checks what a plan claims of the stages of its objective.
///
/// That no layout has less in a stage rests on the solver's proof; what the plan has, and that it keeps to the limits, follows
/// from its decisions.
struct StageCheck {
  private(set) var faults: [Fault] = []

  init(_ plan: Plan, _ found: CostEvaluation, _ settings: Settings) {
    let measures = settings.objective.stages
    let stages = plan.stages ?? []
    let names = measures.map { $0 == .cost ? $0.rawValue : settings.riskMeasure.rawValue }
    guard stages.map(\.measure) == names else {
      let told = stages.map(\.measure).joined(separator: ", ")
      tell("stages", told, .notStages, names.joined(separator: ", "))
      return
    }
    for (index, stage) in stages.enumerated() {
      let name = "stages.\(stage.measure)"
      let reached = measures[index] == .cost ? found.costs.total : found.riskCost
      compare("\(name).reached", stage.reached, reached)
      if let bound = stage.bound, bound > stage.value + Self.allowed(stage.value) {
        tell("\(name).bound", Self.text(bound), .boundAboveValue, Self.text(stage.value))
      }
      let isLast = index == stages.count - 1
      if isLast {
        compare("\(name).value", stage.value, reached)
        continue
      }
      let limit = stage.value + settings.objective.tolerance * abs(stage.value)
      compare("\(name).limit", stage.limit ?? .infinity, limit)
      if reached > limit + Self.allowed(limit) {
        tell("\(name).reached", Self.text(reached), .laterStagesPast, Self.text(limit))
      }
    }
  }

  private static func allowed(_ value: Double) -> Double { LayoutCheck.tolerance * max(1, abs(value)) }
  private static func text(_ value: Double) -> String { NumberText.shortest(value) }

  private mutating func compare(_ name: String, _ claimed: Double, _ found: Double) {
    if abs(claimed - found) <= Self.allowed(found) { return }
    tell(name, "\(claimed)", .claimNotGiven, Self.text(found))
  }

  private mutating func tell(_ name: String, _ value: String, _ problem: PlanFaultText, _ expected: String) {
    faults.append(
      Fault(
        at: .init(file: "plan", column: name), value: value, Message(problem),
        expected: Message(plain: expected)))
  }
}
