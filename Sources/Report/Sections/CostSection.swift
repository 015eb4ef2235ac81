internal import Sourcing

/// What the plan costs, part by part, from nothing to the total.
struct CostSection {
  let plan: Plan

  private struct Part {
    var name: String
    var when: String
    var amount: Double
  }

  var figure: Figure {
    let currency = plan.currency.isEmpty ? "" : " in \(plan.currency)"
    return Figure(
      id: "costs", title: "What it costs",
      words: """
        The expected cost over the horizon\(currency), part by part. What is decided before anything happens comes \
        first; the parts after it are the average over all scenarios by their probability.
        """,
      body: table.html, tables: [table]
    )
  }

  private var parts: [Part] {
    let costs = plan.costs
    let before = "before"
    let average = "in scenarios"
    let all = [
      Part(name: "Opening of sites", when: before, amount: costs.opening),
      Part(name: "Closing of sites", when: before, amount: costs.closing),
      Part(name: "Qualification of sources", when: before, amount: costs.qualification),
      Part(name: "Development projects", when: before, amount: costs.development),
      Part(name: "Fees for reserves", when: before, amount: costs.reservation),
      Part(name: "Strategic stock", when: before, amount: costs.stock),
      Part(name: "Saved by clusters", when: before, amount: -abs(costs.clusterSaving)),
      Part(name: "Committed purchases", when: average, amount: costs.commitment),
      Part(name: "Drawn from reserves", when: average, amount: costs.surge),
      Part(name: "Freight", when: average, amount: costs.freight),
      Part(name: "Duties and fees", when: average, amount: costs.duty),
      Part(name: "Holding", when: average, amount: costs.holding),
      Part(name: "Stock replaced", when: average, amount: costs.release),
      Part(name: "Unmet demand", when: average, amount: costs.shortage),
    ]
    return all.filter { $0.amount != 0 }
  }

  private var table: DataTable {
    let currency = plan.currency.isEmpty ? "Amount" : plan.currency
    var table = DataTable(
      name: "costs", caption: "Cost build-up",
      columns: [.text("Part"), .text("When"), .number(currency), .number("Part of the total")])
    let total = plan.costs.total
    let scale = max(abs(total), parts.reduce(0) { $0 + max(0, $1.amount) })
    var reached = 0.0
    for part in parts {
      let from = scale > 0 ? reached / scale : 0
      reached += part.amount
      let to = scale > 0 ? reached / scale : 0
      let style = part.amount < 0 ? "bar good" : part.when == "before" ? "bar first" : "bar"
      table.rows.append([
        .text(part.name), .text(part.when),
        DataTable.Cell.amount(part.amount),
        DataTable.Cell.percent(total == 0 ? 0 : part.amount / total).barred(from: from, to: to, style: style),
      ])
    }
    table.rows.append([
      DataTable.Cell(shown: "<strong>Total</strong>", value: "Total", style: "total"),
      .text(""), DataTable.Cell.amount(total),
      DataTable.Cell.percent(1).barred(from: 0, to: scale > 0 ? total / scale : 0, style: "bar sum"),
    ])
    return table
  }
}
