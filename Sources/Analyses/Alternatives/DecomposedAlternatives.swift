internal import LinearModel
internal import Planning
internal import Sourcing

/// Finds alternatives by decomposition: is there a layout within the cost that differs in so many decisions from all that are
/// known? The number is doubled while there is one, then halved in between, and what is proven of the farthest is brought as near
/// to what was found as a few nodes allow. It runs on one thread.
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
  /// The same where only the proof that nothing is as far is sought: most of it is found at the root, or not at all.
  private static let proofNodes = 8
  /// Where a larger number is ruled out without a proof, numbers nearer than this part of the one found are not tried.
  private static let grain = 0.1

  /// An alternative with how far it is from those known, and the most that any can be.
  private struct Farthest {
    var layout: Layout?
    var distance = 0
    var bound: Int?
    /// Whether time ended the search.
    var isCut = false

    /// The same where time ended the search.
    func cut(before impossible: Int) -> Farthest {
      var cut = self
      cut.isCut = true
      cut.bound = impossible - 1
      return cut
    }
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

  func run() throws -> Alternatives {
    var result = Alternatives(within: options.within, best: best)
    var known = [decisions.values(Layout.reading(best, network).layout)]
    var isCut = false
    while result.layouts.count < options.count, !deadline.isOver {
      let name = "alternative \(result.layouts.count + 1) of \(options.count)"
      options.progress?(name)
      let share = deadline.secondsLeft.map { $0 / Double(options.count - result.layouts.count) }
      let found = try farthest(from: known, within: share, name)
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
  private func farthest(from known: [[Bool]], within seconds: Double?, _ name: String) throws -> Farthest {
    let planning = PlanOptions(timeLimit: seconds, cancellation: options.cancellation)
    let search = try DecomposedFrontier(network, .agreement(known), solver, planning)
    let trial = Trial(search: search, seconds: seconds, name: name)
    var found = Farthest()
    // From here on nothing was found, and from there on it is proven that there is nothing.
    var (tooFar, impossible) = (decisions.count + 1, decisions.count + 1)
    var step = max(1, decisions.count / 8)
    while found.distance + 1 < tooFar {
      if tooFar < impossible, Double(tooFar - found.distance) <= Self.grain * Double(found.distance) { break }
      let next = min(found.distance + step, (found.distance + tooFar) / 2)
      let distance = max(next, found.distance + 1)
      if let layout = try layout(differingIn: distance, trial, nodes: Self.nodes) {
        let decided = decisions.values(layout)
        found.layout = layout
        found.distance = known.map { LayoutDecisions.distance($0, decided) }.min() ?? 0
        step *= 2
        continue
      }
      if isOver(trial) { return found.cut(before: impossible) }
      tooFar = distance
      if search.isInfeasible { impossible = min(impossible, distance) }
      step = max(1, step / 2)
    }
    try narrow(&found, &impossible, from: tooFar, known, trial)
    if isOver(trial) { return found.cut(before: impossible) }
    found.bound = impossible - 1
    return found
  }

  /// A search for one alternative.
  private struct Trial {
    let search: DecomposedFrontier
    let seconds: Double?
    let name: String
  }

  private func isOver(_ trial: Trial) -> Bool {
    trial.seconds.map { trial.search.seconds >= $0 } ?? false || deadline.isOver
  }

  private func layout(differingIn distance: Int, _ trial: Trial, nodes: Int) throws -> Layout? {
    options.progress?("\(trial.name): one that differs in \(distance)")
    return try trial.search.any(
      atMost: Double(decisions.count - distance), costing: limit, by: trial.seconds, nodes: nodes)?
      .layout
  }

  /// Brings the number from which on it is proven that there is nothing as near to the layout found as a few nodes allow.
  private func narrow(
    _ found: inout Farthest, _ impossible: inout Int, from tooFar: Int, _ known: [[Bool]], _ trial: Trial
  ) throws {
    // No number below is proven to be impossible in as many nodes.
    var unproven = tooFar
    while unproven + 1 < impossible, !isOver(trial) {
      let distance = (unproven + impossible) / 2
      if let layout = try layout(differingIn: distance, trial, nodes: Self.proofNodes) {
        let decided = decisions.values(layout)
        found.layout = layout
        found.distance = known.map { LayoutDecisions.distance($0, decided) }.min() ?? 0
        unproven = max(distance, found.distance)
      } else if trial.search.isInfeasible {
        impossible = distance
      } else {
        unproven = distance
      }
    }
  }
}
