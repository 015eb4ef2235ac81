internal import LinearModel
internal import Sourcing

/// The model of a quiet world: the first stage, the undisturbed recourse and the policies on them.
///
/// Policies that speak of all scenarios, such as `max_cost`, are left out.
struct QuietForm {
  let model: Model
  /// Conditions that the rows state only in part.
  let cones: [ConcentrationCone]
  private let network: SourcingNetwork
  private let stage: FirstStage
  private let undisturbed: Recourse

  init(_ network: SourcingNetwork) {
    var model = Model(name: "quiet")
    let stage = FirstStageBuilder(network).add(to: &model)
    var builder = RecourseBuilder(network)
    builder.lanesForcedElsewhere = PolicyRules.forcedLanes(network)
    let undisturbed = builder.add(0, to: &model, stage)
    model.addToObjective(stage.cost(network))
    model.addToObjective(undisturbed.cost)
    var rules = PolicyRules(network: network, stage: stage, recourses: [undisturbed])
    for policy in network.policies where !policy.speaksOfAllScenarios {
      _ = rules.add(policy, to: &model)
    }
    self.model = model
    cones = rules.cones
    self.network = network
    self.stage = stage
    self.undisturbed = undisturbed
  }

  func layout(at point: [Double]) -> Layout {
    var layout = StageReader(network).read(stage, at: point)
    layout.recourse[0] = RecourseReader(network, FirstStage(layout, network)).read(undisturbed, at: point)
    return layout
  }
}
