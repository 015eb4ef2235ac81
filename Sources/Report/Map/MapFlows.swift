internal import Sourcing

/// What moves between places in each scenario, summed over the periods.
struct MapFlows {
  /// Where something moves.
  struct Way: Hashable {
    var from: String
    var to: String
    var item: String
    var corridor: String
    var mode: String
  }

  /// One way with what it carries.
  @dynamicMemberLookup
  struct Flow {
    var way: Way
    /// Units an average period in each of the scenarios that are shown.
    var amounts: [Double]
    /// What moves of the item while nothing happens, or at most where that is nothing.
    var total: Double

    /// Units an average period while nothing happens.
    var quantity: Double { amounts[0] }
    /// Its part of all that moves of the item while nothing happens.
    var share: Double { share(in: 0) }

    /// What it carries in a scenario as a part of all that moves of the item while nothing happens.
    func share(in scenario: Int) -> Double { amounts[scenario] / max(total, 1e-300) }

    subscript(dynamicMember part: KeyPath<Way, String>) -> String { way[keyPath: part] }
  }

  /// The scenarios that are shown: the undisturbed one, then those that are served worst.
  let scenarios: [PlanScenario]
  /// How many scenarios are not shown.
  let hiddenScenarios: Int
  /// All ways that carry something in a scenario that is shown, those of one item together, the largest first.
  let all: [Flow]
  /// Items that move, in the order of the case.
  let items: [String]

  /// The flows while nothing happens.
  var flows: [Flow] { all.filter { $0.quantity > 0 } }

  /// Most scenarios that can be chosen, and most amounts of ways in them: more make a page of many megabytes.
  private static let mostScenarios = 60
  private static let mostAmounts = 15_000

  init(_ plan: Plan, _ network: SourcingNetwork) {
    let rows = ScenarioService(plan, network).rows.map(\.scenario)
    var counts: [String: Int] = [:]
    for flow in plan.flows { counts[flow.scenario, default: 0] += 1 }
    var amounts = 0
    let shown = rows.prefix(Self.mostScenarios).prefix { row in
      amounts += counts[row.scenario] ?? 0
      return amounts <= Self.mostAmounts || row.scenario == SourcingNetwork.undisturbed
    }
    scenarios = shown.isEmpty ? Array(rows.prefix(1)) : Array(shown)
    hiddenScenarios = rows.count - scenarios.count
    all = Self.summed(plan, network, scenarios.map(\.scenario))
    let moved = Set(all.map(\.item))
    items = network.sourcingCase.items.map(\.id).filter(moved.contains)
  }

  private static func summed(_ plan: Plan, _ network: SourcingNetwork, _ scenarios: [String]) -> [Flow] {
    let numbers = Dictionary(scenarios.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let none = [Double](repeating: 0, count: max(1, scenarios.count))
    var sums: [Way: [Double]] = [:]
    // Summed in the order of the plan, so that rounding is the same in every run.
    var totals: [String: [Double]] = [:]
    for flow in plan.flows where flow.period >= 0 {
      guard let number = numbers[flow.scenario] else { continue }
      let way = Way(
        from: flow.from, to: flow.to, item: flow.item, corridor: flow.corridor, mode: flow.mode)
      let quantity = flow.quantity / Double(max(1, network.periods))
      sums[way, default: none][number] += quantity
      totals[flow.item, default: none][number] += quantity
    }
    let order = Dictionary(
      network.sourcingCase.items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return sums.filter { $0.value.contains { $0 > 0 } }.map { way, amounts in
      let item = totals[way.item] ?? none
      return Flow(way: way, amounts: amounts, total: item[0] > 0 ? item[0] : item.max() ?? 0)
    }.sorted {
      (order[$0.item] ?? 0, -$0.quantity, $0.from, $0.to, $0.corridor, $0.mode)
        < (order[$1.item] ?? 0, -$1.quantity, $1.from, $1.to, $1.corridor, $1.mode)
    }
  }

  /// The flows while nothing happens as a table.
  func table(_ names: ReportNames) -> DataTable {
    var table = DataTable(
      name: "flows", caption: "Flows while nothing happens, an average \(names.period)",
      columns: [
        .text("From"), .text("To"), .text("Item"), .text("Corridor"), .text("Mode"), .number("Quantity"),
        .text("Unit per \(names.period)"), .number("Part of the item's flows"),
      ], fold: 20)
    for flow in flows {
      table.rows.append([
        .text(names.place(flow.from)), .text(names.place(flow.to)), .text(names.item(flow.item)),
        .text(flow.corridor), .text(flow.mode), .amount(flow.quantity), .text(names.unit(flow.item)),
        .percent(flow.share),
      ])
    }
    return table
  }
}
