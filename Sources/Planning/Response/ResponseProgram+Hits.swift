internal import Sourcing

extension ResponseProgram {
  /// The columns of which something is taken away under some conditions, in rising order: what makes goods, moves them or takes
  /// them from stock at or through what is hit. That an event frees reserves and stock is left aside.
  public func columnsHit(by conditions: ResponseConditions) -> [Int] {
    let calm = (0..<network.periods).map { network.rules(scenario: 0, period: $0) }
    let touched = Set(touch.columns(conditions, calm: calm).map { Int($0) })
    return touched.filter { isHit(columns[$0], conditions) }.sorted()
  }

  private func isHit(_ column: Column, _ conditions: ResponseConditions) -> Bool {
    let scenario = conditions.scenario
    switch column {
    case .make(let capability, let period), .surge(let capability, let period):
      return network.availability(capability: capability, in: scenario, period: period) < 1
    case .ship(let lane, let period):
      let departure = period - network.lanes[lane].lead
      if departure < 0 { return false }
      return network.availability(
        lane: lane, in: scenario, conditions.rules[departure], departure: departure) < 1
    case .release(let node, let period):
      return scenario.siteAvailability[period][network.nodes[node].site] == 0
    // What originates is lost only with what it is a part of.
    case .hold, .short, .claim, .originating: return false
    }
  }
}
