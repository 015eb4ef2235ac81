/// Where scenarios come from, besides the listed ones.
public enum ScenarioSource: String, Hashable, Sendable, CaseIterable {
  /// The table `scenarios` alone.
  case listed
  /// Every failure of up to so many targets at once: N−1, N−2 and so on.
  case contingencies
  /// Outages drawn at random by their rates.
  case sampled
}

/// How an outage that is shorter than a period counts.
public enum ShortOutages: String, Hashable, Sendable, CaseIterable {
  /// As a whole period, as a row of `disruptions` does.
  case whole
  /// By its share of the period.
  case share
}

/// How scenarios are generated: the part of `settings` that speaks of it.
public struct GenerationSettings: Hashable, Sendable {
  /// Where scenarios come from, besides the listed ones.
  public var source = ScenarioSource.listed
  /// What fails in contingencies: kinds of target parted by `;`, out of site, region, bloc and corridor.
  public var contingencyTargets = "site"
  /// How many targets fail at once at most.
  public var contingencyDepth = 1
  /// Probability that a target without an outage rate fails within the horizon; nil where every target has a rate.
  public var contingencyProbability: Double?
  /// When contingencies begin, in days from the start.
  public var contingencyStartDay = 0.0
  /// How many days they last where the target has no `outage_days`; nil to the end.
  public var contingencyDays: Double?
  /// How many days recovery takes after a contingency or an outage that is drawn.
  public var outageRampDays = 0.0
  /// How an outage that is shorter than a period counts.
  public var shortOutages = ShortOutages.whole
  /// Most contingencies that a case may have.
  public var scenarioLimit = 2000
  /// How many samples are drawn.
  public var samples = 100
  /// Regions whose score lies below the negative of this fail together at times.
  public var alignmentThreshold = 0.5
  /// How many of the generated scenarios are kept; nil for all.
  public var reduceTo: Int?
  /// How many of the worst are among them whatever their probability.
  public var keepWorst = 1

  /// Listed scenarios alone.
  public init() {}
}
