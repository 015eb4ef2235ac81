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
      tell("\(found.sites[site].id): screening forbids its owner to open the site")
    }
    for index in network.screening.capabilities.sorted() where layout.isQualified(index) {
      let row = network.capabilities[index].capability
      tell("\(row.site), \(row.item): screening forbids its owner to develop the source")
    }
    for (index, capability) in network.capabilities.enumerated() {
      let row = capability.capability
      let place = "\(row.site), \(row.item)"
      let (commit, reserve) = (layout.commit[index], layout.reserve[index])
      if layout.isQualified(index), !layout.isOpen[capability.site] {
        tell("\(place): a source at a site that is not open")
      }
      if layout.role[index] != .primary {
        atMost(commit, 0, "\(place): commitment of a source that is not primary")
      }
      if layout.role[index] == nil {
        atMost(reserve, 0, "\(place): reserve of a source that is not qualified")
      }
      if row.reservationCost == nil { atMost(reserve, 0, "\(place): reserve that is not offered") }
      atMost(commit + reserve, row.capacity, "\(place): commitment and reserve past the capacity")
      if layout.role[index] == .primary {
        atMost(row.minVolume, commit, "\(place): commitment below the least volume")
      }
    }
  }

  /// What needs a project is a source only where one is developed, and no more than one.
  private mutating func checkProjects() {
    for (index, capability) in network.capabilities.enumerated() where !network.unlocking[index].isEmpty {
      let developed = network.unlocking[index].filter { layout.isDeveloped[$0] }
      let place = "\(capability.capability.site), \(capability.capability.item)"
      if developed.isEmpty, layout.isQualified(index) {
        tell(
          "\(place): a source that no project unlocks",
          expected: network.unlocking[index].map { network.projects[$0].name }.joined(separator: " or "))
      }
      if developed.count > 1 {
        tell(
          "\(place): unlocked more than once",
          expected: "one of \(developed.map { network.projects[$0].name }.joined(separator: ", "))")
      }
    }
  }

  private mutating func checkStock() {
    for (index, node) in network.nodes.enumerated() where layout.stock[index] > 0 {
      let place = "\(found.sites[node.site].id), \(found.items[node.item].id)"
      if !found.settings.strategicStock {
        atMost(layout.stock[index], 0, "\(place): stock that the case does not allow")
      }
      if !layout.isOpen[node.site] {
        atMost(layout.stock[index], 0, "\(place): stock at a site that is not open")
      }
      if node.inbound.isEmpty, !network.standing(at: node).contains(where: layout.isQualified) {
        atMost(layout.stock[index], 0, "\(place): stock of an item that the site neither makes nor receives")
      }
    }
    for (scenario, recourse) in layout.recourse.enumerated() {
      for index in network.nodes.indices {
        let taken = recourse.periods.reduce(0) { $0 + $1.release[index] }
        if taken == 0 { continue }
        atMost(
          taken, layout.stock[index], "\(name(ofNode: index, scenario)): more taken from stock than there is")
      }
    }
  }

  /// The period before the first is a quiet one in which commitments deliver and nothing is kept.
  private mutating func checkPipeline() {
    let done = layout.pipeline
    for index in network.capabilities.indices {
      let row = network.capabilities[index].capability
      atMost(
        done.make[index], network.unlocking[index].isEmpty ? layout.commit[index] : 0,
        "\(row.site), \(row.item) before the first period: more made than committed")
      atMost(done.surge[index], 0, "\(row.site), \(row.item) before the first period: a reserve is drawn")
    }
    for (index, lane) in network.lanes.enumerated() where done.ship[index] > 0 {
      if let capacity = lane.capacity {
        atMost(
          done.ship[index], capacity, "\(name(of: lane)) before the first period: more than the lane holds")
      }
      if case .market(let market) = lane.destination {
        let demand = network.demandIndex(market: market, item: lane.item)
        let most = demand.flatMap { network.demands[$0].quantities.max() } ?? 0
        atMost(
          done.ship[index], most, "\(name(of: lane)) before the first period: more than is ever demanded")
      }
      if network.rules[0].stopped.contains(index) {
        atMost(done.ship[index], 0, "\(name(of: lane)) before the first period: the lane is banned")
      }
      if !layout.isOpen[lane.origin] {
        atMost(
          done.ship[index], 0,
          "\(name(of: lane)) before the first period: a site that is not open sends something")
      }
    }
    for (index, node) in network.nodes.enumerated() {
      let supply =
        node.inbound.reduce(0) { $0 + done.ship[$1] } + node.capabilities.reduce(0) { $0 + done.make[$1] }
      let use =
        node.outbound.reduce(0) { $0 + done.ship[$1] }
        + node.consumers.reduce(0) { $0 + $1.quantity * done.make[$1.capability] }
      equal(
        supply, use,
        "\(name(ofNode: index, 0)) before the first period: made and received is not what is used and sent")
      if network.ringLanes.isEmpty { continue }
      let onward = node.outbound.reduce(0) { $0 + (network.ringLanes[$1] ? done.ship[$1] : 0) }
      let begun =
        node.inbound.reduce(0) { $0 + (network.ringLanes[$1] ? 0 : done.ship[$1]) }
        + node.capabilities.reduce(0) { $0 + done.make[$1] }
      atMost(
        onward, begun,
        "\(name(ofNode: index, 0)) before the first period: more goes round in a ring than is made and comes from elsewhere"
      )
    }
  }

  // MARK: In a period of a scenario

  private mutating func checkProduction(_ scenario: Int, _ period: Int) {
    let done = layout.recourse[scenario].periods[period]
    for (index, capability) in network.capabilities.enumerated()
    where done.make[index] > 0 || done.surge[index] > 0 {
      let place = "\(capability.capability.site), \(capability.capability.item) \(moment(scenario, period))"
      let available =
        network.availability(capability: index, scenario: scenario, period: period)
        * layout.usablePart(index, in: period, network)
      let ready = network.readiness(capability: index, scenario: scenario, period: period)
      atMost(
        done.make[index], available * layout.commit[index], "\(place): more made than committed and available"
      )
      atMost(
        done.surge[index], available * ready * layout.reserve[index],
        "\(place): more drawn than reserved, ready and available")
    }
  }

  private mutating func checkLanes(_ scenario: Int, _ period: Int) {
    for (index, lane) in network.lanes.enumerated() {
      let quantity = layout.recourse[scenario].periods[period].ship[index]
      guard quantity > 0 else { continue }
      let name = "\(self.name(of: lane)) \(moment(scenario, period))"
      if period < lane.lead {
        atMost(
          quantity, layout.pipeline.ship[index], "\(name): more arrives than left before the first period")
        continue
      }
      let available = network.availability(lane: index, scenario: scenario, departure: period - lane.lead)
      if available == 0 {
        atMost(quantity, 0, "\(name): the lane is down")
      } else if let capacity = lane.capacity {
        atMost(quantity, available * capacity, "\(name): more than the lane holds")
      }
      if !layout.isOpen[lane.origin] {
        atMost(quantity, 0, "\(name): a site that is not open sends something")
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
      let problem = { [self] (what: String) in "\(name(ofNode: index, scenario)), period \(period): \(what)" }
      if abs(supply - sent - used - done.hold[index]) > Self.tolerance * max(1, supply) {
        tell(
          problem("made, received and kept is not what is used, sent and kept"), value: supply,
          expected: NumberText.shortest(sent + used + done.hold[index]))
      }
      if done.hold[index] > 0, period == periods.count - 1 || !layout.isOpen[node.site] {
        atMost(
          done.hold[index], 0,
          problem("something is kept at a site that is not open, or past the last period"))
      }
      if done.release[index] > 0 {
        let isDown = network.scenarios[scenario].siteAvailability[period][node.site] == 0
        if isDown || firstEvent.map({ period < $0 }) ?? true {
          atMost(done.release[index], 0, problem("stock is taken before an event, or at a site that is down"))
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
      let place =
        "\(found.markets[demand.market].id), \(found.items[demand.item].id) \(moment(scenario, period))"
      equal(
        served, network.quantity(demand: index, scenario: scenario, period: period),
        "\(place): delivered and short is not what is demanded")
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
        "\(control.origin) → \(control.destination) \(moment(scenario, period)): more than the \(control.kind.rawValue) lets through"
      )
    }
  }

  private mutating func checkLeastService(_ scenario: Int) {
    for (index, demand) in network.demands.enumerated() where demand.hasLeastService {
      let unmet = layout.recourse[scenario].periods.reduce(0) { $0 + $1.short[index] }
      let met = network.total(demand: index, scenario: scenario) - unmet
      let least = network.leastMet(demand: index, scenario: scenario)
      if met >= least - Self.tolerance * max(1, least) { continue }
      let place = "\(found.markets[demand.market].id), \(found.items[demand.item].id)"
      tell(
        "\(place) in \(network.scenarios[scenario].name): less is met than the least service", value: met,
        expected: "at least \(NumberText.shortest(least))")
    }
  }

  // MARK: Words

  private func moment(_ scenario: Int, _ period: Int) -> String {
    network.periods == 1
      ? "in \(network.scenarios[scenario].name)" : "in \(network.scenarios[scenario].name), period \(period)"
  }

  private func name(ofNode index: Int, _ scenario: Int) -> String {
    let node = network.nodes[index]
    return "\(found.sites[node.site].id), \(found.items[node.item].id) in \(network.scenarios[scenario].name)"
  }

  private func name(of lane: NetworkLane) -> String {
    "\(found.sites[lane.origin].id) → \(SourcingNetwork.name(of: lane.destination, found)), \(found.items[lane.item].id)"
  }

  private mutating func atMost(_ value: Double, _ limit: Double, _ problem: String) {
    if value > limit + Self.tolerance * max(1, abs(limit)) {
      tell(problem, value: value, expected: "at most \(NumberText.shortest(limit))")
    }
  }

  private mutating func equal(_ left: Double, _ right: Double, _ problem: String) {
    if abs(left - right) > Self.tolerance * max(1, abs(left), abs(right)) {
      tell(problem, value: left, expected: NumberText.shortest(right))
    }
  }

  private mutating func tell(_ problem: String, value: Double? = nil, expected: String? = nil) {
    faults.append(
      Fault(at: .init(file: "plan"), value: value.map(NumberText.shortest), problem, expected: expected))
  }
}
