public import LinearModel
internal import Planning
public import Sourcing

/// Finds the failures that hurt a layout most.
///
/// Nothing that is decided before is changed; the layout responds at least cost, and policies play no part, as in a
/// ``StressTest``.
public struct WorstCaseFinder: Sendable {
  private let solver: any Solver

  /// A finder over a solver.
  public init(solver: any Solver) {
    self.solver = solver
  }

  /// The worst set of at most `depth` failures.
  ///
  /// - Returns: The worst case; where a limit or an interrupt ended the search, the worst so far with a bound on what is left.
  /// - Throws: ``Sourcing/CaseFaults`` where the layout does not fit the case, `SolverError` or `PlanningError` where the program failed.
  public func find(
    _ standing: StandingLayout, in network: SourcingNetwork, _ options: WorstCaseOptions = WorstCaseOptions()
  ) throws -> WorstCase {
    var stress = StressOptions()
    stress.kinds = options.kinds.filter(WorstCaseOptions.allKinds.contains)
    stress.outageDays = options.outageDays
    let all = try StressTargets(network, stress).all()
    let odds = FailureOdds(network)
    let isRated = { (target: StressTarget) in odds.probability(target) != nil }
    let targets =
      options.leastProbability.map { least in all.filter { (odds.probability($0) ?? 0) >= least } } ?? all
    let sets = try FailureSets(targets, atMost: options.depth, in: network)
    let layout = try standing.layout(in: sets.network)
    let unrated = options.leastProbability == nil ? [] : all.filter { !isRated($0) }.map(\.disruption.id)
    let deadline = Deadline(timeLimit: options.timeLimit, cancellation: options.cancellation)
    let solver = solver
    return try solver.onDedicatedThread {
      do {
        var answer = try WorstCaseSearch(sets, layout, targets, odds, solver, deadline, options).run()
        answer.unrated = unrated
        return answer
      } catch let error as PlanningError {
        // Where time is up before there is an undisturbed response, nothing is known; any other failure is one.
        guard deadline.isOver else { throw error }
        return WorstCaseTally(network, targets: targets.count, deadline, options).answer
      }
    }
  }
}
