internal import LinearModel
internal import Planning
internal import Sourcing

/// One search for the worst case, on a thread of the solver's.
///
/// The response to a set of failures stays the best one where something more fails that it does not use: such a set hurts no
/// more. So the sets that may hurt more than S hold something that the response to S uses, and only these are looked at, each
/// once: where the things in use are u1, u2, …, first the sets with u1, then those with u2 and without u1, and so on. Of these the
/// ones are left out of which ``FailureLosses`` proves that they hurt less than the sets that are told. What it proves of those
/// that were not come to is the bound of a search that is cut short.
final class WorstCaseSearch {
  private let network: SourcingNetwork
  private let session: ResponseSession
  private let sets: FailureSets
  private let deadline: Deadline
  private let options: WorstCaseOptions
  private let targets: [StressTarget]
  private let probabilities: [Double?]
  /// For each target the columns of which it takes something away.
  private let hits: [[Int]]
  private let losses: FailureLosses?
  private var tally: WorstCaseTally
  private var singles: [Double]
  /// No set that was not come to costs more than this on top; nil where nothing is known of one.
  private var leftOver: Double? = 0

  init(
    _ sets: FailureSets, _ layout: Layout, _ targets: [StressTarget], _ odds: FailureOdds,
    _ solver: any Solver, _ deadline: Deadline, _ options: WorstCaseOptions
  ) throws {
    let network = sets.network
    self.network = network
    self.sets = sets
    self.deadline = deadline
    self.options = options
    let program = ResponseProgram(network, layout)
    session = try ResponseSession(program, solver, Self.limits(deadline, options))
    self.targets = targets
    probabilities = targets.map(odds.probability)
    hits = targets.indices.map { target in
      let disruption = targets[target].disruption
      return targets[target].changesRules
        ? program.columns(under: disruption) : program.columnsHit(by: sets.conditions([target]))
    }
    singles = [Double](repeating: 0, count: targets.count)
    // What a rule changes is more than what it takes away.
    losses = targets.contains(where: \.changesRules) ? nil : FailureLosses(program)
    tally = WorstCaseTally(network, targets: targets.count, deadline, options)
    tally.note(undisturbed: session.calm.cost)
  }

  func run() throws -> WorstCase {
    let start = FailureNode(
      set: [], extraCost: 0, uses: (0..<targets.count).filter { session.latestUses(hits[$0]) },
      losses: latestLosses())
    let isDone = try lookAtSingles(start) && lookDeeper(start)
    let most = isDone ? 0 : [leftOver, try everything()].compactMap(\.self).min()
    return tally.concluded(
      isDone ? .complete : deadline.standing, most: most, programs: session.solves, seconds: deadline.seconds)
  }

  // MARK: Sets

  private var nodes: [Int: FailureNode] = [:]

  /// Each thing in use by itself.
  private func lookAtSingles(_ start: FailureNode) throws -> Bool {
    for (position, target) in start.uses.enumerated() {
      options.progress?("single failure \(position + 1) of \(start.uses.count)")
      guard let node = try look(at: [target]) else {
        leave(start.most(among: start.uses, atMost: options.depth))
        return false
      }
      nodes[target] = node
    }
    return true
  }

  /// Sets of more than one, the worst single failures first.
  private func lookDeeper(_ start: FailureNode) throws -> Bool {
    if options.depth < 2 { return true }
    let order = start.uses.sorted { (singles[$1], $0) < (singles[$0], $1) }
    var gone: Set<Int> = []
    for (position, target) in order.enumerated() {
      options.progress?("sets with failure \(position + 1) of \(order.count)")
      if let node = nodes[target], try !extend(node, without: gone) {
        leave(start.most(among: Array(order[(position + 1)...]), atMost: options.depth))
        return false
      }
      gone.insert(target)
    }
    return true
  }

  /// Looks at all larger sets that may hurt more than a set does.
  ///
  /// - Returns: Whether all were looked at.
  private func extend(_ node: FailureNode, without gone: Set<Int>) throws -> Bool {
    var gone = gone
    let order = node.uses.filter { !gone.contains($0) }
    for (position, target) in order.enumerated() {
      let set = node.set + [target]
      let most = node.most(with: target, among: Array(order[(position + 1)...]), atMost: options.depth)
      if tally.isOfUse(most), isLikelyEnough(set) {
        guard let next = try look(at: set) else {
          leave(node.most(among: Array(order[position...]), atMost: options.depth))
          return false
        }
        if set.count < options.depth, try !extend(next, without: gone) {
          leave(node.most(among: Array(order[(position + 1)...]), atMost: options.depth))
          return false
        }
      }
      gone.insert(target)
    }
    return true
  }

  /// Takes note of sets that are not come to.
  private func leave(_ most: Double?) {
    leftOver = most.flatMap { most in leftOver.map { max($0, most) } }
  }

  private func look(at set: [Int]) throws -> FailureNode? {
    if deadline.isOver { return nil }
    guard let response = try respond(to: set) else { return nil }
    let failing = set.sorted()
    let attack = WorstCase.Attack(
      failing.map { targets[$0] }, response, calm: session.calm,
      probabilities: failing.map { probabilities[$0] }, in: network)
    if set.count == 1 { singles[set[0]] = attack.extraCost }
    tally.keep(attack)
    if set.count >= options.depth {
      return FailureNode(set: set, extraCost: attack.extraCost, uses: [], losses: [])
    }
    let members = Set(set)
    let uses = targets.indices.filter { !members.contains($0) && session.latestUses(hits[$0]) }
    return FailureNode(
      set: set, extraCost: attack.extraCost,
      uses: uses.sorted { (singles[$1], $0) < (singles[$0], $1) }, losses: latestLosses())
  }

  private func latestLosses() -> [Double]? {
    losses.flatMap { $0.losses(at: session.latestPoint, of: hits) }
  }

  private func respond(to set: [Int]) throws -> Response? {
    try session.respond(to: sets.conditions(set), Self.limits(deadline, options))
  }

  private func isLikelyEnough(_ set: [Int]) -> Bool {
    guard let least = options.leastProbability else { return true }
    return set.reduce(1.0) { $0 * (probabilities[$1] ?? 0) } >= least
  }

  /// What the response costs more where everything fails at once and nothing is saved on commitments: no set costs more. Rules may make
  /// things cheaper together than one by one; of these it is only known that no set costs more than not to deliver at all.
  private func everything() throws -> Double? {
    if targets.contains(where: \.changesRules) { return nothing }
    if targets.isEmpty { return nil }
    guard let response = try session.respond(to: sets.conditions(Array(targets.indices))) else { return nil }
    return response.cost - response.commitment + session.calm.commitment - session.calm.cost
  }

  /// What it costs more to deliver nothing and to pay for all commitments.
  private var nothing: Double {
    let short = network.demands.reduce(0.0) { $0 + zip($1.quantities, $1.shortageCosts).map(*).reduce(0, +) }
    return short + session.calm.commitment - session.calm.cost
  }

  private static func limits(_ deadline: Deadline, _ options: WorstCaseOptions) -> SimplexLimits {
    SimplexLimits(seconds: deadline.secondsLeft, cancellation: options.cancellation)
  }
}
