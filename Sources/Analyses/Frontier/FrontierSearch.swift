internal import LinearModel
internal import Planning
internal import Sourcing

/// Finds the points of a frontier by the augmented ε-constraint method (Mavrotas 2009), one model and one session for all of
/// them. It runs on one thread.
///
/// The ends are lexicographic optima. Between them the least cost is sought under limits on the measure that part the way
/// evenly, with a trifle of the measure in the objective, so that every optimum is efficient. Limits are taken in the order of
/// a bisection: the solution under a stricter limit is there to begin from, and where that under a looser one meets
/// the limit as well nothing is solved.
final class FrontierSearch {
  private let frontier: FrontierModel
  private let session: any SolverSession
  private let deadline: Deadline
  private let options: FrontierOptions
  private var solves = 0
  /// What a unit of the measure counts in the objective beside the cost.
  private var weight = 0.0

  /// A solution of the model.
  private struct Solved {
    var point: [Double]
    var cost: Double
    var value: Double
    /// Proven of the cost under the limit that it was found under.
    var bound: Double?
  }

  /// The part of the cost's range that the measure's whole range may count in the objective.
  private static let augmentation = 1e-4

  init(_ frontier: FrontierModel, _ solver: any Solver, _ deadline: Deadline, _ options: FrontierOptions)
    throws
  {
    self.frontier = frontier
    self.deadline = deadline
    self.options = options
    session = try solver.open(frontier.model)
  }

  /// The frontier.
  func run() throws -> Frontier {
    let settings = frontier.network.sourcingCase.settings
    var result = Frontier(name: settings.name, currency: settings.currency, against: options.axis)
    let ends = try findEnds()
    result.isFeasible = ends.isFeasible
    var solved = ends.found
    if ends.found.count == 2, options.points > 2, try !isPoint(ends.found) {
      solved = try between(ends.found[0], ends.found[1])
    }
    result.solves = solves
    result.points = try efficient(solved)
    for index in result.points.indices.dropLast() {
      let (here, next) = (result.points[index], result.points[index + 1])
      result.points[index].priceToNext = (next.cost - here.cost) / (here.value - next.value)
    }
    result.knee = Self.knee(result.points)
    result.completeness = deadline.standing
    result.seconds = deadline.seconds
    return result
  }

  // MARK: Ends

  private func findEnds() throws -> (isFeasible: Bool?, found: [Solved]) {
    options.progress?("finding the cheapest layout")
    try minimizeCost(augmentedBy: 0)
    guard let cheapest = try solve(from: nil) else { return (lastWasInfeasible ? false : nil, []) }
    try limitCost(cheapest.cost)
    try minimizeMeasure()
    let left = try solve(from: cheapest.point) ?? cheapest
    try limitCost(nil)
    for (row, short) in frontier.shortRows {
      let most = short.value(at: left.point)
      try session.setBounds(of: row, lower: -.infinity, upper: most + 1e-6 * max(1, most))
    }
    if deadline.isOver {
      return (true, [Solved(point: left.point, cost: left.cost, value: left.value, bound: cheapest.bound)])
    }
    options.progress?("finding the safest layout")
    guard let safest = try solve(from: left.point) else {
      return (true, [Solved(point: left.point, cost: left.cost, value: left.value, bound: cheapest.bound)])
    }
    try minimizeCost(augmentedBy: 0)
    try limitMeasure(safest.value)
    let right = try solve(from: safest.point) ?? safest
    return (
      true,
      [
        Solved(point: left.point, cost: left.cost, value: left.value, bound: cheapest.bound),
        Solved(point: right.point, cost: right.cost, value: right.value, bound: right.bound),
      ]
    )
  }

  private func isPoint(_ ends: [Solved]) throws -> Bool {
    ends[0].value - ends[1].value <= 1e-6 * max(1e-3, abs(ends[0].value))
      || ends[1].cost - ends[0].cost <= 1e-7 * max(1, abs(ends[0].cost))
  }

  // MARK: Between

  private func between(_ left: Solved, _ right: Solved) throws -> [Solved] {
    let range = left.value - right.value
    try minimizeCost(augmentedBy: Self.augmentation * (right.cost - left.cost) / range)
    var found: [Int: Solved] = [0: left, options.points - 1: right]
    var pending = [(0, options.points - 1)]
    var order = 0
    while order < pending.count, !deadline.isOver {
      let (loose, tight) = pending[order]
      order += 1
      let middle = (loose + tight) / 2
      guard middle > loose, middle < tight, let looser = found[loose], let tighter = found[tight] else {
        continue
      }
      let limit = left.value - range * Double(middle) / Double(options.points - 1)
      if looser.value <= limit {
        found[middle] = looser
      } else {
        options.progress?("point \(found.count + 1) of \(options.points)")
        try limitMeasure(limit)
        guard let solved = try solve(from: tighter.point) else { continue }
        found[middle] = solved
      }
      pending += [(loose, middle), (middle, tight)]
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  // MARK: One program

  private var lastWasInfeasible = false

  private func solve(from start: [Double]?) throws -> Solved? {
    var solving = deadline.solveOptions()
    solving.relativeGap = options.gap
    solving.start = start
    solves += 1
    let solution = try session.solve(solving)
    lastWasInfeasible = solution.termination.reason == .infeasible
    guard let point = solution.point else { return nil }
    // What is proven is the cost together with its trifle of the measure, which is no more than at the limit.
    let trifle = weight == 0 ? 0 : weight * session.model.upperBounds[frontier.measure.index]
    return Solved(
      point: point, cost: frontier.cost.value(at: point), value: point[frontier.measure.index],
      bound: solution.termination.reason == .optimal
        ? solution.bound - session.model.objectiveConstant + frontier.cost.constant - trifle : nil)
  }

  private func minimizeCost(augmentedBy weight: Double) throws {
    var coefficients = [Double](repeating: 0, count: session.model.variableCount)
    for term in frontier.cost.terms { coefficients[term.variable.index] += term.coefficient }
    coefficients[frontier.measure.index] += weight
    self.weight = weight
    try setObjective(coefficients)
  }

  private func minimizeMeasure() throws {
    var coefficients = [Double](repeating: 0, count: session.model.variableCount)
    coefficients[frontier.measure.index] = 1
    try setObjective(coefficients)
  }

  private func setObjective(_ coefficients: [Double]) throws {
    let now = session.model.objective
    for (index, coefficient) in coefficients.enumerated() where now[index] != coefficient {
      try session.setObjective(of: Variable(index: index), to: coefficient)
    }
  }

  private func limitCost(_ limit: Double?) throws {
    let upper = limit.map { $0 + 1e-7 * max(1, abs($0)) } ?? .infinity
    try session.setBounds(
      of: frontier.costRow, lower: -.infinity,
      upper: upper.isFinite ? upper - frontier.cost.constant : .infinity)
  }

  private func limitMeasure(_ limit: Double) throws {
    let lower = session.model.lowerBounds[frontier.measure.index]
    try session.setBounds(
      of: frontier.measure, lower: lower, upper: max(lower, limit + 1e-7 * max(1e-3, abs(limit))))
  }

  // MARK: Points

  /// The layouts of some solutions, each verified; without those that another is as good as in both things.
  private func efficient(_ solved: [Solved]) throws -> [Frontier.Point] {
    var points: [Frontier.Point] = []
    for found in solved {
      let network = frontier.network
      let layout = frontier.form.layout(at: found.point)
      let report = PlanVerifier.verify(layout, against: network)
      guard report.isSound, let evaluation = report.evaluation else {
        throw PlanningError(
          "a layout of the frontier does not pass the verifier: "
            + report.faults.prefix(3).map(\.description).joined(separator: "; "))
      }
      var document = Plan(name: "", currency: "", status: .feasible, message: "")
      layout.write(into: &document, network)
      let cost = evaluation.costs.total
      points.append(
        Frontier.Point(
          cost: cost, value: frontier.value(of: layout, evaluation),
          bound: found.bound.map { min($0, cost) }, priceToNext: nil,
          sites: document.sites.filter(\.open).map(\.site), sourcing: document.sourcing))
    }
    points.sort { ($0.cost, $0.value) < ($1.cost, $1.value) }
    var kept: [Frontier.Point] = []
    for point in points {
      let trace = 1e-7 * max(1e-3, abs(point.value))
      if let last = kept.last, point.value >= last.value - trace { continue }
      kept.append(point)
    }
    return kept
  }

  private static func knee(_ points: [Frontier.Point]) -> Int? {
    guard let first = points.first, let last = points.last, points.count > 2 else { return nil }
    let (cost, value) = (last.cost - first.cost, first.value - last.value)
    guard cost > 0, value > 0 else { return nil }
    let depths = points.map { 1 - ($0.cost - first.cost) / cost - ($0.value - last.value) / value }
    guard let deepest = depths.indices.max(by: { depths[$0] < depths[$1] }), depths[deepest] > 1e-9 else {
      return nil
    }
    return deepest
  }
}

extension Frontier {
  init(name: String, currency: String, against: FrontierAxis) {
    self.name = name
    self.currency = currency
    self.against = against
  }
}
