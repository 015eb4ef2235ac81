internal import Sourcing

/// How well each market is served in each scenario of a plan.
struct ScenarioService {
  /// One market in one scenario.
  struct Entry {
    /// Share of the demand of the item that is served worst; nil where nothing is demanded.
    var least: Double?
    /// That item.
    var item = ""
  }

  /// One scenario.
  struct Row {
    var scenario: PlanScenario
    /// In the order of the case's markets.
    var markets: [Entry]
    /// The least of the markets; 1 where nothing is demanded.
    var least: Double { markets.compactMap(\.least).min() ?? 1 }
  }

  /// The scenarios, the one served worst first; undisturbed before all.
  let rows: [Row]

  init(_ plan: Plan, _ network: SourcingNetwork) {
    struct Key: Hashable {
      var scenario: String
      var market: String
      var item: String
    }
    var short: [Key: Double] = [:]
    for row in plan.shortages {
      short[Key(scenario: row.scenario, market: row.market, item: row.item), default: 0] += row.quantity
    }
    let found = network.sourcingCase
    let indexes = Dictionary(
      network.scenarios.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = plan.scenarios.compactMap { scenario -> Row? in
      guard let index = indexes[scenario.scenario] else { return nil }
      var entries = [Entry](repeating: Entry(), count: found.markets.count)
      for (number, demand) in network.demands.enumerated() {
        let total = network.total(demand: number, scenario: index)
        if total <= 0 { continue }
        let item = found.items[demand.item].id
        let market = found.markets[demand.market].id
        let lost = short[Key(scenario: scenario.scenario, market: market, item: item)] ?? 0
        let served = max(0, min(1, 1 - lost / total))
        if served < entries[demand.market].least ?? 2 {
          entries[demand.market] = Entry(least: served, item: item)
        }
      }
      return Row(scenario: scenario, markets: entries)
    }
    self.rows = rows.enumerated().sorted { left, right in
      if left.offset == 0 || right.offset == 0 { return left.offset < right.offset }
      return (left.element.least, -left.element.scenario.cost, left.offset)
        < (right.element.least, -right.element.scenario.cost, right.offset)
    }.map(\.element)
  }
}
