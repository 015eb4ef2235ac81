internal import LinearModel
internal import Planning
internal import Sourcing

/// Plans the variants of a case that an analysis asks for, within its deadline.
struct AnalysisPlanning {
  private let planner: Planner
  private let options: PlanOptions
  private let deadline: Deadline
  /// Variants that failed.
  let failures = VariantFailures()

  /// - Parameter options: How each variant is planned; its time limit is left to the deadline.
  init(_ solver: any Solver, _ options: PlanOptions, _ deadline: Deadline) {
    planner = Planner(solver: solver)
    self.options = options
    self.deadline = deadline
  }

  /// Plans a case.
  ///
  /// - Parameter start: A plan to begin from.
  func plan(_ network: SourcingNetwork, from start: Plan? = nil) throws -> Plan {
    var options = options
    options.timeLimit = deadline.secondsLeft
    options.start = start
    return try planner.plan(network, options)
  }

  /// Plans a variant of a case whose own plan is known already: one that fails leaves the rest of the answer as it is.
  ///
  /// - Returns: The plan, with the status `error` and what happened where it failed.
  func planVariant(_ network: SourcingNetwork, from start: Plan? = nil) throws -> Plan {
    do {
      return try plan(network, from: start)
    } catch let error as PlanningError {
      failures.add(error.description)
    } catch let error as SolverError {
      failures.add(error.description)
    }
    return Plan(name: "", currency: "", status: .error, message: failures.messages.last ?? "")
  }
}

/// What went wrong with variants of a case, none of which ends an analysis.
final class VariantFailures {
  private(set) var messages: [String] = []

  func add(_ message: String) {
    messages.append(message)
  }
}
