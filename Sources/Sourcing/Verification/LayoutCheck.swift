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
      tell(.screeningForbidsSite, at: Place(.site(site)))
    }
    for index in network.screening.capabilities.sorted() where layout.isQualified(index) {
      tell(.screeningForbidsSource, at: Place(.source(index)))
    }
    for (index, capability) in network.capabilities.enumerated() {
      let row = capability.capability
      let place = Place(.source(index))
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
    for index in network.capabilities.indices where !network.unlocking[index].isEmpty {
      let developed = network.unlocking[index].filter { layout.isDeveloped[$0] }
      let place = Place(.source(index))
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
      let place = Place(.node(index))
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
          taken, layout.stock[index], .moreTakenThanStock, at: Place(.node(index), .scenario(scenario)))
      }
    }
  }

  /// The period before the first is a quiet one in which commitments deliver and nothing is kept.
  private mutating func checkPipeline() {
    let done = layout.pipeline
    for index in network.capabilities.indices {
      let place = Place(.source(index), .before)
      atMost(
        done.make[index], network.unlocking[index].isEmpty ? layout.commit[index] : 0,
        .moreMadeThanCommitted, at: place)
      atMost(done.surge[index], 0, .reserveDrawn, at: place)
    }
    for (index, lane) in network.lanes.enumerated() where done.ship[index] > 0 {
      let place = Place(.lane(index), .before)
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
      let place = Place(.node(index), .before)
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
    for index in network.capabilities.indices
    where done.make[index] > 0 || done.surge[index] > 0 {
      let place = Place(.source(index), .moment(scenario, period))
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
      let place = Place(.lane(index), .moment(scenario, period))
      if period < lane.lead {
        atMost(
          quantity, layout.pipeline.ship[index], .moreArrivesThanLeft, at: place)
        continue
      }
      let available = network.availability(lane: index, scenario: scenario, departure: period - lane.lead)
      if available == 0 {
        atMost(quantity, 0, .laneDown, at: place)
      } else if let capacity = lane.capacity {
        atMost(quantity, available * capacity, .moreThanLaneHolds, at: place)
      }
      if !layout.isOpen[lane.origin] {
        atMost(quantity, 0, .closedSiteSends, at: place)
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
      let place = Place(.node(index), .moment(scenario, period))
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
      let place = Place(.demand(index), .moment(scenario, period))
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
      atMost(
        passed, quota.limit, .moreThanControlLets, at: Place(.control(quota.row), .moment(scenario, period)),
        kind: found.controls[quota.row].kind)
    }
  }

  private mutating func checkLeastService(_ scenario: Int) {
    for (index, demand) in network.demands.enumerated() where demand.hasLeastService {
      let unmet = layout.recourse[scenario].periods.reduce(0) { $0 + $1.short[index] }
      let met = network.total(demand: index, scenario: scenario) - unmet
      let least = network.leastMet(demand: index, scenario: scenario)
      if met >= least - Self.tolerance * max(1, least) { continue }
      tell(
        .lessThanLeastService, at: Place(.demand(index), .scenario(scenario)), value: met,
        expected: Message(ExpectedText.atLeast, ["least": least]))
    }
  }

  // MARK: Words

  /// What a fault is about and when it comes about, by number: words are put together only where there is a fault.
  private struct Place {
    enum Subject {
      case site(Int)
      case source(Int)
      case node(Int)
      case lane(Int)
      case demand(Int)
      /// By its row of the table.
      case control(Int)
    }

    enum Time {
      /// Whatever happens.
      case always
      /// In the period before the first.
      case before
      case scenario(Int)
      /// In a period of a scenario.
      case moment(Int, Int)
    }

    let subject: Subject
    let time: Time

    init(_ subject: Subject, _ time: Time = .always) {
      self.subject = subject
      self.time = time
    }
  }

  private func words(_ place: Place) -> Message.Value {
    let subject = Message.Value.text(name(of: place.subject))
    switch place.time {
    case .always: return subject
    case .before: return .message(Message(PlanFaultText.beforeFirstPeriod, ["place": subject]))
    case .moment(let scenario, let period) where network.periods > 1:
      let name = network.scenarios[scenario].name
      return .message(
        Message(PlanFaultText.inPeriod, ["place": subject, "scenario": name, "period": period]))
    case .scenario(let scenario), .moment(let scenario, _):
      let name = network.scenarios[scenario].name
      return .message(Message(PlanFaultText.inScenario, ["place": subject, "scenario": name]))
    }
  }

  private func name(of subject: Place.Subject) -> String {
    switch subject {
    case .site(let site): return found.sites[site].id
    case .source(let index):
      let row = network.capabilities[index].capability
      return "\(row.site), \(row.item)"
    case .node(let index):
      let node = network.nodes[index]
      return "\(found.sites[node.site].id), \(found.items[node.item].id)"
    case .lane(let index):
      let lane = network.lanes[index]
      let destination = SourcingNetwork.name(of: lane.destination, found)
      return "\(found.sites[lane.origin].id) → \(destination), \(found.items[lane.item].id)"
    case .demand(let index):
      let demand = network.demands[index]
      return "\(found.markets[demand.market].id), \(found.items[demand.item].id)"
    case .control(let row): return "\(found.controls[row].origin) → \(found.controls[row].destination)"
    }
  }

  /// One of some projects.
  private func oneOf(_ projects: [Int]) -> Message {
    let names = projects.map { network.projects[$0].name }
    return names.count == 1
      ? Message(plain: names[0]) : Message(ExpectedText.oneOf, ["words": names.joined(separator: ", ")])
  }

  private mutating func atMost(
    _ value: Double, _ limit: Double, _ problem: PlanFaultText, at place: Place,
    kind: Control.Kind? = nil
  ) {
    if value > limit + Self.tolerance * max(1, abs(limit)) {
      tell(
        problem, at: place, kind: kind, value: value,
        expected: Message(ExpectedText.atMost, ["limit": limit]))
    }
  }

  private mutating func equal(
    _ left: Double, _ right: Double, _ problem: PlanFaultText, at place: Place
  ) {
    if abs(left - right) > Self.tolerance * max(1, abs(left), abs(right)) {
      tell(problem, at: place, value: left, expected: Message(plain: NumberText.shortest(right)))
    }
  }

  private mutating func tell(
    _ problem: PlanFaultText, at place: Place, kind: Control.Kind? = nil, value: Double? = nil,
    expected: Message? = nil
  ) {
    let words = words(place)
    let message =
      kind.map { Message(problem, ["place": words, "kind": $0.rawValue]) }
      ?? Message(problem, ["place": words])
    faults.append(
      Fault(at: .init(file: "plan"), value: value.map(NumberText.shortest), message, expected: expected))
  }
}
