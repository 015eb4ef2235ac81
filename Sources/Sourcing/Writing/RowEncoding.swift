// How each kind of row writes its cells, in the order of the schema's columns.

extension Settings {
  var cells: [[Cell]] {
    let known: [(String, Cell)] = [
      ("name", .of(name)), ("currency", .of(currency)), ("period_days", .number(periodDays)),
      ("periods", .of(periods)), ("risk_measure", .text(riskMeasure.rawValue)),
      ("risk_weight", .number(riskWeight)),
      ("risk_level", .number(riskLevel)), ("strategic_stock", .mark(strategicStock)),
      ("price_tiers", tierMode == .incremental ? .blank : .text(tierMode.rawValue)),
      ("pass_on", passingOn == .usedItems ? .blank : .text(passingOn.rawValue)),
      (
        "project_alignment",
        projectAlignment == Settings().projectAlignment ? .blank : .number(projectAlignment)
      ),
      ("objective", objective.form == .cost ? .blank : .text(objective.form.rawValue)),
      ("objective_order", objective.order == .costFirst ? .blank : .text(objective.order.rawValue)),
      ("objective_tolerance", .amount(objective.tolerance)), ("budget", .of(objective.budget)),
      ("scenarios", .text(generation.source.rawValue)), ("seed", .of(seed)),
    ]
    return (known + generation.cells).filter { $0.1 != .blank }.map { [.text($0.0), $0.1] }
  }
}

extension GenerationSettings {
  /// Keys with their cells, blank where the value is the default.
  fileprivate var cells: [(String, Cell)] {
    let usual = GenerationSettings()
    return [
      (
        "contingency_targets",
        contingencyTargets == usual.contingencyTargets ? .blank : .of(contingencyTargets)
      ),
      ("contingency_depth", contingencyDepth == usual.contingencyDepth ? .blank : .of(contingencyDepth)),
      ("contingency_probability", .of(contingencyProbability)),
      ("contingency_start_day", .amount(contingencyStartDay)), ("contingency_days", .of(contingencyDays)),
      ("outage_ramp_days", .amount(outageRampDays)),
      ("short_outages", shortOutages == usual.shortOutages ? .blank : .text(shortOutages.rawValue)),
      ("scenario_limit", scenarioLimit == usual.scenarioLimit ? .blank : .of(scenarioLimit)),
      ("samples", samples == usual.samples ? .blank : .of(samples)),
      (
        "alignment_threshold",
        alignmentThreshold == usual.alignmentThreshold ? .blank : .number(alignmentThreshold)
      ),
      ("reduce_to", .of(reduceTo)), ("keep_worst", keepWorst == usual.keepWorst ? .blank : .of(keepWorst)),
    ]
  }

  /// The names of the keys that are not at their defaults.
  var changedKeys: [String] {
    cells.filter { $0.1 != .blank }.map(\.0)
  }
}

extension Region {
  var cells: [Cell] {
    [.of(id), .of(name), .of(latitude), .of(longitude), .of(outageRate), .of(outageDays), .of(parent)]
  }
}

extension BlocMembership {
  var cells: [Cell] { [.of(bloc), .of(region), .of(kind)] }
}

extension Alignment {
  var cells: [Cell] { [.of(regionA), .of(regionB), .number(score)] }
}

extension Item {
  var cells: [Cell] {
    [
      .of(id), .of(name), .of(itemClass), .mark(isCritical), .of(unit), .amount(unitValue),
      .amount(holdingCost),
    ]
  }
}

extension RecipeRow {
  var cells: [Cell] { [.of(recipe), .of(item), .of(input), .number(quantity)] }
}

extension Site {
  var cells: [Cell] {
    [
      .of(id), .of(name), .of(region), .amount(openingCost), .mark(isExisting), .amount(closingCost),
      .of(outageRate), .of(outageDays), .of(latitude), .of(longitude), .of(owner),
      .of(ownerRegion), isHub.map(Cell.flag) ?? .blank,
    ]
  }
}

extension Capability {
  var cells: [Cell] {
    [
      .of(site), .of(item), .of(recipe), .number(capacity), .number(unitCost), .amount(qualificationCost),
      .mark(isQualified), .amount(minVolume), .of(reservationCost), .amount(surgeCost),
      .amount(activationDays),
      .amount(rampDays), .amount(emissions),
    ]
  }
}

extension PriceTier {
  var cells: [Cell] { [.of(site), .of(item), .number(fromVolume), .number(unitCost)] }
}

extension Cluster {
  var cells: [Cell] { [.of(region), .of(minSites), .number(saving)] }
}

extension Lane {
  var cells: [Cell] {
    [
      .of(origin), .of(destination), .of(item), .amount(unitCost), .amount(costPerKm), .amount(leadDays),
      .of(capacity), .of(corridor), .of(mode),
    ]
  }
}

extension Duty {
  var cells: [Cell] {
    [
      .of(origin), .of(destination), .of(item), .of(itemClass), .number(rate), .of(requiresContent),
      .of(rule),
      inForce ? .blank : .flag(false),
    ]
  }
}

extension Control {
  var cells: [Cell] {
    [
      .of(origin), .of(destination), .of(item), .of(itemClass), .text(kind.rawValue), .of(limit),
      .amount(cost),
      .of(rule), inForce ? .blank : .flag(false),
    ]
  }
}

extension Market {
  var cells: [Cell] { [.of(id), .of(name), .of(region), .of(latitude), .of(longitude)] }
}

extension Demand {
  var cells: [Cell] {
    [.of(market), .of(item), .of(period), .number(quantity), .number(shortageCost), .of(minService)]
  }
}

extension Disruption {
  var cells: [Cell] {
    [
      .of(id), .text(targetKind.rawValue), .of(target), .number(factor), .amount(startDay), .of(durationDays),
      .amount(rampDays), .amount(addedRate), .of(rate), .of(cause),
    ]
  }
}

extension ScenarioRow {
  var cells: [Cell] { [.of(scenario), .number(probability), .of(disruption)] }
}

extension Policy {
  var cells: [Cell] {
    [
      .of(id), .text(kind.rawValue), .of(items), .of(classes), .of(critical), .of(markets), .of(sites),
      .of(regions), .of(blocs), .of(owners), .of(scope?.rawValue), .of(limit), .of(level),
      .of(count),
    ]
  }
}

extension Project {
  var cells: [Cell] {
    [.of(id), .of(site), .of(item), .of(recipe), .number(cost), .number(days), .of(partners)]
  }
}

extension CurrentSource {
  var cells: [Cell] {
    [.of(site), .of(item), .of(recipe), .text(role.rawValue), .of(commit), .of(reserve)]
  }
}
