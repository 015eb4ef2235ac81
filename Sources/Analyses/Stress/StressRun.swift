internal import LinearModel
internal import Planning
internal import Sourcing

/// One stress test on a thread of the solver's: the disruptions one after the other, and what is known of them so far.
struct StressRun {
  private let network: SourcingNetwork
  private let options: StressOptions
  private let clock = ContinuousClock.now
  private var report: StressReport

  /// What holds where a target is down as long as it is (nil), or for a number of whole periods.
  typealias Conditions = (_ target: StressTarget, _ periods: Int?) -> ResponseConditions

  init(_ network: SourcingNetwork, _ source: StandingLayout.Source, _ options: StressOptions, asked: Int) {
    let settings = network.sourcingCase.settings
    self.network = network
    self.options = options
    report = StressReport(
      name: settings.name, currency: settings.currency, layout: source, asked: asked,
      horizonDays: settings.periodDays * Double(settings.periods), periodDays: settings.periodDays)
  }

  /// Lets each of some targets fail.
  mutating func run(
    _ targets: [StressTarget], _ layout: Layout, _ solver: any Solver, in network: SourcingNetwork,
    _ conditions: Conditions
  ) throws {
    // An empty round still tells what the undisturbed response is, where nothing else does.
    if report.completeness.isPartial || targets.isEmpty && report.programs > 0 { return }
    tell("the undisturbed response")
    let program = ResponseProgram(network, layout)
    let responses: ResponseSession
    do {
      responses = try ResponseSession(program, solver, limits)
    } catch let error as PlanningError {
      guard let ended else { throw error }
      report.completeness = ended
      return
    }
    report.undisturbed = StressBase(
      cost: responses.calm.cost, service: service(responses.calm, ResponseConditions(network, scenario: 0)))
    let ripple = Ripple(program)
    var survival: SurvivalSession?
    for (position, target) in targets.enumerated() {
      tell("disruption \(position + 1) of \(targets.count)")
      if let end = ended {
        report.completeness = end
        break
      }
      let actual = conditions(target, nil)
      guard let response = try responses.respond(to: actual, limits) else {
        report.completeness = ended ?? .timeLimit
        break
      }
      var finding = self.finding(target, responses.calm, response, actual)
      if response.isSolved {
        finding.hits = ripple.hits(responses.calm, response, actual)
        finding.backups = ripple.backups(responses.calm, response)
      }
      if options.seeksSurvival {
        let session = try survival ?? SurvivalSession(responses, solver)
        survival = session
        guard let time = try time(target, responses, session, conditions) else {
          report.completeness = ended ?? .timeLimit
          break
        }
        finding.timeToSurvive = min(time * network.timeline.periodDays, report.horizonDays)
        finding.isExposed =
          time < Double(network.periods)
          && time * network.timeline.periodDays < target.recoverDays ?? report.horizonDays
      }
      report.findings.append(finding)
    }
    report.programs += responses.solves + (survival?.solves ?? 0)
  }

  /// The report, ranked.
  func finished() -> StressReport {
    var report = report
    let greatest = report.findings.map(\.lostMargin).max() ?? 0
    for index in report.findings.indices where greatest > 0 {
      report.findings[index].exposure = report.findings[index].lostMargin / greatest
    }
    report.findings.sort {
      ($1.lostMargin, $1.extraCost, $0.kind, $0.target) < ($0.lostMargin, $0.extraCost, $1.kind, $1.target)
    }
    report.touching = report.findings.count(where: \.touches)
    report.seconds = (ContinuousClock.now - clock) / .seconds(1)
    return report
  }

  private func finding(
    _ target: StressTarget, _ calm: Response, _ response: Response, _ conditions: ResponseConditions
  ) -> StressFinding {
    StressFinding(
      kind: target.disruption.targetKind.rawValue, target: target.disruption.target,
      disruption: target.listedAs, touches: response.isSolved || response.commitment != calm.commitment,
      service: service(response, conditions),
      extraCost: settled(response.cost - calm.cost, calm),
      lostMargin: max(0, settled(response.shortage - calm.shortage, calm)), timeToSurvive: nil,
      timeToRecover: target.recoverDays, isExposed: false, hits: [], backups: [])
  }

  /// An amount without what is rounding beside the cost of the undisturbed response.
  private func settled(_ amount: Double, _ calm: Response) -> Double {
    abs(amount) < 1e-9 * max(1, abs(calm.cost)) ? 0 : amount
  }

  /// The time to survive in periods; nil where a limit came first.
  private func time(
    _ target: StressTarget, _ responses: ResponseSession,
    _ survival: SurvivalSession, _ conditions: Conditions
  ) throws -> Double? {
    let periods = network.periods
    // What leaves the undisturbed response as it is to the end of the horizon is survived without a look.
    if !responses.touches(conditions(target, periods)) { return Double(periods) }
    var known = 0
    // The latest response is that to the outage as it is. Where it meets every need as before, so long an outage is
    // survived; the margin alone does not tell, since what is lost at one market may be given to another.
    if target.disruption.factor == 0, responses.latestKeepsService {
      known = target.recoverDays.map { min(periods, network.timeline.wholePeriods($0)) } ?? periods
    }
    return try survival.time(atLeast: known, limits) { conditions(target, $0) }
  }

  private func service(_ response: Response, _ conditions: ResponseConditions) -> Double {
    var total = 0.0
    for demand in network.demands.indices {
      for period in 0..<network.periods {
        total += network.quantity(demand: demand, in: conditions.scenario, period: period)
      }
    }
    return total > 0 ? max(0, 1 - response.unmet.reduce(0, +) / total) : 1
  }

  // MARK: Limits

  private var seconds: Double { (ContinuousClock.now - clock) / .seconds(1) }

  private var limits: SimplexLimits {
    SimplexLimits(
      seconds: options.timeLimit.map { max(0, $0 - seconds) }, cancellation: options.cancellation)
  }

  /// Why the test must end now; nil where it need not.
  private var ended: Completeness? {
    if options.cancellation?.isCancelled == true { return .interrupted }
    if let limit = options.timeLimit, seconds >= limit { return .timeLimit }
    return nil
  }

  private func tell(_ stage: String) {
    options.progress?(PlanProgress(stage: stage, bound: nil, incumbent: nil, seconds: seconds, nodes: 0))
  }
}
