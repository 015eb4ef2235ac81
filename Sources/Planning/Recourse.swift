public import LinearModel

/// What is done in one scenario, as expressions of a model's variables.
public struct Recourse: Sendable {
  /// Index of the scenario in the network.
  public var scenario: Int
  /// What is done in each period.
  public var periods: [PeriodRecourse]
  /// What all of it costs, commitments included.
  public var cost: LinearExpression
  /// The most that amounts may be which policies limit, where what is done is planned elsewhere.
  var limits: [PolicyAmount: LinearExpression] = [:]

  /// Units that a capability supplies in all periods together.
  public func volume(_ capability: Int) -> LinearExpression {
    var total = LinearExpression()
    for period in periods { total += period.volume[capability] }
    return total
  }

  /// Units received by a lane in all periods together.
  public func shipped(_ lane: Int) -> LinearExpression {
    var total = LinearExpression()
    for period in periods { if let ship = period.ship[lane] { total.add(1, ship) } }
    return total
  }

  /// Units that are not met, of all demands in all periods together.
  var short: LinearExpression {
    var total = LinearExpression()
    for variable in periods.flatMap(\.short) { total.add(1, variable) }
    return total
  }

  /// Every variable.
  var variables: [Variable] {
    periods.flatMap { period in
      [period.surge, period.make, period.ship, period.hold, period.release].flatMap { $0.compactMap { $0 } }
        + period.short + period.origins.flatMap(\.variables)
    }
  }
}

/// What is done in one period of a scenario.
public struct PeriodRecourse: Sendable {
  /// Units that each capability supplies, made and drawn together.
  public var volume: [LinearExpression]
  /// Units drawn from the reserve of each capability; nil where nothing can be drawn.
  public var surge: [Variable?]
  /// Units made by each capability; nil where nothing can be, or where that follows from what is shipped.
  public var make: [Variable?]
  /// Units that arrive by each lane; nil where nothing can.
  public var ship: [Variable?]
  /// Units kept at each node at the end of the period; nil where nothing can be.
  public var hold: [Variable?]
  /// Units taken from strategic stock at each node; nil where nothing can be.
  public var release: [Variable?]
  /// Units of each demand that are not met.
  public var short: [Variable]
  /// What originates, by origin of the network.
  public var origins: [OriginRecourse] = []
}

/// The units of a period that originate under an agreement, by position in the lists of the network's origin; nil where
/// none can.
public struct OriginRecourse: Sendable {
  /// Units that arrive by each lane.
  public var ship: [Variable?]
  /// Units that each capability makes.
  public var make: [Variable?]
  /// Units that are used of each input for those.
  public var use: [Variable?]
  /// Units kept at each node.
  public var hold: [Variable?]

  /// Every variable.
  var variables: [Variable] { [ship, make, use, hold].flatMap { $0.compactMap { $0 } } }
}
