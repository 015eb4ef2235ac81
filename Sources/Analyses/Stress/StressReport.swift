/// What a stress test found: one disruption at a time, the one that loses most first.
public struct StressReport: Codable, Hashable, Sendable {
  /// Identifies the format of the document.
  public static let schema = "mainstay/stress/1"

  /// The format.
  public var schema = StressReport.schema
  /// The name of the case.
  public var name: String
  /// What money is in.
  public var currency: String
  /// Whose layout it is: `plan` or `current`.
  public var layout: StandingLayout.Source
  /// Whether everything was looked at.
  public var completeness = Completeness.complete
  /// How many disruptions were asked about.
  public var asked: Int
  /// How many of them touch something in use.
  public var touching = 0
  /// Linear programs that were solved.
  public var programs = 0
  /// Wall time.
  public var seconds = 0.0
  /// Days of the horizon.
  public var horizonDays: Double
  /// Days of a period; times to survive are whole periods where there are several.
  public var periodDays: Double
  /// What happens while nothing is disrupted; nil where a limit came before that was known.
  public var undisturbed: StressBase?
  /// The disruptions, by lost margin, then by extra cost.
  public var findings: [StressFinding] = []

  enum CodingKeys: String, CodingKey {
    case schema, name, currency, layout, completeness, asked, touching, programs, seconds, undisturbed,
      findings
    case horizonDays = "horizon_days"
    case periodDays = "period_days"
  }
}

/// The undisturbed response of a layout.
public struct StressBase: Codable, Hashable, Sendable {
  /// What it costs over the horizon, without what is spent before.
  public var cost: Double
  /// Share of demand that is met.
  public var service: Double
}

/// What one disruption does to a layout.
public struct StressFinding: Codable, Hashable, Sendable {
  /// What kind of thing fails.
  public var kind: String
  /// What fails.
  public var target: String
  /// The row of `disruptions`; nil where the outage was made for the test.
  public var disruption: String?
  /// Whether anything that the undisturbed response uses is hit.
  public var touches: Bool
  /// Share of demand that is met.
  public var service: Double
  /// What it costs more than the undisturbed response, lost margin included; commitments of what is down are not due.
  public var extraCost: Double
  /// Margin that is lost: the `shortage_cost` of what is not met beyond the undisturbed response.
  public var lostMargin: Double
  /// The risk exposure index: lost margin against the greatest one found, from 0 to 1.
  public var exposure = 0.0
  /// Days that it can last without any demand lost; the horizon where it can last to the end. Nil where not asked for.
  public var timeToSurvive: Double?
  /// Days that it does last; nil where nobody says so, and it lasts to the end of the horizon.
  public var timeToRecover: Double?
  /// Whether the time to survive is shorter than the time to recover.
  public var isExposed: Bool
  /// Who supplies or gets less, market by market and source by source.
  public var hits: [StressHit]
  /// Who steps in.
  public var backups: [StressBackup]

  enum CodingKeys: String, CodingKey {
    case kind, target, disruption, touches, service, exposure, hits, backups
    case extraCost = "extra_cost"
    case lostMargin = "lost_margin"
    case timeToSurvive = "time_to_survive_days"
    case timeToRecover = "time_to_recover_days"
    case isExposed = "exposed"
  }
}

/// Someone who supplies or gets less of an item while something is down.
public struct StressHit: Codable, Hashable, Sendable {
  /// How far from the markets: 0 a market, 1 a source of what markets buy, 2 a source of what that is made of, …
  public var tier: Int
  /// The item.
  public var item: String
  /// The market or the site.
  public var place: String
  /// Whether it is what failed, rather than someone behind it.
  public var isDirect: Bool
  /// Units over the horizon.
  public var lost: Double
  /// Their share of what it is without the disruption.
  public var share: Double

  enum CodingKeys: String, CodingKey {
    case tier, item, place, lost, share
    case isDirect = "direct"
  }
}

/// Someone who supplies more while something is down.
public struct StressBackup: Codable, Hashable, Sendable {
  /// The item.
  public var item: String
  /// The site.
  public var site: String
  /// `primary`, `backup`, or `stock` for what strategic stock gives.
  public var role: String
  /// Units more over the horizon.
  public var added: Double
  /// Units of these that are drawn from a reserve.
  public var drawn: Double
}
