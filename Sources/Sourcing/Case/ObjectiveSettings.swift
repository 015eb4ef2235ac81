/// What a plan is to make least.
public enum ObjectiveForm: String, Hashable, Sendable, CaseIterable {
  /// Expected cost and risk together, by weight.
  case cost
  /// One of them first, then the other within a tolerance of the first.
  case lexicographic
  /// Risk alone, within a budget of expected cost.
  case leastRisk = "least_risk"
}

/// What a stage of an objective makes least. Both figures hold the first stage.
public enum ObjectiveMeasure: String, Hashable, Sendable, CaseIterable {
  /// The expected cost.
  case cost
  /// The risk that `risk_measure` names.
  case risk
}

/// Which of them comes first.
public enum ObjectiveOrder: String, Hashable, Sendable, CaseIterable {
  /// Least cost, then least risk.
  case costFirst = "cost;risk"
  /// Least risk, then least cost.
  case riskFirst = "risk;cost"
}

/// The form of the objective: the part of `settings` that speaks of it.
public struct ObjectiveSettings: Hashable, Sendable {
  /// What is to be least.
  public var form = ObjectiveForm.cost
  /// Which comes first where there are two stages.
  public var order = ObjectiveOrder.costFirst
  /// By how much the first may then be exceeded, as a share of the best.
  public var tolerance = 0.0
  /// The most that the expected cost may be where risk is to be least; nil where no budget is set.
  public var budget: Double?

  /// Cost and risk together, by weight.
  public init() {}

  /// What is made least, one after the other; none where cost and risk are weighed against each other.
  public var stages: [ObjectiveMeasure] {
    switch form {
    case .cost: []
    case .leastRisk: [.risk]
    case .lexicographic: order == .costFirst ? [.cost, .risk] : [.risk, .cost]
    }
  }
}

/// The most that a measure may come to.
public struct ObjectiveLimit: Hashable, Sendable {
  /// What is limited.
  public var measure: ObjectiveMeasure
  /// The most that it may be.
  public var most: Double

  /// A limit from its parts.
  public init(_ measure: ObjectiveMeasure, most: Double) {
    self.measure = measure
    self.most = most
  }
}
