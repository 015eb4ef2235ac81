internal import Foundation
internal import Sourcing

/// How likely things fail within the horizon, after the outage rates of the case.
struct FailureOdds {
  private let found: SourcingCase
  private let years: Double
  private let otherwise: Double?

  init(_ network: SourcingNetwork) {
    found = network.sourcingCase
    years = found.settings.periodDays * Double(found.settings.periods) / 365
    otherwise = network.givenCase.settings.generation.contingencyProbability
  }

  /// The probability that a target fails, as contingencies have it; nil where it is not known.
  func probability(_ target: StressTarget) -> Double? {
    let name = target.disruption.target
    let rate: Double? =
      switch target.disruption.targetKind {
      case .site: found.sites.first { $0.id == name }?.outageRate
      case .region: found.regions.first { $0.id == name }?.outageRate
      default: nil
      }
    return rate.map { 1 - exp(-$0 * years) } ?? otherwise
  }
}
