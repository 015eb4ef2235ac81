internal import LinearModel
internal import Sourcing

/// A search whose objective makes one thing least after the other, or one within a limit on another.
///
/// Each stage is a search of its own, by any method, with its own proof. What a stage found, and not what it might have
/// found, is what the next one is held to, so that there always is a layout for it; where a limit ends the last stage before
/// it has a better one, the layout of the stage before stands.
struct StagedSearch {
  /// Searches one stage.
  typealias Search = (SourcingNetwork, PlanOptions) throws -> Plan

  private let solver: any Solver
  private let network: SourcingNetwork
  private let options: PlanOptions
  private let search: Search
  private let clock = SearchClock()

  /// The part of a time limit that the first of two stages may take.
  private static let firstPart = 0.5
  /// A limit that is met exactly leaves room for rounding.
  private static let rounding = 1e-8

  init(_ solver: any Solver, _ network: SourcingNetwork, _ options: PlanOptions, search: @escaping Search) {
    self.solver = solver
    self.network = network
    self.options = options
    self.search = search
  }

  func run() throws -> Plan {
    let measures = settings.objective.stages
    var plan = measures.count == 1 ? try leastRisk() : try lexicographic(measures)
    plan.seconds = clock.seconds
    return plan
  }

  private var settings: Settings { network.sourcingCase.settings }

  /// Least risk within the budget.
  private func leastRisk() throws -> Plan {
    let stage = network.seeking(.risk, within: network.objectiveLimits)
    var plan = try search(stage, options)
    if plan.status == .infeasible {
      plan.message = try refusal() ?? plan.message
      return plan
    }
    guard plan.hasLayout, let value = plan.objective else { return plan }
    plan.stages = [
      PlanStage(
        measure: settings.riskMeasure.rawValue, value: value, bound: plan.bound, gap: plan.gap, limit: nil,
        reached: value)
    ]
    return plan
  }

  /// Why nothing keeps within the budget; nil where the budget is not to blame.
  private func refusal() throws -> String? {
    guard let budget = settings.objective.budget else { return nil }
    let cheapest = try search(network.seeking(.cost, within: []), rest(of: 1))
    guard cheapest.hasLayout, let cost = cheapest.objective else { return nil }
    let least = cheapest.status == .optimal ? cost : cheapest.bound ?? cost
    return "no layout keeps within the budget of \(budget): the expected cost is at least \(least)"
  }

  private func lexicographic(_ measures: [ObjectiveMeasure]) throws -> Plan {
    let first = try search(network.seeking(measures[0], within: []), rest(of: Self.firstPart))
    guard first.hasLayout, let value = first.objective else { return first }
    let most = value + settings.objective.tolerance * abs(value)
    let limit = ObjectiveLimit(measures[0], most: most + Self.rounding * max(1, abs(value)))
    let stage = network.seeking(measures[1], within: [limit])
    let second = try search(stage, rest(of: 1))
    var plan = try better(of: first, second, stage)
    let reached = try evaluation(of: plan)
    plan.stages = [
      PlanStage(
        measure: name(measures[0]), value: value, bound: first.bound, gap: first.gap, limit: most,
        reached: figure(measures[0], reached)),
      PlanStage(
        measure: name(measures[1]), value: plan.objective ?? 0, bound: plan.bound, gap: plan.gap, limit: nil,
        reached: figure(measures[1], reached)),
    ]
    if first.status != .optimal || second.status != .optimal {
      plan.status = .feasible
      let which = first.status != .optimal ? (measures[0], first) : (measures[1], second)
      plan.message = "of the stage of least \(which.0.rawValue): \(which.1.message)"
    }
    return plan
  }

  /// The plan of the second stage, or that of the first where it is no worse.
  private func better(of first: Plan, _ second: Plan, _ stage: SourcingNetwork) throws -> Plan {
    let (layout, _) = Layout.reading(first, network)
    let before = CostEvaluation(layout, stage).objective
    if second.hasLayout, let after = second.objective, after <= before { return second }
    let progress = SearchProgress(clock, nil)
    let assembly = PlanAssembly(solver, stage, options, clock, progress)
    var plan = assembly.emptyPlan(method: options.method)
    (plan.method, plan.status, plan.message) = (first.method, first.status, first.message)
    try assembly.fill(&plan, layout, claimed: nil, bound: second.bound ?? -.infinity, [])
    return plan
  }

  private func evaluation(of plan: Plan) throws -> CostEvaluation {
    CostEvaluation(Layout.reading(plan, network).layout, network)
  }

  private func figure(_ measure: ObjectiveMeasure, _ found: CostEvaluation) -> Double {
    measure == .cost ? found.costs.total : found.riskCost
  }

  private func name(_ measure: ObjectiveMeasure) -> String {
    measure == .cost ? measure.rawValue : settings.riskMeasure.rawValue
  }

  /// The options with a part of the time that is left.
  private func rest(of part: Double) -> PlanOptions {
    var rest = options
    rest.timeLimit = options.timeLimit.map { part * max(0, $0 - clock.seconds) }
    return rest
  }
}
