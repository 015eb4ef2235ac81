internal import LinearModel
internal import Planning
internal import Sourcing

/// A layout on the way of a frontier.
struct FrontierSolution {
  var layout: Layout
  /// First stage and expected cost.
  var cost: Double
  /// What cost is held against.
  var value: Double
  /// Proven of the cost of layouts at least as safe; nil where it is not.
  var bound: Double?
  /// Whether it is proven, within the gap, that no layout is better in one thing without being worse in the other.
  var isProven: Bool
  /// The point of the whole model, where it is one.
  var point: [Double]?
  /// What the decomposition found, where it did.
  var found: DecomposedFrontier.Found?
}

/// What solves the programs of a frontier.
protocol FrontierEngine: AnyObject {
  /// Programs solved.
  var solves: Int { get }
  /// Whether the last program was proven to have no solution.
  var isInfeasible: Bool { get }
  /// The safest of the cheapest layouts; nil where there is none or time was up.
  func cheapest() throws -> FrontierSolution?
  /// The cheapest of the safest layouts; nil where time was up.
  func safest(from cheapest: FrontierSolution) throws -> FrontierSolution?
  /// The cheapest layout under a limit between the two; nil where time was up.
  func cheapest(atMost limit: Double, from start: FrontierSolution, between ends: [FrontierSolution]) throws
    -> FrontierSolution?
}

/// The programs of a frontier by decomposition.
final class DecomposedEngine: FrontierEngine {
  private let frontier: FrontierCase
  private let search: DecomposedFrontier
  private let solver: any Solver
  private let deadline: Deadline
  private let options: FrontierOptions
  private(set) var solves = 0

  /// The part of the time that is left which the cheapest of the safest layouts may take.
  private static let safestShare = 0.5

  init(_ frontier: FrontierCase, _ solver: any Solver, _ deadline: Deadline, _ options: FrontierOptions)
    throws
  {
    let planning = PlanOptions(
      timeLimit: deadline.secondsLeft, gap: options.gap, cancellation: options.cancellation)
    self.frontier = frontier
    search = try DecomposedFrontier(frontier.network, frontier.decomposedMeasure, solver, planning)
    self.solver = solver
    self.deadline = deadline
    self.options = options
  }

  var isInfeasible: Bool { search.isInfeasible }

  func cheapest() throws -> FrontierSolution? {
    solves += 1
    guard let found = try search.cheapest(atMost: nil) else { return nil }
    search.keepShortages(of: found.layout)
    return solution(found)
  }

  func safest(from cheapest: FrontierSolution) throws -> FrontierSolution? {
    solves += 2
    let least: Double?
    var start: DecomposedFrontier.Found?
    if let quiet = try frontier.quiet(options) {
      var solving = deadline.solveOptions()
      solving.relativeGap = options.gap
      least = try FrontierModel(quiet).leastMeasure(keeping: cheapest.layout, solver, solving)
    } else {
      start = try search.safest()
      least = start?.value
    }
    guard let least else { return nil }
    let limit = least + 1e-6 * max(1e-3, abs(least))
    // The hardest of the programs is not to take the time of all others.
    let share = deadline.secondsLeft.map { search.seconds + Self.safestShare * $0 }
    var end = try search.cheapest(atMost: limit, from: start, by: share).map(solution)
    if start?.isProven == false { end?.isProven = false }
    return end
  }

  func cheapest(atMost limit: Double, from start: FrontierSolution, between ends: [FrontierSolution]) throws
    -> FrontierSolution?
  {
    solves += 1
    return try search.cheapest(atMost: limit, from: start.found).map(solution)
  }

  private func solution(_ found: DecomposedFrontier.Found) -> FrontierSolution {
    let evaluation = CostEvaluation(found.layout, frontier.network)
    return FrontierSolution(
      layout: found.layout, cost: evaluation.costs.total, value: frontier.value(of: found.layout, evaluation),
      bound: found.bound, isProven: found.isProven, point: nil, found: found)
  }
}
