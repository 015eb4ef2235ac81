internal import LinearModel
internal import Sourcing

extension BendersMaster {
  /// The yes-or-no decisions of a layout, by column, as far as they are columns of the first stage or follow from it.
  func decisions(of layout: Layout) -> [(column: Int, value: Double)] {
    let given = FirstStage(layout, network)
    var point = model.lowerBounds.map { $0.isFinite ? $0 : 0 }
    var known: Set<Int> = []
    let pairs = [
      (stage.open, given.open), (stage.primary, given.primary), (stage.backup, given.backup),
      (stage.develop, given.develop), (stage.commit, given.commit), (stage.reserve, given.reserve),
      (stage.stock, given.stock), (stage.pipelineMake, given.pipelineMake),
      (stage.pipelineShip, given.pipelineShip),
    ]
    for (decisions, values) in pairs {
      for (decision, value) in zip(decisions, values) {
        guard decision.terms.count == 1, let term = decision.terms.first, term.coefficient == 1,
          decision.constant == 0
        else { continue }
        point[term.variable.index] = value.constant
        known.insert(term.variable.index)
      }
    }
    for auxiliary in stage.auxiliaries {
      point[auxiliary.variable.index] = auxiliary.value(at: point)
      known.insert(auxiliary.variable.index)
    }
    return known.sorted().filter { model.domains[$0] == .integer }.map { ($0, point[$0].rounded()) }
  }
}
