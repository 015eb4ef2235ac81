internal import Planning
internal import Sourcing

/// What a policy costs, found by planning the case anew: the true price of a plan whose decisions are yes or no.
public struct PolicyCost: Codable, Hashable, Sendable {
  /// The policy.
  public var policy: String
  /// Its kind.
  public var kind: String
  /// The limit; nil where the kind has none.
  public var limit: Double?
  /// What the plan reaches, where it is closest to the limit.
  public var value: Double
  /// How far the value is from the limit.
  public var slack: Double
  /// Where it is closest to the limit.
  public var tightest: String
  /// Whether the plan is at the limit.
  public var isBinding: Bool
  /// Whether a given layout breaks it.
  public var isBroken = false
  /// What the best layout without the policy costs less; nil where that was not found out, or where no layout of a given one's sources
  /// keeps it.
  public var without: Double?
  /// By how much the limit is loosened for the next figure; nil where it cannot be.
  public var step: Double?
  /// What the best layout costs less where the limit is looser by a step; nil where that was not found out.
  public var looser: Double?
  /// What the dual of the linear program, with all yes-or-no decisions as they are, says of the same step; nil where it has
  /// none.
  public var dual: Double?

  enum CodingKeys: String, CodingKey {
    case policy, kind, limit, value, slack, tightest, without, step, looser, dual
    case isBinding = "binding"
    case isBroken = "broken"
  }

  /// How a policy stands, before anything is priced.
  init(_ standing: PlanPolicy, step: Double? = nil) {
    policy = standing.policy
    kind = standing.kind
    limit = standing.limit
    value = standing.value
    slack = standing.slack
    tightest = standing.tightest
    isBinding = abs(standing.slack) <= 1e-6 * max(1, abs(standing.limit ?? 1))
    self.step = step
  }
}

/// Works out what policies cost by planning the case without each, and with a slightly looser limit.
struct PolicyPricing {
  private let network: SourcingNetwork
  private let base: Plan
  private let planning: AnalysisPlanning
  private let deadline: Deadline
  private let gap: Double
  private let tell: (String) -> Void

  init(
    _ network: SourcingNetwork, base: Plan, _ planning: AnalysisPlanning, _ deadline: Deadline, gap: Double,
    tell: @escaping (String) -> Void
  ) {
    self.network = network
    self.base = base
    self.planning = planning
    self.deadline = deadline
    self.gap = gap
    self.tell = tell
  }

  /// The costs of some policies, in the order of the case.
  ///
  /// - Parameter wanted: Names of the policies; nil for all.
  func costs(of wanted: Set<String>?) throws -> [PolicyCost] {
    var costs: [PolicyCost] = []
    for (row, standing) in base.policies.enumerated() where wanted?.contains(standing.policy) ?? true {
      costs.append(try cost(row, standing))
    }
    return costs
  }

  private func cost(_ row: Int, _ standing: PlanPolicy) throws -> PolicyCost {
    let policy = network.sourcingCase.policies[row]
    let step = policy.limitStep
    var cost = PolicyCost(standing, step: step)
    if let step, let price = standing.price, standing.priceBasis != .relaxation {
      let dual = policy.isCeiling ? -price * step : price * step
      cost.dual = dual == 0 ? 0 : dual
    }
    if deadline.isOver { return cost }
    tell("planning without '\(policy.id)'")
    var found = network.sourcingCase
    found.policies.remove(at: row)
    cost.without = try saving(found)
    guard let step else { return cost }
    if cost.without == 0 {
      // What costs nothing as a whole costs nothing in part.
      cost.looser = 0
      return cost
    }
    if deadline.isOver { return cost }
    tell("planning with a looser '\(policy.id)'")
    found = network.sourcingCase
    let limit = policy.limitValue ?? 0
    found.policies[row] = policy.limited(to: policy.isCeiling ? limit + step : max(0, limit - step))
    cost.looser = try saving(found)
    return cost
  }

  /// What the best layout of a looser case costs less; nil where it could not be proven.
  private func saving(_ found: SourcingCase) throws -> Double? {
    guard let objective = base.objective else { return nil }
    let plan = try planning.planVariant(try SourcingNetwork(found), from: base)
    guard plan.status == .optimal, let other = plan.objective else { return nil }
    // Neither plan is known more exactly than to the gap.
    return objective - other <= gap * max(1, abs(objective)) ? 0 : objective - other
  }
}
