import Mainstay

extension PlanSummary {
  /// How close each policy is to its limit and what the limit costs.
  var policies: [String] {
    guard !plan.policies.isEmpty else { return [] }
    let rows = plan.policies
    let table = TextTable([
      .text("policy", rows.map(\.policy)),
      .figures("limit", rows.map { $0.limit.map(figure) ?? "" }),
      .figures("value", rows.map { figure(settled($0.value, $0)) }),
      .figures("slack", rows.map { figure(settled($0.slack, $0)) }),
      .figures("price", rows.map { $0.price.map { figure(abs($0) < 1e-9 ? 0 : $0) } ?? "" }),
      .text("tightest at", rows.map(\.tightest)),
    ])
    return [title("Policies: price is the change in the objective for one more unit of limit")] + table.lines
  }

  /// Scenarios in which demand is not met, worst first.
  var service: [String] {
    let short = plan.scenarios.filter { $0.service < 1 - 1e-9 }.sorted {
      ($0.service, $1.cost, $0.scenario) < ($1.service, $0.cost, $1.scenario)
    }
    guard !short.isEmpty else {
      let count = plan.scenarios.count
      return [count == 1 ? "Demand is met in full." : "Demand is met in full in all \(count) scenarios."]
    }
    let shown = short.prefix(Self.longestList)
    let table = TextTable([
      .text("scenario", shown.map(\.scenario)),
      .figures("probability", shown.map { NumberFormat.percent($0.probability) }),
      .figures("demand met", shown.map { NumberFormat.percent($0.service) }),
      .numbers("cost", shown.map(\.cost)), .numbers("of it shortage", shown.map(\.shortage)),
    ])
    var lines = [title("Worst served: demand is met in full in \(full(short.count)) scenarios")] + table.lines
    if short.count > shown.count { lines.append("  and \(short.count - shown.count) more") }
    return lines
  }

  /// Scenarios shown at most.
  private static let longestList = 8

  private func figure(_ value: Double) -> String {
    NumberFormat.single(value, digits: 4)
  }

  private func full(_ short: Int) -> String {
    short == plan.scenarios.count
      ? "none of \(short)" : "\(plan.scenarios.count - short) of \(plan.scenarios.count)"
  }

  /// A value without the traces of arithmetic that a limit of its size leaves.
  private func settled(_ value: Double, _ policy: PlanPolicy) -> Double {
    abs(value) < 1e-9 * max(1, abs(policy.limit ?? 1)) ? 0 : value
  }
}
