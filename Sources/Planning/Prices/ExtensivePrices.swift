internal import LinearModel
internal import Sourcing

/// The prices of policies where the whole model is solved in one.
struct ExtensivePrices {
  private let form: ExtensiveForm
  private let session: ConicSession
  private let solver: any Solver
  private let options: SolveOptions
  private let fixed: Layout?

  /// - Parameters:
  ///   - session: Has solved the form's model.
  ///   - options: What each of the linear programs may take.
  ///   - layout: What the first stage is fixed at; nil where it was sought.
  init(
    _ form: ExtensiveForm, _ session: ConicSession, _ solver: any Solver, options: SolveOptions,
    fixing layout: Layout?
  ) {
    self.form = form
    self.session = session
    self.solver = solver
    self.options = options
    fixed = layout
  }

  /// A price for each policy at the layout of a point. Bounds of the session's model stay changed.
  func prices(at point: [Double]) throws -> [PolicyPrice] {
    var list = PriceList(form.network)
    try priceByRelaxation(&list)
    try priceByLayout(&list, at: point)
    return list.prices
  }

  private func priceByRelaxation(_ list: inout PriceList) throws {
    let excluding = list.places(of: .exclude)
    let waiting = list.places(of: .maxLeadDays)
    guard list.asks(for: .relaxation) || !excluding.isEmpty || !waiting.isEmpty,
      let relaxed = try solved(session), let optimum = relaxed.objective, let point = relaxed.point,
      let duals = relaxed.duals
    else { return }
    list.take(.relaxation, form.policyRows, at: point) {
      form.model.canMove($0.constraint) ? duals[$0.constraint.index] : 0
    }
    for place in excluding {
      let decisions = form.forbidden.onlyBy(form.network.policies[place])
      let mayPay = decisions.contains { (relaxed.reducedCosts?[$0.variable.index] ?? -1) < 0 }
      if !mayPay || fixed != nil {
        list.takeNothing(place)
        continue
      }
      for decision in decisions {
        try session.session.setBounds(of: decision.variable, lower: 0, upper: decision.upper)
      }
      let moved = try solved(session)?.objective
      for decision in decisions {
        try session.session.setBounds(of: decision.variable, lower: 0, upper: 0)
      }
      if let moved { list.take(place, optimum: optimum, moved: moved) }
    }
    for place in waiting {
      guard let other = form.network.withAnotherDay(place) else {
        list.takeNothing(place)
        continue
      }
      let another = ExtensiveForm(other, fixing: fixed, watching: {})
      if let moved = try solved(ConicSession(another.model, another.cones, solver))?.objective {
        list.take(place, optimum: optimum, moved: moved)
      }
    }
  }

  private func priceByLayout(_ list: inout PriceList, at point: [Double]) throws {
    guard list.asks(for: .layout) else { return }
    for index in form.model.domains.indices where form.model.domains[index] == .integer {
      let value = point[index].rounded()
      try session.session.setBounds(of: Variable(index: index), lower: value, upper: value)
    }
    for row in form.policyRows.joined() where row.isImplied {
      try session.session.setBounds(of: row.constraint, lower: -.infinity, upper: .infinity)
    }
    guard let kept = try solved(session), let values = kept.point, let duals = kept.duals else { return }
    var rows = form.policyRows
    for tangent in session.tangents { rows[tangent.policy].append(tangent.row) }
    list.take(.layout, rows, at: values) { duals[$0.constraint.index] }
  }

  /// The optimum of a session's linear relaxation; nil where it was not found.
  private func solved(_ session: ConicSession) throws -> Solution? {
    if options.cancellation?.isCancelled == true { return nil }
    let solution = try session.solve(options)
    return solution.termination.reason == .optimal ? solution : nil
  }
}
