/// The decisions of a plan by index: what is decided before anything happens, and what is done in each
/// scenario.
public struct Layout: Sendable {
  /// Whether each site is open.
  public var isOpen: [Bool]
  /// The role of each capability; nil where it is not qualified.
  public var role: [PlanSource.Role?]
  /// Units a period committed, by capability.
  public var commit: [Double]
  /// Units a period reserved, by capability.
  public var reserve: [Double]
  /// What is done in each scenario, in the network's order.
  public var recourse: [Recourse]

  /// What is done in one scenario.
  public struct Recourse: Sendable {
    /// Units made under commitments, by capability.
    public var make: [Double]
    /// Units drawn from reserves, by capability.
    public var surge: [Double]
    /// Units moved, by lane.
    public var ship: [Double]
    /// Units of unmet demand, by demand.
    public var short: [Double]

    /// Nothing made, nothing moved, no demand unmet.
    public init(_ network: SourcingNetwork) {
      make = [Double](repeating: 0, count: network.capabilities.count)
      surge = make
      ship = [Double](repeating: 0, count: network.lanes.count)
      short = [Double](repeating: 0, count: network.demands.count)
    }
  }

  /// A layout in which nothing is open, and nothing done in any scenario.
  public init(_ network: SourcingNetwork) {
    isOpen = [Bool](repeating: false, count: network.sourcingCase.sites.count)
    role = [PlanSource.Role?](repeating: nil, count: network.capabilities.count)
    commit = [Double](repeating: 0, count: network.capabilities.count)
    reserve = commit
    recourse = network.scenarios.map { _ in Recourse(network) }
  }

  /// Whether a capability is qualified.
  public func isQualified(_ capability: Int) -> Bool {
    role[capability] != nil
  }

  /// Units of a capability's item that it supplies in a scenario.
  public func volume(_ capability: Int, scenario: Int = 0) -> Double {
    recourse[scenario].make[capability] + recourse[scenario].surge[capability]
  }
}
