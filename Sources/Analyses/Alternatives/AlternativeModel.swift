internal import LinearModel
internal import Planning
internal import Sourcing

/// The whole model of a case with a limit on its cost and a variable for how far a layout is from some others.
struct AlternativeModel {
  private(set) var model: Model
  let network: SourcingNetwork
  let form: ExtensiveForm
  let decisions: LayoutDecisions
  /// How far at least the layout is from each of the others; made large, exactly that.
  let distance: Variable

  /// - Parameter limit: The most that a layout may cost.
  init(_ network: SourcingNetwork, limit: Double) {
    self.network = network
    form = ExtensiveForm(network)
    decisions = LayoutDecisions(network)
    model = form.model
    distance = model.addVariable("distance", .integer, upper: Double(decisions.count))
    let columns = form.model.objective.indices.filter { form.model.objective[$0] != 0 }
    model.addRow(
      columns: columns.map { Int32($0) }, values: columns.map { form.model.objective[$0] }, lower: -.infinity,
      upper: limit - form.model.objectiveConstant, name: "cost")
    decisions.addUse(form.stage, to: &model)
  }

  /// The row that keeps the distance below that from a layout.
  func row(from other: [Bool]) -> LinearRelation {
    LinearExpression(distance) <= decisions.distance(form.stage, from: other)
  }
}
