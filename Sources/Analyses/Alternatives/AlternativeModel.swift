internal import LinearModel
internal import Planning
internal import Sourcing

/// The whole model of a case with a limit on its cost and a variable for how far a layout is from some others.
struct AlternativeModel {
  private(set) var model: Model
  let network: SourcingNetwork
  let form: ExtensiveForm
  let decisions: DecisionVector
  /// How far at least the layout is from each of the others; made large, exactly that.
  let distance: Variable
  private let expressions: [LinearExpression]

  /// A source counts as one that holds at least this part of what is needed of its item.
  static let leastPart = 0.01

  /// - Parameter limit: The most that a layout may cost.
  init(_ network: SourcingNetwork, limit: Double) {
    self.network = network
    form = ExtensiveForm(network)
    decisions = DecisionVector(network)
    expressions = decisions.expressions(form.stage)
    model = form.model
    distance = model.addVariable("distance", .integer, upper: Double(expressions.count))
    let columns = form.model.objective.indices.filter { form.model.objective[$0] != 0 }
    model.addRow(
      columns: columns.map { Int32($0) }, values: columns.map { form.model.objective[$0] }, lower: -.infinity,
      upper: limit - form.model.objectiveConstant, name: "cost")
    addUse()
  }

  /// Decisions that mean nothing are no difference: a main source has a commitment, a backup that can hold a reserve holds one,
  /// and a new site has a source.
  private mutating func addUse() {
    let periods = Double(network.periods)
    for (index, capability) in network.capabilities.enumerated() {
      let row = capability.capability
      let least = min(row.capacity, Self.leastPart * network.need(item: capability.item) / periods)
      if least <= 0 { continue }
      model.addConstraint(
        form.stage.commit[index] >= least * form.stage.primary[index], name: "main_used[\(index)]")
      if row.reservationCost != nil {
        model.addConstraint(
          form.stage.reserve[index] >= least * form.stage.backup[index], name: "backup_used[\(index)]")
      }
    }
    for (site, row) in network.sourcingCase.sites.enumerated() where !row.isExisting {
      let sources = network.capabilities.indices.filter { network.capabilities[$0].site == site }
      if sources.isEmpty || isHub(site) { continue }
      var qualified = LinearExpression()
      for source in sources { qualified += form.stage.qualify(source) }
      if form.stage.open[site].terms.count > 1 { continue }
      model.addConstraint(form.stage.open[site] <= qualified, name: "site_used[\(row.id)]")
    }
  }

  private func isHub(_ site: Int) -> Bool {
    network.nodes.contains { $0.site == site && !$0.inbound.isEmpty && $0.consumers.isEmpty }
  }

  /// The row that keeps the distance below that from a layout.
  func row(from other: [Bool]) -> LinearRelation {
    var differing = LinearExpression()
    for (expression, value) in zip(expressions, other) {
      if value {
        differing.constant += 1
        differing.add(-1, expression)
      } else {
        differing.add(1, expression)
      }
    }
    return LinearExpression(distance) <= differing
  }
}
