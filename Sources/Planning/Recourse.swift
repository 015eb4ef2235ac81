public import LinearModel
internal import Sourcing

/// What is done in one scenario, as expressions of a model's variables.
public struct Recourse: Sendable {
  /// Index of the scenario in the network.
  public var scenario: Int
  /// Units that each capability supplies, made and drawn together.
  public var volume: [LinearExpression]
  /// Units drawn from the reserve of each capability; nil where nothing can be drawn.
  public var surge: [Variable?]
  /// Units made by each capability; nil where that follows from what is shipped.
  public var make: [Variable?]
  /// Units moved on each lane; nil where the lane is down.
  public var ship: [Variable?]
  /// Units of each demand that are not met.
  public var short: [Variable]
  /// What all of it costs, commitments included.
  public var cost: LinearExpression
}
