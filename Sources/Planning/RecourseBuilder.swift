internal import LinearModel
internal import Sourcing

/// Adds the recourse of a scenario to a model: what to make, draw, move, keep and leave short in each period,
/// given the first stage.
struct RecourseBuilder {
  let network: SourcingNetwork
  /// Lanes whose flow another row ties to a decision already, in the undisturbed scenario.
  var lanesForcedElsewhere: Set<Int> = []
  /// Lanes that a policy closes in every scenario.
  private let closedLanes: Set<Int>
  private let shape: NetworkShape

  init(_ network: SourcingNetwork) {
    self.network = network
    closedLanes = PolicyRules.closedLanes(network)
    shape = NetworkShape(network)
  }

  /// Adds one scenario.
  func add(_ scenario: Int, to model: inout Model, _ stage: FirstStage) -> Recourse {
    var recourse = Recourse(scenario: scenario, periods: [], cost: LinearExpression())
    for period in 0..<network.periods {
      var done = PeriodRecourse(
        volume: [LinearExpression](repeating: LinearExpression(), count: network.capabilities.count),
        surge: [Variable?](repeating: nil, count: network.capabilities.count),
        make: [Variable?](repeating: nil, count: network.capabilities.count),
        ship: [Variable?](repeating: nil, count: network.lanes.count),
        hold: [Variable?](repeating: nil, count: network.nodes.count),
        release: [Variable?](repeating: nil, count: network.nodes.count), short: [])
      let moment = Moment(scenario: scenario, period: period, network)
      addLanes(&done, &recourse.cost, to: &model, stage, moment)
      addSurge(&done, &recourse.cost, to: &model, stage, moment)
      addInventory(&done, &recourse.cost, to: &model, stage, moment)
      addDemand(&done, &recourse.cost, to: &model, moment)
      addQuotas(done, to: &model, moment)
      for index in network.capabilities.indices {
        let available = network.availability(capability: index, scenario: scenario, period: period)
        recourse.cost.add(available, stage.due(index, in: period))
      }
      recourse.periods.append(done)
    }
    // What leaves in a period arrives in a later one, so balances come last.
    for period in 0..<network.periods { addBalances(&recourse, to: &model, stage, period) }
    addStockLimits(recourse, to: &model, stage)
    addLeastService(recourse, to: &model)
    return recourse
  }

  /// A period of a scenario, with its part in names.
  private struct Moment {
    let scenario: Int
    let period: Int
    let name: String

    init(scenario: Int, period: Int, _ network: SourcingNetwork) {
      self.scenario = scenario
      self.period = period
      let scenarioName = network.scenarios[scenario].name
      name = network.periods == 1 ? scenarioName : "\(scenarioName),\(period)"
    }
  }

  // MARK: Movement

  private func addLanes(
    _ done: inout PeriodRecourse, _ cost: inout LinearExpression, to model: inout Model, _ stage: FirstStage,
    _ moment: Moment
  ) {
    for (index, lane) in network.lanes.enumerated() where !closedLanes.contains(index) {
      var upper = network.flowBound(lane: index, arrival: moment.period, scenario: moment.scenario)
      let departure = moment.period - lane.lead
      if departure >= 0 {
        let available = network.availability(lane: index, scenario: moment.scenario, departure: departure)
        if available == 0 { continue }
        if let capacity = lane.capacity { upper = min(upper, capacity * available) }
      }
      if upper == 0 { continue }
      let name = "[\(shape.laneNames[index]),\(moment.name)]"
      let duty = network.duty(lane: index, scenario: moment.scenario, arrival: moment.period)
      if departure < 0 {
        let sent = stage.pipelineShip[index]
        if sent.isConstant, sent.constant == 0 { continue }
        let ship = model.addVariable("ship\(name)", upper: upper)
        model.addConstraint(ship <= sent, name: "pipeline\(name)")
        done.ship[index] = ship
        cost.add(lane.freight + duty, ship)
        continue
      }
      let ship = model.addVariable("ship\(name)", upper: upper)
      done.ship[index] = ship
      cost.add(lane.freight + duty, ship)
      if moment.scenario == 0, lanesForcedElsewhere.contains(index) { continue }
      let allowed = shape.allowance(at: lane.origin, of: lane.item, stage)
      if !allowed.isConstant {
        model.addConstraint(ship <= upper * allowed, name: "forcing\(name)")
      } else if allowed.constant < 0.5 {
        model.setBounds(of: ship, lower: 0, upper: 0)
      }
    }
  }

  /// What crosses a border under a quota or a licence, in all lanes and items of its row together.
  private func addQuotas(_ done: PeriodRecourse, to model: inout Model, _ moment: Moment) {
    for index in network.rules(scenario: moment.scenario, period: moment.period).quotas {
      let quota = network.quotas[index]
      var passed = LinearExpression()
      for lane in quota.lanes { if let ship = done.ship[lane] { passed.add(1, ship) } }
      if passed.isConstant { continue }
      model.addConstraint(passed <= quota.limit, name: "quota[\(quota.row + 1),\(moment.name)]")
    }
  }

  // MARK: Supply

  private func addSurge(
    _ done: inout PeriodRecourse, _ cost: inout LinearExpression, to model: inout Model, _ stage: FirstStage,
    _ moment: Moment
  ) {
    for (index, capability) in network.capabilities.enumerated() {
      let ready =
        network.availability(capability: index, scenario: moment.scenario, period: moment.period)
        * network.readiness(capability: index, scenario: moment.scenario, period: moment.period)
      let row = capability.capability
      let part = network.usablePart(capability: index, period: moment.period)
      if ready * part == 0 || row.reservationCost == nil || row.capacity == 0 { continue }
      let name = "[\(shape.capabilityNames[index]),\(moment.name)]"
      let surge = model.addVariable("surge\(name)", upper: ready * part * row.capacity)
      done.surge[index] = surge
      cost.add(row.unitCost + row.surgeCost, surge)
      model.addConstraint(surge <= ready * stage.reserved(index, in: moment.period), name: "ready\(name)")
    }
  }

  private func addInventory(
    _ done: inout PeriodRecourse, _ cost: inout LinearExpression, to model: inout Model, _ stage: FirstStage,
    _ moment: Moment
  ) {
    let settings = network.sourcingCase.settings
    let scenario = network.scenarios[moment.scenario]
    let afterEvent = scenario.firstEvent.map { moment.period >= $0 } ?? false
    for (index, node) in network.nodes.enumerated() {
      let item = network.sourcingCase.items[node.item]
      let name = "[\(shape.nodeNames[index]),\(moment.name)]"
      let most = network.peakNeed(item: node.item)
      if moment.period < network.periods - 1, most > 0 {
        let hold = model.addVariable("hold\(name)", upper: most)
        done.hold[index] = hold
        cost.add(item.holdingCost, hold)
        if !node.inbound.isEmpty {
          model.addConstraint(hold <= most * stage.open[node.site], name: "holds\(name)")
        }
      }
      if settings.strategicStock, afterEvent, most > 0,
        scenario.siteAvailability[moment.period][node.site] > 0
      {
        let release = model.addVariable("release\(name)", upper: most)
        done.release[index] = release
        cost.add(item.unitValue, release)
      }
    }
  }

  /// Over all periods no more is taken from stock than was placed.
  private func addStockLimits(_ recourse: Recourse, to model: inout Model, _ stage: FirstStage) {
    for index in network.nodes.indices {
      var taken = LinearExpression()
      for period in recourse.periods { if let release = period.release[index] { taken.add(1, release) } }
      if taken.isConstant { continue }
      let scenario = network.scenarios[recourse.scenario].name
      model.addConstraint(taken <= stage.stock[index], name: "stock[\(shape.nodeNames[index]),\(scenario)]")
    }
  }

  /// Over all periods enough of each demand is met, whatever happens.
  private func addLeastService(_ recourse: Recourse, to model: inout Model) {
    let scenario = network.scenarios[recourse.scenario]
    if scenario.probability == 0 { return }
    for (index, demand) in network.demands.enumerated() where demand.hasLeastService {
      var unmet = LinearExpression()
      for period in recourse.periods { unmet.add(1, period.short[index]) }
      let least = network.leastMet(demand: index, scenario: recourse.scenario)
      model.addConstraint(
        unmet <= network.total(demand: index, scenario: recourse.scenario) - least,
        name: "service[\(shape.demandNames[index]),\(scenario.name)]"
      )
    }
  }

  // MARK: Balances

  /// Ties what leaves a site to what is made, brought, kept and released there.
  private func addBalances(
    _ recourse: inout Recourse, to model: inout Model, _ stage: FirstStage, _ period: Int
  ) {
    let moment = Moment(scenario: recourse.scenario, period: period, network)
    // What is made must be known before its inputs are counted.
    for (index, node) in network.nodes.enumerated() {
      if shape.isMakeImplied[index] {
        addImpliedMake(node, &recourse, to: &model, stage, moment)
      } else {
        addMake(node, &recourse, to: &model, stage, moment)
      }
    }
    for (index, node) in network.nodes.enumerated() where !shape.isMakeImplied[index] {
      addBalance(index, node, recourse, to: &model, moment)
    }
  }

  private func sent(from node: NetworkNode, _ recourse: Recourse, _ period: Int) -> LinearExpression {
    var sent = LinearExpression()
    for lane in node.outbound {
      let arrival = period + network.lanes[lane].lead
      if arrival < network.periods, let ship = recourse.periods[arrival].ship[lane] { sent.add(1, ship) }
    }
    return sent
  }

  /// Where nothing else happens to an item at a site than that one capability makes it and lanes take it away,
  /// what is made is what is sent less what is drawn: it needs neither a variable nor a balance.
  private func addImpliedMake(
    _ node: NetworkNode, _ recourse: inout Recourse, to model: inout Model, _ stage: FirstStage,
    _ moment: Moment
  ) {
    guard let only = node.capabilities.first else { return }
    let sent = sent(from: node, recourse, moment.period)
    recourse.periods[moment.period].volume[only] = sent
    if sent.isConstant { return }
    let available = network.availability(capability: only, scenario: moment.scenario, period: moment.period)
    var made = sent
    if let surge = recourse.periods[moment.period].surge[only] { made.add(-1, surge) }
    model.addConstraint(
      made <= available * stage.committed(only, in: moment.period),
      name: "make[\(shape.capabilityNames[only]),\(moment.name)]")
  }

  private func addMake(
    _ node: NetworkNode, _ recourse: inout Recourse, to model: inout Model, _ stage: FirstStage,
    _ moment: Moment
  ) {
    for index in node.capabilities {
      let name = "[\(shape.capabilityNames[index]),\(moment.name)]"
      let available = network.availability(
        capability: index, scenario: moment.scenario, period: moment.period)
      let part = network.usablePart(capability: index, period: moment.period)
      let most = available * part * network.capabilities[index].capability.capacity
      if most > 0 {
        let make = model.addVariable("make\(name)", upper: most)
        recourse.periods[moment.period].make[index] = make
        recourse.periods[moment.period].volume[index].add(1, make)
        model.addConstraint(
          make <= available * stage.committed(index, in: moment.period), name: "available\(name)")
      }
      if let surge = recourse.periods[moment.period].surge[index] {
        recourse.periods[moment.period].volume[index].add(1, surge)
      }
    }
  }

  private func addBalance(
    _ index: Int, _ node: NetworkNode, _ recourse: Recourse, to model: inout Model, _ moment: Moment
  ) {
    let done = recourse.periods[moment.period]
    var supply = LinearExpression()
    for lane in node.inbound { if let ship = done.ship[lane] { supply.add(1, ship) } }
    for capability in node.capabilities { supply += done.volume[capability] }
    if let release = done.release[index] { supply.add(1, release) }
    if moment.period > 0, let kept = recourse.periods[moment.period - 1].hold[index] { supply.add(1, kept) }
    var use = sent(from: node, recourse, moment.period)
    for consumer in node.consumers { use.add(consumer.quantity, done.volume[consumer.capability]) }
    if let hold = done.hold[index] { use.add(1, hold) }
    if supply.isConstant, use.isConstant { return }
    model.addConstraint(supply == use, name: "balance[\(shape.nodeNames[index]),\(moment.name)]")
  }

  private func addDemand(
    _ done: inout PeriodRecourse, _ cost: inout LinearExpression, to model: inout Model, _ moment: Moment
  ) {
    for (index, demand) in network.demands.enumerated() {
      let name = "[\(shape.demandNames[index]),\(moment.name)]"
      let quantity = network.quantity(demand: index, scenario: moment.scenario, period: moment.period)
      let short = model.addVariable("short\(name)", upper: quantity)
      done.short.append(short)
      if quantity == 0 { continue }
      cost.add(demand.shortageCosts[moment.period], short)
      var served = short.expression
      for lane in demand.inbound { if let ship = done.ship[lane] { served.add(1, ship) } }
      model.addConstraint(served == quantity, name: "demand\(name)")
    }
  }
}
