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
  /// By how much, in parts of what is told last, a bound must lie below it to be worth no look.
  private static let trace = 1e-9
  /// For each target the columns of which it takes something away.
  private let hits: [[Int]]
  private let losses: FailureLosses?
  private var answer: WorstCase
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
        ? Self.columns(under: disruption, program) : program.columnsHit(by: sets.conditions([target]))
    }
    singles = [Double](repeating: 0, count: targets.count)
    // What a rule changes is more than what it takes away.
    losses = targets.contains(where: \.changesRules) ? nil : FailureLosses(program)
    answer = Self.nothingKnown(network, targets: targets.count, deadline, options)
    answer.undisturbed = session.calm.cost
  }

  /// The columns that a rule may have a say in: what moves of the items that its rows name. Which of two rules counts for a lane depends
  /// on both being in force, so it is not asked what a rule changes by itself.
  private static func columns(under change: Disruption, _ program: ResponseProgram) -> [Int] {
    let found = program.network.sourcingCase
    let rows =
      change.targetKind == .control
      ? found.controls.filter { $0.rule == change.target }.map { ($0.item, $0.itemClass) }
      : found.duties.filter { $0.rule == change.target }.map { ($0.item, $0.itemClass) }
    let isNamed = found.items.map { item in
      rows.contains { row in
        row.0.map { $0 == item.id } ?? row.1.map { $0 == item.itemClass } ?? true
      }
    }
    return program.columns.indices.filter { index in
      switch program.columns[index] {
      case .ship(let lane, _), .claim(_, let lane, _): isNamed[program.network.lanes[lane].item]
      case .make, .surge, .hold, .release, .short, .originating: false
      }
    }
  }

  /// The answer before anything was looked at.
  static func nothingKnown(
    _ network: SourcingNetwork, targets: Int, _ deadline: Deadline, _ options: WorstCaseOptions
  ) -> WorstCase {
    let settings = network.sourcingCase.settings
    var answer = WorstCase(
      name: settings.name, currency: settings.currency, depth: options.depth, targets: targets,
      sets: sets(of: targets, atMost: options.depth))
    answer.completeness = deadline.standing
    answer.seconds = deadline.seconds
    return answer
  }

  func run() throws -> WorstCase {
    let start = Node(
      set: [], extraCost: 0, uses: (0..<targets.count).filter { session.latestUses(hits[$0]) },
      losses: latestLosses())
    let isDone = try lookAtSingles(start) && lookDeeper(start)
    answer.completeness = isDone ? .complete : deadline.standing
    answer.programs = session.solves
    answer.seconds = deadline.seconds
    let worst = answer.worst.first?.extraCost ?? 0
    let most = isDone ? worst : [leftOver, try everything()].compactMap(\.self).min()
    answer.bound = most.map { max(0, $0, worst) }
    if let bound = answer.bound { answer.gap = bound > 0 ? (bound - max(0, worst)) / bound : 0 }
    return answer
  }

  // MARK: Sets

  /// A set that was looked at, and what its response uses.
  private struct Node {
    var set: [Int]
    /// What it costs on top of the undisturbed response.
    var extraCost: Double
    var uses: [Int]
    /// The most that each target costs on top of the response, by target; nil where that is not known.
    var losses: [Double]?
  }

  private var nodes: [Int: Node] = [:]

  /// Each thing in use by itself.
  private func lookAtSingles(_ start: Node) throws -> Bool {
    for (position, target) in start.uses.enumerated() {
      options.progress?("single failure \(position + 1) of \(start.uses.count)")
      guard let node = try look(at: [target]) else {
        leave(most(start, among: start.uses))
        return false
      }
      nodes[target] = node
    }
    return true
  }

  /// Sets of more than one, the worst single failures first.
  private func lookDeeper(_ start: Node) throws -> Bool {
    if options.depth < 2 { return true }
    let order = start.uses.sorted { (singles[$1], $0) < (singles[$0], $1) }
    var gone: Set<Int> = []
    for (position, target) in order.enumerated() {
      options.progress?("sets with failure \(position + 1) of \(order.count)")
      if let node = nodes[target], try !extend(node, without: gone) {
        leave(most(start, among: Array(order[(position + 1)...])))
        return false
      }
      gone.insert(target)
    }
    return true
  }

  /// Looks at all larger sets that may hurt more than a set does.
  ///
  /// - Returns: Whether all were looked at.
  private func extend(_ node: Node, without gone: Set<Int>) throws -> Bool {
    var gone = gone
    let order = node.uses.filter { !gone.contains($0) }
    for (position, target) in order.enumerated() {
      let set = node.set + [target]
      if isOfUse(most(node, with: target, among: Array(order[(position + 1)...]))), isLikelyEnough(set) {
        guard let next = try look(at: set) else {
          leave(most(node, among: Array(order[position...])))
          return false
        }
        if set.count < options.depth, try !extend(next, without: gone) {
          leave(most(node, among: Array(order[(position + 1)...])))
          return false
        }
      }
      gone.insert(target)
    }
    return true
  }

  /// The most that a set costs on top together with some of what its response uses; nil where that is not known.
  private func most(_ node: Node, among others: [Int]) -> Double? {
    node.losses.map { losses in
      let room = options.depth - node.set.count
      return others.map { losses[$0] }.sorted(by: >).prefix(room).reduce(node.extraCost, +)
    }
  }

  /// The same for sets that hold one of the others for certain.
  private func most(_ node: Node, with target: Int, among others: [Int]) -> Double? {
    node.losses.map { losses in
      let room = options.depth - node.set.count - 1
      return others.map { losses[$0] }.sorted(by: >).prefix(room).reduce(node.extraCost + losses[target], +)
    }
  }

  /// Whether sets that cost so much at most may be among those that are told.
  private func isOfUse(_ most: Double?) -> Bool {
    guard let most, answer.worst.count >= options.told, let least = answer.worst.last else { return true }
    return most > least.extraCost - Self.trace * max(1, abs(least.extraCost))
  }

  /// Takes note of sets that are not come to.
  private func leave(_ most: Double?) {
    leftOver = most.flatMap { most in leftOver.map { max($0, most) } }
  }

  private func look(at set: [Int]) throws -> Node? {
    if deadline.isOver { return nil }
    guard let response = try respond(to: set) else { return nil }
    answer.examined += 1
    let attack = self.attack(set, response)
    if set.count == 1 { singles[set[0]] = attack.extraCost }
    keep(attack)
    if set.count >= options.depth { return Node(set: set, extraCost: attack.extraCost, uses: [], losses: []) }
    let members = Set(set)
    let uses = targets.indices.filter { !members.contains($0) && session.latestUses(hits[$0]) }
    return Node(
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

  // MARK: Answers

  private func attack(_ set: [Int], _ response: Response) -> WorstCase.Attack {
    let calm = session.calm
    let settled = { (amount: Double) in abs(amount) < 1e-9 * max(1, abs(calm.cost)) ? 0 : amount }
    let demand = network.demands.reduce(0.0) { $0 + $1.total }
    let known = set.compactMap { probabilities[$0] }
    return WorstCase.Attack(
      failures: set.sorted().map {
        WorstCase.Failure(
          kind: targets[$0].disruption.targetKind.rawValue, target: targets[$0].disruption.target)
      },
      extraCost: settled(response.cost - calm.cost), lostMargin: settled(response.shortage - calm.shortage),
      service: demand > 0 ? max(0, 1 - response.unmet.reduce(0, +) / demand) : 1,
      probability: known.count == set.count ? known.reduce(1, *) : nil)
  }

  /// Keeps the worst sets; of sets that hurt alike those of the fewest failures.
  private func keep(_ attack: WorstCase.Attack) {
    answer.worst.append(attack)
    answer.worst.sort { ($1.extraCost, $0.failures.count) < ($0.extraCost, $1.failures.count) }
    if answer.worst.count > options.told { answer.worst.removeLast() }
  }

  /// How many sets of one to so many of some things there are.
  private static func sets(of count: Int, atMost depth: Int) -> Double {
    var (total, sets) = (0.0, 1.0)
    for size in stride(from: 1, through: min(depth, count), by: 1) {
      sets *= Double(count - size + 1) / Double(size)
      total += sets
    }
    return total
  }

  private static func limits(_ deadline: Deadline, _ options: WorstCaseOptions) -> SimplexLimits {
    SimplexLimits(seconds: deadline.secondsLeft, cancellation: options.cancellation)
  }
}

extension WorstCase {
  init(name: String, currency: String, depth: Int, targets: Int, sets: Double) {
    self.name = name
    self.currency = currency
    self.depth = depth
    self.targets = targets
    self.sets = sets
  }
}
