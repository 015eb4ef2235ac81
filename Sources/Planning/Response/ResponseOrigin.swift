internal import LinearModel
internal import Sourcing

/// Adds to the program of a layout which of its units originate under an agreement.
///
/// The layout decides nothing about origin: it is earned by what is made and moved, so that its rows hold the flows of the
/// response alone. They are those that ``OriginBuilder`` writes for a layout that is still to be decided.
struct ResponseOrigin {
  private let network: SourcingNetwork
  private let origin: NetworkOrigin
  /// Which of the network's origins it is.
  private let index: Int
  /// The columns of the program that something may be a part of.
  private let wholes: [ResponseProgram.Column: Variable]
  /// What its own columns stand for, in their order.
  private var columns: [ResponseProgram.Column] = []
  /// For each node of the origin and period what came of it, less what left.
  private var balances: [[LinearExpression]]
  /// Positions of the nodes among those of the origin.
  private let positions: [Int: Int]

  init(_ index: Int, _ network: SourcingNetwork, _ wholes: [ResponseProgram.Column: Variable]) {
    self.network = network
    self.index = index
    self.wholes = wholes
    let origin = network.origins[index]
    self.origin = origin
    positions = Dictionary(uniqueKeysWithValues: origin.nodes.enumerated().map { ($1, $0) })
    let none = [LinearExpression](repeating: LinearExpression(), count: network.periods)
    balances = [[LinearExpression]](repeating: none, count: origin.nodes.count)
  }

  /// Adds columns and rows to a model.
  ///
  /// - Returns: What the new columns stand for, in their order.
  mutating func add(to model: inout Model) -> [ResponseProgram.Column] {
    for period in 0..<network.periods {
      addClaims(period, to: &model)
      addKept(period, to: &model)
      for maker in origin.makers.indices { addMade(maker, period, to: &model) }
    }
    for (position, rows) in balances.enumerated() {
      for (period, row) in rows.enumerated() where row.terms.contains(where: { $0.coefficient < 0 }) {
        let name = "origin[\(index),\(origin.nodes[position]),\(period)]"
        model.addConstraint(LinearRelation(row, lower: 0, upper: .infinity), name: name)
      }
    }
    return columns
  }

  private mutating func addClaims(_ period: Int, to model: inout Model) {
    for lane in origin.lanes {
      let row = network.lanes[lane]
      // What was under way when the horizon began has no proof of origin.
      guard period >= row.lead, let ship = wholes[.ship(lane, period)] else { continue }
      let sent = add(.claim(origin: index, lane: lane, period: period), atMost: [ship], to: &model)
      count(-1, sent, at: network.originNode(lane: lane), period - row.lead)
      if case .site(let site) = row.destination, let node = network.nodeIndex(site: site, item: row.item) {
        count(1, sent, at: node, period)
      }
    }
  }

  private mutating func addKept(_ period: Int, to model: inout Model) {
    for node in origin.nodes {
      guard let hold = wholes[.hold(node, period)] else { continue }
      let kept = add(.originating(origin: index), atMost: [hold], to: &model)
      count(-1, kept, at: node, period)
      count(1, kept, at: node, period + 1)
    }
  }

  private mutating func addMade(_ maker: Int, _ period: Int, to model: inout Model) {
    let source = origin.makers[maker]
    let whole = [wholes[.make(source, period)], wholes[.surge(source, period)]].compactMap(\.self)
    if whole.isEmpty { return }
    let capability = network.capabilities[source]
    let made = add(.originating(origin: index), atMost: whole, to: &model)
    if let node = network.nodeIndex(site: capability.site, item: capability.item) {
      count(1, made, at: node, period)
    }
    let items = network.sourcingCase.items
    let uses = origin.uses.filter { $0.maker == maker }
    let inputs = uses.reduce(0.0) { $0 + items[$1.item].unitValue * $1.quantity }
    let excess = inputs - (1 - origin.content) * items[capability.item].unitValue
    // Where even with foreign inputs alone there is content enough, nothing need be followed.
    if excess <= 0 { return }
    var foreign = LinearExpression(terms: [.init(excess, made)])
    for use in uses {
      let used = addColumn(.originating(origin: index), to: &model)
      model.addConstraint(
        used.expression <= use.quantity * made, name: "used[\(index),\(source),\(use.item),\(period)]")
      foreign.add(-items[use.item].unitValue, used)
      if let node = network.nodeIndex(site: capability.site, item: use.item) {
        count(-1, used, at: node, period)
      }
    }
    model.addConstraint(foreign <= 0.0, name: "content[\(index),\(source),\(period)]")
  }

  // MARK: Columns and balances

  /// A column for the part of some others that originates.
  private mutating func add(
    _ column: ResponseProgram.Column, atMost whole: [Variable], to model: inout Model
  ) -> Variable {
    let part = addColumn(column, to: &model)
    var rest = LinearExpression(part)
    for variable in whole { rest.add(-1, variable) }
    model.addConstraint(
      LinearRelation(rest, lower: -.infinity, upper: 0), name: "part[\(index),\(columns.count)]")
    return part
  }

  private mutating func addColumn(_ column: ResponseProgram.Column, to model: inout Model) -> Variable {
    columns.append(column)
    return model.addVariable("", lower: 0, upper: .infinity)
  }

  private mutating func count(_ times: Double, _ variable: Variable, at node: Int, _ period: Int) {
    if let position = positions[node] { balances[position][period].add(times, variable) }
  }
}
