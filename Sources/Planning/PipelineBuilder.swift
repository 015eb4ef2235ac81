internal import LinearModel
internal import Sourcing

/// Adds what was made and sent in the period before the first, so that lanes that take time are filled when the
/// horizon begins.
///
/// It is one quiet period of the layout: commitments deliver, nothing is kept. What arrives in the first periods of
/// every scenario is at most what was sent then. It costs only its freight and duty, on arrival: its making is paid
/// by the commitments of the last periods, whose goods would arrive after the end.
struct PipelineBuilder {
  private let network: SourcingNetwork
  private let shape: NetworkShape

  init(_ network: SourcingNetwork) {
    self.network = network
    shape = NetworkShape(network)
  }

  func add(to model: inout Model, _ stage: inout FirstStage) {
    guard network.lanes.contains(where: { $0.lead > 0 }) else { return }
    // Lanes that take no time belong to it as well: what was under way to a site could leave it again.
    for (index, lane) in network.lanes.enumerated() {
      var upper = greatestFlow(index)
      if let capacity = lane.capacity { upper = min(upper, capacity) }
      // What a ban stops while nothing happens had not left either.
      if upper == 0 || network.rules[0].stopped.contains(index) { continue }
      let name = "[\(shape.laneName(index)),before]"
      let sent = model.addVariable("ship\(name)", upper: upper)
      stage.pipelineShip[index] = sent.expression
      let allowed = shape.allowance(lane: index, stage)
      model.addConstraint(sent <= upper * allowed, name: "forcing\(name)")
    }
    // What a project unlocks has made nothing before.
    for (index, capability) in network.capabilities.enumerated() where network.unlocking[index].isEmpty {
      let name = "[\(shape.capabilityName(index)),before]"
      let make = model.addVariable("make\(name)", upper: capability.capability.capacity)
      stage.pipelineMake[index] = make.expression
      model.addConstraint(make <= stage.commit[index], name: "available\(name)")
    }
    for (index, node) in network.nodes.enumerated() {
      var supply = LinearExpression()
      for lane in node.inbound { supply += stage.pipelineShip[lane] }
      for capability in node.capabilities { supply += stage.pipelineMake[capability] }
      var use = LinearExpression()
      for lane in node.outbound { use += stage.pipelineShip[lane] }
      for consumer in node.consumers { use.add(consumer.quantity, stage.pipelineMake[consumer.capability]) }
      model.addConstraint(supply == use, name: "balance[\(shape.nodeName(index)),before]")
    }
    addOrigins(to: &model, stage)
  }

  /// The balance alone would let goods go round in a ring that nobody has made: by a lane of a ring goes what is made where it
  /// begins or comes there from outside.
  private func addOrigins(to model: inout Model, _ stage: FirstStage) {
    guard !network.ringLanes.isEmpty else { return }
    for (index, node) in network.nodes.enumerated() {
      let onward = node.outbound.filter { network.ringLanes[$0] }
      if onward.isEmpty { continue }
      var sent = LinearExpression()
      for lane in onward { sent += stage.pipelineShip[lane] }
      var origin = LinearExpression()
      for capability in node.capabilities { origin += stage.pipelineMake[capability] }
      for lane in node.inbound where !network.ringLanes[lane] { origin += stage.pipelineShip[lane] }
      model.addConstraint(sent <= origin, name: "origin[\(shape.nodeName(index)),before]")
    }
  }

  /// The most that is worth receiving by a lane in any period while nothing happens: nobody foresees in the quiet period that
  /// demand will rise.
  private func greatestFlow(_ lane: Int) -> Double {
    (0..<network.periods).reduce(0) { max($0, network.flowBound(lane: lane, arrival: $1, scenario: 0)) }
  }
}
