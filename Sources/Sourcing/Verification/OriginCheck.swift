/// Checks what a layout claims to originate: every unit must be made in the territory with enough regional value, or be one of
/// these passed on, kept or used.
struct OriginCheck {
  /// What is broken.
  private(set) var faults: [Fault] = []
  private let layout: Layout
  private let network: SourcingNetwork

  init(_ layout: Layout, _ network: SourcingNetwork) {
    self.layout = layout
    self.network = network
    for (index, origin) in network.origins.enumerated() {
      for scenario in network.scenarios.indices {
        for period in 0..<network.periods {
          check(
            index, scenario, period,
            Moment(agreement: origin.name, scenario: network.scenarios[scenario].name, period: period))
        }
      }
    }
  }

  private var found: SourcingCase { network.sourcingCase }

  private mutating func check(_ index: Int, _ scenario: Int, _ period: Int, _ moment: Moment) {
    let origin = network.origins[index]
    let done = layout.recourse[scenario].periods[period]
    let claimed = done.origins[index]
    for (position, lane) in origin.lanes.enumerated() {
      // What was under way when the horizon began has no proof of origin.
      let shipped = period < network.lanes[lane].lead ? 0 : done.ship[lane]
      let ends = "\(name(ofSite: network.lanes[lane].origin)) → \(name(of: network.lanes[lane].destination))"
      atMost(
        claimed.ship[position], shipped,
        .moreOriginatesThanArrives, at: moment.value("\(ends), \(name(ofItem: network.lanes[lane].item))"))
    }
    for position in origin.nodes.indices {
      let node = origin.nodes[position]
      atMost(
        claimed.hold[position], done.hold[node], .moreOriginatesThanKept,
        at: moment.value(name(of: node)))
    }
    for position in origin.makers.indices { checkContent(origin, position, done, claimed, moment) }
    for position in origin.nodes.indices { checkBalance(index, position, scenario, period, moment) }
  }

  /// Build-down: the value less that of the inputs that do not originate is at least the content's part of the value.
  private mutating func checkContent(
    _ origin: NetworkOrigin, _ position: Int, _ done: Layout.PeriodRecourse, _ claimed: Layout.Origin,
    _ moment: Moment
  ) {
    let capability = network.capabilities[origin.makers[position]]
    let made = claimed.make[position]
    let name = moment.value("\(capability.capability.site), \(capability.capability.item)")
    atMost(
      made, done.make[origin.makers[position]] + done.surge[origin.makers[position]],
      .moreOriginatesThanMade, at: name)
    var foreign = 0.0
    for (use, row) in origin.uses.enumerated() where row.maker == position {
      let taken = row.quantity * made
      atMost(
        claimed.use[use], taken, .moreOriginatesThanUsed, at: name,
        item: self.name(ofItem: row.item))
      foreign += found.items[row.item].unitValue * (taken - claimed.use[use])
    }
    let value = found.items[capability.item].unitValue * made
    atMost(foreign, (1 - origin.content) * value, .tooMuchForeign, at: name)
  }

  /// What originates and leaves a node, or is used or kept there, was made or brought or kept there before and originates.
  private mutating func checkBalance(
    _ index: Int, _ position: Int, _ scenario: Int, _ period: Int, _ moment: Moment
  ) {
    let origin = network.origins[index]
    let periods = layout.recourse[scenario].periods
    let claimed = periods[period].origins[index]
    let node = network.nodes[origin.nodes[position]]
    var gained = period > 0 ? periods[period - 1].origins[index].hold[position] : 0
    var left = claimed.hold[position]
    for (lane, passed) in origin.lanes.enumerated() {
      let row = network.lanes[passed]
      if row.destination == .site(node.site), row.item == node.item { gained += claimed.ship[lane] }
      if row.origin == node.site, row.item == node.item, period + row.lead < periods.count {
        left += periods[period + row.lead].origins[index].ship[lane]
      }
    }
    for (maker, capability) in origin.makers.enumerated() where node.capabilities.contains(capability) {
      gained += claimed.make[maker]
    }
    for (use, row) in origin.uses.enumerated() where row.item == node.item {
      if network.capabilities[origin.makers[row.maker]].site == node.site { left += claimed.use[use] }
    }
    atMost(
      left, gained, .moreOriginatingLeaves, at: moment.value(name(of: origin.nodes[position])))
  }

  // MARK: Words

  private func name(ofItem item: Int) -> String { found.items[item].id }
  private func name(ofSite site: Int) -> String { found.sites[site].id }
  private func name(of place: NetworkPlace) -> String { SourcingNetwork.name(of: place, found) }

  private func name(of node: Int) -> String {
    "\(name(ofSite: network.nodes[node].site)), \(name(ofItem: network.nodes[node].item))"
  }

  /// Under which agreement, and when.
  private struct Moment {
    var agreement: String
    var scenario: String
    var period: Int

    /// A place then.
    func value(_ place: String) -> Message.Value {
      .message(
        Message(
          PlanFaultText.underAgreement,
          ["place": place, "agreement": agreement, "scenario": scenario, "period": period]))
    }
  }

  private mutating func atMost(
    _ value: Double, _ limit: Double, _ problem: PlanFaultText, at place: Message.Value, item: String? = nil
  ) {
    if value <= limit + LayoutCheck.tolerance * max(1, abs(limit)) { return }
    let message =
      item.map { Message(problem, ["place": place, "item": $0]) } ?? Message(problem, ["place": place])
    faults.append(
      Fault(
        at: .init(file: "plan"), value: NumberText.shortest(value), message,
        expected: Message(ExpectedText.atMost, ["limit": limit])))
  }
}
