internal import LinearModel
internal import Sourcing

/// Makes a layout of a point of the master: the first stage and the scenarios that the master keeps as the point has them, and the
/// best that can be done in every other scenario.
struct MasterLayout {
  private let solver: any Solver
  private let network: SourcingNetwork
  private let master: BendersMaster

  init(_ solver: any Solver, _ network: SourcingNetwork, _ master: BendersMaster) {
    self.solver = solver
    self.network = network
    self.master = master
  }

  /// - Returns: The layout; nil where a scenario could not be solved.
  func layout(at point: [Double]) throws -> Layout? {
    var layout = StageReader(network).read(master.stage, at: point)
    let stage = FirstStage(layout, network)
    let reader = RecourseReader(network, stage)
    var builder = RecourseBuilder(network)
    builder.keepsShape = true
    let reach = ResponseReach(network, layout)
    builder.closedLanes.formUnion(network.lanes.indices.filter { !reach.isUsable[$0] })
    let session = ScenarioSession(solver)
    for scenario in network.scenarios.indices {
      if scenario < master.kept.count {
        layout.recourse[scenario] = reader.read(master.kept[scenario], at: point)
        continue
      }
      var model = Model(name: network.scenarios[scenario].name)
      let recourse = builder.add(scenario, to: &model, stage)
      model.addToObjective(recourse.cost)
      for (amount, most) in master.limitedAmounts(of: recourse, at: point) {
        model.addConstraint(amount <= most + 1e-7 * max(1, most), name: "limit")
      }
      let found = try session.solve(model)
      guard found.termination.reason == .optimal, let values = found.point else { return nil }
      layout.recourse[scenario] = reader.read(recourse, at: values)
    }
    LayoutTidying(network).tidy(&layout)
    return layout
  }
}
