internal import LinearModel
internal import Sourcing

/// Chooses the recourse of scenarios that have no probability at least cost, everything else fixed.
struct IdleRecourse {
  private let form: ExtensiveForm
  private let idle: [Recourse]

  init(_ form: ExtensiveForm, _ idle: [Recourse]) {
    self.form = form
    self.idle = idle
  }

  /// The point with these scenarios settled; nil where they could not be.
  ///
  /// Policies speak of the undisturbed scenario, so they stay in the model.
  func settle(_ point: [Double], _ solver: any Solver) throws -> [Double]? {
    var model = form.model
    let free = Set(idle.flatMap(\.variables))
    for index in 0..<model.variableCount {
      let variable = Variable(index: index)
      model.setObjective(of: variable, to: 0)
      model.setDomain(of: variable, to: .continuous)
      if free.contains(variable) { continue }
      // Costs of the idle scenarios may move with them; whole decisions and amounts stay.
      if form.isCost(variable) { continue }
      let value = form.model.domains[index] == .integer ? point[index].rounded() : point[index]
      model.setBounds(of: variable, lower: value, upper: value)
    }
    model.objectiveConstant = 0
    for recourse in idle { model.addToObjective(recourse.cost) }
    let solution = try ConicSession(model, form.cones, solver).solve(SolveOptions(relaxation: true))
    return solution.termination.reason == .optimal ? solution.point : nil
  }
}
