internal import Sourcing

/// The choice of the scenario whose flows the map shows, and what moves otherwise in each as a table.
struct MapScenarios {
  private let flows: MapFlows
  private let names: ReportNames

  /// Most rows of the table; a reader wants the greatest changes.
  private static let mostRows = 600
  /// Changes below this part of what moves of an item are rounding.
  private static let trace = 1e-6

  init(_ flows: MapFlows, _ names: ReportNames) {
    self.flows = flows
    self.names = names
  }

  /// Whether there is anything to choose.
  var hasChoice: Bool { flows.scenarios.count > 1 }

  /// The list to choose from; a change of it is told to screen readers by ``status``.
  var picker: HTML {
    if !hasChoice { return "" }
    let options = flows.scenarios.enumerated().map { number, scenario -> HTML in
      let likely = NumberFormat.percent(scenario.probability)
      let name = number == 0 ? "nothing (undisturbed)" : scenario.scenario
      return "<option value=\"\(number)\" data-name=\"\(scenario.scenario)\">\(name), \(likely)</option>"
    }
    return """
      <label for="map-scenario">when this happens</label> <select id="map-scenario" aria-controls="world" \
      aria-describedby="map-told">\(options)</select>
      """
  }

  /// What the map shows, in words.
  ///
  /// - Parameters:
  ///   - drawn: The number of lines that carry something while nothing happens.
  ///   - isCut: Whether there are ways that are not drawn.
  func status(drawn: Int, isCut: Bool) -> HTML {
    if !hasChoice { return "" }
    let left: HTML =
      flows.hiddenScenarios > 0
      ? " Of the other scenarios, \(flows.hiddenScenarios) that are served better are not on this page." : ""
    return """
      <p id="map-told" role="status" aria-live="polite">\(drawn == 1 ? "1 way carries" : "\(drawn) ways carry") \
      goods\(isCut ? " of those drawn" : "") while nothing happens.</p><p class="credit">Grey dots: a way that carries goods while nothing happens, and \
      none in the scenario chosen. Long dashes: one that carries goods only then.\(left)</p>
      """
  }

  /// The attributes of a way's line: its name, and what it carries in each scenario as `number:thousandths:amount`.
  func attributes(_ flow: MapFlows.Flow, named name: String) -> HTML {
    if !hasChoice { return "" }
    let parts = flow.amounts.indices.filter { flow.amounts[$0] > 0 }.map { number in
      let thousandths = Int((1000 * min(9, flow.share(in: number))).rounded())
      return "\(number):\(thousandths):\(NumberFormat.single(flow.amounts[number], digits: 3))"
    }
    return
      " data-n=\"\(name)\" data-u=\"\(names.unit(flow.item))\" data-s=\"\(HTML(trusted: parts.joined(separator: ";")))\""
  }

  /// Ways that carry more or less than while nothing happens, scenario by scenario, the greatest changes first.
  var changes: DataTable? {
    if !hasChoice { return nil }
    var found: [(scenario: Int, flow: MapFlows.Flow, change: Double)] = []
    for scenario in flows.scenarios.indices.dropFirst() {
      for flow in flows.all {
        let change = flow.share(in: scenario) - flow.share
        if abs(change) > Self.trace { found.append((scenario, flow, change)) }
      }
    }
    let kept = found.enumerated().sorted {
      (-abs($0.element.change), $0.offset) < (-abs($1.element.change), $1.offset)
    }
    .prefix(Self.mostRows).sorted { ($0.element.scenario, $0.offset) < ($1.element.scenario, $1.offset) }
    let cut = found.count > Self.mostRows ? ", the \(Self.mostRows) greatest of \(found.count) changes" : ""
    var table = DataTable(
      name: "flow-changes", caption: "Flows that differ in a scenario, an average \(names.period)\(cut)",
      columns: [
        .text("Scenario"), .text("From"), .text("To"), .text("Item"), .text("Corridor"), .text("Mode"),
        .number("While nothing happens"), .number("In the scenario"), .number("Change"),
        .text("Unit per \(names.period)"),
      ], fold: 20)
    for (scenario, flow, _) in kept.map(\.element) {
      let amount = flow.amounts[scenario]
      table.rows.append([
        .text(flows.scenarios[scenario].scenario), .text(names.place(flow.from)), .text(names.place(flow.to)),
        .text(names.item(flow.item)), .text(flow.corridor), .text(flow.mode), .amount(flow.quantity),
        .amount(amount), .amount(amount - flow.quantity), .text(names.unit(flow.item)),
      ])
    }
    return table
  }
}
