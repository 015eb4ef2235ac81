internal import LinearModel
internal import Sourcing

/// Adds to a scenario's recourse which units originate under an agreement, and so pay its preferential rate.
///
/// What originates is a part of what is made, moved, kept and used, balanced at every node as all of it is; a unit made of
/// inputs originates if those of them that do not are worth no more than what the content leaves (build-down). Inputs that
/// originate may be allotted to any part of what is made of them.
struct OriginBuilder {
  private let network: SourcingNetwork
  /// The scenario in names.
  private let label: String

  init(_ network: SourcingNetwork, label: String) {
    self.network = network
    self.label = label
  }

  func add(to recourse: inout Recourse, _ model: inout Model) {
    for (index, origin) in network.origins.enumerated() {
      for period in recourse.periods.indices {
        let label = "\(origin.name),\(self.label),\(period)"
        let part = part(origin, index, &recourse, period, to: &model, label)
        recourse.periods[period].origins.append(part)
      }
      for period in recourse.periods.indices { addBalances(origin, index, recourse, period, to: &model) }
    }
  }

  private func part(
    _ origin: NetworkOrigin, _ index: Int, _ recourse: inout Recourse, _ period: Int, to model: inout Model,
    _ label: String
  ) -> OriginRecourse {
    let done = recourse.periods[period]
    var part = OriginRecourse(
      ship: origin.lanes.map { _ in nil }, make: origin.makers.map { _ in nil },
      use: origin.uses.map { _ in nil }, hold: origin.nodes.map { _ in nil })
    /// A variable for the part of an amount that originates.
    func originating(of whole: LinearExpression, _ name: String) -> Variable? {
      let most = RiskObjective.upperBound(whole, model)
      if most <= 0 { return nil }
      let variable = model.addVariable("origin[\(name),\(label)]", upper: most)
      model.addConstraint(variable.expression <= whole, name: "origin[\(name),\(label)]")
      return variable
    }
    for (position, lane) in origin.lanes.enumerated() where period >= network.lanes[lane].lead {
      guard let ship = done.ship[lane] else { continue }
      part.ship[position] = originating(of: ship.expression, "lane \(lane)")
      let saving = network.saving(
        origin: index, lane: lane, scenario: recourse.scenario, arrival: period)
      if let sent = part.ship[position] { recourse.cost.add(-saving, sent) }
    }
    for (position, node) in origin.nodes.enumerated() {
      if let hold = done.hold[node] { part.hold[position] = originating(of: hold.expression, "hold \(node)") }
    }
    for (position, maker) in origin.makers.enumerated() {
      part.make[position] = originating(of: done.volume[maker], "make \(maker)")
      addContent(origin, position, &part, to: &model, "content[\(maker),\(label)]")
    }
    return part
  }

  /// What is made originates as far as the value of its foreign inputs allows.
  private func addContent(
    _ origin: NetworkOrigin, _ position: Int, _ part: inout OriginRecourse, to model: inout Model,
    _ name: String
  ) {
    guard let made = part.make[position] else { return }
    let items = network.sourcingCase.items
    let capability = network.capabilities[origin.makers[position]]
    let uses = origin.uses.indices.filter { origin.uses[$0].maker == position }
    let inputs = uses.reduce(0.0) { $0 + items[origin.uses[$1].item].unitValue * origin.uses[$1].quantity }
    let excess = inputs - (1 - origin.content) * items[capability.item].unitValue
    // Where even with foreign inputs alone there is content enough, nothing need be followed.
    if excess <= 0 { return }
    var foreign = LinearExpression()
    foreign.add(excess, made)
    for use in uses {
      let row = origin.uses[use]
      let most = row.quantity * model.upperBounds[made.index]
      let used = model.addVariable("\(name).\(row.item)", upper: most)
      model.addConstraint(used.expression <= row.quantity * made, name: "\(name).\(row.item)")
      foreign.add(-items[row.item].unitValue, used)
      part.use[use] = used
    }
    model.addConstraint(foreign <= 0.0, name: name)
  }

  private func addBalances(
    _ origin: NetworkOrigin, _ index: Int, _ recourse: Recourse, _ period: Int, to model: inout Model
  ) {
    let part = recourse.periods[period].origins[index]
    var balances = [LinearExpression](repeating: LinearExpression(), count: origin.nodes.count)
    let positions = Dictionary(uniqueKeysWithValues: origin.nodes.enumerated().map { ($1, $0) })
    for (position, lane) in origin.lanes.enumerated() {
      if case .site(let site) = network.lanes[lane].destination,
        let node = network.nodeIndex(site: site, item: network.lanes[lane].item).flatMap({ positions[$0] }),
        let arrived = part.ship[position]
      {
        balances[node].add(1, arrived)
      }
      let arrival = period + network.lanes[lane].lead
      if arrival < recourse.periods.count, let node = positions[network.originNode(lane: lane)],
        let sent = recourse.periods[arrival].origins[index].ship[position]
      {
        balances[node].add(-1, sent)
      }
    }
    for (position, node) in origin.nodes.enumerated() {
      if let kept = part.hold[position] { balances[position].add(-1, kept) }
      if period > 0, let kept = recourse.periods[period - 1].origins[index].hold[position] {
        balances[position].add(1, kept)
      }
      for (maker, capability) in origin.makers.enumerated()
      where network.nodes[node].capabilities.contains(capability) {
        if let made = part.make[maker] { balances[position].add(1, made) }
      }
    }
    for (use, row) in origin.uses.enumerated() {
      let site = network.capabilities[origin.makers[row.maker]].site
      guard let used = part.use[use],
        let node = network.nodeIndex(site: site, item: row.item).flatMap({ positions[$0] })
      else { continue }
      balances[node].add(-1, used)
    }
    for (position, balance) in balances.enumerated()
    where balance.terms.contains(where: { $0.coefficient < 0 }) {
      let label = "\(origin.name),\(self.label),\(period)"
      model.addConstraint(balance >= 0.0, name: "origin[node \(origin.nodes[position]),\(label)]")
    }
  }
}
