internal import LinearModel
public import Sourcing

extension ExtensiveForm {
  /// The decisions at a point of the model, freed of rounding: roles and openings whole, no trace amounts.
  public func layout(at point: [Double]) -> Layout {
    var layout = StageReader(network).read(stage, at: point)
    let reader = RecourseReader(network, FirstStage(layout, network))
    for recourse in recourses { layout.recourse[recourse.scenario] = reader.read(recourse, at: point) }
    LayoutTidying(network).tidy(&layout)
    return layout
  }

  /// Whether a variable holds a scenario's cost or its part in the tail, and so follows from the others.
  func isCost(_ variable: Variable) -> Bool {
    guard let tail else { return false }
    return variable == tail.threshold || tail.cost.contains(variable) || tail.excess.contains(variable)
  }

  /// The point of the model that stands for a layout of this model's own decisions.
  func point(of layout: Layout, _ evaluation: CostEvaluation) -> [Double] {
    var point = model.lowerBounds.map { $0.isFinite ? $0 : 0 }
    func set(_ expression: LinearExpression, _ value: Double) {
      if expression.terms.count == 1, let term = expression.terms.first { point[term.variable.index] = value }
    }
    for (index, open) in stage.open.enumerated() { set(open, layout.isOpen[index] ? 1 : 0) }
    for (index, develop) in stage.develop.enumerated() { set(develop, layout.isDeveloped[index] ? 1 : 0) }
    for index in network.capabilities.indices {
      set(stage.primary[index], layout.role[index] == .primary ? 1 : 0)
      set(stage.backup[index], layout.role[index] == .backup ? 1 : 0)
      set(stage.commit[index], layout.commit[index])
      set(stage.reserve[index], layout.reserve[index])
    }
    for index in network.nodes.indices { set(stage.stock[index], layout.stock[index]) }
    for index in network.capabilities.indices { set(stage.pipelineMake[index], layout.pipeline.make[index]) }
    for index in network.lanes.indices { set(stage.pipelineShip[index], layout.pipeline.ship[index]) }
    for recourse in recourses {
      for (period, done) in recourse.periods.enumerated() {
        let decided = layout.recourse[recourse.scenario].periods[period]
        var pairs = [
          (done.ship, decided.ship), (done.make, decided.make), (done.surge, decided.surge),
          (done.hold, decided.hold),
          (done.release, decided.release),
        ]
        for (origin, claimed) in zip(done.origins, decided.origins) {
          pairs += [
            (origin.ship, claimed.ship), (origin.make, claimed.make), (origin.use, claimed.use),
            (origin.hold, claimed.hold),
          ]
        }
        for (variables, values) in pairs {
          for (variable, value) in zip(variables, values) {
            if let variable { point[variable.index] = value }
          }
        }
        for (short, value) in zip(done.short, decided.short) { point[short.index] = value }
      }
    }
    for auxiliary in auxiliaries { point[auxiliary.variable.index] = auxiliary.value(at: point) }
    if let tail {
      let costs = evaluation.scenarios.map(\.cost)
      let values = risk.values(costs: costs, probabilities: network.scenarios.map(\.probability))
      point[tail.threshold.index] = values.threshold
      for index in costs.indices {
        point[tail.cost[index].index] = costs[index]
      }
      for (variable, value) in zip(tail.excess, values.excess) { point[variable.index] = value }
    }
    return point
  }
}
