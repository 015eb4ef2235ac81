internal import LinearModel

/// The error of a solve on which every way failed.
enum NumericalFailure {
  static func error(model: Model, failures: [String]) -> SolverError {
    SolverError(.numerical, failures.joined(separator: "; "), context: model.name)
  }
}
