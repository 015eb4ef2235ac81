internal import LinearModel
internal import Sourcing

/// What one more unit of each policy's limit would change in the objective: the duals of the linear program
/// that is left when all yes-or-no decisions are fixed as they were found.
struct PolicyPrices {
  private let form: ExtensiveForm
  private let session: ConicSession
  private let solution: Solution
  private let options: SolveOptions

  init(_ form: ExtensiveForm, _ session: ConicSession, _ solution: Solution, options: SolveOptions) {
    self.form = form
    self.session = session
    self.solution = solution
    self.options = options
  }

  /// A price for each policy in the network's order; nil where none is defined or none could be found.
  func prices() throws -> [Double?] {
    let none = [Double?](repeating: nil, count: form.policyRows.count)
    let isPriced = form.policyRows.contains { rows in rows.contains { $0.sensitivity != nil } }
    guard isPriced, let point = solution.point else { return none }
    if options.cancellation?.isCancelled == true { return none }
    for index in form.model.domains.indices where form.model.domains[index] == .integer {
      let value = point[index].rounded()
      try session.session.setBounds(of: Variable(index: index), lower: value, upper: value)
    }
    for row in form.policyRows.joined() where row.isImplied {
      try session.session.setBounds(of: row.constraint, lower: -.infinity, upper: .infinity)
    }
    let fixed = try session.solve(options)
    guard fixed.termination.reason == .optimal, let duals = fixed.duals, let values = fixed.point else {
      return none
    }
    var policyRows = form.policyRows
    for tangent in session.tangents { policyRows[tangent.policy].append(tangent.row) }
    return policyRows.map { rows in
      let priced = rows.compactMap { row in
        row.sensitivity.map { duals[row.constraint.index] * $0.value(at: values) }
      }
      if priced.isEmpty { return nil }
      let price = priced.reduce(0, +)
      return abs(price) < 1e-9 ? 0 : price
    }
  }
}
