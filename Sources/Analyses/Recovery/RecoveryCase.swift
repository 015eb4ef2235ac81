internal import Foundation
internal import Sourcing

/// The case that is left when an event has happened: the periods from then on, with the event as their one scenario.
struct RecoveryCase {
  /// The case.
  let sourcingCase: SourcingCase
  /// The first period that is planned anew.
  let firstPeriod: Int
  /// The day on which the event begins.
  let day: Double
  /// Capabilities, by row, of sites whose regions help.
  let aided: Set<Int>

  /// - Throws: ``Sourcing/CaseFaults`` where an event is not in the case or the first begins after its horizon.
  init(_ network: SourcingNetwork, _ options: RecoveryOptions) throws {
    let found = network.sourcingCase
    let settings = found.settings
    let happened = try Self.happened(options, found)
    let day = happened.map(\.startDay).min() ?? 0
    let firstPeriod = Int((day / settings.periodDays).rounded(.up))
    guard firstPeriod < settings.periods else {
      throw CaseFaults([
        Fault(
          at: found.origin.location(table: "disruptions"),
          value: options.events.joined(separator: " and "), Message(QuestionText.eventAfterHorizon),
          expected: Message(
            QuestionText.dayBefore, ["day": settings.periodDays * Double(settings.periods - 1)]))
      ])
    }
    var left = found
    left.settings.riskMeasure = .expected
    left.settings.periods = settings.periods - firstPeriod
    left.settings.generation = GenerationSettings()
    left.demand = Self.demand(found, from: firstPeriod)
    let now = Double(firstPeriod) * settings.periodDays
    left.disruptions = happened.map { row in
      var row = row.undrawn
      row.startDay = max(0, row.startDay - now)
      return row
    }
    left.scenarios = left.disruptions.map { ScenarioRow(Self.scenario, probability: 1, disruption: $0.id) }
    // What binds a layout does not bind what is done in need; who must not be bought from still must not.
    left.policies = found.policies.filter { $0.kind == .exclude || $0.kind == .maxLeadDays }
    left.clusters = []
    for row in left.projects.indices { left.projects[row].days = max(0, left.projects[row].days - now) }
    let aided: Set<Int> = options.hasMutualAid ? Self.aided(network) : []
    for row in left.capabilities.indices {
      // Short notice is a reserve without a fee: the price of a unit, what haste costs, and the time until it is ready.
      left.capabilities[row].reservationCost = 0
      left.capabilities[row].minVolume = 0
      if aided.contains(row) {
        left.capabilities[row].activationDays = 0
        left.capabilities[row].rampDays = 0
      }
    }
    sourcingCase = left
    self.day = day
    self.firstPeriod = firstPeriod
    self.aided = aided
  }

  /// The name of the scenario that has happened.
  static let scenario = "event"

  /// The disruptions that have happened, each once, on the days on which they begin.
  private static func happened(_ options: RecoveryOptions, _ found: SourcingCase) throws -> [Disruption] {
    let place = found.origin.location(table: "disruptions")
    let known = found.disruptions.map(\.id) + found.scenarios.map(\.scenario)
    var faults = options.events.filter { disruptions(of: $0, found).isEmpty }.map {
      Fault(
        at: place, value: $0, Message(QuestionText.unknownEvent),
        expected: Message(QuestionText.disruptionOrScenario),
        suggestion: NearestName.of($0, among: known))
    }
    if options.events.isEmpty {
      faults.append(
        Fault(at: place, Message(QuestionText.noEvent), expected: Message(QuestionText.whatHappened)))
    }
    if options.days.count > 1, options.days.count != options.events.count {
      faults.append(
        Fault(
          at: place, value: "\(options.days.count)", Message(QuestionText.daysNotOfEvents),
          expected: Message(QuestionText.oneDayOrAsMany, ["count": options.events.count])))
    }
    if !faults.isEmpty { throw CaseFaults(faults) }
    var rows = options.events.map { disruptions(of: $0, found) }
    let firstDays = rows.map { $0.map(\.startDay).min() ?? 0 }
    let earliest = firstDays.min() ?? 0
    for (event, first) in firstDays.enumerated() {
      let shift =
        switch options.days.count {
        case 0: 0.0
        case 1: options.days[0] - earliest
        default: options.days[event] - first
        }
      for row in rows[event].indices { rows[event][row].startDay += shift }
    }
    var seen: Set<String> = []
    return rows.flatMap { $0 }.filter { seen.insert($0.id).inserted }
  }

  /// The rows of the disruptions that an event is made of.
  private static func disruptions(of event: String, _ found: SourcingCase) -> [Disruption] {
    let named = Set(found.scenarios.filter { $0.scenario == event }.compactMap(\.disruption))
    let wanted = named.isEmpty ? [event] : named
    return found.disruptions.filter { wanted.contains($0.id) }
  }

  /// Demand from a period on; whatever must be met at least is left out, since now it may be impossible.
  private static func demand(_ found: SourcingCase, from first: Int) -> [Demand] {
    found.demand.compactMap { row in
      var row = row
      row.minService = nil
      guard let period = row.period else { return row }
      row.period = period - first
      return period < first ? nil : row
    }
  }

  /// Capabilities in regions that get on with the region of some market that needs something as well as partners of a project
  /// must: at least `project_alignment`.
  private static func aided(_ network: SourcingNetwork) -> Set<Int> {
    let found = network.sourcingCase
    let markets = Set(found.demand.map(\.market))
    let regions = Set(found.markets.filter { markets.contains($0.id) }.map(\.region))
    let helping = Set(found.sites.map(\.region)).filter { region in
      regions.contains { market in
        market == region || network.alignment(market, region) >= found.settings.projectAlignment
      }
    }
    let sites = Set(found.sites.filter { helping.contains($0.region) }.map(\.id))
    return Set(found.capabilities.indices.filter { sites.contains(found.capabilities[$0].site) })
  }
}
