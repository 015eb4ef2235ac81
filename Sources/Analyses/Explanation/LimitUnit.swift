internal import Sourcing

/// What the limit of a policy is counted in.
enum LimitUnit {
  /// A share of something; a step is a hundredth.
  case share
  /// A number of things; a step is one.
  case count
  /// Money, emissions or days; a step is a hundredth of the limit.
  case amount
}

extension Policy {
  /// What its limit is counted in; nil where it has none.
  var limitUnit: LimitUnit? {
    switch kind {
    case .maxShare, .autonomy, .backupCover, .minService, .chanceService, .maxConcentration, .maxCVaRShortage:
      .share
    case .minSources, .require, .oneMain, .maxChanges: .count
    case .maxCost, .maxCapital, .maxEmissions, .maxCVaR, .survive, .maxLeadDays: .amount
    case .separate, .exclude, .singleSource: nil
    }
  }

  /// Whether more of the limit allows more.
  var isCeiling: Bool {
    switch kind {
    case .maxShare, .maxConcentration, .maxChanges, .maxCost, .maxCapital, .maxEmissions, .maxCVaR, .survive,
      .maxLeadDays, .maxCVaRShortage:
      true
    case .autonomy, .backupCover, .minService, .chanceService, .minSources, .require, .oneMain, .separate,
      .exclude, .singleSource:
      false
    }
  }

  /// The column that holds the limit.
  var limitColumn: String { kind == .require || kind == .oneMain ? "count" : "limit" }

  /// The limit, wherever it stands; nil where the kind has none.
  var limitValue: Double? {
    if limitUnit == nil { return nil }
    return limitColumn == "count" ? Double(count ?? 1) : limit
  }

  /// The policy with another limit.
  func limited(to value: Double) -> Policy {
    var policy = self
    if limitColumn == "count" {
      policy.count = Int(value.rounded())
    } else {
      policy.limit = value
    }
    return policy
  }

  /// How far a limit is moved to see what it costs; nil where it cannot be moved or would allow everything.
  var limitStep: Double? {
    guard let unit = limitUnit, let value = limitValue else { return nil }
    let step: Double =
      switch unit {
      case .share: 0.01
      case .count: 1
      case .amount: 0.01 * value
      }
    if step <= 0 { return nil }
    if isCeiling {
      let isPart = kind == .maxShare || kind == .maxConcentration || kind == .maxCVaRShortage
      return isPart && value + step > 1 ? nil : step
    }
    return value - step < -1e-9 ? nil : step
  }
}
