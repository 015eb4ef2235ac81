/// Checks a layout against every rule of the model that is no policy.
struct LayoutCheck {
  /// What is broken.
  private(set) var faults: [Fault] = []
  private let layout: Layout
  private let network: SourcingNetwork

  /// Amounts may be off by this much, relative to the larger of 1 and what they are compared with.
  static let tolerance = 1e-6

  init(_ layout: Layout, _ network: SourcingNetwork) {
    self.layout = layout
    self.network = network
    checkContracts()
    for scenario in network.scenarios.indices {
      checkProduction(scenario)
      checkLanes(scenario)
      checkBalances(scenario)
      checkDemand(scenario)
    }
  }

  private mutating func checkContracts() {
    for (index, capability) in network.capabilities.enumerated() {
      let row = capability.capability
      let place = "\(row.site), \(row.item)"
      let (commit, reserve) = (layout.commit[index], layout.reserve[index])
      if layout.isQualified(index), !layout.isOpen[capability.site] {
        tell("\(place): a source at a site that is not open")
      }
      if layout.role[index] != .primary {
        atMost(commit, 0, "\(place): commitment of a source that is not primary")
      }
      if layout.role[index] == nil {
        atMost(reserve, 0, "\(place): reserve of a source that is not qualified")
      }
      if row.reservationCost == nil { atMost(reserve, 0, "\(place): reserve that is not offered") }
      atMost(commit + reserve, row.capacity, "\(place): commitment and reserve past the capacity")
      if layout.role[index] == .primary {
        atMost(row.minVolume, commit, "\(place): commitment below the least volume")
      }
    }
  }

  private mutating func checkProduction(_ scenario: Int) {
    for (index, capability) in network.capabilities.enumerated() {
      let place =
        "\(capability.capability.site), \(capability.capability.item) in \(network.scenarios[scenario].name)"
      let available = network.availability(capability: index, scenario: scenario)
      let ready = network.readiness(capability: index, scenario: scenario)
      atMost(
        layout.recourse[scenario].make[index], available * layout.commit[index],
        "\(place): more made than committed and available")
      atMost(
        layout.recourse[scenario].surge[index], available * ready * layout.reserve[index],
        "\(place): more drawn than reserved, ready and available")
    }
  }

  private mutating func checkLanes(_ scenario: Int) {
    for (index, lane) in network.lanes.enumerated() {
      let quantity = layout.recourse[scenario].ship[index]
      guard quantity > 0 else { continue }
      let name = "\(self.name(of: lane)) in \(network.scenarios[scenario].name)"
      let available = network.availability(lane: index, scenario: scenario)
      if available == 0 {
        atMost(quantity, 0, "\(name): the lane is down")
      } else if let capacity = lane.capacity {
        atMost(quantity, available * capacity, "\(name): more than the lane holds")
      }
      if !layout.isOpen[lane.origin] {
        atMost(quantity, 0, "\(name): a site that is not open sends something")
      }
    }
  }

  private mutating func checkBalances(_ scenario: Int) {
    let recourse = layout.recourse[scenario]
    for node in network.nodes {
      let supply =
        node.inbound.reduce(0) { $0 + recourse.ship[$1] }
        + node.capabilities.reduce(0) { $0 + recourse.make[$1] + recourse.surge[$1] }
      let sent = node.outbound.reduce(0) { $0 + recourse.ship[$1] }
      let found = network.sourcingCase
      let name = network.scenarios[scenario].name
      equal(
        supply, sent,
        "\(found.sites[node.site].id), \(found.items[node.item].id) in \(name): made and received is not what is sent"
      )
    }
  }

  private mutating func checkDemand(_ scenario: Int) {
    let recourse = layout.recourse[scenario]
    for (index, demand) in network.demands.enumerated() {
      let delivered = demand.inbound.reduce(0) { $0 + recourse.ship[$1] }
      let found = network.sourcingCase
      let name = network.scenarios[scenario].name
      equal(
        delivered + recourse.short[index], demand.quantity,
        "\(found.markets[demand.market].id), \(found.items[demand.item].id) in \(name): delivered and short is not what is demanded"
      )
    }
  }

  private func name(of lane: NetworkLane) -> String {
    let found = network.sourcingCase
    return
      "\(found.sites[lane.origin].id) → \(SourcingNetwork.name(of: lane.destination, found)), \(found.items[lane.item].id)"
  }

  private mutating func atMost(_ value: Double, _ limit: Double, _ problem: @autoclosure () -> String) {
    if value > limit + Self.tolerance * max(1, abs(limit)) {
      tell(problem(), value: value, expected: "at most \(NumberText.shortest(limit))")
    }
  }

  private mutating func equal(_ left: Double, _ right: Double, _ problem: @autoclosure () -> String) {
    if abs(left - right) > Self.tolerance * max(1, abs(left), abs(right)) {
      tell(problem(), value: left, expected: NumberText.shortest(right))
    }
  }

  private mutating func tell(_ problem: String, value: Double? = nil, expected: String? = nil) {
    faults.append(
      Fault(at: .init(file: "plan"), value: value.map(NumberText.shortest), problem, expected: expected))
  }
}
