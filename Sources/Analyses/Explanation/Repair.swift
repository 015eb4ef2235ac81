internal import LinearModel
internal import Planning
internal import Sourcing

/// A change of a case's rows after which some layout satisfies it.
public struct Repair: Codable, Hashable, Sendable {
  /// One row that changes.
  public struct Change: Codable, Hashable, Sendable {
    /// The row as it is.
    public var row: ExplainedRow
    /// What its limit must become; nil where the row as a whole must go.
    public var to: Double?
  }

  /// The rows that change.
  public var changes: [Change]
  /// How much is given up: the sum over the changes of what changes, measured by the limit itself; a row that goes counts 1.
  public var relaxation: Double
  /// The least cost of a layout of the repaired case, found by planning it; nil where that was not done in time.
  public var objective: Double?
  /// Whether planning the repaired case found a layout.
  public var isConfirmed: Bool

  enum CodingKeys: String, CodingKey {
    case changes, relaxation, objective
    case isConfirmed = "confirmed"
  }
}

/// Finds repairs of an infeasible case, the one that gives up least first.
struct RepairSearch {
  private let solver: any Solver
  private let network: SourcingNetwork
  private let deadline: Deadline
  private let planning: AnalysisPlanning
  private let tell: (String) -> Void

  init(
    _ solver: any Solver, _ network: SourcingNetwork, _ deadline: Deadline, _ planning: AnalysisPlanning,
    tell: @escaping (String) -> Void
  ) {
    self.solver = solver
    self.network = network
    self.deadline = deadline
    self.planning = planning
    self.tell = tell
  }

  /// For each limit of a conflict what it would have to become if nothing else changed, and the least change of all limits
  /// together.
  func find(_ conflict: [CaseLimit]) throws -> [Repair] {
    var plans: [[ElasticProgram.Loosening]] = []
    for limit in conflict where !deadline.isOver {
      tell("looking for a repair of \(limit.words(in: network.sourcingCase))")
      if let single = try loosened(limit) { plans.append([single]) }
    }
    tell("looking for the least repair")
    if let least = try least(conflict) { plans.append(least) }
    var repairs: [Repair] = []
    for plan in plans {
      let repair = try confirmed(plan)
      // A limit that can be loosened but not by enough is no repair.
      if repair.isConfirmed || deadline.isOver, !repairs.contains(where: { $0.changes == repair.changes }) {
        repairs.append(repair)
      }
    }
    return repairs.sorted { ($0.relaxation, $0.changes.count) < ($1.relaxation, $1.changes.count) }
  }

  private func loosened(_ limit: CaseLimit) throws -> ElasticProgram.Loosening? {
    guard ElasticProgram.isElastic(limit, in: network.sourcingCase) else { return Self.dropped(limit) }
    return try ElasticProgram(solver, network, deadline).loosen([limit])?.first
  }

  /// The least change of all numbers that limit; where rows without a number collide, these go first.
  private func least(_ conflict: [CaseLimit]) throws -> [ElasticProgram.Loosening]? {
    let found = network.sourcingCase
    let all = CaseLimit.all(of: found)
    let elastic = (all.policies + all.data).filter { ElasticProgram.isElastic($0, in: found) }
    if let least = try ElasticProgram(solver, network, deadline).loosen(elastic), !least.isEmpty {
      return least
    }
    let rigid = conflict.filter { !ElasticProgram.isElastic($0, in: found) }
    if rigid.isEmpty || deadline.isOver { return nil }
    // Policies that are gone take no number, so that those of the others keep their rows.
    let remaining = elastic.filter { if case .policy = $0 { false } else { true } }
    let without = try SourcingNetwork(CaseRelaxation(network).without(Set(rigid)))
    let more = try ElasticProgram(solver, without, deadline).loosen(remaining)
    return more.map { rigid.map(Self.dropped) + $0 }
  }

  private static func dropped(_ limit: CaseLimit) -> ElasticProgram.Loosening {
    ElasticProgram.Loosening(limit: limit, from: 0, to: nil, relative: 1)
  }

  /// The repair with what planning the repaired case finds.
  private func confirmed(_ plan: [ElasticProgram.Loosening]) throws -> Repair {
    let found = network.sourcingCase
    var repair = Repair(
      changes: plan.map { step in
        Repair.Change(row: ExplainedRow(step.limit, in: found), to: Self.kept(step, in: found))
      }, relaxation: plan.reduce(0) { $0 + $1.relative }, objective: nil, isConfirmed: false)
    if deadline.isOver { return repair }
    tell("planning the repaired case")
    let planned = try planning.planVariant(try SourcingNetwork(repaired(plan)))
    repair.isConfirmed = planned.hasLayout
    repair.objective = planned.objective
    return repair
  }

  /// The new number of a limit; nil where the limit goes, or limits nothing any more.
  private static func kept(_ step: ElasticProgram.Loosening, in found: SourcingCase) -> Double? {
    guard let to = step.to, case .policy(let row) = step.limit else { return step.to }
    let policy = found.policies[row]
    let isVoid = policy.isCeiling ? policy.kind == .maxShare && to >= 1 : to <= 0
    return isVoid ? nil : to
  }

  private func repaired(_ plan: [ElasticProgram.Loosening]) -> SourcingCase {
    let found = network.sourcingCase
    var gone: Set<CaseLimit> = []
    var changed = found
    for step in plan {
      guard let to = Self.kept(step, in: found) else {
        gone.insert(step.limit)
        continue
      }
      switch step.limit {
      case .policy(let row): changed.policies[row] = found.policies[row].limited(to: to)
      case .leastService(let row): changed.demand[row].minService = to
      case .capacity(let row): changed.capabilities[row].capacity = to
      case .laneCapacity(let row): changed.lanes[row].capacity = to
      case .control(let row): changed.controls[row].limit = to
      case .budget: changed.settings.objective.budget = to
      }
    }
    return CaseRelaxation(network).without(gone, from: changed)
  }
}
