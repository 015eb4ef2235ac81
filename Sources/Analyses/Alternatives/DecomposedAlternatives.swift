internal import LinearModel
internal import Planning
internal import Sourcing

/// Finds alternatives by decomposition: is there a layout within the cost that differs in so many decisions from all that are
/// known? The number is doubled while there is one, then halved in between. It runs on one thread.
struct DecomposedAlternatives {
  private let network: SourcingNetwork
  private let best: Plan
  private let limit: Double
  private let solver: any Solver
  private let deadline: Deadline
  private let options: AlternativeOptions
  private let decisions: LayoutDecisions

  /// Nodes of a search tree after which a distance counts as too far without a proof, so that the proof does not take all of the
  /// time that the next alternatives need.
  private static let nodes = 100
  /// Where a larger number is ruled out without a proof, numbers nearer than this part of the one found are not tried.
  private static let grain = 0.1

  /// An alternative with how far it is from those known, and the most that any can be.
  private struct Farthest {
    var layout: Layout?
    var distance = 0
    var bound: Int?
    /// Whether time ended the search.
    var isCut = false
  }

  /// - Parameter limit: The most that a layout may cost.
  init(
    _ network: SourcingNetwork, best: Plan, limit: Double, _ solver: any Solver, _ deadline: Deadline,
    _ options: AlternativeOptions
  ) {
    self.network = network
    self.best = best
    self.limit = limit
    self.solver = solver
    self.deadline = deadline
    self.options = options
    decisions = LayoutDecisions(network)
  }

  /// - Returns: Nil where the case cannot be decomposed.
  func run() throws -> Alternatives? {
    var result = Alternatives(within: options.within, best: best)
    var known = [decisions.values(Layout.reading(best, network).layout)]
    var isCut = false
    while result.layouts.count < options.count, !deadline.isOver {
      let name = "alternative \(result.layouts.count + 1) of \(options.count)"
      options.progress?(name)
      let share = deadline.secondsLeft.map { $0 / Double(options.count - result.layouts.count) }
      guard let found = try farthest(from: known, within: share, name) else { return nil }
      isCut = isCut || found.isCut
      guard let layout = found.layout else {
        result.isExhausted = found.bound == 0
        break
      }
      result.layouts.append(
        try Alternatives.Alternative(
          layout, of: network, besides: best, distance: found.distance, bound: found.bound))
      known.append(decisions.values(layout))
    }
    result.close(deadline, isCut: isCut)
    return result
  }

  /// - Parameter seconds: What the search may take; nil for no limit.
  private func farthest(from known: [[Bool]], within seconds: Double?, _ name: String) throws -> Farthest? {
    let planning = PlanOptions(timeLimit: seconds, cancellation: options.cancellation)
    guard let search = try DecomposedFrontier(network, .agreement(known), solver, planning) else {
      return nil
    }
    var found = Farthest()
    // No layout differs in this many decisions; proven where the search of it was.
    var tooFar = decisions.count + 1
    var isProven = true
    var step = max(1, decisions.count / 8)
    while found.distance + 1 < tooFar {
      if !isProven, Double(tooFar - found.distance) <= Self.grain * Double(found.distance) { break }
      let next = min(found.distance + step, (found.distance + tooFar) / 2)
      let distance = max(next, found.distance + 1)
      options.progress?("\(name): one that differs in \(distance)")
      let most = Double(decisions.count - distance)
      if let layout = try search.any(
        atMost: most, costing: limit, by: seconds, nodes: Self.nodes)?.layout
      {
        let decided = decisions.values(layout)
        found.layout = layout
        found.distance = known.map { LayoutDecisions.distance($0, decided) }.min() ?? 0
        step *= 2
      } else {
        found.isCut = seconds.map { search.seconds >= $0 } ?? false || deadline.isOver
        if found.isCut { return found }
        isProven = search.isInfeasible
        tooFar = distance
        step = max(1, step / 2)
      }
    }
    if isProven { found.bound = found.distance }
    return found
  }
}
