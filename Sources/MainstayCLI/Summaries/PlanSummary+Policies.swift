import Mainstay

extension PlanSummary {
  /// How close each policy is to its limit and what the limit costs.
  var policies: [String] {
    guard !plan.policies.isEmpty else { return [] }
    let rows = plan.policies
    let table = TextTable([
      .text(words(.planPolicy), rows.map(\.policy)),
      .figures(words(.planLimit), rows.map { $0.limit.map(figure) ?? "" }),
      .figures(words(.planValue), rows.map { figure(settled($0.value, $0)) }),
      .figures(words(.planSlack), rows.map { figure(settled($0.slack, $0)) }),
      .figures(words(.planPrice), rows.map(price)),
      .text(words(.planTightest), rows.map(\.tightest)),
    ])
    return [title(words(.planPolicies))] + table.lines + notesOnPrices
  }

  /// A policy's price; one that is not of the layout is marked.
  private func price(_ policy: PlanPolicy) -> String {
    guard let price = policy.price else { return "" }
    let shown = figure(abs(price) < 1e-9 ? 0 : price)
    return policy.priceBasis == .relaxation ? "~\(shown)" : shown
  }

  /// What the marks of prices mean, and why one is missing.
  private var notesOnPrices: [String] {
    let bases = plan.policies.map(\.priceBasis)
    let relaxed = bases.contains(.relaxation) ? Paragraph.lines(words(.planPriceOfRelaxation)) : []
    return bases.contains(.unsolved) ? relaxed + Paragraph.lines(words(.planPriceUnsolved)) : relaxed
  }

  /// Scenarios in which demand is not met, worst first.
  var service: [String] {
    let short = plan.scenarios.filter { $0.service < 1 - 1e-9 }.sorted {
      ($0.service, $1.cost, $0.scenario) < ($1.service, $0.cost, $1.scenario)
    }
    guard !short.isEmpty else {
      let count = plan.scenarios.count
      return [count == 1 ? words(.planServed) : words(.planServedInAll, ["count": String(count)])]
    }
    let shown = short.prefix(Self.longestList)
    let table = TextTable([
      .text(words(.planScenario), shown.map(\.scenario)),
      .figures(words(.planProbability), shown.map { NumberFormat.percent($0.probability) }),
      .figures(words(.planMet), shown.map { NumberFormat.percent($0.service) }),
      .numbers(words(.planCost), shown.map(\.cost)), .numbers(words(.planShortage), shown.map(\.shortage)),
    ])
    var lines = [title(full(short.count))] + table.lines
    if short.count > shown.count {
      lines.append("  " + words(.planMore, ["count": String(short.count - shown.count)]))
    }
    return lines
  }

  /// Scenarios shown at most.
  private static let longestList = 8

  private func figure(_ value: Double) -> String {
    NumberFormat.single(value, digits: 4)
  }

  private func full(_ short: Int) -> String {
    let values = ["count": String(plan.scenarios.count - short), "all": String(plan.scenarios.count)]
    return short == plan.scenarios.count
      ? words(.planServedInNone, ["all": String(short)]) : words(.planServedInSome, values)
  }

  /// A value without the traces of arithmetic that a limit of its size leaves.
  private func settled(_ value: Double, _ policy: PlanPolicy) -> Double {
    abs(value) < 1e-9 * max(1, abs(policy.limit ?? 1)) ? 0 : value
  }
}
