/// Checks disruptions and scenarios.
enum ScenarioCheck {
  static func faults(_ found: SourcingCase, _ names: NameIndex) -> [Fault] {
    disruptionTargets(found, names) + causes(found) + RuleChangeCheck.faults(found, names)
      + probabilities(found)
  }

  /// What is drawn together happens as often.
  private static func causes(_ found: SourcingCase) -> [Fault] {
    var first: [String: (rate: Double, row: Int)] = [:]
    var faults: [Fault] = []
    for (index, disruption) in found.disruptions.enumerated() {
      guard let cause = disruption.cause else { continue }
      let location = { found.origin.location(table: "disruptions", row: index, column: $0) }
      guard let rate = disruption.rate else {
        faults.append(
          Fault(
            at: location("rate"), Message(CheckText.causeWithoutRate, ["cause": cause]),
            expected: Message(ExpectedText.rateOfCause)))
        continue
      }
      guard let known = first[cause] else {
        first[cause] = (rate, index)
        continue
      }
      if known.rate == rate { continue }
      let line = found.origin.location(table: "disruptions", row: known.row).row ?? 0
      faults.append(
        Fault(
          at: location("rate"), value: NumberText.shortest(rate),
          Message(CheckText.twoRates, ["cause": cause]),
          expected: Message(ExpectedText.asInRow, ["value": known.rate, "row": line])))
    }
    return faults
  }

  private static func disruptionTargets(_ found: SourcingCase, _ names: NameIndex) -> [Fault] {
    var faults: [Fault] = []
    for (index, row) in found.disruptions.enumerated() {
      let location = { found.origin.location(table: "disruptions", row: index, column: $0) }
      if let (known, tables) = targets(row.targetKind, names), !known.contains(row.target) {
        faults.append(
          Fault(
            at: location("target"), value: row.target,
            Message(CheckText.unknownOfKind, ["kind": row.targetKind.rawValue]),
            expected: expectation(row.targetKind),
            suggestion: NearestName.of(row.target, among: known), references: tables))
      }
      if row.factor > 1, row.targetKind != .demand, row.targetKind != .duty, row.targetKind != .control {
        faults.append(
          Fault(
            at: location("factor"), value: NumberText.shortest(row.factor), Message(CheckText.factorAboveOne),
            expected: Message(ExpectedText.shareLeft)))
      }
    }
    return faults
  }

  private static func expectation(_ kind: DisruptionTarget) -> Message {
    switch kind {
    case .lane: Message(ExpectedText.laneEnds)
    case .demand: Message(ExpectedText.marketOrItem)
    default: Message(ExpectedText.nameOfKind, ["kind": kind.rawValue])
    }
  }

  private static func targets(_ kind: DisruptionTarget, _ names: NameIndex) -> (Set<String>, [String])? {
    switch kind {
    case .site: (names.names["sites"] ?? [], ["sites"])
    case .region: (names.names["regions"] ?? [], ["regions"])
    case .bloc: (names.names["blocs"] ?? [], ["blocs"])
    case .item: (names.names["items"] ?? [], ["items"])
    case .corridor: (names.corridors, ["lanes"])
    case .itemClass: (names.classes, ["items"])
    case .lane: (names.laneEnds, ["lanes"])
    case .demand:
      (
        (names.names["markets"] ?? []).union(names.names["items"] ?? []).union(["*"]), ["markets", "items"]
      )
    case .duty, .control: nil
    }
  }

  private static func probabilities(_ found: SourcingCase) -> [Fault] {
    var faults: [Fault] = []
    var first: [String: (probability: Double, row: Int)] = [:]
    var order: [String] = []
    for (index, row) in found.scenarios.enumerated() {
      let location = { found.origin.location(table: "scenarios", row: index, column: $0) }
      if row.scenario == SourcingNetwork.undisturbed, first[row.scenario] == nil {
        faults.append(
          Fault(
            at: location("scenario"), value: row.scenario, Message(CheckText.reservedName),
            expected: Message(ExpectedText.otherScenarioName)))
      }
      if let known = first[row.scenario] {
        if known.probability != row.probability {
          let line = found.origin.location(table: "scenarios", row: known.row).row ?? 0
          faults.append(
            Fault(
              at: location("probability"), value: NumberText.shortest(row.probability),
              Message(CheckText.twoProbabilities, ["scenario": row.scenario]),
              expected: Message(ExpectedText.asInRow, ["value": known.probability, "row": line])))
        }
      } else {
        first[row.scenario] = (row.probability, index)
        order.append(row.scenario)
      }
    }
    let total = order.reduce(0) { $0 + (first[$1]?.probability ?? 0) }
    if total > 1 + 1e-9 {
      let looksLikePercent = first.values.contains { $0.probability == 1 }
      faults.append(
        Fault(
          at: found.origin.location(table: "scenarios", column: "probability"),
          value: NumberText.shortest(total),
          Message(CheckText.probabilitiesPastOne),
          expected: Message(looksLikePercent ? ExpectedText.atMostOneCertain : ExpectedText.atMostOne)))
    }
    return faults
  }
}
