extension SourcingNetwork {
  /// The same network with one measure to be least, and limits on what came before.
  public func seeking(_ measure: ObjectiveMeasure, within limits: [ObjectiveLimit]) -> SourcingNetwork {
    var network = self
    network.sourcingCase.settings.objective = ObjectiveSettings()
    network.sourcingCase.settings.riskWeight = measure == .risk ? 1 : 0
    network.objectiveLimits = limits
    return network
  }

  /// The network of the first stage of its objective; itself where there is but one.
  public var firstObjectiveStage: SourcingNetwork {
    let settings = sourcingCase.settings.objective
    guard settings.form == .lexicographic, let first = settings.stages.first else { return self }
    return seeking(first, within: [])
  }
}
