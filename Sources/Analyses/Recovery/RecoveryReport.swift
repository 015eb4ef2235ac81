internal import LinearModel
internal import Planning
internal import Sourcing

/// Tells a recovery in actions, checked against the tables.
struct RecoveryReport {
  private let recovery: RecoveryModel
  private let left: RecoveryCase
  private let before: Layout
  private let given: SourcingNetwork
  private let trace: Double

  /// Amounts below this part of all that is needed are rounding of the plan.
  private static let roundingPart = 1e-6

  /// - Parameters:
  ///   - before: The layout as it was planned.
  ///   - given: The case that it was planned for.
  init(_ recovery: RecoveryModel, _ left: RecoveryCase, _ before: Layout, _ given: SourcingNetwork) {
    self.recovery = recovery
    self.left = left
    self.before = before
    self.given = given
    let network = recovery.network
    trace =
      Self.roundingPart
      * max(1, network.demands.indices.reduce(0) { $0 + network.total(demand: $1, scenario: 1) })
  }

  /// Writes what a point of the model does.
  ///
  /// - Throws: `PlanningError` where the verifier does not pass it.
  func fill(_ answer: inout Recovery, at point: [Double], byContracts bare: [Double]?) throws {
    let network = recovery.network
    let layout = recovery.form.layout(at: point)
    answer.cost = try PlanVerifier.passed(layout, in: network, calling: "the recovery").evaluation.costs.total
    let bareLayout = bare.map { recovery.form.layout(at: $0) }
    answer.costByContracts = bareLayout.map { CostEvaluation($0, network).costs.total }
    let event = 1
    for period in 0..<network.periods {
      let need = network.demands.indices.reduce(0.0) {
        $0 + network.quantity(demand: $1, scenario: event, period: period)
      }
      let short = layout.recourse[event].periods[period].short.reduce(0, +)
      let bareShort = bareLayout?.recourse[event].periods[period].short.reduce(0, +) ?? need
      answer.periods.append(
        Recovery.Period(
          period: left.firstPeriod + period, need: need, met: need - short, metByContracts: need - bareShort))
    }
    answer.backInPeriod = back(answer.periods) { $0.met }
    answer.backInPeriodByContracts = bareLayout == nil ? nil : back(answer.periods) { $0.metByContracts }
    answer.actions = sourceActions(layout) + openings(layout) + reroutes(layout)
    for (period, done) in layout.recourse[event].periods.enumerated() {
      for (index, short) in done.short.enumerated() where short > trace {
        let demand = network.demands[index]
        answer.shortages.append(
          PlanShortage(
            scenario: answer.event, period: left.firstPeriod + period,
            market: network.sourcingCase.markets[demand.market].id,
            item: network.sourcingCase.items[demand.item].id, quantity: short))
      }
    }
  }

  /// The first period from which on all that is needed is met.
  private func back(_ periods: [Recovery.Period], _ met: (Recovery.Period) -> Double) -> Int? {
    guard let last = periods.last, met(last) >= last.need - trace else { return nil }
    let short = periods.last { met($0) < $0.need - trace }
    return short.map { $0.period + 1 } ?? periods.first?.period
  }

  private func sourceActions(_ layout: Layout) -> [Recovery.Action] {
    let network = recovery.network
    var actions: [Recovery.Action] = []
    for (index, capability) in network.capabilities.enumerated() {
      let row = capability.capability
      let drawn = layout.recourse[1].periods.map { $0.surge[index] }
      func action(_ kind: Recovery.Action.Kind, _ units: [Double], once: Double = 0) {
        guard units.contains(where: { $0 > trace }) else { return }
        actions.append(
          Recovery.Action(
            kind: kind, site: row.site, to: "", item: row.item, way: row.recipe ?? "", units: units,
            once: once,
            isAid: kind != .activate && left.aided.contains(index)
              && given.capabilities[index].capability.activationDays > 0))
      }
      if recovery.standing.isQualified(index) {
        let contracted = recovery.contracted[index]
        action(.activate, drawn.map { min($0, contracted) })
        action(.buy, drawn.map { max(0, $0 - contracted) })
      } else {
        action(.qualify, drawn, once: row.isQualified ? 0 : row.qualificationCost)
      }
    }
    for (index, node) in network.nodes.enumerated() {
      let released = layout.recourse[1].periods.map { $0.release[index] }
      if !released.contains(where: { $0 > trace }) { continue }
      actions.append(
        Recovery.Action(
          kind: .release, site: network.sourcingCase.sites[node.site].id, to: "",
          item: network.sourcingCase.items[node.item].id, way: "", units: released, once: 0, isAid: false))
    }
    return actions.sorted { ($0.kind.order, $0.item, $0.site) < ($1.kind.order, $1.item, $1.site) }
  }

  private func openings(_ layout: Layout) -> [Recovery.Action] {
    recovery.network.sourcingCase.sites.indices.filter {
      layout.isOpen[$0] && !recovery.standing.isOpen[$0]
    }.map { index in
      let site = recovery.network.sourcingCase.sites[index]
      return Recovery.Action(
        kind: .open, site: site.id, to: "", item: "", way: "", units: [],
        once: site.isExisting ? 0 : site.openingCost, isAid: false)
    }
  }

  /// Lanes that carry more than they would without the event.
  private func reroutes(_ layout: Layout) -> [Recovery.Action] {
    let network = recovery.network
    let known = Dictionary(
      given.lanes.enumerated().map { (LaneKey($1), $0) }, uniquingKeysWith: { first, _ in first })
    var actions: [Recovery.Action] = []
    for (index, lane) in network.lanes.enumerated() {
      let more = (0..<network.periods).map { period in
        let usual = known[LaneKey(lane)].map {
          before.recourse[0].periods[left.firstPeriod + period].ship[$0]
        }
        return max(0, layout.recourse[1].periods[period].ship[index] - (usual ?? 0))
      }
      if !more.contains(where: { $0 > trace }) { continue }
      let found = network.sourcingCase
      let to =
        switch lane.destination {
        case .site(let site): found.sites[site].id
        case .market(let market): found.markets[market].id
        }
      let way = [lane.corridor.map { network.corridors[$0] }, lane.mode].compactMap { $0 }.joined(
        separator: ", ")
      actions.append(
        Recovery.Action(
          kind: .reroute, site: found.sites[lane.origin].id, to: to, item: found.items[lane.item].id,
          way: way,
          units: more, once: 0, isAid: false))
    }
    return actions.sorted { ($1.units.reduce(0, +), $0.site) < ($0.units.reduce(0, +), $1.site) }
  }
}

extension Recovery.Action.Kind {
  /// The order in which actions are told.
  fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension Recovery {
  init(name: String, currency: String, events: [String], day: Double, firstPeriod: Int) {
    self.name = name
    self.currency = currency
    event = events.joined(separator: " and ")
    self.events = events
    self.day = day
    self.firstPeriod = firstPeriod
  }
}
