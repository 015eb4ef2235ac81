public import LinearModel
internal import Planning
public import Sourcing

/// Finds alternatives one after the other, each as far as it can be from the nearest of those before it. It runs on one thread.
final class AlternativeSearch {
  private let alternatives: AlternativeModel
  private let program: ConicSession
  private var session: any SolverSession { program.session }
  private let deadline: Deadline
  private let options: AlternativeOptions
  private let best: Plan

  init(
    _ alternatives: AlternativeModel, best: Plan, _ solver: any Solver, _ deadline: Deadline,
    _ options: AlternativeOptions
  ) throws {
    self.alternatives = alternatives
    self.best = best
    self.deadline = deadline
    self.options = options
    program = try alternatives.form.session(alternatives.model, solver)
  }

  func run() throws -> Alternatives {
    var result = Alternatives(within: options.within, best: best)
    let network = alternatives.network
    var known = [alternatives.decisions.values(Layout.reading(best, network).layout)]
    while result.layouts.count < options.count, !deadline.isOver {
      options.progress?("alternative \(result.layouts.count + 1) of \(options.count)")
      try maximizeDistance()
      if let latest = known.last {
        try session.addConstraints([alternatives.row(from: latest)], names: ["from[\(known.count)]"])
      }
      var solving = deadline.solveOptions()
      solving.relativeGap = 1e-9
      let solution = try program.solve(solving)
      guard let point = solution.point else {
        result.isExhausted = solution.termination.reason == .infeasible
        break
      }
      if point[alternatives.distance.index] < 0.5 {
        result.isExhausted = solution.termination.reason == .optimal
        break
      }
      let layout = alternatives.form.layout(at: try cheapest(like: point))
      let decided = alternatives.decisions.values(layout)
      let distance = known.map { DecisionVector.distance($0, decided) }.min() ?? 0
      result.layouts.append(
        try alternative(
          layout, distance: distance,
          bound: solution.termination.reason == .optimal ? Int((-solution.bound).rounded(.down)) : nil))
      known.append(decided)
    }
    result.completeness = deadline.standing
    result.seconds = deadline.seconds
    return result
  }

  private func maximizeDistance() throws {
    for (index, coefficient) in session.model.objective.enumerated() where coefficient != 0 {
      try session.setObjective(of: Variable(index: index), to: 0)
    }
    try session.setObjective(of: alternatives.distance, to: -1)
  }

  /// The cheapest point with the same yes-or-no decisions.
  private func cheapest(like point: [Double]) throws -> [Double] {
    let model = alternatives.model
    let whole = model.domains.indices.filter {
      model.domains[$0] == .integer && $0 != alternatives.distance.index
    }
    for index in whole {
      let value = point[index].rounded()
      try session.setBounds(of: Variable(index: index), lower: value, upper: value)
    }
    try session.setObjective(of: alternatives.distance, to: 0)
    for (index, coefficient) in alternatives.form.model.objective.enumerated() where coefficient != 0 {
      try session.setObjective(of: Variable(index: index), to: coefficient)
    }
    let solution = try program.solve(SolveOptions(relativeGap: 1e-9))
    for index in whole {
      try session.setBounds(
        of: Variable(index: index), lower: model.lowerBounds[index], upper: model.upperBounds[index])
    }
    return solution.point ?? point
  }

  private func alternative(_ layout: Layout, distance: Int, bound: Int?) throws -> Alternatives.Alternative {
    let report = PlanVerifier.verify(layout, against: alternatives.network)
    guard report.isSound, let evaluation = report.evaluation else {
      throw PlanningError(
        "an alternative does not pass the verifier: "
          + report.faults.prefix(3).map(\.description).joined(separator: "; "))
    }
    var document = Plan(name: "", currency: "", status: .feasible, message: "")
    layout.write(into: &document, alternatives.network)
    let sites = document.sites.filter(\.open).map(\.site)
    let before = best.sites.filter(\.open).map(\.site)
    return Alternatives.Alternative(
      objective: evaluation.objective, distance: distance, distanceBound: bound,
      opens: sites.filter { !before.contains($0) }, closes: before.filter { !sites.contains($0) },
      sites: sites,
      sourcing: document.sourcing)
  }
}

extension Alternatives {
  init(within: Double, best: Plan) {
    self.within = within
    self.best = best
  }
}

/// Finds layouts that differ from the best as much as their cost allows.
public struct AlternativeFinder: Sendable {
  private let solver: any Solver

  /// A finder over a solver.
  public init(solver: any Solver) {
    self.solver = solver
  }

  /// Layouts that cost little more than a plan of the case.
  ///
  /// - Parameter best: A plan of the case with a layout: the best one, or the best that is known.
  /// - Returns: The alternatives; where time ended the search, those found by then.
  /// - Throws: `SolverError` or `PlanningError` where the program failed.
  public func alternatives(
    to best: Plan, in network: SourcingNetwork, _ options: AlternativeOptions = AlternativeOptions()
  ) throws -> Alternatives {
    let deadline = Deadline(timeLimit: options.timeLimit, cancellation: options.cancellation)
    guard best.hasLayout, let objective = best.objective else {
      return Alternatives(within: options.within, best: best)
    }
    let solver = solver
    let model = AlternativeModel(
      network, limit: objective + options.within * abs(objective) + 1e-9 * max(1, abs(objective)))
    return try solver.onDedicatedThread {
      try AlternativeSearch(model, best: best, solver, deadline, options).run()
    }
  }
}
