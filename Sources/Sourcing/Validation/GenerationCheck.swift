/// Checks the settings that generate scenarios.
enum GenerationCheck {
  /// What is wrong with the settings in themselves.
  static func faults(_ found: SourcingCase) -> [Fault] {
    let settings = found.settings.generation
    var faults = idleKeys(found)
    let choices = GenerationSettings.contingencyChoices.map(\.rawValue)
    let expected = Message(ExpectedText.severalOf, ["words": choices.joined(separator: ", ")])
    let unknown = settings.contingencyWords.filter { !choices.contains($0) }
    if settings.contingencyWords.isEmpty {
      faults.append(
        fault(
          found, "contingency_targets", settings.contingencyTargets, Message(CheckText.listWithoutWord),
          expected: expected))
    }
    for word in unknown {
      faults.append(
        Fault(
          at: found.origin.location(setting: "contingency_targets"), value: word,
          Message(
            CheckText.ofKey,
            ["key": "contingency_targets", "problem": Message(ReadingText.unknownWord)]), expected: expected,
          suggestion: NearestName.of(word, among: choices)))
    }
    if let size = settings.reduceTo, settings.keepWorst > size {
      faults.append(
        fault(
          found, "keep_worst", String(settings.keepWorst), Message(CheckText.moreWorstThanKept),
          expected: Message(ExpectedText.atMostReduceTo, ["size": size])))
    }
    return faults
  }

  /// What is wrong with them given the tables, which must be sound.
  static func sources(_ found: SourcingCase) -> [Fault] {
    switch found.settings.generation.source {
    case .listed: []
    case .contingencies: contingencies(found)
    case .sampled: samples(found)
    }
  }

  private static func contingencies(_ found: SourcingCase) -> [Fault] {
    let settings = found.settings.generation
    let contingencies = Contingencies(found, EffectIndex(found))
    var faults = shortOutages(found, contingencies.sources)
    if contingencies.sources.isEmpty {
      faults.append(
        fault(
          found, "contingency_targets", settings.contingencyTargets,
          Message(CheckText.nothingCanFail),
          expected: Message(ExpectedText.kindThatExists)))
    }
    let unrated = contingencies.sources.filter { $0.rate == nil }
    if settings.contingencyProbability == nil, let first = unrated.first {
      faults.append(
        fault(
          found, "contingency_probability", nil,
          noProbability(first.disruption.id, more: unrated.count - 1),
          expected: Message(ExpectedText.rateOrProbability)))
    }
    let count = contingencies.count
    if count > Double(settings.scenarioLimit) {
      let told: any MessageValue =
        count < 1e15 ? count : Message(CheckText.moreThan, ["count": "1000000000000000"])
      faults.append(
        fault(
          found, "contingency_depth", String(settings.contingencyDepth),
          Message(
            CheckText.tooManyContingencies,
            ["targets": contingencies.sources.count, "count": told, "limit": settings.scenarioLimit]),
          expected: Message(ExpectedText.scenarioLimit, ["count": told])))
    }
    return faults + reduction(found, of: count)
  }

  private static func noProbability(_ name: String, more: Int) -> Message {
    if more == 0 { return Message(CheckText.noProbability, ["name": name]) }
    return Message(CheckText.noProbabilityForSeveral, ["name": name, "more": more])
  }

  private static func samples(_ found: SourcingCase) -> [Fault] {
    let drawn = OutageSource.drawn(found)
    var faults = shortOutages(found, drawn)
    if drawn.isEmpty {
      faults.append(
        fault(
          found, "scenarios", ScenarioSource.sampled.rawValue, Message(CheckText.nothingToDraw),
          expected: Message(ExpectedText.rateToDraw)))
    }
    for (table, row) in [
      ("regions", found.regions.firstIndex { ($0.outageRate ?? 0) > 0 && $0.outageDays == nil }),
      ("sites", found.sites.firstIndex { ($0.outageRate ?? 0) > 0 && $0.outageDays == nil }),
    ] where row != nil {
      faults.append(
        Fault(
          .advice, at: found.origin.location(table: table, row: row, column: "outage_days"),
          Message(CheckText.endlessOutage)))
    }
    return faults + reduction(found, of: Double(found.settings.generation.samples))
  }

  private static func reduction(_ found: SourcingCase, of count: Double) -> [Fault] {
    guard let size = found.settings.generation.reduceTo, Double(size) < count,
      count > Double(ScenarioReduction.most)
    else { return [] }
    return [
      fault(
        found, "reduce_to", String(size), Message(CheckText.tooManyToReduce, ["count": count]),
        expected: Message(ExpectedText.mostBeforeReduction, ["count": ScenarioReduction.most]))
    ]
  }

  private static func shortOutages(_ found: SourcingCase, _ sources: [OutageSource]) -> [Fault] {
    let isShort = { (days: Double?) in days.map { $0 > 0 && $0 < found.settings.periodDays } ?? false }
    guard found.settings.generation.shortOutages == .whole,
      let first = sources.first(where: { isShort($0.disruption.durationDays) })
    else { return [] }
    return [
      Fault(
        .advice, at: found.origin.location(setting: "short_outages"),
        value: NumberText.shortest(first.disruption.durationDays ?? 0),
        Message(CheckText.shortOutage, ["name": first.disruption.id])
      )
    ]
  }

  /// Keys that say something that nothing depends on.
  private static func idleKeys(_ found: SourcingCase) -> [Fault] {
    let used: [String]
    switch found.settings.generation.source {
    case .listed: used = []
    case .contingencies:
      used = [
        "contingency_targets", "contingency_depth", "contingency_probability", "contingency_start_day",
        "contingency_days", "outage_ramp_days", "short_outages", "scenario_limit", "reduce_to", "keep_worst",
      ]
    case .sampled:
      used = [
        "outage_ramp_days", "short_outages", "samples", "alignment_threshold", "reduce_to", "keep_worst",
      ]
    }
    return found.settings.generation.changedKeys.filter { !used.contains($0) }.map { key in
      Fault(
        .advice, at: found.origin.location(setting: key),
        Message(
          CheckText.idleWithScenarios, ["key": key, "source": found.settings.generation.source.rawValue]))
    }
  }

  private static func fault(
    _ found: SourcingCase, _ key: String, _ value: String?, _ problem: Message, expected: Message
  ) -> Fault {
    Fault(
      at: found.origin.location(setting: key), value: value,
      Message(CheckText.ofKey, ["key": key, "problem": problem]), expected: expected)
  }
}
