internal import LinearModel
internal import Sourcing

/// Finds what is asked for about a plan, one part after the other.
struct PlanEvaluator {
  private let solver: any Solver
  private let network: SourcingNetwork
  private let plan: Plan
  private let options: EvaluationOptions
  private let limit: EvaluationLimit
  private let progress: SearchProgress

  init(_ solver: any Solver, _ network: SourcingNetwork, _ plan: Plan, _ options: EvaluationOptions) {
    self.solver = solver
    self.network = network.measuresRegret ? network.knowing(plan.foresight ?? []) : network
    self.plan = plan
    self.options = options
    limit = EvaluationLimit(options)
    progress = SearchProgress(SearchClock(), options.progress)
  }

  func run() throws -> PlanEvaluation {
    var evaluation = PlanEvaluation()
    guard plan.hasLayout, let objective = plan.objective else {
      evaluation.remarks = ["there is no layout to evaluate"]
      return evaluation
    }
    let stages = network.sourcingCase.settings.objective.stages
    if !stages.isEmpty, options.parts.contains(.vss) || options.parts.contains(.evpi) {
      evaluation.remarks.append(
        "VSS and EVPI compare layouts by one objective that weighs cost and risk: with stages none is told")
    }
    if stages.isEmpty, options.parts.contains(.vss) { try addStochasticValue(objective, to: &evaluation) }
    if options.parts.contains(.interval) { try addInterval(to: &evaluation) }
    // The longest part comes last, so that a limit leaves the others.
    if stages.isEmpty, options.parts.contains(.evpi) { try addInformationValue(objective, to: &evaluation) }
    return evaluation
  }

  private func addStochasticValue(_ objective: Double, to evaluation: inout PlanEvaluation) throws {
    progress.report("planning for a quiet world")
    switch try UndisturbedLayout(solver, network, limit, gap: options.gap).evaluate() {
    case .objective(let undisturbed):
      // The undisturbed layout is a layout, so that the best is no dearer.
      evaluation.vss = .init(
        low: max(0, undisturbed - objective), high: plan.bound.map { max(0, undisturbed - $0) },
        undisturbedLayout: undisturbed)
      if undisturbed < objective {
        evaluation.remarks.append("the undisturbed layout is cheaper than the plan, which is not proven best")
      }
    case .broken(let words):
      evaluation.remarks.append("\(words), so the value of the stochastic solution has no upper end")
    case .outOfTime:
      evaluation.partial = true
      evaluation.remarks.append("no time was left for the value of the stochastic solution")
    }
  }

  private func addInterval(to evaluation: inout PlanEvaluation) throws {
    let seed = try Self.freshSeed(plan.seed, network, options)
    progress.report("drawing fresh scenarios")
    evaluation.interval = try FreshSample(solver, network, plan, options, limit, seed: seed).interval {
      progress.report($0)
    }
    if evaluation.interval == nil {
      evaluation.partial = true
      evaluation.remarks.append("no time was left for the fresh scenarios")
    }
  }

  /// The seed of the fresh scenarios.
  ///
  /// - Throws: ``Sourcing/CaseFaults`` where the case draws none, or where the seed is the plan's own.
  static func freshSeed(_ seed: Int, _ network: SourcingNetwork, _ options: EvaluationOptions) throws -> Int {
    let origin = network.givenCase.origin
    let source = network.givenCase.settings.generation.source
    guard source == .sampled else {
      throw CaseFaults([
        Fault(
          at: origin.location(setting: "scenarios"), value: source.rawValue,
          Message(QuestionText.intervalNeedsDraws), expected: Message(plain: ScenarioSource.sampled.rawValue))
      ])
    }
    let fresh = options.seed ?? (seed == Int(Int32.max) ? 0 : seed + 1)
    guard fresh != seed else {
      throw CaseFaults([
        Fault(
          at: origin.location(setting: "seed"), value: String(seed),
          Message(QuestionText.seedOfPlan), expected: Message(QuestionText.anotherSeed))
      ])
    }
    return fresh
  }

  private func addInformationValue(_ objective: Double, to evaluation: inout PlanEvaluation) throws {
    let likely = network.scenarios.indices.filter { network.scenarios[$0].probability > 0 }
    let search = WaitAndSee(solver, network, limit, gap: options.gap)
    let risk = RiskFunctional(network.sourcingCase.settings)
    var optima: [WaitAndSee.Optimum] = []
    // The likeliest first: they count most where time does not suffice for all.
    for scenario in likely.sorted(by: {
      network.scenarios[$0].probability > network.scenarios[$1].probability
    }) {
      progress.report("planning for each scenario alone, \(optima.count + 1) of \(likely.count)")
      guard var optimum = try search.optimum(for: scenario) else {
        throw PlanningError(
          "no layout for '\(network.scenarios[scenario].name)' alone, though there is one for all")
      }
      // The plan's layout is one for this scenario too.
      optimum.high = min(optimum.high, plan.costs.firstStage + plan.scenarios[scenario].cost)
      optima.append(optimum)
    }
    func figure(_ cost: (WaitAndSee.Optimum) -> Double) -> Double {
      risk.value(
        optima.map { (cost($0), network.scenarios[$0.scenario].probability) },
        waitAndSee: network.waitAndSee.map { known in optima.map { known[$0.scenario] } } ?? [])
    }
    let high = figure(\.high)
    let solved = optima.count { $0.low.isFinite }
    let low = solved == likely.count ? figure(\.low) : nil
    let isRelaxed = network.policies.contains { $0.policy.tiesScenarios }
    evaluation.evpi = .init(
      // What was left out may be what makes the plan dearer than perfect information would.
      low: isRelaxed ? 0 : max(0, (plan.bound ?? -.infinity) - high),
      high: low.map { max(0, objective - $0) },
      waitAndSeeLow: low, waitAndSeeHigh: high, solved: solved, scenarios: likely.count)
    if isRelaxed {
      evaluation.remarks.append(
        "policies that tie scenarios together are left out where each is planned for alone: perfect information may be worth less"
      )
    }
    if solved < likely.count {
      evaluation.partial = true
      evaluation.remarks.append("\(solved) of \(likely.count) scenarios could be planned for alone in time")
    }
  }
}
