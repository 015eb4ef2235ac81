public import LinearModel
internal import Planning
public import Sourcing

/// Lets one thing after the other fail and tells what a layout makes of it.
///
/// Each disruption is answered by the least-cost response of the layout: nothing that is decided before is changed, and
/// policies play no part. The response to the undisturbed scenario is what everything is compared with.
public struct StressTest: Sendable {
  private let solver: any Solver

  /// A test over a solver.
  public init(solver: any Solver) {
    self.solver = solver
  }

  /// Runs the test.
  ///
  /// - Returns: A report; where a limit or a cancellation came first it has what was found until then, and says so.
  /// - Throws: ``Sourcing/CaseFaults`` where the layout does not fit the case or a disruption is not known, `SolverError` or
  ///   ``Planning/PlanningError`` where the program failed.
  public func run(
    _ standing: StandingLayout, in network: SourcingNetwork, _ options: StressOptions = StressOptions()
  ) throws -> StressReport {
    let targets = try StressTargets(network, options).all()
    let layout = try standing.layout(in: network)
    let changing = targets.filter(\.changesRules)
    let events = EventResolver(network)
    let ruleNetwork = changing.isEmpty ? nil : try events.network(changingRules: changing.flatMap(Self.twice))
    let ruleLayout = try ruleNetwork.map { try standing.layout(in: $0) }
    let solver = solver
    return try solver.onDedicatedThread {
      var run = StressRun(network, standing.source, options, asked: targets.count)
      try run.run(targets.filter { !$0.changesRules }, layout, solver, in: network) { target, periods in
        let disruption = target.lasting(periods, of: network.timeline.periodDays)
        let scenario = events.scenario(disruption.id, [disruption])
        return ResponseConditions(network, scenario ?? network.scenarios[0])
      }
      if let ruleNetwork, let ruleLayout {
        let positions = Dictionary(
          uniqueKeysWithValues: changing.enumerated().map { ($1.disruption, 2 * $0 + 1) })
        try run.run(changing, ruleLayout, solver, in: ruleNetwork) { target, periods in
          let position = positions[target.disruption] ?? 0
          guard let periods else { return ResponseConditions(ruleNetwork, scenario: position) }
          return ResponseConditions(ruleNetwork, scenario: position + 1).lasting(periods, ruleNetwork)
        }
      }
      return run.finished()
    }
  }

  /// A change of rules as it is, and as one that lasts to the end.
  private static func twice(_ target: StressTarget) -> [Disruption] {
    var endless = target.disruption
    endless.durationDays = nil
    return [target.disruption, endless]
  }
}
