internal import Sourcing

/// Something that fails in a stress test.
struct StressTarget {
  /// What happens, from day 0 on unless the case's own row says otherwise.
  var disruption: Disruption
  /// The row of `disruptions` that it is; nil where it was made.
  var listedAs: String?
  /// Days until it is over; nil where that is not known.
  var recoverDays: Double?

  /// What is left where it lasts for whole periods; nil for the factor of the disruption.
  var wholeFactor: Double?

  /// The disruption as it is (nil), or where it lasts for so many whole periods.
  func lasting(_ periods: Int?, of periodDays: Double) -> Disruption {
    guard let periods else { return disruption }
    var lasting = disruption
    lasting.durationDays = Double(periods) * periodDays
    if let wholeFactor { lasting.factor = wholeFactor }
    return lasting
  }

  /// Whether it changes a duty or a control.
  var changesRules: Bool { disruption.targetKind == .duty || disruption.targetKind == .control }
}

/// Finds what fails in a stress test.
struct StressTargets {
  private let found: SourcingCase
  private let options: StressOptions
  /// Of the case as it was given: once scenarios are drawn, none are left to generate.
  private let generation: GenerationSettings

  init(_ network: SourcingNetwork, _ options: StressOptions) {
    found = network.sourcingCase
    generation = network.givenCase.settings.generation
    self.options = options
  }

  /// The targets in the order of the tables.
  ///
  /// - Throws: ``Sourcing/CaseFaults`` where a disruption is named that the case does not have.
  func all() throws -> [StressTarget] {
    if let names = options.disruptions { return try listed(names) }
    return options.kinds.flatMap(targets)
  }

  private func listed(_ names: [String]) throws -> [StressTarget] {
    let rows = Dictionary(found.disruptions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let faults = names.filter { rows[$0] == nil }.map { name in
      Fault(
        at: found.origin.location(table: "disruptions", column: "disruption"), value: name,
        Message(QuestionText.noSuchDisruption), expected: Message(QuestionText.rowOfDisruptions),
        suggestion: NearestName.of(name, among: rows.keys))
    }
    if !faults.isEmpty { throw CaseFaults(faults) }
    return names.compactMap { rows[$0] }.map { row in
      StressTarget(disruption: row, listedAs: row.id, recoverDays: row.durationDays)
    }
  }

  private func targets(_ kind: DisruptionTarget) -> [StressTarget] {
    switch kind {
    case .site: found.sites.map { outage(kind, $0.id, days: $0.outageDays) }
    case .region: found.regions.map { outage(kind, $0.id, days: $0.outageDays) }
    case .bloc: names(found.blocs.map(\.bloc)).map { outage(kind, $0) }
    case .corridor: names(found.lanes.compactMap(\.corridor)).map { outage(kind, $0) }
    case .itemClass: names(found.items.compactMap(\.itemClass)).map { outage(kind, $0) }
    case .item: found.items.map { outage(kind, $0.id) }
    case .lane: names(found.lanes.map(\.end)).map { outage(kind, $0) }
    // What is not in force comes into force; what is in force binds already.
    case .control:
      names(found.controls.filter { !$0.inForce && $0.kind != .screening }.compactMap(\.rule)).map {
        change(kind, $0, factor: 1)
      }
    case .duty:
      names(found.duties.compactMap(\.rule)).map { rule in
        let isInForce = found.duties.contains { $0.rule == rule && $0.inForce }
        return change(kind, rule, factor: isInForce ? 0 : 1)
      }
    case .demand: []
    }
  }

  /// Each name once, in alphabetical order.
  private func names(_ all: [String]) -> [String] { Set(all).sorted() }

  /// An outage, with days and ramp as contingencies have them.
  private func outage(_ kind: DisruptionTarget, _ target: String, days: Double? = nil) -> StressTarget {
    let days = days ?? options.outageDays ?? generation.contingencyDays
    var outage = Disruption("\(kind.rawValue) \(target)", kind, target, durationDays: days)
    outage.rampDays = generation.outageRampDays
    if generation.shortOutages == .share, let days, days < found.settings.periodDays {
      outage.factor = 1 - days / found.settings.periodDays
    }
    return StressTarget(disruption: outage, recoverDays: days, wholeFactor: 0)
  }

  private func change(_ kind: DisruptionTarget, _ rule: String, factor: Double) -> StressTarget {
    let days = options.outageDays
    let change = Disruption("\(kind.rawValue) \(rule)", kind, rule, factor: factor, durationDays: days)
    return StressTarget(disruption: change, recoverDays: days)
  }
}
