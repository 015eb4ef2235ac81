internal import LinearModel

/// Solves the linear programs of scenarios one after the other. Those of one layout mostly differ in bounds and costs alone; each then
/// begins at the basis where the one before ended. The constant of the objective is that of any of them.
final class ScenarioSession {
  private let solver: any Solver
  private var session: (any SolverSession)?

  init(_ solver: any Solver) {
    self.solver = solver
  }

  func solve(_ model: Model) throws -> Solution {
    try go(to: model).solve(SolveOptions())
  }

  /// The session with the program of a scenario in it.
  private func go(to model: Model) throws -> any SolverSession {
    guard let session, session.model.hasMatrix(of: model) else {
      let fresh = try solver.open(model)
      session = fresh
      return fresh
    }
    let present = session.model
    for column in 0..<model.variableCount {
      let variable = Variable(index: column)
      let (lower, upper) = (model.lowerBounds[column], model.upperBounds[column])
      if present.lowerBounds[column] != lower || present.upperBounds[column] != upper {
        try session.setBounds(of: variable, lower: lower, upper: upper)
      }
      if present.objective[column] != model.objective[column] {
        try session.setObjective(of: variable, to: model.objective[column])
      }
    }
    for row in 0..<model.constraintCount {
      let (lower, upper) = (model.rowLowerBounds[row], model.rowUpperBounds[row])
      if present.rowLowerBounds[row] != lower || present.rowUpperBounds[row] != upper {
        try session.setBounds(of: Constraint(index: row), lower: lower, upper: upper)
      }
    }
    return session
  }
}

extension Model {
  /// Whether another model has the same coefficients and kinds of variables.
  fileprivate func hasMatrix(of other: Model) -> Bool {
    domains == other.domains && rows.starts == other.rows.starts && rows.columns == other.rows.columns
      && rows.values == other.rows.values
  }
}
