internal import Analyses
internal import Sourcing

/// What limits the plan, and what one more unit of a limit is worth.
struct PolicySection {
  let contents: ReportContents

  /// Within this part of a limit a policy counts as reached.
  private static let trace = 1e-6

  var figure: Figure? {
    if contents.plan.policies.isEmpty, contents.explanation == nil { return nil }
    var tables = contents.plan.policies.isEmpty ? [] : [table]
    var body: HTML = "\(tables.map(\.html))"
    let more = contents.explanation.map { [costs($0), rows($0)].compactMap { $0 } } ?? []
    for table in more { body += "<h3>\(table.caption)</h3>\(table.html)" }
    tables += more
    return Figure(
      id: "policies", title: "What binds, and its price",
      words: """
        Policies that the plan only just keeps stand first. The price is what one more unit of the limit would change in \
        the objective (the dual value); of a share the unit is all of it, 100 percentage points. Limits on amounts are \
        priced with all yes-or-no decisions of this layout as they are, limits on the decisions themselves in the linear \
        relaxation, in which decisions may be made in part; where a policy has no limit, the price is of one exception to \
        each of its conditions.
        """,
      body: "\(partial)\(body)", tables: tables
    )
  }

  private var partial: HTML {
    contents.explanation.map {
      PartialNote.html($0.completeness, missing: "Prices of some policies may be missing.")
    } ?? ""
  }

  /// The currency behind a comma, for titles.
  private var money: String { contents.plan.currency.isEmpty ? "" : ", \(contents.plan.currency)" }

  private func isReached(_ policy: PlanPolicy) -> Bool {
    policy.slack <= Self.trace * max(1, abs(policy.limit ?? 0))
  }

  private var table: DataTable {
    var table = DataTable(
      name: "policies", caption: "Policies of the case",
      columns: [
        .wide("Policy"), .text("Asks for"), .text("Binds"), .number("Limit"), .number("Reached"),
        .number("Slack"), .text("Closest at"), .number("Price of a unit\(money)"), .text("Price in"),
      ])
    let ordered = contents.plan.policies.enumerated().sorted { left, right in
      (isReached(left.element) ? 0 : 1, left.offset) < (isReached(right.element) ? 0 : 1, right.offset)
    }
    for (_, policy) in ordered {
      let isShare = PolicyWords.isShare(policy.kind)
      func figure(_ value: Double) -> DataTable.Cell {
        // What the simplex method leaves of a zero says nothing.
        let settled = abs(value) < 1e-9 * max(1, abs(policy.limit ?? 1)) ? 0 : value
        return isShare ? .percent(settled) : .amount(settled)
      }
      table.rows.append([
        .text(policy.policy), .text(PolicyWords.name(policy.kind)), .text(isReached(policy) ? "binds" : ""),
        .optional(policy.limit, figure), figure(policy.value), figure(policy.slack),
        .text(policy.tightest), .optional(policy.price) { .amount(abs($0) < 1e-9 ? 0 : $0) },
        .text(policy.priceBasis.map(Self.words) ?? ""),
      ])
    }
    return table
  }

  private static func words(_ basis: PlanPolicy.PriceBasis) -> String {
    switch basis {
    case .layout: "this layout"
    case .relaxation: "the relaxation"
    case .unsolved: "not worked out"
    }
  }

  private func costs(_ explanation: Explanation) -> DataTable? {
    let known = explanation.policies.filter { $0.without != nil }
    if known.isEmpty { return nil }
    var table = DataTable(
      name: "policy-costs", caption: "What each policy costs",
      columns: [
        .wide("Policy"), .text("Binds"), .number("Saved without it\(money)"),
        .number("Saved by a looser limit\(money)"),
      ])
    for policy in known {
      table.rows.append([
        .text(policy.policy), .text(policy.isBinding ? "binds" : ""),
        .optional(policy.without, DataTable.Cell.amount), .optional(policy.looser, DataTable.Cell.amount),
      ])
    }
    return table
  }

  private func rows(_ explanation: Explanation) -> DataTable? {
    if explanation.binding.isEmpty { return nil }
    var table = DataTable(
      name: "binding-rows", caption: "Rows of the case that bind",
      columns: [.wide("Row"), .text("Place"), .text("Column"), .number("Value")], fold: 10)
    for row in explanation.binding {
      table.rows.append([
        .text(row.name), .text(row.place), .text(row.column ?? ""),
        .optional(row.value, DataTable.Cell.amount),
      ])
    }
    return table
  }
}
