internal import LinearModel
internal import Sourcing

/// Adds the recourse of a scenario to a model: what to make, draw, move, keep and leave short in each period,
/// given the first stage.
struct RecourseBuilder {
  let network: SourcingNetwork
  /// Lanes whose flow another row ties to a decision already, in the undisturbed scenario.
  var lanesForcedElsewhere: Set<Int> = []
  /// Whether the least service that demand asks for must be kept.
  var demandsLeastService = true
  /// What names of columns and rows have in place of the scenario's own name; nil for that.
  var scenarioLabel: String?
  /// Lanes that carry nothing in any scenario: those that a policy closes, and what a caller adds to them.
  var closedLanes: Set<Int>
  /// Whether what a scenario leaves no room has a column all the same, so that all scenarios have the same columns and rows.
  var keepsShape = false
  private let shape: NetworkShape

  init(_ network: SourcingNetwork) {
    self.network = network
    closedLanes = PolicyRules.closedLanes(network)
    shape = NetworkShape(network)
  }

  /// Adds one scenario.
  func add(_ scenario: Int, to model: inout Model, _ stage: FirstStage) -> Recourse {
    add(scenario, to: &model, stage, watching: {})
  }

  /// Adds one scenario, unless a check that is made before each period throws.
  func add<Interruption: Error>(
    _ scenario: Int, to model: inout Model, _ stage: FirstStage,
    watching check: () throws(Interruption) -> Void
  ) throws(Interruption) -> Recourse {
    var recourse = Recourse(scenario: scenario, periods: [], cost: LinearExpression())
    for period in 0..<network.periods {
      try check()
      var done = PeriodRecourse(
        volume: [LinearExpression](repeating: LinearExpression(), count: network.capabilities.count),
        surge: [Variable?](repeating: nil, count: network.capabilities.count),
        make: [Variable?](repeating: nil, count: network.capabilities.count),
        ship: [Variable?](repeating: nil, count: network.lanes.count),
        hold: [Variable?](repeating: nil, count: network.nodes.count),
        release: [Variable?](repeating: nil, count: network.nodes.count), short: [])
      let moment = moment(scenario, period)
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
    for period in 0..<network.periods {
      try check()
      addBalances(&recourse, to: &model, stage, period)
    }
    addStockLimits(recourse, to: &model, stage)
    if demandsLeastService { addLeastService(recourse, to: &model) }
    OriginBuilder(network, label: label(scenario)).add(to: &recourse, &model)
    return recourse
  }

  private func label(_ scenario: Int) -> String { scenarioLabel ?? network.scenarios[scenario].name }

  private func moment(_ scenario: Int, _ period: Int) -> Moment {
    Moment(scenario: scenario, label: label(scenario), period: period, network, shape)
  }

  /// A period of a scenario, with its part in names.
  private struct Moment {
    let scenario: Int
    let period: Int
    let name: String
    private let shape: NetworkShape

    init(scenario: Int, label: String, period: Int, _ network: SourcingNetwork, _ shape: NetworkShape) {
      self.scenario = scenario
      self.period = period
      self.shape = shape
      name = network.periods == 1 ? label : "\(label),\(period)"
    }

    func lanes(_ kind: String) -> NameSeries {
      NameSeries(kind) { [shape, name] in "\(shape.laneName($0)),\(name)" }
    }

    func capabilities(_ kind: String) -> NameSeries {
      NameSeries(kind) { [shape, name] in "\(shape.capabilityName($0)),\(name)" }
    }

    func nodes(_ kind: String) -> NameSeries {
      NameSeries(kind) { [shape, name] in "\(shape.nodeName($0)),\(name)" }
    }

    func demands(_ kind: String) -> NameSeries {
      NameSeries(kind) { [shape, name] in "\(shape.demandName($0)),\(name)" }
    }
  }

  // MARK: Movement

  private func addLanes(
    _ done: inout PeriodRecourse, _ cost: inout LinearExpression, to model: inout Model, _ stage: FirstStage,
    _ moment: Moment
  ) {
    let names = model.addVariableNames(moment.lanes("ship"))
    let pipelineNames = model.addConstraintNames(moment.lanes("pipeline"))
    let forcingNames = model.addConstraintNames(moment.lanes("forcing"))
    let mayBeForcedElsewhere = moment.scenario == 0 && !lanesForcedElsewhere.isEmpty
    var row = LinearExpression()
    for index in network.lanes.indices {
      if !closedLanes.isEmpty, closedLanes.contains(index) { continue }
      let lane = network.lanes[index]
      var upper = network.flowBound(lane: index, arrival: moment.period, scenario: moment.scenario)
      let departure = moment.period - lane.lead
      if departure >= 0 {
        let available = network.availability(lane: index, scenario: moment.scenario, departure: departure)
        if available == 0 { upper = 0 }
        if let capacity = lane.capacity { upper = min(upper, capacity * available) }
      }
      if upper == 0, !keepsShape { continue }
      row.removeAll()
      let duty = network.duty(lane: index, scenario: moment.scenario, arrival: moment.period)
      if departure < 0 {
        let sent = stage.pipelineShip[index]
        if sent.isConstant, sent.constant == 0 { continue }
        let ship = model.addVariable(index, of: names, upper: upper)
        row.add(1, ship)
        row.add(-1, sent)
        model.addConstraint(index, of: pipelineNames, row, upper: 0)
        done.ship[index] = ship
        cost.add(lane.freight + duty, ship)
        continue
      }
      let ship = model.addVariable(index, of: names, upper: upper)
      done.ship[index] = ship
      cost.add(lane.freight + duty, ship)
      if mayBeForcedElsewhere, lanesForcedElsewhere.contains(index) { continue }
      row.add(1, ship)
      shape.addAllowance(lane: index, times: -upper, to: &row, stage)
      if row.terms.count > 1 {
        model.addConstraint(index, of: forcingNames, row, upper: 0)
      } else if row.constant > -0.5 * upper {
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
    let names = model.addVariableNames(moment.capabilities("surge"))
    let readyNames = model.addConstraintNames(moment.capabilities("ready"))
    var limit = LinearExpression()
    for index in network.capabilities.indices {
      let ready =
        network.availability(capability: index, scenario: moment.scenario, period: moment.period)
        * network.readiness(capability: index, scenario: moment.scenario, period: moment.period)
      let row = network.capabilities[index].capability
      let part = network.usablePart(capability: index, period: moment.period)
      if row.reservationCost == nil || network.isIdle(capability: index) || row.capacity == 0 { continue }
      if ready * part == 0, !keepsShape { continue }
      let surge = model.addVariable(index, of: names, upper: ready * part * row.capacity)
      done.surge[index] = surge
      cost.add(row.unitCost + row.surgeCost, surge)
      limit.removeAll()
      limit.add(1, surge)
      limit.add(-ready, stage.reserved(index, in: moment.period))
      model.addConstraint(index, of: readyNames, limit, upper: 0)
    }
  }

  private func addInventory(
    _ done: inout PeriodRecourse, _ cost: inout LinearExpression, to model: inout Model, _ stage: FirstStage,
    _ moment: Moment
  ) {
    let settings = network.sourcingCase.settings
    let scenario = network.scenarios[moment.scenario]
    let afterEvent = scenario.firstEvent.map { moment.period >= $0 } ?? false
    let mayHold = moment.period < network.periods - 1
    let mayRelease = settings.strategicStock && afterEvent
    if !mayHold && !mayRelease { return }
    let holdNames = model.addVariableNames(moment.nodes("hold"))
    let limitNames = model.addConstraintNames(moment.nodes("holds"))
    let releaseNames = model.addVariableNames(moment.nodes("release"))
    var row = LinearExpression()
    for (index, node) in network.nodes.enumerated() {
      let item = network.sourcingCase.items[node.item]
      let most = network.peakNeed(item: node.item)
      if most == 0 { continue }
      if mayHold {
        let hold = model.addVariable(index, of: holdNames, upper: most)
        done.hold[index] = hold
        cost.add(item.holdingCost, hold)
        if !node.inbound.isEmpty {
          row.removeAll()
          row.add(1, hold)
          row.add(-most, stage.open[node.site])
          model.addConstraint(index, of: limitNames, row, upper: 0)
        }
      }
      let isThere = scenario.siteAvailability[moment.period][node.site] > 0
      if mayRelease, isThere || keepsShape {
        let release = model.addVariable(index, of: releaseNames, upper: isThere ? most : 0)
        done.release[index] = release
        cost.add(item.unitValue, release)
      }
    }
  }

  /// Over all periods no more is taken from stock than was placed.
  private func addStockLimits(_ recourse: Recourse, to model: inout Model, _ stage: FirstStage) {
    if !network.sourcingCase.settings.strategicStock { return }
    for index in network.nodes.indices {
      var taken = LinearExpression()
      for period in recourse.periods { if let release = period.release[index] { taken.add(1, release) } }
      if taken.isConstant { continue }
      let scenario = label(recourse.scenario)
      model.addConstraint(taken <= stage.stock[index], name: "stock[\(shape.nodeName(index)),\(scenario)]")
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
        name: "service[\(shape.demandName(index)),\(label(recourse.scenario))]"
      )
    }
  }

  // MARK: Balances

  /// Ties what leaves a site to what is made, brought, kept and released there.
  private func addBalances(
    _ recourse: inout Recourse, to model: inout Model, _ stage: FirstStage, _ period: Int
  ) {
    let moment = moment(recourse.scenario, period)
    let makeNames = model.addVariableNames(moment.capabilities("make"))
    let impliedNames = model.addConstraintNames(moment.capabilities("make"))
    let availableNames = model.addConstraintNames(moment.capabilities("available"))
    let balanceNames = model.addConstraintNames(moment.nodes("balance"))
    // What is made must be known before its inputs are counted.
    for (index, node) in network.nodes.enumerated() {
      if shape.isMakeImplied[index] {
        addImpliedMake(node, &recourse, to: &model, stage, moment, impliedNames)
      } else {
        addMake(node, &recourse, to: &model, stage, moment, makeNames, availableNames)
      }
    }
    var balance = LinearExpression()
    for (index, node) in network.nodes.enumerated() where !shape.isMakeImplied[index] {
      write(index, node, recourse, period, into: &balance)
      if !balance.isConstant { model.addConstraint(index, of: balanceNames, balance, lower: 0, upper: 0) }
    }
  }

  /// Adds a number of times what leaves a node in a period to an expression.
  private func addSent(
    from node: NetworkNode, times factor: Double, _ recourse: Recourse, _ period: Int,
    to expression: inout LinearExpression
  ) {
    for lane in node.outbound {
      let arrival = period + network.lanes[lane].lead
      if arrival < network.periods, let ship = recourse.periods[arrival].ship[lane] {
        expression.add(factor, ship)
      }
    }
  }

  /// Where nothing else happens to an item at a site than that one capability makes it and lanes take it away,
  /// what is made is what is sent less what is drawn: it needs neither a variable nor a balance.
  private func addImpliedMake(
    _ node: NetworkNode, _ recourse: inout Recourse, to model: inout Model, _ stage: FirstStage,
    _ moment: Moment, _ names: ConstraintNames
  ) {
    guard let only = node.capabilities.first else { return }
    var made = LinearExpression()
    made.reserveCapacity(node.outbound.count)
    addSent(from: node, times: 1, recourse, moment.period, to: &made)
    recourse.periods[moment.period].volume[only] = made
    if made.isConstant { return }
    let available = network.availability(capability: only, scenario: moment.scenario, period: moment.period)
    if let surge = recourse.periods[moment.period].surge[only] { made.add(-1, surge) }
    made.add(-available, stage.committed(only, in: moment.period))
    model.addConstraint(only, of: names, made, upper: 0)
  }

  private func addMake(
    _ node: NetworkNode, _ recourse: inout Recourse, to model: inout Model, _ stage: FirstStage,
    _ moment: Moment, _ names: VariableNames, _ limitNames: ConstraintNames
  ) {
    for index in node.capabilities {
      let available = network.availability(
        capability: index, scenario: moment.scenario, period: moment.period)
      let part = network.usablePart(capability: index, period: moment.period)
      let most = available * part * network.capabilities[index].capability.capacity
      if most > 0 || keepsShape, !network.isIdle(capability: index) {
        let make = model.addVariable(index, of: names, upper: most)
        recourse.periods[moment.period].make[index] = make
        recourse.periods[moment.period].volume[index].add(1, make)
        var limit = LinearExpression(make)
        limit.add(-available, stage.committed(index, in: moment.period))
        model.addConstraint(index, of: limitNames, limit, upper: 0)
      }
      if let surge = recourse.periods[moment.period].surge[index] {
        recourse.periods[moment.period].volume[index].add(1, surge)
      }
    }
  }

  /// Writes what comes to a node less what leaves it.
  private func write(
    _ index: Int, _ node: NetworkNode, _ recourse: Recourse, _ period: Int,
    into balance: inout LinearExpression
  ) {
    balance.removeAll()
    let done = recourse.periods[period]
    for lane in node.inbound { if let ship = done.ship[lane] { balance.add(1, ship) } }
    for capability in node.capabilities { balance.add(1, done.volume[capability]) }
    if let release = done.release[index] { balance.add(1, release) }
    if period > 0, let kept = recourse.periods[period - 1].hold[index] { balance.add(1, kept) }
    addSent(from: node, times: -1, recourse, period, to: &balance)
    for consumer in node.consumers { balance.add(-consumer.quantity, done.volume[consumer.capability]) }
    if let hold = done.hold[index] { balance.add(-1, hold) }
  }

  private func addDemand(
    _ done: inout PeriodRecourse, _ cost: inout LinearExpression, to model: inout Model, _ moment: Moment
  ) {
    let names = model.addVariableNames(moment.demands("short"))
    let rowNames = model.addConstraintNames(moment.demands("demand"))
    var served = LinearExpression()
    done.short.reserveCapacity(network.demands.count)
    for (index, demand) in network.demands.enumerated() {
      let quantity = network.quantity(demand: index, scenario: moment.scenario, period: moment.period)
      let short = model.addVariable(index, of: names, upper: quantity)
      done.short.append(short)
      if quantity == 0, !keepsShape { continue }
      cost.add(demand.shortageCosts[moment.period], short)
      served.removeAll()
      served.add(1, short)
      for lane in demand.inbound { if let ship = done.ship[lane] { served.add(1, ship) } }
      model.addConstraint(index, of: rowNames, served, lower: quantity, upper: quantity)
    }
  }
}
