/// How the rules between countries stand in a period of a scenario, besides what the tables say.
struct RuleState: Hashable {
  /// Rows of `duties` that are in force, or not, against what the table says.
  var duties: [Int: Bool] = [:]
  /// Rows of `controls` that are in force, or not, against what the table says.
  var controls: [Int: Bool] = [:]
  /// What is done to duties on what crosses a border.
  var tariffs: [Tariff] = []
  /// What may not cross a border.
  var bans: [BorderPattern] = []

  /// A change of the duty on what crosses a border.
  struct Tariff: Hashable {
    var pattern: BorderPattern
    /// What the rate is multiplied by.
    var factor: Double
    /// What is added to it then.
    var added: Double
  }
}

/// Finds how disruptions of duties and controls change the rules, period by period.
struct RuleResolver {
  private let found: SourcingCase
  private let timeline: Timeline
  private let names: BorderNames
  /// What the rows of `disruptions` name.
  private let targets: [Disruption: BorderTarget]

  init(_ found: SourcingCase) {
    self.found = found
    timeline = Timeline(periodDays: found.settings.periodDays, periods: found.settings.periods)
    let names = BorderNames(NameIndex(found, BrokenRows()))
    self.names = names
    targets = found.disruptions.reduce(into: [:]) { targets, row in
      guard row.targetKind == .duty || row.targetKind == .control else { return }
      targets[row] = names.target(row.target, row.targetKind)
    }
  }

  /// The states of the scenarios, each once, the one of the tables first, and which of them holds by scenario and
  /// period.
  func resolve(_ scenarios: [NetworkScenario]) -> (states: [RuleState], byPeriod: [[Int]]) {
    var states = [RuleState()]
    var indexes = [RuleState(): 0]
    let byPeriod = scenarios.map { scenario in
      (0..<timeline.periods).map { period -> Int in
        let state = state(scenario.ruleChanges, in: period)
        if let known = indexes[state] { return known }
        indexes[state] = states.count
        states.append(state)
        return states.count - 1
      }
    }
    return (states, byPeriod)
  }

  /// The first period in which a disruption changes a rule; nil where it never does.
  func firstPeriod(of change: Disruption) -> Int? {
    (0..<timeline.periods).first { state([change], in: $0) != RuleState() }
  }

  private func state(_ changes: [Disruption], in period: Int) -> RuleState {
    var state = RuleState()
    // A rule that one disruption repeals is not in force whatever another one says: 0 times 1 is 0.
    var dutyRules: [String: Bool] = [:]
    var controlRules: [String: Bool] = [:]
    for change in changes {
      let recovered = timeline.recovery(from: change, in: period)
      if recovered == 1 { continue }
      switch targets[change] ?? names.target(change.target, change.targetKind) {
      case .rule(let rule) where change.targetKind == .duty:
        dutyRules[rule] = change.factor > 0 && dutyRules[rule] ?? true
      case .rule(let rule):
        controlRules[rule] = change.factor > 0 && controlRules[rule] ?? true
      case .crossing(let pattern) where change.targetKind == .duty:
        let tariff = RuleState.Tariff(
          pattern: pattern, factor: timeline.factor(of: change, in: period),
          added: change.addedRate * (1 - recovered))
        if tariff.factor != 1 || tariff.added != 0 { state.tariffs.append(tariff) }
      case .crossing(let pattern): state.bans.append(pattern)
      case nil: break
      }
    }
    for (row, duty) in found.duties.enumerated() {
      if let holds = duty.rule.flatMap({ dutyRules[$0] }), holds != duty.inForce { state.duties[row] = holds }
    }
    for (row, control) in found.controls.enumerated() {
      if let holds = control.rule.flatMap({ controlRules[$0] }), holds != control.inForce {
        state.controls[row] = holds
      }
    }
    return state
  }
}
