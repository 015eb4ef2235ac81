/// The planning horizon as periods, and when disruptions and reserves act in it.
public struct Timeline: Hashable, Sendable {
  /// Days in a period.
  public let periodDays: Double
  /// How many periods there are.
  public let periods: Int

  /// A horizon from its parts.
  public init(periodDays: Double, periods: Int) {
    self.periodDays = periodDays
    self.periods = periods
  }

  /// What a disruption leaves in a period (from 0): 1 before it begins, its factor while it lasts, then
  /// `factor + (1 − factor) · j / (n + 1)` in period j of a ramp of n periods, and 1 after that.
  public func factor(of disruption: Disruption, in period: Int) -> Double {
    let recovered = recovery(from: disruption, in: period)
    if recovered == 1 { return 1 }
    return disruption.factor + (1 - disruption.factor) * recovered
  }

  /// How far a disruption is over in a period: 1 before it begins, 0 while it lasts, `j / (n + 1)` in period j of a
  /// ramp of n periods, and 1 after that.
  public func recovery(from disruption: Disruption, in period: Int) -> Double {
    let start = wholePeriods(disruption.startDay)
    if period < start { return 1 }
    guard let duration = disruption.durationDays else { return 0 }
    let end = start + wholePeriods(duration)
    if period < end { return 0 }
    let ramp = wholePeriods(disruption.rampDays)
    let step = period - end + 1
    return step > ramp ? 1 : Double(step) / Double(ramp + 1)
  }

  /// What of a reserve can be drawn in a period, after a first disruption in period `event`.
  ///
  /// Without activation time a reserve is warm: it is ready always. Otherwise it is ready
  /// `activationDays` after the event, and grows along `rampDays` by equal steps.
  public func readiness(of capability: Capability, event: Int?, in period: Int) -> Double {
    if capability.activationDays == 0 { return 1 }
    guard let event else { return 0 }
    let ready = event + wholePeriods(capability.activationDays)
    if period < ready { return 0 }
    let ramp = wholePeriods(capability.rampDays)
    let step = period - ready + 1
    return step > ramp ? 1 : Double(step) / Double(ramp + 1)
  }

  /// The part of a period in which something that takes days from the start of the horizon can be used.
  ///
  /// It is there from period `ceil(days / D)` on; where there is a single period, for what is left of it.
  public func usablePart(after days: Double, in period: Int) -> Double {
    if periods == 1 { return max(0, 1 - days / periodDays) }
    return period < wholePeriods(days) ? 0 : 1
  }

  /// Days as periods, rounded up; a time past any horizon counts as just past it. What is over a whole number by
  /// rounding alone (2.1 days are 3.0000000000000004 periods of 0.7) does not begin another period.
  public func wholePeriods(_ days: Double) -> Int {
    let periods = min(days / periodDays, 1e9)
    let nearest = periods.rounded()
    return Int(abs(periods - nearest) <= 1e-9 * nearest ? nearest : periods.rounded(.up))
  }
}
