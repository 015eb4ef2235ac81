internal import LinearModel
internal import Sourcing

extension ExtensiveForm {
  /// The decisions at a point of the model, freed of rounding: roles and openings whole, no trace amounts.
  func layout(at point: [Double]) -> Layout {
    var layout = Layout(network)
    for (index, open) in stage.open.enumerated() { layout.isOpen[index] = open.value(at: point) > 0.5 }
    for index in network.capabilities.indices {
      if stage.primary[index].value(at: point) > 0.5 {
        layout.role[index] = .primary
      } else if stage.backup[index].value(at: point) > 0.5 {
        layout.role[index] = .backup
      }
      layout.commit[index] = Self.amount(stage.commit[index].value(at: point))
      layout.reserve[index] = Self.amount(stage.reserve[index].value(at: point))
    }
    for recourse in recourses { layout.recourse[recourse.scenario] = self.recourse(recourse, at: point) }
    // A site that nothing uses is not part of the layout unless leaving it would cost something.
    for (index, site) in network.sourcingCase.sites.enumerated() where layout.isOpen[index] && !site.isExisting {
      if !isUsed(index, layout) { layout.isOpen[index] = false }
    }
    return layout
  }

  /// Amounts below this are rounding of the solver, far below what the verifier lets pass.
  private static let trace = 1e-9

  private static func amount(_ value: Double) -> Double {
    value < trace ? 0 : value
  }

  private func recourse(_ recourse: Recourse, at point: [Double]) -> Layout.Recourse {
    var result = Layout.Recourse(network)
    let value = { (variable: Variable?) in Self.amount(variable.map { point[$0.index] } ?? 0) }
    for index in network.lanes.indices { result.ship[index] = value(recourse.ship[index]) }
    for (index, short) in recourse.short.enumerated() { result.short[index] = value(short) }
    for index in network.capabilities.indices {
      let volume = Self.amount(recourse.volume[index].value(at: point))
      if recourse.make[index] == nil {
        // The model leaves what is made to what is shipped; no more is drawn than the commitment leaves open.
        let committed =
          network.availability(capability: index, scenario: recourse.scenario) * stage.commit[index].value(at: point)
        result.surge[index] = Self.amount(min(value(recourse.surge[index]), max(0, volume - committed)))
        result.make[index] = max(0, volume - result.surge[index])
      } else {
        result.make[index] = value(recourse.make[index])
        result.surge[index] = value(recourse.surge[index])
      }
    }
    return result
  }

  private func isUsed(_ site: Int, _ layout: Layout) -> Bool {
    if network.capabilities.indices.contains(where: { network.capabilities[$0].site == site && layout.isQualified($0) }) {
      return true
    }
    return network.lanes.indices.contains { index in
      network.lanes[index].origin == site && layout.recourse.contains { $0.ship[index] > 0 }
    }
  }

  /// The point of the model that stands for a layout, or nil where the layout uses what the model leaves out.
  func point(of layout: Layout, _ evaluation: CostEvaluation) -> [Double] {
    var point = model.lowerBounds.map { $0.isFinite ? $0 : 0 }
    func set(_ expression: LinearExpression, _ value: Double) {
      if expression.terms.count == 1, let term = expression.terms.first { point[term.variable.index] = value }
    }
    for (index, open) in stage.open.enumerated() { set(open, layout.isOpen[index] ? 1 : 0) }
    for index in network.capabilities.indices {
      set(stage.primary[index], layout.role[index] == .primary ? 1 : 0)
      set(stage.backup[index], layout.role[index] == .backup ? 1 : 0)
      set(stage.commit[index], layout.commit[index])
      set(stage.reserve[index], layout.reserve[index])
    }
    for recourse in recourses {
      let decided = layout.recourse[recourse.scenario]
      for (index, ship) in recourse.ship.enumerated() { if let ship { point[ship.index] = decided.ship[index] } }
      for (index, make) in recourse.make.enumerated() { if let make { point[make.index] = decided.make[index] } }
      for (index, surge) in recourse.surge.enumerated() { if let surge { point[surge.index] = decided.surge[index] } }
      for (index, short) in recourse.short.enumerated() { point[short.index] = decided.short[index] }
    }
    if let tail {
      let costs = evaluation.scenarios.map(\.cost)
      let values = risk.values(costs: costs, probabilities: network.scenarios.map(\.probability))
      point[tail.threshold.index] = values.threshold
      for index in costs.indices {
        point[tail.cost[index].index] = costs[index]
        point[tail.excess[index].index] = values.excess[index]
      }
    }
    return point
  }
}
