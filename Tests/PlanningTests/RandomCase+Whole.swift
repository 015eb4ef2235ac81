import Sourcing

extension RandomCase {
  /// The case of a seed with features of all kinds together: chains, contracts, projects, rules that change, preferential rates, the
  /// layout of today, limits on totals, chances of service and losses to survive; weighed by expectation, CVaR or the worst case, or
  /// with the least risk within a budget.
  static func whole(seed: Int) throws -> SourcingCase {
    let found =
      switch seed % 5 {
      case 0: try governed(seed: seed).addingGuards(seed: seed)
      case 1: try ruled(seed: seed).addingProjects(seed: seed, most: 4)
      case 2: try preferred(seed: seed).addingLimits(seed: seed)
      case 3: try guarded(seed: seed)
      default: try contracted(seed: seed).addingLimits(seed: seed).addingProjects(seed: seed, most: 4)
      }
    return found.keepingSomePolicies(seed: seed).weighingRisk(seed: seed)
  }
}

extension SourcingCase {
  /// The case with less than half of its policies besides those on chances and losses, so that most cases have a layout.
  fileprivate func keepingSomePolicies(seed: Int) -> SourcingCase {
    var found = self
    var draw = Draw(seed: 7_000_000 + seed)
    found.policies = policies.filter { Self.guardingKinds.contains($0.kind) || draw.chance(0.4) }
    return found
  }

  /// The case with another measure of risk, or another form of objective; in half of the seeds as it is.
  fileprivate func weighingRisk(seed: Int) -> SourcingCase {
    var found = self
    var draw = Draw(seed: 6_000_000 + seed)
    switch draw.whole(0...3) {
    case 0:
      found.settings.riskMeasure = .worst
      found.settings.riskWeight = draw.amount(0.1...1)
    case 1:
      if found.settings.riskMeasure == .expected { found.settings.riskMeasure = .cvar }
      let shortage = demand.filter { $0.period == nil }.reduce(0) { $0 + $1.quantity * $1.shortageCost }
      found.settings.objective.form = .leastRisk
      found.settings.objective.budget = Double(settings.periods) * shortage * draw.amount(0.7...2)
    default: break
    }
    return found
  }
}
