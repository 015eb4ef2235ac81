import LinearModel
import Sourcing

/// What originates under an agreement, for the preferential rates that ask for it.
extension PlainProgram {
  private struct Own {
    var ship: [Int: Variable] = [:]
    var make: [Int: Variable] = [:]
    var use: [[Int]: Variable] = [:]
    var hold: [Int: Variable] = [:]
  }

  mutating func addOrigin(
    _ index: Int, _ scenario: Int, _ periods: [Flows], _ cost: inout LinearExpression
  ) {
    let origin = network.origins[index]
    let items = network.sourcingCase.items
    var done: [Own] = []
    for (period, flows) in periods.enumerated() {
      var own = Own()
      for lane in origin.lanes where period >= network.lanes[lane].lead {
        let part = model.addVariable("own ship")
        model.addConstraint(part <= flows.ship[lane], name: "own ship")
        cost.add(-network.saving(origin: index, lane: lane, scenario: scenario, arrival: period), part)
        own.ship[lane] = part
      }
      for node in origin.nodes {
        own.hold[node] = model.addVariable("own hold")
        model.addConstraint((own.hold[node] ?? flows.hold[node]) <= flows.hold[node], name: "own hold")
      }
      for maker in origin.makers {
        let part = model.addVariable("own make")
        model.addConstraint(part <= flows.make[maker] + flows.surge[maker], name: "own make")
        own.make[maker] = part
        var foreign = LinearExpression()
        for input in network.capabilities[maker].inputs {
          let used = model.addVariable("own use")
          model.addConstraint(used <= input.quantity * part, name: "own use")
          foreign += items[input.item].unitValue * (input.quantity * part - used)
          own.use[[maker, input.item]] = used
        }
        let value = items[network.capabilities[maker].item].unitValue
        model.addConstraint(foreign <= (1 - origin.content) * value * part, name: "content")
      }
      done.append(own)
    }
    for period in done.indices {
      for index in origin.nodes {
        let node = network.nodes[index]
        var left = LinearExpression()
        if let kept = done[period].hold[index] { left.add(-1, kept) }
        if period > 0, let kept = done[period - 1].hold[index] { left.add(1, kept) }
        for lane in node.inbound { if let part = done[period].ship[lane] { left.add(1, part) } }
        for maker in node.capabilities { if let part = done[period].make[maker] { left.add(1, part) } }
        for lane in node.outbound where period + network.lanes[lane].lead < done.count {
          if let part = done[period + network.lanes[lane].lead].ship[lane] { left.add(-1, part) }
        }
        for consumer in node.consumers {
          if let part = done[period].use[[consumer.capability, node.item]] { left.add(-1, part) }
        }
        model.addConstraint(left >= 0.0, name: "own balance")
      }
    }
  }
}
