internal import LinearModel
internal import Sourcing

/// Adds the recourse of a scenario to a model: what to make, draw, move and leave short, given the first
/// stage.
///
/// Where nothing is brought to a site and one capability supplies the item, what is made is what is
/// shipped less what is drawn, so it needs neither a variable nor a balance.
struct RecourseBuilder {
  let network: SourcingNetwork
  /// Lanes whose flow another row ties to a decision already, in the undisturbed scenario.
  var lanesForcedElsewhere: Set<Int> = []
  private let bounds: [Double]

  init(_ network: SourcingNetwork) {
    self.network = network
    bounds = network.lanes.indices.map { network.flowBound(lane: $0) }
  }

  /// The most that is ever worth moving on a lane.
  func bound(of lane: Int) -> Double {
    bounds[lane]
  }

  /// Adds one scenario.
  func add(_ scenario: Int, to model: inout Model, _ stage: FirstStage) -> Recourse {
    let name = network.scenarios[scenario].name
    var recourse = Recourse(
      scenario: scenario,
      volume: [LinearExpression](repeating: LinearExpression(), count: network.capabilities.count),
      surge: [Variable?](repeating: nil, count: network.capabilities.count),
      make: [Variable?](repeating: nil, count: network.capabilities.count),
      ship: [Variable?](repeating: nil, count: network.lanes.count), short: [], cost: LinearExpression())
    addLanes(&recourse, to: &model, stage, name)
    addSurge(&recourse, to: &model, stage, name)
    for node in network.nodes { addNode(node, &recourse, to: &model, stage, name) }
    addDemand(&recourse, to: &model, name)
    for index in network.capabilities.indices {
      let available = network.availability(capability: index, scenario: scenario)
      recourse.cost.add(network.capabilities[index].capability.unitCost * available, stage.commit[index])
    }
    return recourse
  }

  private func addLanes(
    _ recourse: inout Recourse, to model: inout Model, _ stage: FirstStage, _ scenario: String
  ) {
    let found = network.sourcingCase
    for (index, lane) in network.lanes.enumerated() {
      let available = network.availability(lane: index, scenario: recourse.scenario)
      let upper = min(bounds[index], lane.capacity.map { $0 * available } ?? .infinity)
      if available == 0 || upper == 0 { continue }
      let name =
        "[\(found.sites[lane.origin].id),\(destination(of: lane)),\(found.items[lane.item].id),\(index),\(scenario)]"
      let ship = model.addVariable("ship\(name)", upper: upper)
      recourse.ship[index] = ship
      recourse.cost.add(lane.freight + lane.duty, ship)
      if recourse.scenario == 0, lanesForcedElsewhere.contains(index) { continue }
      let allowed = allowance(of: lane, stage)
      if !allowed.isConstant {
        model.addConstraint(ship <= upper * allowed, name: "forcing\(name)")
      } else if allowed.constant < 0.5 {
        model.setBounds(of: ship, lower: 0, upper: 0)
      }
    }
  }

  /// What must be decided for a lane to be used: a qualified source where it begins, or, where the item is
  /// also brought there, an open site.
  private func allowance(of lane: NetworkLane, _ stage: FirstStage) -> LinearExpression {
    guard let node = network.node(site: lane.origin, item: lane.item), node.inbound.isEmpty else {
      return stage.open[lane.origin]
    }
    guard node.capabilities.count == 1, let only = node.capabilities.first else {
      return stage.open[lane.origin]
    }
    return stage.qualify(only)
  }

  private func addSurge(
    _ recourse: inout Recourse, to model: inout Model, _ stage: FirstStage, _ scenario: String
  ) {
    for (index, capability) in network.capabilities.enumerated() {
      let ready =
        network.availability(capability: index, scenario: recourse.scenario)
        * network.readiness(capability: index, scenario: recourse.scenario)
      let row = capability.capability
      if ready == 0 || row.reservationCost == nil || row.capacity == 0 { continue }
      let name = "[\(row.site),\(row.item),\(scenario)]"
      let surge = model.addVariable("surge\(name)", upper: ready * row.capacity)
      recourse.surge[index] = surge
      recourse.cost.add(row.unitCost + row.surgeCost, surge)
      model.addConstraint(surge <= ready * stage.reserve[index], name: "ready\(name)")
    }
  }

  /// Ties what leaves a site to what is made there and brought there.
  private func addNode(
    _ node: NetworkNode, _ recourse: inout Recourse, to model: inout Model, _ stage: FirstStage,
    _ scenario: String
  ) {
    let found = network.sourcingCase
    let name = "[\(found.sites[node.site].id),\(found.items[node.item].id),\(scenario)]"
    var sent = LinearExpression()
    for lane in node.outbound { if let ship = recourse.ship[lane] { sent.add(1, ship) } }
    var brought = LinearExpression()
    for lane in node.inbound { if let ship = recourse.ship[lane] { brought.add(1, ship) } }
    if node.inbound.isEmpty, node.capabilities.count == 1, let only = node.capabilities.first {
      recourse.volume[only] = sent
      if sent.isConstant { return }
      let available = network.availability(capability: only, scenario: recourse.scenario)
      var made = sent
      if let surge = recourse.surge[only] { made.add(-1, surge) }
      model.addConstraint(made <= available * stage.commit[only], name: "make\(name)")
      return
    }
    var supply = brought
    for index in node.capabilities {
      let row = network.capabilities[index].capability
      let available = network.availability(capability: index, scenario: recourse.scenario)
      if available > 0 {
        let make = model.addVariable("make\(name)", upper: available * row.capacity)
        recourse.make[index] = make
        recourse.volume[index].add(1, make)
        model.addConstraint(make <= available * stage.commit[index], name: "available\(name)")
      }
      if let surge = recourse.surge[index] { recourse.volume[index].add(1, surge) }
      supply += recourse.volume[index]
    }
    if supply.isConstant, sent.isConstant { return }
    model.addConstraint(supply == sent, name: "balance\(name)")
  }

  private func addDemand(_ recourse: inout Recourse, to model: inout Model, _ scenario: String) {
    let found = network.sourcingCase
    for demand in network.demands {
      let name = "[\(found.markets[demand.market].id),\(found.items[demand.item].id),\(scenario)]"
      let short = model.addVariable("short\(name)", upper: demand.quantity)
      recourse.short.append(short)
      recourse.cost.add(demand.shortageCost, short)
      var served = short.expression
      for lane in demand.inbound { if let ship = recourse.ship[lane] { served.add(1, ship) } }
      model.addConstraint(served == demand.quantity, name: "demand\(name)")
    }
  }

  private func destination(of lane: NetworkLane) -> String {
    switch lane.destination {
    case .site(let site): network.sourcingCase.sites[site].id
    case .market(let market): network.sourcingCase.markets[market].id
    }
  }
}
