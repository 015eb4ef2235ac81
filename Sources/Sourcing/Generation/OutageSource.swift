/// Something that may fail: what happens then, and how often.
struct OutageSource {
  /// What it does, as a disruption from day 0 on.
  var disruption: Disruption
  /// Events a year; nil where none is known.
  var rate: Double?
  /// Its name among the streams of random numbers.
  var stream: String

  /// Days in a year, for rates.
  static let yearDays = 365.0

  /// Probability of at least one event within some days.
  func probability(within days: Double) -> Double? {
    rate.map { PoissonProcess.atLeastOne(mean: $0 * days / Self.yearDays) }
  }
}

extension OutageSource {
  /// An outage of a site, a region, a bloc or a corridor.
  ///
  /// - Parameter days: How long it lasts; nil to the end.
  init(_ kind: DisruptionTarget, _ target: String, rate: Double?, days: Double?, _ found: SourcingCase) {
    let settings = found.settings
    var outage = Disruption("\(kind.rawValue) \(target)", kind, target, durationDays: days)
    outage.rampDays = settings.generation.outageRampDays
    if settings.generation.shortOutages == .share, let days, days < settings.periodDays, days > 0 {
      outage.factor = 1 - days / settings.periodDays
    }
    disruption = outage
    self.rate = rate
    stream = "\(kind.rawValue)\u{0}\(target)"
  }

  /// Everything that has a rate: regions, sites and disruptions, in the order of their tables.
  static func drawn(_ found: SourcingCase) -> [OutageSource] {
    let regions = found.regions.filter { ($0.outageRate ?? 0) > 0 }.map {
      OutageSource(.region, $0.id, rate: $0.outageRate, days: $0.outageDays, found)
    }
    let sites = found.sites.filter { ($0.outageRate ?? 0) > 0 }.map {
      OutageSource(.site, $0.id, rate: $0.outageRate, days: $0.outageDays, found)
    }
    let disruptions = found.disruptions.filter { ($0.rate ?? 0) > 0 }.map { row in
      // Disruptions of one cause are drawn by one number.
      let stream = row.cause.map { "cause\u{0}\($0)" } ?? "disruption\u{0}\(row.id)"
      var disruption = row.undrawn
      disruption.startDay = 0
      return OutageSource(disruption: disruption, rate: row.rate, stream: stream)
    }
    return regions + sites + disruptions
  }

  /// What may fail in contingencies: all sites, regions, blocs or corridors that hit anything, by the kinds of target
  /// in the settings. How long it lasts is that of the target, or else of the settings.
  static func contingencies(_ found: SourcingCase, _ effects: EffectIndex) -> [OutageSource] {
    let settings = found.settings.generation
    let sources = settings.contingencyKinds.flatMap { kind -> [OutageSource] in
      switch kind {
      case .site:
        found.sites.map {
          OutageSource(
            .site, $0.id, rate: $0.outageRate, days: $0.outageDays ?? settings.contingencyDays, found)
        }
      case .region:
        found.regions.map {
          OutageSource(
            .region, $0.id, rate: $0.outageRate, days: $0.outageDays ?? settings.contingencyDays, found)
        }
      case .bloc:
        Set(found.blocs.map(\.bloc)).sorted().map {
          OutageSource(.bloc, $0, rate: nil, days: settings.contingencyDays, found)
        }
      case .corridor:
        Set(found.lanes.compactMap(\.corridor)).sorted().map {
          OutageSource(.corridor, $0, rate: nil, days: settings.contingencyDays, found)
        }
      default: []
      }
    }
    return sources.filter { !effects.components(of: $0.disruption).isEmpty }
  }
}

extension Disruption {
  /// The same without what says how it is drawn.
  public var undrawn: Disruption {
    var row = self
    row.rate = nil
    row.cause = nil
    return row
  }
}

extension GenerationSettings {
  /// Kinds of target that contingencies may name.
  static let contingencyChoices: [DisruptionTarget] = [.site, .region, .bloc, .corridor]

  /// The words of ``contingencyTargets``.
  var contingencyWords: [String] {
    contingencyTargets.split(separator: ";").map { String($0).trimmingSpaces }
  }

  /// The kinds of target that fail in contingencies, each once.
  var contingencyKinds: [DisruptionTarget] {
    Self.contingencyChoices.filter { contingencyWords.contains($0.rawValue) }
  }
}
