import Sourcing

/// Lanes, borders and scenarios of a random case.
extension RandomCase {
  mutating func addLanes() {
    let (sites, markets) = (found.sites.map(\.id), found.markets.map(\.id))
    let origins = sites + sites + found.regions.map(\.id) + ["*"]
    let destinations = markets + markets + found.regions.map(\.id) + ["*"]
    if draw.chance(0.8) { addLane(from: "*", to: "*") }
    for site in sites where draw.chance(0.6) { addLane(from: site, to: draw.one(of: destinations) ?? "*") }
    for hub in sites where hub.hasPrefix("H") || draw.chance(0.15) {
      for _ in 1...2 { addLane(from: draw.one(of: origins.filter { $0 != hub }) ?? "*", to: hub) }
      addLane(from: hub, to: draw.one(of: destinations) ?? "*")
    }
    for _ in 0..<draw.whole(0...3) {
      addLane(from: draw.one(of: origins) ?? "*", to: draw.one(of: destinations) ?? "*")
    }
    if found.lanes.isEmpty { addLane(from: "*", to: "*") }
  }

  /// Lanes over the same pair mostly differ in mode; those that do not contradict each other.
  private mutating func addLane(from origin: String, to destination: String) {
    var lane = Lane(from: origin, to: destination, unitCost: draw.amount(0...4))
    if draw.chance(0.35) { lane.item = draw.one(of: found.items.map(\.id)) }
    if draw.chance(0.3) { lane.costPerKm = draw.amount(0...0.5) / 1000 }
    if draw.chance(0.3) { lane.capacity = draw.amount(0...30) }
    if draw.chance(0.5) { lane.corridor = draw.one(of: ["Canal", "Strait"]) }
    if draw.chance(0.95) { lane.mode = "mode \(found.lanes.count + 1)" }
    found.lanes.append(lane)
  }

  mutating func addBorders() {
    let ends = found.regions.map(\.id) + ["Pact", "Union", "*", "*", "*"]
    for _ in 0..<draw.whole(0...4) {
      var duty = Duty(
        from: draw.one(of: ends) ?? "*", to: draw.one(of: ends) ?? "*", rate: draw.amount(0...0.6))
      if draw.chance(0.3) { duty.item = draw.one(of: found.items.map(\.id)) }
      if duty.item == nil, draw.chance(0.3) {
        duty.itemClass = draw.one(of: found.items.compactMap(\.itemClass))
      }
      found.duties.append(duty)
    }
    for _ in 0..<draw.whole(0...1) {
      var ban = Control(from: draw.one(of: ends) ?? "*", to: draw.one(of: ends) ?? "*", kind: .ban)
      if draw.chance(0.5) { ban.item = draw.one(of: found.items.map(\.id)) }
      if ban.item == nil, draw.chance(0.5) {
        ban.itemClass = draw.one(of: found.items.compactMap(\.itemClass))
      }
      found.controls.append(ban)
    }
  }

  mutating func addScenarios() {
    let count = draw.whole(size.scenarios)
    guard count > 0 else { return }
    for number in 1...count {
      // Where each takes its full part, nothing is left to the undisturbed scenario.
      let probability: Double = draw.one(of: [0, 0.1, 0.2, 1 / Double(count)]) ?? 0
      for _ in 1...draw.whole(1...2) {
        let name = "D\(found.disruptions.count + 1)"
        found.disruptions.append(disruption(name))
        found.scenarios.append(ScenarioRow("W\(number)", probability: probability, disruption: name))
      }
    }
  }

  private mutating func disruption(_ name: String) -> Disruption {
    let corridors = Set(found.lanes.compactMap(\.corridor)).sorted()
    let targets: [(DisruptionTarget, [String])] = [
      (.site, found.sites.map(\.id)), (.region, found.regions.map(\.id)), (.bloc, ["Pact", "Union"]),
      (.corridor, corridors),
    ]
    let (kind, names) = draw.one(of: targets.filter { !$0.1.isEmpty }) ?? (.site, ["S1"])
    let factor: Double = draw.one(of: [0, 0, 0.25, 0.6]) ?? 0
    var row = Disruption(name, kind, draw.one(of: names) ?? "S1", factor: factor)
    if draw.chance(0.1) { row.startDay = draw.amount(1...400) }
    if draw.chance(0.7) { row.durationDays = draw.chance(0.2) ? 0 : draw.amount(1...400) }
    if draw.chance(0.4) { row.rampDays = draw.amount(1...400) }
    if size.hasChains {
      // Times that are a few periods long.
      let days = found.settings.periodDays
      row.startDay = draw.chance(0.5) ? 0 : draw.amount(0...(2 * days))
      row.durationDays = draw.chance(0.8) ? draw.amount(0...(2 * days)) : nil
      row.rampDays = draw.chance(0.4) ? draw.amount(1...(3 * days)) : 0
    }
    return row
  }
}
