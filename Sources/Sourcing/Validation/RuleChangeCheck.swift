/// Checks disruptions of duties and controls: that they name something, and change it in a way that makes sense.
enum RuleChangeCheck {
  static func faults(_ found: SourcingCase, _ names: NameIndex) -> [Fault] {
    let borders = BorderNames(names)
    return found.disruptions.enumerated().flatMap { index, row -> [Fault] in
      let change = RuleChange(row: row, index: index, found: found)
      guard row.targetKind == .duty || row.targetKind == .control else {
        return change.blank(
          "added_rate", row.addedRate,
          because: Message(CheckText.kindDoesNotUse, ["kind": row.targetKind.rawValue]))
      }
      switch borders.target(row.target, row.targetKind) {
      case .rule: return change.ofRule
      case .crossing: return row.targetKind == .duty ? [] : change.ban
      case nil: return [change.unknown(borders)]
      }
    }
  }
}

/// One disruption of a duty or a control.
private struct RuleChange {
  let row: Disruption
  let index: Int
  let found: SourcingCase

  /// A rule is in force or it is not.
  var ofRule: [Fault] {
    var faults: [Fault] = []
    if row.factor != 0, row.factor != 1 {
      faults.append(factor(Message(CheckText.ruleInForceOrNot), Message(ExpectedText.repealedOrInForce)))
    }
    faults += blank("ramp_days", row.rampDays, because: Message(CheckText.ruleInForceOrNot))
    faults += blank("added_rate", row.addedRate, because: Message(CheckText.ruleHasRates))
    return faults
  }

  /// What crosses a border is stopped or it is not.
  var ban: [Fault] {
    var faults: [Fault] = []
    if row.factor != 0 {
      faults.append(
        factor(
          Message(CheckText.banLetsNothing), Message(ExpectedText.banFactor)))
    }
    faults += blank("ramp_days", row.rampDays, because: Message(CheckText.banHoldsOrNot))
    faults += blank(
      "added_rate", row.addedRate, because: Message(CheckText.kindDoesNotUse, ["kind": "control"]))
    return faults
  }

  func unknown(_ names: BorderNames) -> Fault {
    let table = row.targetKind == .duty ? "duties" : "controls"
    let labels =
      row.targetKind == .duty
      ? found.duties.map { label($0.origin, $0.destination, $0.item ?? $0.itemClass) }
      : found.controls.map { label($0.origin, $0.destination, $0.item ?? $0.itemClass) }
    return Fault(
      at: location("target"), value: row.target,
      Message(CheckText.unknownOfKind, ["kind": row.targetKind.rawValue]),
      expected:
        Message(ExpectedText.ruleOrCrossing, ["table": table]),
      suggestion: NearestName.of(row.target, among: names.rules(row.targetKind).union(labels)),
      references: [table, "regions", "blocs", "items"])
  }

  /// A fault where a column is not blank.
  func blank(_ column: String, _ value: Double, because reason: Message) -> [Fault] {
    if value == 0 { return [] }
    return [
      Fault(
        at: location(column), value: NumberText.shortest(value),
        Message(CheckText.noMeaning, ["column": column, "reason": reason]),
        expected: Message(ExpectedText.blank))
    ]
  }

  private func factor(_ problem: Message, _ expected: Message) -> Fault {
    Fault(at: location("factor"), value: NumberText.shortest(row.factor), problem, expected: expected)
  }

  private func label(_ origin: String, _ destination: String, _ what: String?) -> String {
    "\(origin) > \(destination)" + (what.map { ": \($0)" } ?? "")
  }

  private func location(_ column: String) -> Fault.Location {
    found.origin.location(table: "disruptions", row: index, column: column)
  }
}
