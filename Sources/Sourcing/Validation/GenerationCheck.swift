/// Checks the settings that generate scenarios.
enum GenerationCheck {
  /// What is wrong with the settings in themselves.
  static func faults(_ found: SourcingCase) -> [Fault] {
    let settings = found.settings.generation
    var faults = idleKeys(found)
    let choices = GenerationSettings.contingencyChoices.map(\.rawValue)
    let expected = "one or several of \(choices.joined(separator: ", ")), parted by ;"
    let unknown = settings.contingencyWords.filter { !choices.contains($0) }
    if settings.contingencyWords.isEmpty {
      faults.append(
        fault(
          found, "contingency_targets", settings.contingencyTargets, "a list without a word",
          expected: expected))
    }
    for word in unknown {
      faults.append(
        Fault(
          at: found.origin.location(setting: "contingency_targets"), value: word,
          "contingency_targets: unknown word", expected: expected,
          suggestion: NearestName.of(word, among: choices)))
    }
    if let size = settings.reduceTo, settings.keepWorst > size {
      faults.append(
        fault(
          found, "keep_worst", String(settings.keepWorst), "more of the worst than are kept in all",
          expected: "at most the \(size) of reduce_to"))
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
          "there is nothing of this kind that can fail",
          expected: "a kind of which the case has any"))
    }
    let unrated = contingencies.sources.filter { $0.rate == nil }
    if settings.contingencyProbability == nil, let first = unrated.first {
      faults.append(
        fault(
          found, "contingency_probability", nil,
          "no probability for \(first.disruption.id)\(unrated.count > 1 ? " and \(unrated.count - 1) more" : "")",
          expected: "an outage_rate for each site and region, or contingency_probability for those without"))
    }
    let count = contingencies.count
    if count > Double(settings.scenarioLimit) {
      let told = count < 1e15 ? NumberText.shortest(count) : "more than 1000000000000000"
      faults.append(
        fault(
          found, "contingency_depth", String(settings.contingencyDepth),
          "\(contingencies.sources.count) targets make \(told) contingencies, more than the limit of \(settings.scenarioLimit)",
          expected: "a scenario_limit of at least \(told), a smaller depth, or fewer contingency_targets"))
    }
    return faults + reduction(found, of: count)
  }

  private static func samples(_ found: SourcingCase) -> [Fault] {
    let drawn = OutageSource.drawn(found)
    var faults = shortOutages(found, drawn)
    if drawn.isEmpty {
      faults.append(
        fault(
          found, "scenarios", ScenarioSource.sampled.rawValue, "there is nothing to draw",
          expected: "an outage_rate of a region or site, or a rate of a disruption"))
    }
    for (table, row) in [
      ("regions", found.regions.firstIndex { ($0.outageRate ?? 0) > 0 && $0.outageDays == nil }),
      ("sites", found.sites.firstIndex { ($0.outageRate ?? 0) > 0 && $0.outageDays == nil }),
    ] where row != nil {
      faults.append(
        Fault(
          .advice, at: found.origin.location(table: table, row: row, column: "outage_days"),
          "an outage without outage_days lasts to the end"))
    }
    return faults + reduction(found, of: Double(found.settings.generation.samples))
  }

  private static func reduction(_ found: SourcingCase, of count: Double) -> [Fault] {
    guard let size = found.settings.generation.reduceTo, Double(size) < count,
      count > Double(ScenarioReduction.most)
    else { return [] }
    return [
      fault(
        found, "reduce_to", String(size), "too many scenarios to choose from: \(NumberText.shortest(count))",
        expected: "at most \(ScenarioReduction.most) before the reduction")
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
        "the outage of \(first.disruption.id) is shorter than a period and counts as a whole one; short_outages share counts its share"
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
        "\(key) has no effect with scenarios \(found.settings.generation.source.rawValue)")
    }
  }

  private static func fault(
    _ found: SourcingCase, _ key: String, _ value: String?, _ problem: String, expected: String
  ) -> Fault {
    Fault(
      at: found.origin.location(setting: key), value: value, "\(key): \(problem)", expected: expected)
  }
}
