/// Checks a layout against every rule of the model that is no policy.
struct LayoutCheck {
  /// What is broken.
  private(set) var faults: [Fault] = []
  private let layout: Layout
  private let network: SourcingNetwork

  /// Amounts may be off by this much, relative to the larger of 1 and what they are compared with.
  static let tolerance = 1e-6

  init(_ layout: Layout, _ network: SourcingNetwork) {
    self.layout = layout
    self.network = network
    checkContracts()
    checkProjects()
    checkStock()
    checkPipeline()
    for scenario in network.scenarios.indices {
      for period in 0..<network.periods {
        checkProduction(scenario, period)
        checkLanes(scenario, period)
        checkBalances(scenario, period)
        checkDemand(scenario, period)
        checkQuotas(scenario, period)
      }
      if network.scenarios[scenario].probability > 0 { checkLeastService(scenario) }
    }
  }

  /// Checks contracts, projects and stock alone.
  init(decisionsOf layout: Layout, _ network: SourcingNetwork) {
    self.layout = layout
    self.network = network
    checkContracts()
    checkProjects()
    checkStock()
  }

  private var found: SourcingCase { network.sourcingCase }

  // MARK: Before anything happens

  private mutating func checkContracts() {
    for site in network.screening.sites.sorted() where layout.isOpen[site] {
      tell(.screeningForbidsSite, at: .text(found.sites[site].id))
    }
    for index in network.screening.capabilities.sorted() where layout.isQualified(index) {
      let row = network.capabilities[index].capability
      tell(.screeningForbidsSource, at: .text("\(row.site), \(row.item)"))
    }
    for (index, capability) in network.capabilities.enumerated() {
      let row = capability.capability
      let place = Message.Value.text("\(row.site), \(row.item)")
      let (commit, reserve) = (layout.commit[index], layout.reserve[index])
      if layout.isQualified(index), !layout.isOpen[capability.site] {
        tell(.sourceAtClosedSite, at: place)
      }
      if layout.role[index] != .primary {
        atMost(commit, 0, .commitmentNotPrimary, at: place)
      }
      if layout.role[index] == nil {
        atMost(reserve, 0, .reserveNotQualified, at: place)
      }
      if row.reservationCost == nil { atMost(reserve, 0, .reserveNotOffered, at: place) }
      atMost(commit + reserve, row.capacity, .contractPastCapacity, at: place)
      if layout.role[index] == .primary {
        atMost(row.minVolume, commit, .commitmentBelowLeast, at: place)
      }
    }
  }

  /// What needs a project is a source only where one is developed, and no more than one.
  private mutating func checkProjects() {
    for (index, capability) in network.capabilities.enumerated() where !network.unlocking[index].isEmpty {
      let developed = network.unlocking[index].filter { layout.isDeveloped[$0] }
      let place = Message.Value.text("\(capability.capability.site), \(capability.capability.item)")
      if developed.isEmpty, layout.isQualified(index) {
        tell(
          .nothingUnlocks, at: place,
          expected: oneOf(network.unlocking[index]))
      }
      if developed.count > 1 {
        tell(
          .unlockedTwice, at: place,
          expected: oneOf(developed))
      }
    }
  }

  private mutating func checkStock() {
    for (index, node) in network.nodes.enumerated() where layout.stock[index] > 0 {
      let place = Message.Value.text("\(found.sites[node.site].id), \(found.items[node.item].id)")
      if !found.settings.strategicStock {
        atMost(layout.stock[index], 0, .stockNotAllowed, at: place)
      }
      if !layout.isOpen[node.site] {
        atMost(layout.stock[index], 0, .stockAtClosedSite, at: place)
      }
      if node.inbound.isEmpty, !network.standing(at: node).contains(where: layout.isQualified) {
        atMost(layout.stock[index], 0, .stockNotReceived, at: place)
      }
    }
    for (scenario, recourse) in layout.recourse.enumerated() {
      for index in network.nodes.indices {
        let taken = recourse.periods.reduce(0) { $0 + $1.release[index] }
        if taken == 0 { continue }
        atMost(
          taken, layout.stock[index], .moreTakenThanStock, at: name(ofNode: index, scenario))
      }
    }
  }

  /// The period before the first is a quiet one in which commitments deliver and nothing is kept.
  private mutating func checkPipeline() {
    let done = layout.pipeline
    for index in network.capabilities.indices {
      let row = network.capabilities[index].capability
      let place = before(.text("\(row.site), \(row.item)"))
      atMost(
        done.make[index], network.unlocking[index].isEmpty ? layout.commit[index] : 0,
        .moreMadeThanCommitted, at: place)
      atMost(done.surge[index], 0, .reserveDrawn, at: place)
    }
    for (index, lane) in network.lanes.enumerated() where done.ship[index] > 0 {
      let place = before(name(of: lane))
      if let capacity = lane.capacity {
        atMost(
          done.ship[index], capacity, .moreThanLaneHolds, at: place)
      }
      if case .market(let market) = lane.destination {
        let demand = network.demandIndex(market: market, item: lane.item)
        let most = demand.flatMap { network.demands[$0].quantities.max() } ?? 0
        atMost(
          done.ship[index], most, .moreThanDemanded, at: place)
      }
      if network.rules[0].stopped.contains(index) {
        atMost(done.ship[index], 0, .laneBanned, at: place)
      }
      if !layout.isOpen[lane.origin] {
        atMost(
          done.ship[index], 0,
          .closedSiteSends, at: place)
      }
    }
    for (index, node) in network.nodes.enumerated() {
      let supply =
        node.inbound.reduce(0) { $0 + done.ship[$1] } + node.capabilities.reduce(0) { $0 + done.make[$1] }
      let use =
        node.outbound.reduce(0) { $0 + done.ship[$1] }
        + node.consumers.reduce(0) { $0 + $1.quantity * done.make[$1.capability] }
      let place = before(name(ofNode: index, 0))
      equal(
        supply, use,
        .madeNotUsed, at: place)
      if network.ringLanes.isEmpty { continue }
      let onward = node.outbound.reduce(0) { $0 + (network.ringLanes[$1] ? done.ship[$1] : 0) }
      let begun =
        node.inbound.reduce(0) { $0 + (network.ringLanes[$1] ? 0 : done.ship[$1]) }
        + node.capabilities.reduce(0) { $0 + done.make[$1] }
      atMost(
        onward, begun,
        .moreGoesRound, at: place
      )
    }
  }

  // MARK: In a period of a scenario

  private mutating func checkProduction(_ scenario: Int, _ period: Int) {
    let done = layout.recourse[scenario].periods[period]
    for (index, capability) in network.capabilities.enumerated()
    where done.make[index] > 0 || done.surge[index] > 0 {
      let source = "\(capability.capability.site), \(capability.capability.item)"
      let place = moment(.text(source), scenario, period)
      let available =
        network.availability(capability: index, scenario: scenario, period: period)
        * layout.usablePart(index, in: period, network)
      let ready = network.readiness(capability: index, scenario: scenario, period: period)
      atMost(
        done.make[index], available * layout.commit[index], .moreMadeThanAvailable, at: place
      )
      atMost(
        done.surge[index], available * ready * layout.reserve[index],
        .moreDrawnThanReady, at: place)
    }
  }

  private mutating func checkLanes(_ scenario: Int, _ period: Int) {
    for (index, lane) in network.lanes.enumerated() {
      let quantity = layout.recourse[scenario].periods[period].ship[index]
      guard quantity > 0 else { continue }
      let name = moment(self.name(of: lane), scenario, period)
      if period < lane.lead {
        atMost(
          quantity, layout.pipeline.ship[index], .moreArrivesThanLeft, at: name)
        continue
      }
      let available = network.availability(lane: index, scenario: scenario, departure: period - lane.lead)
      if available == 0 {
        atMost(quantity, 0, .laneDown, at: name)
      } else if let capacity = lane.capacity {
        atMost(quantity, available * capacity, .moreThanLaneHolds, at: name)
      }
      if !layout.isOpen[lane.origin] {
        atMost(quantity, 0, .closedSiteSends, at: name)
      }
    }
  }

  private mutating func checkBalances(_ scenario: Int, _ period: Int) {
    let periods = layout.recourse[scenario].periods
    let done = periods[period]
    let firstEvent = network.scenarios[scenario].firstEvent
    for (index, node) in network.nodes.enumerated() {
      let kept = period > 0 ? periods[period - 1].hold[index] : 0
      let made = node.capabilities.reduce(0) { $0 + done.make[$1] + done.surge[$1] }
      let supply = node.inbound.reduce(0) { $0 + done.ship[$1] } + made + done.release[index] + kept
      let sent = node.outbound.reduce(0) { total, lane in
        let arrival = period + network.lanes[lane].lead
        return arrival < periods.count ? total + periods[arrival].ship[lane] : total
      }
      let used = node.consumers.reduce(0) {
        $0 + $1.quantity * (done.make[$1.capability] + done.surge[$1.capability])
      }
      let place = Message.Value.message(
        Message(
          PlanFaultText.inPeriod,
          [
            "place": nodeName(index), "scenario": network.scenarios[scenario].name,
            "period": period,
          ]))
      if abs(supply - sent - used - done.hold[index]) > Self.tolerance * max(1, supply) {
        tell(
          .balanceBroken, at: place, value: supply,
          expected: Message(plain: NumberText.shortest(sent + used + done.hold[index])))
      }
      if done.hold[index] > 0, period == periods.count - 1 || !layout.isOpen[node.site] {
        atMost(
          done.hold[index], 0,
          .keptWhereNothingIs, at: place)
      }
      if done.release[index] > 0 {
        let isDown = network.scenarios[scenario].siteAvailability[period][node.site] == 0
        if isDown || firstEvent.map({ period < $0 }) ?? true {
          atMost(done.release[index], 0, .stockTakenTooEarly, at: place)
        }
      }
    }
  }

  private mutating func checkDemand(_ scenario: Int, _ period: Int) {
    let done = layout.recourse[scenario].periods[period]
    for (index, demand) in network.demands.enumerated() {
      let served = demand.inbound.reduce(0) { $0 + done.ship[$1] } + done.short[index]
      if abs(served - network.quantity(demand: index, scenario: scenario, period: period)) <= Self.tolerance {
        continue
      }
      let name = "\(found.markets[demand.market].id), \(found.items[demand.item].id)"
      let place = moment(.text(name), scenario, period)
      equal(
        served, network.quantity(demand: index, scenario: scenario, period: period),
        .deliveredNotDemanded, at: place)
    }
  }

  private mutating func checkQuotas(_ scenario: Int, _ period: Int) {
    let done = layout.recourse[scenario].periods[period]
    for index in network.rules(scenario: scenario, period: period).quotas {
      let quota = network.quotas[index]
      let passed = quota.lanes.reduce(0) { $0 + done.ship[$1] }
      if passed <= quota.limit { continue }
      let control = found.controls[quota.row]
      atMost(
        passed, quota.limit,
        .moreThanControlLets,
        at: moment(.text("\(control.origin) → \(control.destination)"), scenario, period),
        kind: control.kind)
    }
  }

  private mutating func checkLeastService(_ scenario: Int) {
    for (index, demand) in network.demands.enumerated() where demand.hasLeastService {
      let unmet = layout.recourse[scenario].periods.reduce(0) { $0 + $1.short[index] }
      let met = network.total(demand: index, scenario: scenario) - unmet
      let least = network.leastMet(demand: index, scenario: scenario)
      if met >= least - Self.tolerance * max(1, least) { continue }
      let name = "\(found.markets[demand.market].id), \(found.items[demand.item].id)"
      tell(
        .lessThanLeastService, at: inScenario(name, scenario), value: met,
        expected: Message(ExpectedText.atLeast, ["least": least]))
    }
  }

  // MARK: Words

  private func moment(_ place: Message.Value, _ scenario: Int, _ period: Int) -> Message.Value {
    let name = network.scenarios[scenario].name
    return .message(
      network.periods == 1
        ? Message(PlanFaultText.inScenario, ["place": place, "scenario": name])
        : Message(PlanFaultText.inPeriod, ["place": place, "scenario": name, "period": period]))
  }

  private func before(_ place: Message.Value) -> Message.Value {
    .message(Message(PlanFaultText.beforeFirstPeriod, ["place": place]))
  }

  private func inScenario(_ place: String, _ scenario: Int) -> Message.Value {
    .message(
      Message(PlanFaultText.inScenario, ["place": place, "scenario": network.scenarios[scenario].name]))
  }

  private func name(ofNode index: Int, _ scenario: Int) -> Message.Value {
    inScenario(nodeName(index), scenario)
  }

  private func nodeName(_ index: Int) -> String {
    let node = network.nodes[index]
    return "\(found.sites[node.site].id), \(found.items[node.item].id)"
  }

  private func name(of lane: NetworkLane) -> Message.Value {
    .text(
      "\(found.sites[lane.origin].id) → \(SourcingNetwork.name(of: lane.destination, found)), \(found.items[lane.item].id)"
    )
  }

  /// One of some projects.
  private func oneOf(_ projects: [Int]) -> Message {
    let names = projects.map { network.projects[$0].name }
    return names.count == 1
      ? Message(plain: names[0]) : Message(ExpectedText.oneOf, ["words": names.joined(separator: ", ")])
  }

  private mutating func atMost(
    _ value: Double, _ limit: Double, _ problem: PlanFaultText, at place: Message.Value,
    kind: Control.Kind? = nil
  ) {
    if value > limit + Self.tolerance * max(1, abs(limit)) {
      tell(
        problem, at: place, kind: kind, value: value,
        expected: Message(ExpectedText.atMost, ["limit": limit]))
    }
  }

  private mutating func equal(
    _ left: Double, _ right: Double, _ problem: PlanFaultText, at place: Message.Value
  ) {
    if abs(left - right) > Self.tolerance * max(1, abs(left), abs(right)) {
      tell(problem, at: place, value: left, expected: Message(plain: NumberText.shortest(right)))
    }
  }

  private mutating func tell(
    _ problem: PlanFaultText, at place: Message.Value, kind: Control.Kind? = nil, value: Double? = nil,
    expected: Message? = nil
  ) {
    let message =
      kind.map { Message(problem, ["place": place, "kind": $0.rawValue]) }
      ?? Message(problem, ["place": place])
    faults.append(
      Fault(at: .init(file: "plan"), value: value.map(NumberText.shortest), message, expected: expected))
  }
}
