public import Sourcing

/// What holds while a layout responds to a scenario: what is left of places and lanes, and the rules by period.
public struct ResponseConditions: Sendable {
  /// What is left of everything.
  public var scenario: NetworkScenario
  /// How duties and controls stand in each period.
  public var rules: [NetworkRules]

  /// The conditions of a scenario of a network.
  public init(_ network: SourcingNetwork, scenario: Int) {
    self.scenario = network.scenarios[scenario]
    rules = (0..<network.periods).map { network.rules(scenario: scenario, period: $0) }
  }

  /// The conditions of a scenario that changes no rule.
  public init(_ network: SourcingNetwork, _ scenario: NetworkScenario) {
    self.scenario = scenario
    rules = (0..<network.periods).map { network.rules(scenario: 0, period: $0) }
  }

  /// The same with the rules as they stand while nothing happens from so many periods after the first event on.
  public func lasting(_ periods: Int, _ network: SourcingNetwork) -> ResponseConditions {
    var lasting = self
    let end = (scenario.firstEvent ?? 0) + periods
    for period in rules.indices where period >= end {
      lasting.rules[period] = network.rules(scenario: 0, period: period)
    }
    return lasting
  }

  /// The most that demand is multiplied by, at least 1.
  var demandPeak: Double {
    let peaks = zip(scenario.marketDemand, scenario.itemDemand).map { markets, items in
      (markets.max() ?? 1) * (items.max() ?? 1)
    }
    return max(1, peaks.max() ?? 1)
  }
}
