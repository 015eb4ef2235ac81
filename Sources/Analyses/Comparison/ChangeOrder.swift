public import LinearModel
internal import Planning
public import Sourcing

/// Finds the order in which one layout becomes another.
///
/// Each change (a source taken on, given up or with another contract; stock; a project; a site that only passes on) is
/// made once, so no way has fewer changes. A layout on the way is feasible where it meets no less of the undisturbed
/// demand than the worse of the two at the ends. The best order has the fewest infeasible layouts on the way, and of
/// such orders the least sum of their running costs: reserves and stock, and the expected cost of what is done. What is
/// paid once (opening, closing, qualification, projects) is the same in every order, and policies play no part.
///
/// Up to ``mostProven`` changes all orders are compared, by dynamic programming over the sets of changes made (Held and
/// Karp 1962); beyond that each step is the best next one, where a change is looked at again only when what it gained last
/// would make it the best (lazy evaluation, Minoux 1978).
public struct ChangeOrder: Sendable {
  /// Changes up to which all orders are compared.
  public static let mostProven = 9

  private let solver: any Solver

  /// A search over a solver.
  public init(solver: any Solver) {
    self.solver = solver
  }

  /// Finds the order.
  ///
  /// - Parameters:
  ///   - from: The layout before.
  ///   - to: The layout after.
  ///   - network: The case that both are layouts of.
  ///   - timeLimit: Wall time in seconds after which the steps so far are given; nil for no limit.
  ///   - cancellation: Ends the search once it is raised, as time does.
  /// - Returns: The order; its first steps where time ended the search step by step, nil where it ended before there were any.
  /// - Throws: ``Sourcing/CaseFaults`` where a layout does not fit the case, `SolverError` where the program failed.
  public func path(
    from: StandingLayout, to: StandingLayout, in network: SourcingNetwork, timeLimit: Double? = nil,
    cancellation: Cancellation? = nil
  ) throws -> ChangePath? {
    let deadline = Deadline(timeLimit: timeLimit, cancellation: cancellation)
    let between = LayoutsBetween(
      network, from: try from.layout(in: network), to: try to.layout(in: network))
    let solver = solver
    return try solver.onDedicatedThread {
      var search = OrderSearch(between, solver, deadline, cancellation)
      return try search.path()
    }
  }
}

/// One search for an order, on a thread of the solver's.
private struct OrderSearch {
  private let between: LayoutsBetween
  private let solver: any Solver
  private let deadline: Deadline
  private let cancellation: Cancellation?
  private var known: [[Bool]: Standing] = [:]

  /// What a layout on the way is worth.
  struct Standing {
    var cost: Double
    var service: Double
  }

  /// Infeasible layouts on the way, and the sum of costs.
  private struct Burden: Comparable {
    var infeasible: Int
    var cost: Double

    static func < (left: Burden, right: Burden) -> Bool {
      (left.infeasible, left.cost) < (right.infeasible, right.cost)
    }
  }

  init(
    _ between: LayoutsBetween, _ solver: any Solver, _ deadline: Deadline, _ cancellation: Cancellation?
  ) {
    self.between = between
    self.solver = solver
    self.deadline = deadline
    self.cancellation = cancellation
  }

  mutating func path() throws -> ChangePath? {
    let count = between.changes.count
    let isProven = count <= ChangeOrder.mostProven
    let none = [Bool](repeating: false, count: count)
    guard let start = try standing(none), let end = try standing(none.map { _ in true }) else { return nil }
    let least = min(start.service, end.service) - 1e-9
    guard let order = try isProven ? bestOrder(least) : nextBest(least) else { return nil }
    var made = none
    var steps: [ChangePath.Step] = []
    for change in order {
      made[change] = true
      guard let standing = try standing(made) else { return nil }
      let words = between.changes[change].words(from: between.from, to: between.to, between.network)
      steps.append(
        ChangePath.Step(
          change: words.change, place: words.place, item: words.item, cost: standing.cost,
          service: standing.service, isFeasible: standing.service >= least))
    }
    if steps.isEmpty, count > 0 { return nil }
    return ChangePath(
      steps: steps, startCost: start.cost, startService: start.service,
      isProven: isProven, completeness: steps.count < count ? deadline.standing : .complete)
  }

  /// The best order of all; position `set` of the table is for the set of changes whose bits it has.
  private mutating func bestOrder(_ least: Double) throws -> [Int]? {
    let count = between.changes.count
    var best = [Burden?](repeating: nil, count: 1 << count)
    var last = [Int](repeating: 0, count: 1 << count)
    best[0] = Burden(infeasible: 0, cost: 0)
    for set in 0..<(1 << count) {
      guard let burden = best[set] else { continue }
      for change in 0..<count where set & (1 << change) == 0 {
        let next = set | 1 << change
        guard let standing = try standing((0..<count).map { next & (1 << $0) != 0 }) else { return nil }
        let more = Burden(
          infeasible: burden.infeasible + (standing.service >= least ? 0 : 1),
          cost: burden.cost + standing.cost)
        if let found = best[next], found <= more { continue }
        best[next] = more
        last[next] = change
      }
    }
    var order: [Int] = []
    var set = (1 << count) - 1
    while set != 0 {
      order.append(last[set])
      set ^= 1 << last[set]
    }
    return order.reversed()
  }

  /// What a change made of a layout when it was last looked at.
  private struct Look {
    var change: Int
    var infeasible: Int
    /// What it added to the cost.
    var gain: Double
    /// Whether it was looked at from the layout that stands now.
    var isFresh: Bool

    /// What it would make of a layout of some cost.
    func burden(from cost: Double) -> Burden { Burden(infeasible: infeasible, cost: cost + gain) }
  }

  /// Step by step the next layout that is feasible and cheapest; the steps so far where time was up.
  private mutating func nextBest(_ least: Double) throws -> [Int]? {
    var made = [Bool](repeating: false, count: between.changes.count)
    guard var cost = try standing(made)?.cost else { return nil }
    var order: [Int] = []
    var looks = made.indices.map { Look(change: $0, infeasible: 0, gain: -.infinity, isFresh: false) }
    while !looks.isEmpty {
      guard
        let best = looks.indices.min(by: {
          (looks[$0].burden(from: cost), looks[$0].change) < (looks[$1].burden(from: cost), looks[$1].change)
        })
      else { break }
      let look = looks[best]
      if look.isFresh {
        looks.remove(at: best)
        for index in looks.indices { looks[index].isFresh = false }
        made[look.change] = true
        order.append(look.change)
        cost += look.gain
        continue
      }
      made[look.change] = true
      let found = try standing(made)
      made[look.change] = false
      guard let found else { return order }
      looks[best] = Look(
        change: look.change, infeasible: found.service >= least ? 0 : 1, gain: found.cost - cost,
        isFresh: true)
    }
    return order
  }

  /// What a layout on the way costs and serves; nil where it was cancelled.
  private mutating func standing(_ made: [Bool]) throws -> Standing? {
    if let found = known[made] { return found }
    if deadline.isOver { return nil }
    let network = between.network
    let layout = between.layout(made)
    let limits = SimplexLimits(seconds: deadline.secondsLeft, cancellation: cancellation)
    let session = try ResponseSession(ResponseProgram(network, layout), solver, limits)
    var cost = running(layout)
    for (index, scenario) in network.scenarios.enumerated() where scenario.probability > 0 {
      let conditions = ResponseConditions(network, scenario: index)
      guard let response = index == 0 ? session.calm : try session.respond(to: conditions, limits) else {
        return nil
      }
      cost += scenario.probability * response.cost
    }
    let need = network.demands.reduce(0) { $0 + $1.total }
    let service = need > 0 ? 1 - session.calm.unmet.reduce(0, +) / need : 1
    let found = Standing(cost: cost, service: service)
    known[made] = found
    return found
  }

  /// Reserves and stock over the horizon.
  private func running(_ layout: Layout) -> Double {
    let costs = CostEvaluation.firstStage(layout, between.network)
    return costs.reservation + costs.stock
  }
}
