internal import LinearModel
internal import Planning
internal import Sourcing

/// Answers why a site is in the best layout or is not, by planning the case with it and without it.
struct SiteQuestions {
  private let solver: any Solver
  private let network: SourcingNetwork
  private let base: Plan
  /// The layout that is asked about, where it is not the best one.
  private let given: Plan?
  private let planning: AnalysisPlanning
  private let deadline: Deadline
  private let gap: Double
  private let tell: (String) -> Void

  /// Prices are told to a thousandth.
  private static let precision = 1e-3
  private static let mostPlans = 12

  init(
    _ solver: any Solver, _ network: SourcingNetwork, base: Plan, given: Plan? = nil,
    _ planning: AnalysisPlanning,
    _ deadline: Deadline, gap: Double, tell: @escaping (String) -> Void
  ) {
    self.solver = solver
    self.network = network
    self.base = base
    self.given = given
    self.planning = planning
    self.deadline = deadline
    self.gap = gap
    self.tell = tell
  }

  /// What it would cost to have a site, and at which price it would be chosen.
  func whyNot(_ site: String) throws -> SiteAnswer {
    var answer = SiteAnswer(.whyNot, site, isUsed: isUsed(site))
    guard !answer.isUsed, let best = base.objective else { return answer }
    tell("planning with \(site)")
    let forced = try planning.planVariant(try SourcingNetwork(with(site, discount: 0)))
    guard forced.hasLayout, let objective = forced.objective else {
      answer.conflict = try conflict(with(site, discount: 0), forced)
      return answer
    }
    answer.cost = given == nil ? max(0, objective - best) : objective - best
    if objective < best { return answer }
    try findThreshold(site, best, &answer)
    return answer
  }

  /// What it would cost to do without a site.
  func why(_ site: String) throws -> SiteAnswer {
    var answer = SiteAnswer(.why, site, isUsed: isUsed(site))
    guard answer.isUsed, let best = base.objective else { return answer }
    var found = network.sourcingCase
    found.policies.append(Policy(policyName, .exclude, sites: [site]))
    tell("planning without \(site)")
    let other = try planning.planVariant(try SourcingNetwork(found))
    if let objective = other.objective {
      answer.cost = max(0, objective - best)
      answer.saving = given?.objective.map { $0 - objective }
    } else {
      answer.conflict = try conflict(found, other)
    }
    return answer
  }

  private func isUsed(_ site: String) -> Bool {
    let base = given ?? base
    return base.sourcing.contains { $0.site == site }
      || base.sites.contains { $0.site == site && $0.open }
        && !network.capabilities.contains { $0.capability.site == site }
  }

  // MARK: Conflicts

  /// The limits that collide with a case's last policy; nil where there are none or time was up.
  private func conflict(_ found: SourcingCase, _ plan: Plan) throws -> ConflictAnswer? {
    guard plan.status == .infeasible else { return nil }
    let asked = CaseLimit.policy(found.policies.count - 1)
    let network = try SourcingNetwork(found)
    let finder = ConflictFinder(solver, network, always: [asked], deadline, tell: tell)
    return ConflictAnswer(try finder.find(), tests: finder.tests, in: found)
  }

  // MARK: Prices

  /// The case in which the site must have a qualified source, with its prices lower by a part.
  private func with(_ site: String, discount: Double) -> SourcingCase {
    var found = network.sourcingCase
    for row in found.capabilities.indices where found.capabilities[row].site == site {
      found.capabilities[row].unitCost *= 1 - discount
    }
    for row in found.priceTiers.indices where found.priceTiers[row].site == site {
      found.priceTiers[row].unitCost *= 1 - discount
    }
    found.policies.append(Policy(policyName, .require, sites: [site]))
    return found
  }

  /// A name that no policy of the case has.
  private var policyName: String {
    var name = "as asked"
    while network.sourcingCase.policies.contains(where: { $0.id == name }) { name += "'" }
    return name
  }

  /// Finds the least discount at which the best layout that has the site costs no more than the best one today.
  ///
  /// From free goods downward: the layout that is best at a discount also tells at which discount it stops paying, and the
  /// next plan is made there, until none pays at less (Newton's method; the cost as a function of the discount is the least of
  /// the layouts' costs, so no step goes below the threshold).
  private func findThreshold(_ site: String, _ best: Double, _ answer: inout SiteAnswer) throws {
    let tolerance = gap * max(1, abs(best))
    var sufficient: Double?
    var insufficient = 0.0
    var discount = 1.0
    for _ in 0..<Self.mostPlans where !deadline.isOver {
      tell("planning with \(site) at \(Int(((1 - discount) * 1000).rounded())) ‰ of its prices")
      let lower = try SourcingNetwork(with(site, discount: discount))
      let plan = try planning.planVariant(lower)
      guard plan.status == .optimal, let objective = plan.objective else { return }
      if discount == 1 { answer.costWhenFree = objective - best }
      if objective > best + tolerance {
        insufficient = max(insufficient, discount)
        if discount == 1 { return }
        // Rounding of the gap: a little more, until it pays.
        guard let known = sufficient, known - discount > Self.precision else { break }
        discount = (known + discount) / 2
        continue
      }
      sufficient = discount
      let next = try stopsPaying(plan, site, from: discount, best)
      discount = discount - next > Self.precision / 2 ? next : discount - Self.precision
      if discount <= insufficient { break }
    }
    guard let sufficient else { return }
    let prices = network.capabilities.filter { $0.capability.site == site }.map { source in
      let row = source.capability
      return SiteAnswer.Threshold.Price(
        item: row.item, recipe: row.recipe ?? "", today: row.unitCost, chosen: row.unitCost * (1 - sufficient)
      )
    }
    answer.threshold = SiteAnswer.Threshold(
      sufficient: sufficient, insufficient: insufficient, prices: prices)
  }

  /// The discount below which a layout costs more than the best one today.
  private func stopsPaying(_ plan: Plan, _ site: String, from discount: Double, _ best: Double) throws
    -> Double
  {
    func cost(_ discount: Double) throws -> Double {
      let network = try SourcingNetwork(with(site, discount: discount))
      return CostEvaluation(Layout.reading(plan, network).layout, network).objective
    }
    var (low, high) = (0.0, discount)
    var (lowCost, highCost) = (try cost(low), try cost(high))
    if lowCost <= best { return low }
    // The cost is nearly a line: a chord or two find where it crosses.
    for _ in 0..<8 where high - low > 1e-6 && lowCost > highCost {
      let middle = high - (high - low) * (best - highCost) / (lowCost - highCost)
      let middleCost = try cost(middle)
      if middleCost <= best {
        (high, highCost) = (middle, middleCost)
      } else {
        (low, lowCost) = (middle, middleCost)
      }
      if abs(middleCost - best) <= 1e-9 * max(1, abs(best)) { break }
    }
    return high
  }
}

extension ConflictAnswer {
  init(_ finding: ConflictFinder.Finding, tests: Int, in found: SourcingCase) {
    rows = finding.limits.map { ExplainedRow($0, in: found) }
    isNeeded = finding.isNeeded
    isIrreducible = finding.isIrreducible
    self.tests = tests
  }
}
