/// Checks the settings that say what is to be least.
enum ObjectiveCheck {
  static func faults(_ found: SourcingCase) -> [Fault] {
    let settings = found.settings
    let form = settings.objective.form
    var faults: [Fault] = []
    if form != .cost, settings.riskMeasure == .expected {
      let measures = RiskMeasure.allCases.filter { $0 != .expected }.map(\.rawValue)
      faults.append(
        Fault(
          at: found.origin.location(setting: "risk_measure"), value: settings.riskMeasure.rawValue,
          Message(CheckText.objectiveNeedsRisk, ["objective": form.rawValue]),
          expected: Message(ExpectedText.oneOf, ["words": measures.joined(separator: ", ")])))
    }
    if form == .leastRisk, settings.objective.budget == nil {
      faults.append(
        Fault(
          at: found.origin.location(setting: "budget"), Message(CheckText.noBudget),
          expected: Message(ExpectedText.mostExpectedCost)))
    }
    return faults + idleKeys(settings, found.origin)
  }

  /// Keys that say something that nothing depends on.
  private static func idleKeys(_ settings: Settings, _ origin: CaseOrigin) -> [Fault] {
    let form = settings.objective.form
    let usual = ObjectiveSettings()
    let idle: [(key: String, isIdle: Bool)] = [
      ("objective_order", settings.objective.order != usual.order && form != .lexicographic),
      ("objective_tolerance", settings.objective.tolerance != usual.tolerance && form != .lexicographic),
      ("budget", settings.objective.budget != nil && form != .leastRisk),
      ("risk_weight", settings.riskWeight != 0 && form != .cost),
    ]
    return idle.filter(\.isIdle).map { entry in
      Fault(
        .advice, at: origin.location(setting: entry.key),
        Message(CheckText.idleWithObjective, ["key": entry.key, "objective": form.rawValue]))
    }
  }
}
