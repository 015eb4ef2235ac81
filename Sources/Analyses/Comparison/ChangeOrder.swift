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
/// Karp 1962); beyond that each step is the best next one.
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
  /// - Returns: nil where it was cancelled.
  /// - Throws: ``CaseFaults`` where a layout does not fit the case, `SolverError` where the program failed.
  public func path(
    from: StandingLayout, to: StandingLayout, in network: SourcingNetwork, cancellation: Cancellation? = nil
  ) throws -> ChangePath? {
    let between = LayoutsBetween(
      network, from: try from.layout(in: network), to: try to.layout(in: network))
    let solver = solver
    return try solver.onDedicatedThread {
      var search = OrderSearch(between, solver, cancellation)
      return try search.path()
    }
  }
}

/// One search for an order, on a thread of the solver's.
private struct OrderSearch {
  private let between: LayoutsBetween
  private let solver: any Solver
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

  init(_ between: LayoutsBetween, _ solver: any Solver, _ cancellation: Cancellation?) {
    self.between = between
    self.solver = solver
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
    return ChangePath(steps: steps, startCost: start.cost, startService: start.service, isProven: isProven)
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

  /// Step by step the next layout that is feasible and cheapest.
  private mutating func nextBest(_ least: Double) throws -> [Int]? {
    var made = [Bool](repeating: false, count: between.changes.count)
    var order: [Int] = []
    while order.count < made.count {
      var best: (change: Int, burden: Burden)?
      for change in made.indices where !made[change] {
        made[change] = true
        let found = try standing(made)
        made[change] = false
        guard let found else { return nil }
        let burden = Burden(infeasible: found.service >= least ? 0 : 1, cost: found.cost)
        if best.map({ burden < $0.burden }) ?? true { best = (change, burden) }
      }
      guard let best else { break }
      made[best.change] = true
      order.append(best.change)
    }
    return order
  }

  /// What a layout on the way costs and serves; nil where it was cancelled.
  private mutating func standing(_ made: [Bool]) throws -> Standing? {
    if let found = known[made] { return found }
    if cancellation?.isCancelled == true { return nil }
    let network = between.network
    let layout = between.layout(made)
    let limits = SimplexLimits(cancellation: cancellation)
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
