internal import Planning
internal import Sourcing

/// Finds the rows of `capabilities`, `lanes`, `controls` and `demand` that a layout is up against.
struct BindingRows {
  private let layout: Layout
  private let network: SourcingNetwork

  private static let trace = 1e-6

  init(_ plan: Plan, _ network: SourcingNetwork) {
    layout = Layout.reading(plan, network).layout
    self.network = network
  }

  /// Sources that are contracted to the last unit; lanes and quotas that are full in a period of the undisturbed scenario;
  /// least services that some scenario only just reaches.
  var rows: [ExplainedRow] {
    let limits = capacities + lanes + quotas + services + budget
    return limits.map { ExplainedRow($0, in: network.sourcingCase) }
  }

  private var budget: [CaseLimit] {
    let total = CostEvaluation(layout, network).costs.total
    return network.objectiveLimits.contains { $0.measure == .cost && isReached(total, $0.most) }
      ? [.budget] : []
  }

  private func isReached(_ value: Double, _ limit: Double) -> Bool {
    limit > 0 && value >= limit - Self.trace * max(1, limit)
  }

  private var capacities: [CaseLimit] {
    network.capabilities.indices.filter { index in
      isReached(layout.commit[index] + layout.reserve[index], network.capabilities[index].capability.capacity)
    }.map { .capacity($0) }
  }

  private var lanes: [CaseLimit] {
    let full = network.lanes.indices.filter { index in
      guard let capacity = network.lanes[index].capacity else { return false }
      return layout.recourse[0].periods.contains { isReached($0.ship[index], capacity) }
    }
    return Set(full.map { network.lanes[$0].row }).sorted().map { .laneCapacity($0) }
  }

  private var quotas: [CaseLimit] {
    network.quotas.indices.filter { index in
      network.periods > 0
        && (0..<network.periods).contains { period in
          let quota = network.quotas[index]
          let isInForce = network.rules(scenario: 0, period: period).quotas.contains(index)
          let passed = quota.lanes.reduce(0.0) { $0 + layout.recourse[0].periods[period].ship[$1] }
          return isInForce && isReached(passed, quota.limit)
        }
    }.map { .control(network.quotas[$0].row) }
  }

  private var services: [CaseLimit] {
    var rows: Set<Int> = []
    for (index, demand) in network.demands.enumerated() where demand.hasLeastService {
      let isTight = network.scenarios.indices.contains { scenario in
        if network.scenarios[scenario].probability == 0 { return false }
        let total = network.total(demand: index, scenario: scenario)
        let met = total - layout.recourse[scenario].periods.reduce(0) { $0 + $1.short[index] }
        return met <= network.leastMet(demand: index, scenario: scenario) + Self.trace * max(1, total)
      }
      if !isTight { continue }
      let found = network.sourcingCase
      for (row, other) in found.demand.enumerated()
      where other.market == found.markets[demand.market].id && other.item == found.items[demand.item].id
        && (other.minService ?? 0) > 0
      {
        rows.insert(row)
      }
    }
    return rows.sorted().map { .leastService($0) }
  }
}
