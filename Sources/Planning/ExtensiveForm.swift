public import LinearModel
public import Sourcing

/// The whole model in one: the first stage, every scenario's recourse, the policies and the risk measure.
public struct ExtensiveForm: Sendable {
  /// The model.
  public private(set) var model: Model
  /// What is decided before anything happens.
  public let stage: FirstStage
  /// What is done in each scenario.
  public let recourses: [Recourse]
  /// The network that it was made of.
  let network: SourcingNetwork
  let risk: RiskObjective
  let tail: RiskObjective.Variables?
  /// Variables of the policies that follow from the decisions.
  let auxiliaries: [Auxiliary]
  /// Conditions that the rows state only in part: see ``ConcentrationCone``.
  let cones: [ConcentrationCone]
  /// Whether the rows of ``model`` state everything; a limit on concentration is a cone, of which they have a few tangents.
  public var isLinear: Bool { cones.isEmpty }
  /// Rows of each policy, in the network's order.
  public let policyRows: [[PolicyRow]]
  /// Decisions that policies forbid by a bound.
  let forbidden: ForbiddenDecisions

  /// Builds the model of a network.
  public init(_ network: SourcingNetwork) {
    self.init(network, fixing: nil, watching: {})
  }

  /// Builds the model of a network, unless a check that is made before each period of each scenario throws.
  ///
  /// - Parameter layout: What the first stage is fixed at; nil where it is sought.
  init<Interruption: Error>(
    _ network: SourcingNetwork, fixing layout: Layout?, watching check: () throws(Interruption) -> Void
  ) throws(Interruption) {
    try self.init(network, isComplete: layout != nil, watching: check)
    if let layout { stage.fix(FirstStage(layout, network), in: &model) }
  }

  private init<Interruption: Error>(
    _ network: SourcingNetwork, isComplete: Bool, watching check: () throws(Interruption) -> Void
  ) throws(Interruption) {
    var model = Model(name: network.sourcingCase.settings.name)
    let stage = FirstStageBuilder(network, isComplete: isComplete).add(to: &model)
    var builder = RecourseBuilder(network)
    builder.lanesForcedElsewhere = PolicyRules.forcedLanes(network)
    var recourses: [Recourse] = []
    for scenario in network.scenarios.indices {
      recourses.append(try builder.add(scenario, to: &model, stage, watching: check))
    }
    let risk = RiskObjective(network)
    model.addToObjective(stage.cost(network))
    tail = risk.add(recourses, to: &model, network)

    var rules = PolicyRules(network: network, stage: stage, recourses: recourses)
    policyRows = network.policies.map { rules.add($0, to: &model) }
    rules.addObjectiveLimits(to: &model)
    auxiliaries = stage.auxiliaries + rules.auxiliaries
    cones = rules.cones
    forbidden = rules.forbidden
    self.model = model
    self.stage = stage
    self.recourses = recourses
    self.network = network
    self.risk = risk
  }
}
