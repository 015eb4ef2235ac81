internal import LinearModel

extension Model {
  /// Throws where the model has faults; the error's message lists the first of them.
  func requireSound() throws {
    let faults = faults()
    if faults.isEmpty { return }
    var lines = faults.prefix(20).map(\.description)
    if faults.count > lines.count { lines.append("and \(faults.count - lines.count) more") }
    throw SolverError(.invalidModel, lines.joined(separator: "; "), context: name)
  }

  func require(_ variable: Variable) throws {
    if variable.index < 0 || variable.index >= variableCount {
      throw SolverError(.invalidModel, "there is no variable \(variable.index)", context: name)
    }
  }

  func require(_ constraint: Constraint) throws {
    if constraint.index < 0 || constraint.index >= constraintCount {
      throw SolverError(.invalidModel, "there is no constraint \(constraint.index)", context: name)
    }
  }

  /// What is wrong with one variable.
  func fault(of variable: Variable) -> SolverError? {
    error(from: faults(of: variable))
  }

  /// What is wrong with one constraint.
  func fault(of constraint: Constraint) -> SolverError? {
    error(from: faults(of: constraint))
  }

  private func error(from faults: [ModelFault]) -> SolverError? {
    if faults.isEmpty { return nil }
    return SolverError(
      .invalidModel, faults.map(\.description).joined(separator: "; "), context: name)
  }
}
