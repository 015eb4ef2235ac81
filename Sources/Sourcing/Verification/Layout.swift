/// The decisions of a plan by index: what is decided before anything happens, and what is done in each
/// scenario and period.
public struct Layout: Sendable {
  /// Whether each site is open.
  public var isOpen: [Bool]
  /// The role of each capability; nil where it is not qualified.
  public var role: [PlanSource.Role?]
  /// Units a period committed, by capability.
  public var commit: [Double]
  /// Units a period reserved, by capability.
  public var reserve: [Double]
  /// Whether each project is developed.
  public var isDeveloped: [Bool]
  /// Units of strategic stock, by node.
  public var stock: [Double]
  /// What was made and sent in the period before the first: it fills the lanes that take time.
  public var pipeline: PeriodRecourse
  /// What is done in each scenario, in the network's order.
  public var recourse: [Recourse]

  /// What is done in one scenario.
  public struct Recourse: Sendable {
    /// What is done in each period.
    public var periods: [PeriodRecourse]

    /// Nothing done in any period.
    public init(_ network: SourcingNetwork) {
      periods = [PeriodRecourse](repeating: PeriodRecourse(network), count: network.periods)
    }

    /// Units that a capability supplies in all periods together.
    public func volume(_ capability: Int) -> Double {
      periods.reduce(0) { $0 + $1.make[capability] + $1.surge[capability] }
    }

    /// Units received by a lane in all periods together.
    public func shipped(_ lane: Int) -> Double {
      periods.reduce(0) { $0 + $1.ship[lane] }
    }
  }

  /// What is done in one period.
  public struct PeriodRecourse: Sendable {
    /// Units made under commitments, by capability.
    public var make: [Double]
    /// Units drawn from reserves, by capability.
    public var surge: [Double]
    /// Units that arrive, by lane; they left a lead time earlier.
    public var ship: [Double]
    /// Units kept at the end of the period, by node.
    public var hold: [Double]
    /// Units taken from strategic stock, by node.
    public var release: [Double]
    /// Units of unmet demand, by demand.
    public var short: [Double]
    /// What originates, by origin of the network.
    public var origins: [Origin]

    /// Nothing made, nothing moved, no demand unmet.
    public init(_ network: SourcingNetwork) {
      make = [Double](repeating: 0, count: network.capabilities.count)
      surge = make
      ship = [Double](repeating: 0, count: network.lanes.count)
      hold = [Double](repeating: 0, count: network.nodes.count)
      release = hold
      short = [Double](repeating: 0, count: network.demands.count)
      origins = network.origins.map(Origin.init)
    }
  }

  /// The units that originate under an agreement, by position in the lists of ``NetworkOrigin``.
  public struct Origin: Sendable {
    /// Units that arrive by each lane.
    public var ship: [Double]
    /// Units that each capability makes.
    public var make: [Double]
    /// Units that are used of each input for those.
    public var use: [Double]
    /// Units kept at each node.
    public var hold: [Double]

    /// Nothing that originates.
    public init(_ origin: NetworkOrigin) {
      ship = [Double](repeating: 0, count: origin.lanes.count)
      make = [Double](repeating: 0, count: origin.makers.count)
      use = [Double](repeating: 0, count: origin.uses.count)
      hold = [Double](repeating: 0, count: origin.nodes.count)
    }
  }

  /// A layout in which nothing is open, and nothing done in any scenario.
  public init(_ network: SourcingNetwork) {
    isOpen = [Bool](repeating: false, count: network.sourcingCase.sites.count)
    role = [PlanSource.Role?](repeating: nil, count: network.capabilities.count)
    commit = [Double](repeating: 0, count: network.capabilities.count)
    reserve = commit
    isDeveloped = [Bool](repeating: false, count: network.projects.count)
    stock = [Double](repeating: 0, count: network.nodes.count)
    pipeline = PeriodRecourse(network)
    recourse = network.scenarios.map { _ in Recourse(network) }
  }

  /// Whether a capability is qualified.
  public func isQualified(_ capability: Int) -> Bool {
    role[capability] != nil
  }

  /// The part of a period in which a capability can be used: all of it where it needs no project, else what the
  /// project leaves that is developed.
  public func usablePart(_ capability: Int, in period: Int, _ network: SourcingNetwork) -> Double {
    if network.unlocking[capability].isEmpty { return 1 }
    let developed = network.unlocking[capability].filter { isDeveloped[$0] }
    return developed.reduce(0) { max($0, network.projects[$1].parts[period]) }
  }

  /// Units that a capability supplies in the undisturbed scenario, an average period.
  public func volume(_ capability: Int) -> Double {
    recourse[0].volume(capability) / Double(recourse[0].periods.count)
  }
}
