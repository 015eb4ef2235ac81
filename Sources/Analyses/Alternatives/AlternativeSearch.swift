internal import LinearModel
internal import Planning
internal import Sourcing

/// Finds alternatives one after the other, each as far as it can be from the nearest of those before it, by the whole model in
/// one. It runs on one thread.
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
    var isCut = false
    while result.layouts.count < options.count, !deadline.isOver {
      options.progress?("alternative \(result.layouts.count + 1) of \(options.count)")
      try maximizeDistance()
      if let latest = known.last {
        try session.addConstraints([alternatives.row(from: latest)], names: ["from[\(known.count)]"])
      }
      var solving = deadline.solveOptions()
      // What is left of the time is shared by the alternatives that are left.
      solving.timeLimit = deadline.secondsLeft.map { $0 / Double(options.count - result.layouts.count) }
      solving.relativeGap = 1e-9
      let solution = try program.solve(solving)
      guard let point = solution.point else {
        result.isExhausted = solution.termination.reason == .infeasible
        isCut = !result.isExhausted
        break
      }
      if point[alternatives.distance.index] < 0.5 {
        result.isExhausted = solution.termination.reason == .optimal
        isCut = !result.isExhausted
        break
      }
      let layout = alternatives.form.layout(at: try cheapest(asFarAs: point, solving))
      let decided = alternatives.decisions.values(layout)
      let distance = known.map { LayoutDecisions.distance($0, decided) }.min() ?? 0
      result.layouts.append(
        try Alternatives.Alternative(
          layout, of: network, besides: best, distance: distance,
          bound: solution.termination.reason == .optimal ? Int((-solution.bound).rounded(.down)) : nil))
      known.append(decided)
      isCut = isCut || solution.termination.reason != .optimal
    }
    result.close(deadline, isCut: isCut)
    result.seconds = deadline.seconds
    return result
  }

  private func maximizeDistance() throws {
    for (index, coefficient) in session.model.objective.enumerated() where coefficient != 0 {
      try session.setObjective(of: Variable(index: index), to: 0)
    }
    try session.setObjective(of: alternatives.distance, to: -1)
  }

  /// The cheapest point that is as far from those known as a point is; where time is too short for that, the cheapest with
  /// the same yes-or-no decisions.
  private func cheapest(asFarAs point: [Double], _ solving: SolveOptions) throws -> [Double] {
    let distance = alternatives.distance
    try session.setBounds(
      of: distance, lower: point[distance.index].rounded(), upper: Double(alternatives.decisions.count))
    try minimizeCost()
    var solving = solving
    solving.timeLimit = deadline.secondsLeft.map { min($0, solving.timeLimit ?? $0) }
    let solution = try program.solve(solving)
    try session.setBounds(of: distance, lower: 0, upper: Double(alternatives.decisions.count))
    if solution.termination.reason == .optimal, let cheapest = solution.point { return cheapest }
    return try cheapest(like: point)
  }

  private func minimizeCost() throws {
    try session.setObjective(of: alternatives.distance, to: 0)
    for (index, coefficient) in alternatives.form.model.objective.enumerated() where coefficient != 0 {
      try session.setObjective(of: Variable(index: index), to: coefficient)
    }
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
    try minimizeCost()
    let solution = try program.solve(SolveOptions(relativeGap: 1e-9))
    for index in whole {
      try session.setBounds(
        of: Variable(index: index), lower: model.lowerBounds[index], upper: model.upperBounds[index])
    }
    return solution.point ?? point
  }
}
