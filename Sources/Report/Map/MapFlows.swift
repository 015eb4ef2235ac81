internal import Sourcing

/// What moves between places while nothing happens, summed over the periods.
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
    /// Units an average period.
    var quantity: Double
    /// Its part of all that moves of the item.
    var share: Double

    subscript(dynamicMember part: KeyPath<Way, String>) -> String { way[keyPath: part] }
  }

  /// The flows, those of one item together, the largest first.
  let flows: [Flow]
  /// Items that move, in the order of the case.
  let items: [String]

  init(_ plan: Plan, _ network: SourcingNetwork) {
    var sums: [Way: Double] = [:]
    // Summed in the order of the plan, so that rounding is the same in every run.
    var totals: [String: Double] = [:]
    for flow in plan.flows where flow.scenario == SourcingNetwork.undisturbed && flow.period >= 0 {
      let way = Way(
        from: flow.from, to: flow.to, item: flow.item, corridor: flow.corridor, mode: flow.mode)
      let quantity = flow.quantity / Double(max(1, network.periods))
      sums[way, default: 0] += quantity
      totals[flow.item, default: 0] += quantity
    }
    let order = Dictionary(
      network.sourcingCase.items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    flows = sums.filter { $0.value > 0 }.map { way, quantity in
      Flow(way: way, quantity: quantity, share: quantity / max(totals[way.item] ?? 1, 1e-300))
    }.sorted {
      (order[$0.item] ?? 0, -$0.quantity, $0.from, $0.to, $0.corridor, $0.mode)
        < (order[$1.item] ?? 0, -$1.quantity, $1.from, $1.to, $1.corridor, $1.mode)
    }
    let moved = Set(flows.map(\.item))
    items = network.sourcingCase.items.map(\.id).filter(moved.contains)
  }

  /// The flows as a table.
  func table(_ names: ReportNames) -> DataTable {
    var table = DataTable(
      name: "flows", caption: "Flows while nothing happens, an average period",
      columns: [
        .text("From"), .text("To"), .text("Item"), .text("Corridor"), .text("Mode"), .number("Quantity"),
        .text("Unit a period"), .number("Part of the item's flows"),
      ])
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
