internal import Foundation
public import LinearModel
public import Planning
public import Sourcing

/// Plans one variant after the other. It holds no state, and several threads may use one.
public struct VariantPlanner: Sendable {
  private let planner: Planner
  private let tables: CaseTables
  private let options: PlanOptions
  private let withoutPolicies: Bool

  /// A planner of variants.
  ///
  /// - Parameters:
  ///   - tables: The case as it stands.
  ///   - solver: Solves the models.
  ///   - options: How each variant is planned; the time limit is for each.
  ///   - withoutPolicies: Leave the policies out.
  public init(
    _ tables: CaseTables, solver: any Solver, _ options: PlanOptions = PlanOptions(),
    withoutPolicies: Bool = false
  ) {
    planner = Planner(solver: solver)
    self.tables = tables
    self.options = options
    self.withoutPolicies = withoutPolicies
  }

  /// What becomes of a variant; faults and failures of the program are results.
  ///
  /// - Returns: The result and its plan; nil where the search was cancelled before it had an answer.
  public func result(of variant: Variant) -> (result: VariantResult, plan: Plan?)? {
    let clock = ContinuousClock.now
    func ended(_ status: VariantResult.Status, _ message: String) -> VariantResult {
      VariantResult(
        id: variant.id, status: status, message: message, seconds: Self.seconds(since: clock),
        edits: variant.editsText)
    }
    do {
      if !variant.faults.isEmpty { throw CaseFaults(variant.faults) }
      let origin = EditOrigin("variant \(variant.name)")
      var found = try tables.applying(variant.edits, of: origin).sound()
      if withoutPolicies { found.policies = [] }
      let plan = try planner.plan(found, options)
      if options.cancellation?.isCancelled == true, plan.status != .optimal, plan.status != .infeasible {
        return nil
      }
      var result = ended(Self.status(of: plan), plan.message)
      result.objective = plan.objective
      result.bound = plan.bound
      result.gap = plan.gap
      if plan.hasLayout { result.figures = PlanFigures(plan) }
      return (result, plan)
    } catch let error as CaseFaults {
      return (ended(.faulty, Self.words(of: error)), nil)
    } catch {
      if options.cancellation?.isCancelled == true { return nil }
      return (ended(.failed, "\(error)"), nil)
    }
  }

  /// As many faults are told as somebody may read: a long list of edits may have one each.
  private static let mostFaults = 100

  private static func words(of error: CaseFaults) -> String {
    var lines = error.faults.prefix(mostFaults).map(\.description)
    let rest = error.faults.count - lines.count
    if rest > 0 { lines.append("and \(rest) more") }
    return lines.joined(separator: "\n")
  }

  private static func status(of plan: Plan) -> VariantResult.Status {
    switch plan.status {
    case .optimal: .optimal
    case .feasible: .feasible
    case .infeasible: .infeasible
    case .error: .unknown
    // A sound case has a lowest cost.
    case .unbounded: .failed
    }
  }

  private static func seconds(since start: ContinuousClock.Instant) -> Double {
    let elapsed = ContinuousClock.now - start
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
  }
}
