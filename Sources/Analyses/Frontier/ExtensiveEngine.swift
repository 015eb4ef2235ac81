internal import LinearModel
internal import Planning
internal import Sourcing

/// The programs of a frontier in the whole model: one session for all, of which only bounds and the objective change.
final class ExtensiveEngine: FrontierEngine {
  private let frontier: FrontierModel
  private let program: ConicSession
  private var session: any SolverSession { program.session }
  private let deadline: Deadline
  private let options: FrontierOptions
  private(set) var solves = 0
  private(set) var isInfeasible = false
  /// What a unit of the measure counts where it alone is made small: a share of all demand as much as what it would cost to be short
  /// of all of it, so that the solver's tolerances, which are made for amounts of money, mean as little for it.
  private let scale: Double
  /// What a unit of the measure counts in the objective beside the cost.
  private var weight = 0.0

  /// The part of the cost's range that the measure's whole range may count in the objective.
  private static let augmentation = 1e-4

  init(_ found: FrontierCase, _ solver: any Solver, _ deadline: Deadline, _ options: FrontierOptions) throws {
    frontier = FrontierModel(found)
    scale = found.axis.isShare ? DecomposedFrontier.margin(found.network) : 1
    self.deadline = deadline
    self.options = options
    program = try frontier.form.session(frontier.model, solver)
  }

  func cheapest() throws -> FrontierSolution? {
    try minimizeCost(augmentedBy: 0)
    guard let cheapest = try solve(from: nil) else { return nil }
    try limitCost(cheapest.cost)
    try minimizeMeasure()
    var left = try solve(from: cheapest.point) ?? cheapest
    left.bound = cheapest.bound
    left.isProven = left.isProven && cheapest.isProven
    try limitCost(nil)
    guard let point = left.point else { return left }
    for (_, row, short) in frontier.shortRows {
      let most = short.value(at: point)
      try session.setBounds(of: row, lower: -.infinity, upper: most + 1e-6 * max(1, most))
    }
    return left
  }

  func safest(from cheapest: FrontierSolution) throws -> FrontierSolution? {
    try minimizeMeasure()
    guard let safest = try solve(from: cheapest.point) else { return nil }
    try minimizeCost(augmentedBy: 0)
    try limitMeasure(safest.value)
    guard var cheaper = try solve(from: safest.point) else { return safest }
    cheaper.isProven = cheaper.isProven && safest.isProven
    return cheaper
  }

  func cheapest(atMost limit: Double, from start: FrontierSolution, between ends: [FrontierSolution]) throws
    -> FrontierSolution?
  {
    let (cost, value) = (ends[1].cost - ends[0].cost, ends[0].value - ends[1].value)
    try minimizeCost(augmentedBy: value > 0 ? Self.augmentation * cost / value : 0)
    try limitMeasure(limit)
    return try solve(from: start.point)
  }

  private func solve(from start: [Double]?) throws -> FrontierSolution? {
    var solving = deadline.solveOptions()
    solving.relativeGap = options.gap
    solving.start = start
    solves += 1
    let solution = try program.solve(solving)
    isInfeasible = solution.termination.reason == .infeasible
    guard let point = solution.point else { return nil }
    // What is proven is the cost together with its trifle of the measure, which is no more than at the limit.
    let trifle = weight == 0 ? 0 : weight * session.model.upperBounds[frontier.measure.index]
    return FrontierSolution(
      layout: frontier.form.layout(at: point), cost: frontier.cost.value(at: point),
      value: point[frontier.measure.index],
      bound: solution.termination.reason == .optimal
        ? solution.bound - session.model.objectiveConstant + frontier.cost.constant - trifle : nil,
      isProven: solution.termination.reason == .optimal, point: point, found: nil)
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
    coefficients[frontier.measure.index] = scale
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
}
