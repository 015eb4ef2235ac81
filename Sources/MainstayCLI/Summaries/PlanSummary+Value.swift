import Mainstay

extension PlanSummary {
  /// What planning under uncertainty is worth, and how sure the plan's expected cost is.
  var value: [String] {
    guard let evaluation = plan.evaluation else { return [] }
    var lines = [title("What planning under uncertainty is worth\(inCurrency)")]
    var rows: [(name: String, low: Double, high: Double?)] = []
    if let vss = evaluation.vss {
      rows.append(("saved against the undisturbed layout (VSS)", vss.low, vss.high))
    }
    if let evpi = evaluation.evpi {
      rows.append(("worth of perfect information (EVPI)", evpi.low, evpi.high))
    }
    if !rows.isEmpty {
      let table = TextTable([
        .text("", rows.map(\.name), mayShrink: false), .figures("at least", rows.map { amount($0.low) }),
        .figures("at most", rows.map { $0.high.map(amount) ?? "?" }),
      ])
      lines += table.lines
    }
    if let interval = evaluation.interval {
      let text =
        "On \(interval.scenarios) fresh scenarios (seed \(interval.seed)) the layout costs "
        + "\(amount(interval.mean)) on average; the true expected cost lies between \(amount(interval.low)) and "
        + "\(amount(interval.high)) with a confidence of \(NumberFormat.percent(interval.confidence)). CVaR of "
        + "what they cost is \(amount(interval.cvar))."
      lines += Paragraph.lines(text)
      if interval.underserved > 0 {
        lines += Paragraph.lines(
          "In \(interval.underserved) of them the least service that demand asks for cannot be kept.")
      }
    }
    for remark in evaluation.remarks { lines += Paragraph.lines("Note: \(remark).") }
    return lines
  }

  private func amount(_ value: Double) -> String {
    NumberFormat.single(value)
  }
}
