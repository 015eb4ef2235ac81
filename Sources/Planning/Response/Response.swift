/// How a layout responds to a scenario at least cost: what it costs and what comes of it, over all periods.
public struct Response: Sendable {
  /// Due for commitments.
  public var commitment = 0.0
  /// Drawn from reserves.
  public var surge = 0.0
  /// Freight, duties and licence fees.
  public var movement = 0.0
  /// What is kept from one period to the next.
  public var holding = 0.0
  /// Replacement of strategic stock that is released.
  public var release = 0.0
  /// What unmet demand costs.
  public var shortage = 0.0
  /// Units that each capability supplies.
  public var volume: [Double]
  /// Units of it that are drawn from its reserve.
  public var drawn: [Double]
  /// Units of strategic stock that are released at each node.
  public var released: [Double]
  /// Units of each demand that are not met.
  public var unmet: [Double]
  /// Whether a linear program had to be solved: false where what the scenario hits is not in use.
  public var isSolved = false

  /// All costs together, without what is spent before anything happens.
  public var cost: Double { commitment + surge + movement + holding + release + shortage }
}
