internal import Sourcing

/// What kinds of policies are called for people, and how their limits are told.
enum PolicyWords {
  /// The kind in words; the name itself where the kind is not known.
  static func name(_ kind: String) -> String {
    guard let kind = PolicyKind(rawValue: kind) else { return kind }
    return switch kind {
    case .maxShare: "largest share"
    case .minSources: "number of sources"
    case .oneMain: "one main source, and backups"
    case .separate: "backups apart from the main source"
    case .backupCover: "cover when one is lost"
    case .autonomy: "share from one's own places"
    case .maxConcentration: "concentration (HHI)"
    case .maxCost: "cost"
    case .maxCapital: "capital"
    case .maxEmissions: "emissions"
    case .minService: "demand met"
    case .maxCVaR: "conditional value at risk"
    case .maxCVaRShortage: "shortage in the worst cases"
    case .chanceService: "chance of full service"
    case .survive: "margin lost in an outage"
    case .maxChanges: "changes of today's layout"
    case .singleSource: "one site a market"
    case .maxLeadDays: "lead time, days"
    case .exclude: "excluded"
    case .require: "required"
    }
  }

  /// Whether limits of the kind are parts of one.
  static func isShare(_ kind: String) -> Bool {
    switch PolicyKind(rawValue: kind) {
    case .maxShare, .backupCover, .autonomy, .maxConcentration, .minService, .maxCVaRShortage, .chanceService:
      true
    default: false
    }
  }
}
