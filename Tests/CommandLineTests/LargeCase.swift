import Mainstay

extension SourcingCase {
  /// A case that takes far longer than a test: 20 sites, 2 items, 8 markets, 40 scenarios, with policies. A first layout
  /// is found within a second, the proof is a matter of minutes.
  ///
  /// Its numbers come from a fixed generator, so that it is the same in every run.
  static var large: SourcingCase {
    var random = Generator()
    var found = SourcingCase(name: "large", currency: "EUR")
    found.settings.riskMeasure = .cvar
    found.settings.riskWeight = 0.3
    found.regions = (0..<10).map {
      Region("r\($0)", latitude: random.number(-50, 60), longitude: random.number(-170, 170))
    }
    found.sites = (0..<40).map {
      Site("s\($0)", region: "r\($0 % 10)", openingCost: random.number(500, 3000))
    }
    found.items = (0..<4).map { Item("k\($0)", isCritical: $0 == 0) }
    for (index, site) in found.sites.enumerated() {
      found.capabilities.append(
        Capability(
          site: site.id, item: "k\(index % 4)", capacity: random.number(50, 300),
          unitCost: random.number(5, 15),
          qualificationCost: random.number(50, 300), reservationCost: random.number(0.5, 1.5),
          surgeCost: random.number(1, 4)))
    }
    found.markets = (0..<12).map { Market("m\($0)", region: "r\($0 % 10)") }
    for market in found.markets {
      for item in found.items {
        found.demand.append(
          Demand(market: market.id, item: item.id, quantity: random.number(10, 40), shortageCost: 80))
      }
    }
    found.lanes = [Lane(from: "*", to: "*", unitCost: 0.5, costPerKm: 0.0004)]
    for index in 0..<40 {
      found.disruptions.append(
        Disruption("d\(index)", .site, "s\(index % 20)", factor: random.number(0, 0.4)))
      found.disruptions.append(
        Disruption("e\(index)", .region, "r\((index * 3 + 1) % 10)", factor: random.number(0, 0.6)))
      for kind in ["d", "e"] {
        found.scenarios.append(ScenarioRow("w\(index)", probability: 0.01, disruption: "\(kind)\(index)"))
      }
    }
    found.policies = [
      Policy("one main", .oneMain, critical: true, scope: .region, count: 2),
      Policy("shares", .maxShare, scope: .region, limit: 0.5),
    ]
    return found
  }

  /// SplitMix64 (Steele, Lea and Flood 2014), reduced to what is needed here.
  private struct Generator {
    private var state: UInt64 = 42

    mutating func number(_ lower: Double, _ upper: Double) -> Double {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      let fraction = Double((mixed ^ (mixed >> 31)) >> 11) / Double(1 << 53)
      return ((lower + (upper - lower) * fraction) * 100).rounded() / 100
    }
  }
}
