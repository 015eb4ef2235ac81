internal import LinearModel
internal import Planning
internal import Sourcing

/// Finds the points of a frontier by the augmented ε-constraint method (Mavrotas 2009). It runs on one thread.
///
/// The ends are lexicographic optima. Between them the least cost is sought under limits on the measure that part the way
/// evenly, with a trifle of the measure in the objective, so that every optimum is efficient. Limits are taken in the order of
/// a bisection: the solution under a stricter limit is there to begin from, and where that under a looser one meets
/// the limit as well, or where it proves that one under a stricter limit is as cheap as any, nothing is solved. A solution that
/// is safer than the next stricter limit asks for stands on a step of the frontier: then the loosest limit of those that are left
/// before it comes next, under which it is likely to be the best as well, so that one search answers for all of the step.
final class FrontierSearch {
  private let frontier: FrontierCase
  private let engine: any FrontierEngine
  private let deadline: Deadline
  private let options: FrontierOptions

  init(_ frontier: FrontierCase, _ solver: any Solver, _ deadline: Deadline, _ options: FrontierOptions)
    throws
  {
    self.frontier = frontier
    self.deadline = deadline
    self.options = options
    let isWhole =
      options.method == .extensive
      || options.method == .auto && PlanMethod.suitsExtensiveForm(frontier.network)
    engine =
      isWhole
      ? try ExtensiveEngine(frontier, solver, deadline, options)
      : try DecomposedEngine(frontier, solver, deadline, options)
  }

  /// The frontier.
  ///
  /// - Parameter given: A layout to be held against it.
  func run(besides given: Frontier.Given?) throws -> Frontier {
    let settings = frontier.network.sourcingCase.settings
    var result = Frontier(name: settings.name, currency: settings.currency, against: options.axis)
    if options.axis == .concentration { result.scope = options.scope.rawValue }
    if options.axis == .autonomy { result.places = options.places }
    options.progress?("finding the cheapest layout")
    let cheapest = try engine.cheapest()
    result.isFeasible = cheapest != nil ? true : engine.isInfeasible ? false : nil
    var solved = cheapest.map { [$0] } ?? []
    // The safest end has a part of the time, and there is no frontier without it.
    var isCut = false
    if let cheapest, !deadline.isOver {
      options.progress?("finding the safest layout")
      if let safest = try engine.safest(from: cheapest) {
        solved.append(safest)
        if options.points > 2, !Self.isPoint(solved) { solved = try between(solved) }
      } else {
        isCut = true
      }
    }
    var given = given
    if let place = given {
      let least = try self.cheapest(asSafeAs: place, among: solved)
      if let least, !solved.contains(where: { $0.cost == least.cost && $0.value == least.value }) {
        solved.append(least)
      }
      given?.leastCost = least?.cost
      given?.bound = least?.bound.map { min($0, least?.cost ?? $0) }
    }
    result.solves = engine.solves
    result.points = try efficient(solved)
    result.tellPrices()
    result.given = given.map { FrontierDominance(gap: options.gap).dominated($0, by: result.points) }
    result.completeness = deadline.standing
    if isCut, result.completeness == .complete { result.completeness = .timeLimit }
    result.seconds = deadline.seconds
    return result
  }

  /// The cheapest layout that is at least as safe as a given one; nil where there is none, or time was up.
  private func cheapest(asSafeAs given: Frontier.Given, among solved: [FrontierSolution]) throws
    -> FrontierSolution?
  {
    guard let loosest = solved.first else { return nil }
    if loosest.value <= given.value { return loosest }
    guard solved.count > 1, let tightest = solved.last, !deadline.isOver else { return nil }
    let trace = 1e-6 * max(1e-3, abs(tightest.value))
    if given.value < tightest.value - trace { return nil }
    if given.value <= tightest.value + trace { return tightest }
    options.progress?("finding the cheapest layout as safe as the given one")
    let start = solved.first { $0.value <= given.value } ?? tightest
    return try engine.cheapest(atMost: given.value, from: start, between: [loosest, tightest])
  }

  private static func isPoint(_ ends: [FrontierSolution]) -> Bool {
    ends[0].value - ends[1].value <= 1e-6 * max(1e-3, abs(ends[0].value))
      || ends[1].cost - ends[0].cost <= 1e-7 * max(1, abs(ends[0].cost))
  }

  private func between(_ ends: [FrontierSolution]) throws -> [FrontierSolution] {
    let range = ends[0].value - ends[1].value
    let last = options.points - 1
    func limit(_ position: Int) -> Double { ends[0].value - range * Double(position) / Double(last) }
    var found: [Int: FrontierSolution] = [0: ends[0], last: ends[1]]
    var pending = [(loose: 0, tight: last)]
    var order = 0
    while order < pending.count, !deadline.isOver {
      let (loose, tight) = pending[order]
      order += 1
      guard tight > loose + 1, let looser = found[loose], let tighter = found[tight] else { continue }
      let isOnStep = tight < last && tighter.value <= limit(tight + 1)
      let middle = isOnStep ? loose + 1 : (loose + tight) / 2
      let limit = limit(middle)
      if looser.value <= limit {
        found[middle] = looser
      } else if let bound = looser.bound, tighter.cost - bound <= options.gap * abs(tighter.cost) {
        // What is proven under the looser limit holds under this one too.
        found[middle] = tighter
      } else {
        options.progress?("point \(found.count + 1) of \(options.points)")
        guard let solved = try engine.cheapest(atMost: limit, from: tighter, between: ends) else { continue }
        found[middle] = solved
      }
      pending += [(loose, middle), (middle, tight)]
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  // MARK: Points

  /// The layouts of some solutions, each verified; without those that another is as good as in both things.
  private func efficient(_ solved: [FrontierSolution]) throws -> [Frontier.Point] {
    var points: [Frontier.Point] = []
    for found in solved {
      let network = frontier.network
      let layout = found.layout
      let evaluation = try PlanVerifier.passed(layout, in: network, calling: "a layout of the frontier")
        .evaluation
      var document = Plan(name: "", currency: "", status: .feasible, message: "")
      layout.write(into: &document, network)
      let cost = evaluation.costs.total
      points.append(
        Frontier.Point(
          cost: cost, value: frontier.value(of: layout, evaluation),
          bound: found.bound.map { min($0, cost) }, isProven: found.isProven, priceToNext: nil,
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
}
